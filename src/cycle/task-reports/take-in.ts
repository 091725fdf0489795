/** Takes a tracking workbook of the inbox into the ledger. */
import type { Finding } from "../../findings/finding.js";
import type { TaskStatus } from "../../model/task-report.js";
import type { Day, UnitRegister } from "../../organisation/register.js";
import { type AwaitedPlan, readTracking } from "../../plan/outputs/read-tracking.js";
import { unitFinder } from "../../plan/targets/find-unit.js";
import type { LedgerWriting, Receipt, ReceivedFile } from "../ledger/index.js";
import type { CellFinding } from "../returns.js";

/** What became of a tracking workbook. */
export interface CollectedTracking {
  /** As the user sees it. */
  readonly file: string;
  /** The plan; absent of a workbook whose stamp is damaged. */
  readonly plan?: { readonly identity: string; readonly title: string; readonly number?: string };
  /** Whose it is; absent of a workbook for all bodies. */
  readonly body?: string;
  /** Code of the body where it is a unit. */
  readonly unit?: string;
  readonly received: Receipt;
  readonly state: "accepted" | "explain" | "correct" | "refused";
  /** `unrecorded`: nothing was written, and the findings say why. */
  readonly outcome: "recorded" | "repeated" | "unrecorded";
  /** Id in the ledger, where there is one. */
  readonly workbook?: number;
  /** Tasks by state. */
  readonly counts: Readonly<Record<TaskStatus, number>>;
  readonly findings: readonly CellFinding[];
}

export interface TrackingIntake {
  readonly ledger: Pick<LedgerWriting, "recordTaskReports">;
  readonly register: UnitRegister;
  readonly today: Day;
  /** Plans as they are now, where the desk has them. */
  readonly plans?: readonly AwaitedPlan[];
}

const stateOf = (findings: readonly CellFinding[]): "accepted" | "explain" | "correct" => {
  if (findings.some(({ weight }) => weight === "error")) return "correct";
  return findings.some(({ weight }) => weight === "explain") ? "explain" : "accepted";
};

const aboutLedger = (findings: readonly Finding[]): readonly CellFinding[] =>
  findings.map((finding) => ({ ...finding, rule: "THU-SO", weight: "error" }));

/**
 * Reads a tracking workbook and records what it reports; rows that are to be corrected wait, and the others count.
 *
 * @param shown the file as the user sees it
 */
export async function takeInTracking(
  file: ReceivedFile,
  shown: string,
  received: Receipt,
  { ledger, register, today, plans }: TrackingIntake,
): Promise<CollectedTracking> {
  const context = { received: received.day, ...(plans === undefined ? {} : { plans }) };
  const { stamp, reports, findings } = readTracking(file.bytes, context);
  const counts = { notDue: 0, underWay: 0, done: 0, overdue: 0, ongoing: 0 };
  for (const { status } of reports) counts[status] += 1;
  const base = { file: shown, received, counts, findings };
  if (stamp === undefined) return { ...base, state: "refused", outcome: "unrecorded" };
  const { number, body } = stamp;
  const plan = { identity: stamp.plan, title: stamp.title, ...(number === undefined ? {} : { number }) };
  const unit = body === undefined ? undefined : unitFinder(register, today)(body);
  const whose = { ...(body === undefined ? {} : { body }), ...(unit === undefined ? {} : { unit }) };
  const told = { ...base, plan, ...whose };
  if (reports.length === 0) return { ...told, state: "refused", outcome: "unrecorded" };
  const state = stateOf(findings);
  const recorded = await ledger.recordTaskReports({
    ...{ plan, tasks: stamp.tasks, ...whose, issue: stamp.revision, file, received, state, reports },
  });
  if (recorded.kind === "refused") {
    return { ...told, state, outcome: "unrecorded", findings: [...aboutLedger(recorded.findings), ...findings] };
  }
  const { id, received: day } = recorded.workbook;
  return { ...told, received: day, state: recorded.workbook.state, outcome: recorded.kind, workbook: id };
}

/**
 * What a failing disk kept from the ledger was not recorded after all.
 *
 * @param lost names of changes, `nhiem-vu/…` those of tracking workbooks
 */
export const withoutLostTracking = (
  all: readonly CollectedTracking[],
  lost: readonly string[],
): readonly CollectedTracking[] =>
  all.map((one) => {
    const { workbook: _, ...rest } = one;
    const isLost = one.outcome === "recorded" && lost.includes(`nhiem-vu/${one.plan?.identity}`);
    return isLost ? { ...rest, outcome: "unrecorded" } : one;
  });
