/** Collects returns: files in, judged returns in the ledger out. What lies in the inbox stays as it is. */
import type { Finding } from "../../findings/finding.js";
import { reportInbox } from "../../findings/messages/cycle.js";
import { reportReturn } from "../../findings/messages/returns.js";
import type { Period } from "../../periods/period.js";
import { formSetKey, READ_LIMITS, readWorkbook } from "../../workbook/read/index.js";
import { earlierFiguresFrom } from "../checks/index.js";
import { type Recorded, sha256Of } from "../ledger/index.js";
import type { ReadReturn, Stamp } from "../returns.js";
import type {
  CollectContext,
  CollectedReturn,
  CollectResult,
  OtherFile,
} from "./contract.js";
import { CopyIndex } from "./copies.js";
import { findFiles } from "./find-files.js";
import { asFinding, type Identified, identify } from "./identify.js";
import { fromDisk, fromZip, type IncomingFile } from "./incoming.js";
import { type Judgement, type JudgingContext, judge } from "./judge.js";
import { purposeByName } from "./kinds-of-files.js";
import { type UnitNaming, unitNaming } from "./named-unit.js";
import { DEEPEST_ZIP, openZip, sizeFinding } from "./open-zip.js";
import { type Attachment, type Job, type Plan, planFiles } from "./plan.js";
import { receiptOf } from "./received-day.js";
import type { LoadedAttachment } from "./read-reports.js";
import { summarise } from "./summary.js";

/** Recordings under way at once: files are written side by side. */
const AT_ONCE = 8;

const NO_CHANGES = { created: 0, updated: 0, removed: 0, same: 0 } as const;

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

/** One run. */
class Collection {
  readonly #context: CollectContext;
  readonly #judging: JudgingContext;
  readonly #returns: CollectedReturn[] = [];
  readonly #others: OtherFile[] = [];
  readonly #findings: Finding[] = [];
  /** Index among the returns by the file's hash. */
  readonly #seen = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  /** Index among the returns by `period/unit`, for what a failing disk loses. */
  readonly #recorded = new Map<string, number[]>();

  constructor(context: CollectContext) {
    this.#context = context;
    this.#judging = judgingContext(context);
  }

  async run(paths: readonly string[]): Promise<CollectResult> {
    const { disk, show, received, today, onProgress, ledger } = this.#context;
    const found = await findFiles(paths, disk, show);
    this.#findings.push(...found.findings);
    const files = found.files.map((file) => fromDisk(file, receiptOf(file, received, today), disk));
    const total = files.length;
    let done = 0;
    const step = (file: IncomingFile): void => {
      done += 1;
      onProgress?.({ done, total, file: file.shown });
    };
    const { lost, findings } = await ledger.batch(async () => {
      await this.#work(await planFiles(files, this.#naming()), 1, step);
      await Promise.all(this.#underWay);
    });
    this.#findings.push(...findings);
    for (const name of lost) this.#lose(name);
    return summarise(this.#returns, this.#others, this.#findings);
  }

  /** Units by the names of their time: of the period that is collected, else of today. */
  #naming(): UnitNaming {
    const { period, ledger, register, today } = this.#context;
    const opened = period === undefined ? undefined : ledger.period(period);
    return opened === undefined ? unitNaming(register, today) : this.#judging.namingOf(opened.period);
  }

  async #work(plan: Plan, depth: number, step: (file: IncomingFile) => void): Promise<void> {
    for (const { file, what } of plan.foreign) {
      this.#other(file, "foreign", [reportInbox("cycle/foreign-file", { what }, { file: file.shown })]);
      step(file);
    }
    for (const { file, purpose } of plan.unplaced) {
      const what = purpose === "signed" ? "Bản ký (PDF, ảnh)" : "Văn bản báo cáo";
      this.#other(file, "unplaced", [reportInbox("cycle/unplaced-attachment", { what }, { file: file.shown })]);
      step(file);
    }
    for (const job of plan.jobs) {
      await this.#do(job, depth);
      step(job.kind === "zip" ? job.zip : job.workbook);
      if (job.kind === "return") for (const { file } of job.attachments) step(file);
    }
  }

  async #do(job: Job, depth: number): Promise<void> {
    if (job.kind === "zip") await this.#unpack(job.zip, depth);
    else await this.#collect(job.workbook, job.attachments);
  }

  #other(file: IncomingFile, kind: OtherFile["kind"], findings: readonly Finding[]): void {
    this.#others.push({ file: file.shown, kind, findings });
  }

  async #unpack(zip: IncomingFile, depth: number): Promise<void> {
    const { shown } = zip;
    if (depth > DEEPEST_ZIP) return this.#other(zip, "unreadable", [reportInbox("cycle/zip-nested", {}, { file: shown })]);
    const tooLarge = sizeFinding(zip.size ?? 0, shown);
    const bytes = tooLarge ?? (await zip.load());
    if (!(bytes instanceof Uint8Array)) return this.#other(zip, "unreadable", [bytes]);
    const { files, findings } = openZip(bytes, shown);
    if (findings.length > 0) this.#other(zip, "unreadable", findings);
    const incoming = files
      .map((file) => fromZip(file, zip))
      .filter(({ name }) => purposeByName(name) !== "junk");
    // files in a zip are no steps of their own: how many there are was not known
    await this.#work(await planFiles(incoming, this.#naming()), depth + 1, () => {});
  }

  async #collect(workbook: IncomingFile, attachments: readonly Attachment[]): Promise<void> {
    const { shown } = workbook;
    if ((workbook.size ?? 0) > READ_LIMITS.file) {
      const size = { megabytes: megabytes(workbook.size ?? 0), most: megabytes(READ_LIMITS.file) };
      return this.#other(workbook, "unreadable", [asFinding(reportReturn("return/too-large", size), shown)]);
    }
    const bytes = await workbook.load();
    if (!(bytes instanceof Uint8Array)) return this.#other(workbook, "unreadable", [bytes]);
    const read = readWorkbook(bytes, this.#context.formSets);
    const { stamp } = read;
    if (stamp === undefined) {
      const findings = read.findings.map((finding) => asFinding(finding, shown));
      for (const { file, purpose } of attachments) {
        const what = purpose === "signed" ? "Bản ký (PDF, ảnh)" : "Văn bản báo cáo";
        this.#other(file, "unplaced", [reportInbox("cycle/unplaced-attachment", { what }, { file: file.shown })]);
      }
      return this.#other(workbook, "unreadable", findings);
    }
    const hash = sha256Of(bytes);
    const first = this.#returns[this.#seen.get(hash) ?? -1];
    if (first !== undefined && attachments.length === 0) return this.#duplicate(workbook, first);
    if (first === undefined) this.#seen.set(hash, this.#returns.length);
    const loaded = await this.#load(attachments);
    await this.#judge({ workbook, bytes, stamp, read, loaded });
  }

  /** Attachments that can be read; others are told of. */
  async #load(attachments: readonly Attachment[]): Promise<readonly LoadedAttachment[]> {
    const loaded: LoadedAttachment[] = [];
    for (const attachment of attachments) {
      const tooLarge = sizeFinding(attachment.file.size ?? 0, attachment.file.shown);
      const bytes = tooLarge ?? (await attachment.file.load());
      if (bytes instanceof Uint8Array) loaded.push({ attachment, bytes });
      else this.#other(attachment.file, "unreadable", [bytes]);
    }
    return loaded;
  }

  #duplicate({ shown, receipt }: IncomingFile, first: CollectedReturn): void {
    const { revision: _, ...same } = first;
    const finding = reportInbox("cycle/duplicate-file", { first: first.file }, { file: shown });
    this.#returns.push({
      ...same,
      ...{ file: shown, received: receipt, outcome: "duplicate", changes: NO_CHANGES, attachments: [] },
      findings: [{ ...finding, rule: "THU-TRUNG", weight: "note" }],
    });
  }

  async #judge(came: {
    readonly workbook: IncomingFile;
    readonly bytes: Uint8Array;
    readonly stamp: Stamp;
    readonly read: ReadReturn;
    readonly loaded: readonly LoadedAttachment[];
  }): Promise<void> {
    const { workbook, stamp, read, loaded } = came;
    const identification = identify(stamp, this.#context.period, this.#judging);
    const shared = {
      file: workbook.shown,
      unit: stamp.unit,
      period: stamp.period,
      formSet: { id: stamp.formSet, version: stamp.version },
      received: workbook.receipt,
      attachments: [],
      changes: NO_CHANGES,
      secondSources: 0,
    };
    if ("refusal" in identification) {
      this.#returns.push({
        ...shared,
        ...{ state: "refused", outcome: "unrecorded", daysLate: 0, paper: { ...read.paper, signed: false } },
        findings: [identification.refusal],
      });
      return;
    }
    const { identified } = identification;
    const judgement = judge({ file: workbook, stamp, read, attachments: loaded }, identified, this.#judging);
    const { state, daysLate, paper, secondSources, findings, attachments } = judgement;
    const result: Omit<CollectedReturn, "outcome"> = {
      ...shared,
      ...{ state, daysLate, paper, secondSources, findings },
      attachments: attachments.map(({ role }, index) => ({
        role,
        file: loaded[index]?.attachment.file.shown ?? "",
      })),
    };
    const index = this.#returns.push({ ...result, outcome: "unrecorded" }) - 1;
    const name = `${stamp.period}/${stamp.unit}`;
    this.#recorded.set(name, [...(this.#recorded.get(name) ?? []), index]);
    await this.#record(came, judgement, identified, (recorded) => {
      this.#returns[index] = withRecord(result, recorded, this.#context.ledger);
    });
  }

  /** Hands a return to the ledger, some at once; the order of the calls is that of the revisions. */
  async #record(
    came: { readonly workbook: IncomingFile; readonly bytes: Uint8Array; readonly stamp: Stamp; readonly read: ReadReturn },
    judgement: Judgement,
    { opened, unit }: Identified,
    settle: (recorded: Recorded) => void,
  ): Promise<void> {
    const { workbook, bytes, stamp, read } = came;
    const { formSet, version, revision, hash } = stamp;
    while (this.#underWay.size >= AT_ONCE) await Promise.race(this.#underWay);
    const recording = this.#context.ledger
      .recordRevision({
        unit: unit.code,
        period: opened.period.id,
        file: { bytes, name: workbook.name },
        attachments: judgement.attachments,
        received: workbook.receipt,
        state: judgement.state,
        paper: judgement.paper,
        ...(revision > 0 ? { outline: { formSet, version, revision, hash } } : {}),
        values: read.values,
        findings: judgement.findings,
        narrative: judgement.narrative,
        lists: read.lists,
        explanations: read.explanations,
        ...(this.#context.judgeAgain === true ? { judgedAgain: true } : {}),
      })
      .then(settle)
      .finally(() => this.#underWay.delete(recording));
    this.#underWay.add(recording);
  }

  /** What a failing disk kept from the ledger was not recorded after all. */
  #lose(name: string): void {
    for (const index of this.#recorded.get(name) ?? []) {
      const known = this.#returns[index];
      if (known?.outcome !== "recorded") continue;
      const { revision: _, ...rest } = known;
      this.#returns[index] = { ...rest, outcome: "unrecorded", changes: NO_CHANGES };
    }
  }
}

/** What recording made of a return. */
function withRecord(
  result: Omit<CollectedReturn, "outcome">,
  recorded: Recorded,
  ledger: Pick<CollectContext["ledger"], "findings">,
): CollectedReturn {
  const about = recorded.findings.map((finding) => ({
    ...finding,
    rule: "THU-SO",
    weight: recorded.kind === "refused" ? ("error" as const) : ("note" as const),
  }));
  if (recorded.kind === "refused") return { ...result, outcome: "unrecorded", findings: [...about, ...result.findings] };
  const changes = { created: 0, updated: 0, removed: 0, same: 0 };
  for (const { change } of recorded.changes) changes[change] += 1;
  const { id, number, state, received, paper } = recorded.revision;
  const revision = { id, number };
  if (recorded.kind === "recorded") return { ...result, outcome: "recorded", changes, revision };
  // what the ledger had stays as it was judged and received then
  const findings = [...about, ...ledger.findings(id)];
  return { ...result, outcome: "repeated", state, received, paper, changes, revision, findings };
}

function judgingContext({ ledger, register, formSets, kinds }: CollectContext): JudgingContext {
  const namings = new Map<string, UnitNaming>();
  const copies = new Map<string, CopyIndex>();
  const namingOf = ({ window }: Period): UnitNaming => {
    const known = namings.get(window.to) ?? unitNaming(register, window.to);
    namings.set(window.to, known);
    return known;
  };
  const copiesOf = ({ id }: Period): CopyIndex => {
    const known = copies.get(id);
    if (known !== undefined) return known;
    const index = new CopyIndex();
    copies.set(id, index);
    const counted = ledger.export(id);
    for (const { revision, values } of counted?.returns() ?? []) {
      const { formSet = counted?.opened.formSet.id ?? "", version = counted?.opened.formSet.version ?? "" } =
        revision.outline ?? {};
      const declared = formSets.get(formSetKey(formSet, version));
      if (declared !== undefined) index.note(revision.unit, declared, values);
    }
    return index;
  };
  return {
    register,
    formSets,
    ledger,
    earlierOf: earlierFiguresFrom(ledger, register, kinds),
    namingOf,
    copiesOf,
    receivingOf: (unit, period) => ledger.receiving(unit, period),
  };
}

/**
 * Collects returns from files, folders and zips into the ledger. A bad file never stops the others; running again with the
 * same files adds nothing.
 *
 * @param paths absolute
 * @throws errors that nobody foresaw
 */
export function collect(paths: readonly string[], context: CollectContext): Promise<CollectResult> {
  return new Collection(context).run(paths);
}
