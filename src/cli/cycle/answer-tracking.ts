/** Writes the answers to tracking workbooks of plans' tasks. */
import { join } from "node:path";
import type { LedgerReading } from "../../cycle/ledger/index.js";
import { type CollectedTracking, trackingAnswer } from "../../cycle/task-reports/index.js";
import type { Finding } from "../../findings/finding.js";
import type { Environment } from "../environment.js";
import { attempt, shownPath } from "../outcome.js";

export interface TrackingAnswers {
  readonly written: readonly { readonly folder: string; readonly files: readonly string[] }[];
  readonly findings: readonly Finding[];
}

async function answer(
  one: CollectedTracking,
  base: string,
  ledger: Pick<LedgerReading, "taskWorkbooks" | "readFile">,
  { files, cwd }: Environment,
): Promise<TrackingAnswers["written"]> {
  const ofPlan = ledger.taskWorkbooks(one.plan?.identity ?? "");
  const kept = ofPlan.find(({ id }) => id === one.workbook);
  const bytes = kept === undefined ? undefined : await ledger.readFile(kept.file.sha256);
  if (kept === undefined || bytes === undefined) return [];
  const number = ofPlan.filter(({ body, id }) => body === kept.body && id <= kept.id).length;
  const made = trackingAnswer(one, bytes, number);
  if (made === undefined) return [];
  const folder = join(base, ...made.folder);
  const missing: (typeof made.files)[number][] = [];
  // an answer that is there may have been sent, or written upon
  for (const file of made.files) if ((await files.kind(join(folder, file.name))) === undefined) missing.push(file);
  await files.createFolder(folder);
  if (missing.length > 0) {
    await files.writeAll(
      missing.map(({ name, bytes: content }) => ({ path: join(folder, name), bytes: content })),
      "create",
    );
  }
  return [{ folder: shownPath(folder, cwd), files: made.files.map(({ name }) => name) }];
}

/**
 * Answers tracking workbooks that the ledger has.
 *
 * @param base folder for all answers, absolute
 */
export async function answerTracking(
  tracking: readonly CollectedTracking[],
  base: string,
  ledger: Pick<LedgerReading, "taskWorkbooks" | "readFile">,
  environment: Environment,
): Promise<TrackingAnswers> {
  const written: TrackingAnswers["written"][number][] = [];
  const findings: Finding[] = [];
  for (const one of tracking.filter(({ workbook }) => workbook !== undefined)) {
    const outcome = await attempt(shownPath(base, environment.cwd), "write", () =>
      answer(one, base, ledger, environment),
    );
    if (outcome.ok) written.push(...outcome.value);
    else findings.push(...outcome.findings);
  }
  return { written, findings };
}
