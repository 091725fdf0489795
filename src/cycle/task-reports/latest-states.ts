/** What became of each task of a plan: the last that each body said of it. */
import { bodyKey } from "../../plan/outputs/bodies.js";
import type { KeptTaskReport, LedgerReading, TaskWorkbook } from "../ledger/index.js";

/** The last report of a task by a body. */
export interface TaskState extends KeptTaskReport {
  /** Who reports; absent of a workbook for all bodies. */
  readonly body?: string;
  /** Code of the body where it is a unit. */
  readonly unit?: string;
  /** The workbook that says so. */
  readonly workbook: TaskWorkbook;
}

const keyOf = ({ body, unit }: TaskWorkbook): string => unit ?? (body === undefined ? "" : bodyKey(body));

/** Older first: by the day of receipt, then as they were recorded. */
const byReceipt = (a: TaskWorkbook, b: TaskWorkbook): number =>
  a.received.day < b.received.day ? -1 : a.received.day > b.received.day ? 1 : a.id - b.id;

/**
 * The last state of each task that was reported on. A workbook that leaves a task out changes nothing of it.
 *
 * @param plan identity of the plan (`planIdentity`)
 * @returns by id of the task; one state for each body that reported, in the order of their first reports
 */
export function latestTaskStates(
  ledger: Pick<LedgerReading, "taskWorkbooks" | "taskReports">,
  plan: string,
): ReadonlyMap<string, readonly TaskState[]> {
  const states = new Map<string, Map<string, TaskState>>();
  for (const workbook of [...ledger.taskWorkbooks(plan)].sort(byReceipt)) {
    const { body, unit } = workbook;
    for (const report of ledger.taskReports(workbook.id)) {
      const ofTask = states.get(report.task) ?? new Map<string, TaskState>();
      ofTask.set(keyOf(workbook), {
        ...report,
        ...(body === undefined ? {} : { body }),
        ...(unit === undefined ? {} : { unit }),
        workbook,
      });
      states.set(report.task, ofTask);
    }
  }
  return new Map([...states].map(([task, ofTask]) => [task, [...ofTask.values()]]));
}
