/** Writes the answers to collected returns. */
import { join } from "node:path";
import { answerFiles } from "../../cycle/answers/answer-files.js";
import type { CollectedReturn } from "../../cycle/collect/index.js";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportCycleCall } from "../../findings/messages/cycle-cli.js";
import { type Day, findUnit, nameAt } from "../../organisation/index.js";
import { addDays } from "../../periods/index.js";
import type { Environment } from "../environment.js";
import { attempt, shownPath } from "../outcome.js";
import type { Desk } from "./desk.js";

/** Folder of the workspace for answers. */
export const ANSWERS_FOLDER = "tra-loi";

/** Days that a unit has at least for its corrected return. */
const CORRECTION_DAYS = 3;

export interface WrittenAnswer {
  readonly unit: string;
  readonly period: string;
  /** Folder as the user sees it. */
  readonly folder: string;
  readonly files: readonly string[];
}

export interface Answers {
  readonly written: readonly WrittenAnswer[];
  readonly findings: readonly Finding[];
}

type Known = CollectedReturn & { readonly revision: NonNullable<CollectedReturn["revision"]> };

/** Whether a return is the last that its unit sent: an earlier one needs no answer any more. */
export const isLatest = ({ unit, period, revision }: CollectedReturn, ledger: LedgerReading): boolean =>
  revision !== undefined && ledger.latest(unit, period)?.id === revision.id;

const later = (a: Day, b: Day): Day => (a > b ? a : b);

async function answer(
  one: Known,
  folder: string,
  desk: Desk,
  ledger: LedgerReading,
  { files, cwd }: Environment,
): Promise<Answers> {
  const { unit, period: id, received, findings, revision, paper } = one;
  const kept = ledger.revision(revision.id);
  const opened = ledger.period(id);
  const known = findUnit(desk.register, unit);
  const workbook = kept === undefined ? undefined : await ledger.readFile(kept.file.sha256);
  if (kept === undefined || opened === undefined || known === undefined || workbook === undefined) {
    return { written: [], findings: [] };
  }
  const { period } = opened;
  const name = nameAt(known, period.window.to).official;
  const lastDay = later(ledger.receiving(unit, id)?.lastDay ?? period.lastDay, addDays(desk.today, CORRECTION_DAYS));
  const request = {
    ...{ unit: name, code: unit, period, file: kept.file.name, received: received.day, findings, lastDay },
    ...{ revision: revision.number, signed: paper.signed, paper, workbook },
  };
  const made = await answerFiles(desk.workspace, request, desk.today);
  const missing: (typeof made.files)[number][] = [];
  // an answer that is there may have been sent, or written upon
  for (const file of made.files) if ((await files.kind(join(folder, file.name))) === undefined) missing.push(file);
  await files.createFolder(folder);
  if (missing.length > 0) {
    await files.writeAll(
      missing.map(({ name: file, bytes }) => ({ path: join(folder, file), bytes })),
      "create",
    );
  }
  return {
    written: [{ unit, period: id, folder: shownPath(folder, cwd), files: made.files.map((file) => file.name) }],
    findings: made.unmarked ? [reportCycleCall("cycle-cli/not-marked", { unit: name })] : [],
  };
}

/**
 * Answers the returns that are their units' last. An answer that was written before stays as it is; one that an
 * interrupted run did not come to is written now.
 *
 * @param base folder for all answers, absolute
 */
export async function answerReturns(
  returns: readonly CollectedReturn[],
  base: string,
  desk: Desk,
  ledger: LedgerReading,
  environment: Environment,
  step: (done: number, total: number, unit: string) => void,
): Promise<Answers> {
  const written: WrittenAnswer[] = [];
  const findings: Finding[] = [];
  const due = returns.filter(
    (one): one is Known => one.revision !== undefined && one.outcome !== "duplicate" && isLatest(one, ledger),
  );
  for (const [index, one] of due.entries()) {
    step(index + 1, due.length, one.unit);
    const folder = join(base, one.period, one.unit);
    const outcome = await attempt(shownPath(folder, environment.cwd), "write", () =>
      answer(one, folder, desk, ledger, environment),
    );
    if (outcome.ok) {
      written.push(...outcome.value.written);
      findings.push(...outcome.value.findings);
    } else findings.push(...outcome.findings);
  }
  return { written, findings };
}
