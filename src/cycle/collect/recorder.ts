/** Hands judged returns to the ledger, some at once, and keeps the list of what became of them. */
import { reportInbox } from "../../findings/messages/cycle.js";
import { daysLate } from "../../periods/deadline.js";
import type { Recorded, Revision } from "../ledger/index.js";
import type { ReadReturn, Stamp } from "../returns.js";
import type { CollectContext, CollectedReturn } from "./contract.js";
import type { IncomingFile } from "./incoming.js";
import type { Judgement } from "./judge.js";
import type { LoadedAttachment } from "./read-reports.js";

/** Recordings under way at once: files are written side by side. */
const AT_ONCE = 8;

const NO_CHANGES = { created: 0, updated: 0, removed: 0, same: 0 } as const;

/** A workbook that was read. */
export interface ReadWorkbook {
  readonly workbook: IncomingFile;
  readonly bytes: Uint8Array;
  readonly stamp: Stamp;
  readonly read: ReadReturn;
  readonly loaded: readonly LoadedAttachment[];
}

type Unrecorded = Omit<CollectedReturn, "outcome">;

/** What recording made of a return. */
function withRecord(
  result: Unrecorded,
  recorded: Recorded,
  ledger: Pick<CollectContext["ledger"], "findings">,
): CollectedReturn {
  const refused = recorded.kind === "refused";
  const weight = refused ? ("error" as const) : ("note" as const);
  const about = recorded.findings.map((finding) => ({ ...finding, rule: "THU-SO", weight }));
  if (refused) return { ...result, outcome: "unrecorded", findings: [...about, ...result.findings] };
  const changes = { created: 0, updated: 0, removed: 0, same: 0 };
  for (const { change } of recorded.changes) changes[change] += 1;
  const { id, number, state, received, paper } = recorded.revision;
  const revision = { id, number };
  if (recorded.kind === "recorded") {
    return { ...result, outcome: "recorded", changes, revision, findings: [...about, ...result.findings] };
  }
  // what the ledger had stays as it was judged and received then
  const findings = [...about, ...ledger.findings(id)];
  return { ...result, outcome: "repeated", state, received, paper, changes, revision, findings };
}

/** What is the same for every return of a workbook, whatever becomes of it. */
const sharedOf = ({ shown, receipt }: IncomingFile, stamp: Pick<Stamp, "unit" | "period" | "formSet" | "version">) => ({
  file: shown,
  unit: stamp.unit,
  period: stamp.period,
  formSet: { id: stamp.formSet, version: stamp.version },
  received: receipt,
  attachments: [],
  changes: NO_CHANGES,
  secondSources: 0,
});

export class Recorder {
  /** In the order in which they were met. */
  readonly returns: CollectedReturn[] = [];
  readonly #context: CollectContext;
  readonly #underWay = new Set<Promise<void>>();

  constructor(context: CollectContext) {
    this.#context = context;
  }

  /** A copy of another file of this run. */
  duplicate({ shown, receipt }: IncomingFile, first: CollectedReturn): void {
    const { revision: _, ...same } = first;
    const finding = reportInbox("cycle/duplicate-file", { first: first.file }, { file: shown });
    this.returns.push({
      ...same,
      ...{ file: shown, received: receipt, outcome: "duplicate", changes: NO_CHANGES, attachments: [] },
      findings: [{ ...finding, rule: "THU-TRUNG", weight: "note" }],
    });
  }

  /** A file that the ledger has as a unit's last revision: it need not be read again. */
  repeat(workbook: IncomingFile, revision: Revision): void {
    const { ledger } = this.#context;
    const { unit, period, state, received, paper, outline, id, number } = revision;
    const opened = ledger.period(period);
    const { formSet = opened?.formSet.id ?? "", version = opened?.formSet.version ?? "" } = outline ?? {};
    const lastDay = ledger.receiving(unit, period)?.lastDay;
    const late =
      opened && lastDay !== undefined
        ? daysLate({ ...opened.period, lastDay }, ledger.sentOn(unit, period) ?? received.day)
        : 0;
    this.returns.push({
      ...sharedOf(workbook, { unit, period, formSet, version }),
      ...{ state, received, paper, outcome: "repeated", daysLate: late, revision: { id, number } },
      findings: ledger.findings(id),
    });
  }

  /** A return that does not belong here: nothing is written. */
  refuse({ workbook, stamp, read }: ReadWorkbook, finding: CollectedReturn["findings"][number]): void {
    this.returns.push({
      ...sharedOf(workbook, stamp),
      ...{ state: "refused", outcome: "unrecorded", daysLate: 0, paper: { ...read.paper, signed: false } },
      findings: [finding],
    });
  }

  /** Hands a return on. Numbers of revisions follow the order of the calls. */
  async record({ workbook, bytes, stamp, read, loaded }: ReadWorkbook, judgement: Judgement): Promise<void> {
    const { state, daysLate: late, paper, secondSources, findings, attachments, narrative } = judgement;
    const result: Unrecorded = {
      ...sharedOf(workbook, stamp),
      ...{ state, daysLate: late, paper, secondSources, findings },
      attachments: attachments.map(({ role }, index) => ({ role, file: loaded[index]?.attachment.file.shown ?? "" })),
    };
    const index = this.returns.push({ ...result, outcome: "unrecorded" }) - 1;
    while (this.#underWay.size >= AT_ONCE) await Promise.race(this.#underWay);
    const { ledger, judgeAgain } = this.#context;
    const { formSet, version, revision, hash } = stamp;
    const recording = ledger
      .recordRevision({
        unit: stamp.unit,
        period: stamp.period,
        file: { bytes, name: workbook.name },
        attachments,
        received: workbook.receipt,
        state,
        paper,
        ...(revision > 0 ? { outline: { formSet, version, revision, hash } } : {}),
        values: read.values,
        findings,
        narrative,
        lists: read.lists,
        explanations: read.explanations,
        ...(judgeAgain === true ? { judgedAgain: true } : {}),
      })
      .catch((error: unknown): Recorded => {
        const what = error instanceof Error ? error.message : String(error);
        return { kind: "refused", findings: [reportInbox("cycle/unexpected", { what }, { file: workbook.shown })] };
      })
      .then((recorded) => {
        this.returns[index] = withRecord(result, recorded, ledger);
      })
      .finally(() => this.#underWay.delete(recording));
    this.#underWay.add(recording);
  }

  /** Waits for what is under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** What a failing disk kept from the ledger was not recorded after all; earlier groups of the run may be there. */
  lose(names: readonly string[]): void {
    const lost = new Set(names);
    for (const [index, known] of this.returns.entries()) {
      const { revision, ...rest } = known;
      if (known.outcome !== "recorded" || !lost.has(`${known.period}/${known.unit}`)) continue;
      if (revision !== undefined && this.#context.ledger.revision(revision.id) !== undefined) continue;
      this.returns[index] = { ...rest, outcome: "unrecorded", changes: NO_CHANGES };
    }
  }
}
