/** What bodies report of the tasks of plans: tracking workbooks as received, and their rows. */
import { z } from "zod";
import type { Finding } from "../../findings/finding.js";
import type { TaskReport } from "../../model/task-report.js";
import { TaskStatus } from "../../model/task-report.js";
import type { CellPlace } from "../returns.js";
import { type Connection, command, insertRows, optional, orNull, query, type SqlValue } from "./connection.js";
import type { LedgerContext } from "./context.js";
import type { Receipt } from "./contract.js";
import { findingOf } from "./failure.js";
import { findFile, insertFile } from "./kept-files.js";
import { type KeptFile, keptPath, type ReceivedFile, receivedName, sha256Of } from "./received-files.js";

/** One row of a tracking workbook. */
export interface KeptTaskReport extends TaskReport {
  /** The task's words then: ids may move when the plan changes. */
  readonly text: string;
  readonly cell: CellPlace;
}

export interface TaskReportsInput {
  /** The plan by its identity, and as a person knows it. */
  readonly plan: { readonly identity: string; readonly title: string; readonly number?: string };
  /** Hash over the plan's tasks when the workbook was made. */
  readonly tasks: string;
  /** Whose workbook it is; absent of one for all. */
  readonly body?: string;
  /** Code of the body where it is a unit. */
  readonly unit?: string;
  /** Which issue of the workbook, from 1. */
  readonly issue: number;
  readonly file: ReceivedFile;
  readonly received: Receipt;
  readonly state: "accepted" | "explain" | "correct";
  readonly reports: readonly KeptTaskReport[];
}

/** A tracking workbook that the ledger has. */
export interface TaskWorkbook extends Omit<TaskReportsInput, "file" | "reports"> {
  readonly id: number;
  readonly file: KeptFile & { readonly name: string /** From the ledger's folder. */; readonly path: string };
  /** Time of recording, ISO in UTC. */
  readonly at: string;
}

/** What recording did. `repeated`: the ledger had this file, and nothing was added. */
export type TaskReportsRecorded =
  | { readonly kind: "recorded" | "repeated"; readonly workbook: TaskWorkbook }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] };

const WorkbookRow = z
  .object({
    id: z.number(),
    plan: z.string(),
    title: z.string(),
    number: optional(z.string()),
    tasks: z.string(),
    body: optional(z.string()),
    unit: optional(z.string()),
    issue: z.number(),
    sha256: z.string(),
    size: z.number(),
    suffix: z.string(),
    name: z.string(),
    day: z.string(),
    basis: z.enum(["given", "file"]),
    state: z.enum(["accepted", "explain", "correct"]),
    at: z.string(),
  })
  .transform(
    ({ plan, title, number, body, unit, sha256, size, suffix, name, day, basis, ...rest }): TaskWorkbook => ({
      ...rest,
      plan: { identity: plan, title, ...(number === undefined ? {} : { number }) },
      ...(body === undefined ? {} : { body }),
      ...(unit === undefined ? {} : { unit }),
      received: { day, basis },
      file: { sha256, size, suffix, name, path: keptPath({ sha256, suffix }) },
    }),
  );

const COLUMNS = `SELECT w.id, w.plan, w.plan_title AS title, w.plan_number AS number, w.tasks_hash AS tasks, w.body, w.unit,
  w.issue, w.file AS sha256, f.size, f.suffix, w.file_name AS name, w.received_day AS day, w.received_basis AS basis,
  w.state, w.at FROM task_workbooks w JOIN files f ON f.sha256 = w.file`;
const ALL = query(`${COLUMNS} ORDER BY w.id`, [], WorkbookRow);
const OF_PLAN = query(`${COLUMNS} WHERE w.plan = :plan ORDER BY w.id`, ["plan"], WorkbookRow);
const OF_FILE = query(`${COLUMNS} WHERE w.plan = :plan AND w.file = :file`, ["plan", "file"], WorkbookRow);
const INSERT = command(
  `INSERT INTO task_workbooks (plan, plan_title, plan_number, tasks_hash, body, unit, issue, file, file_name, received_day,
   received_basis, state, at) VALUES (:plan, :title, :number, :tasks, :body, :unit, :issue, :file, :name, :day, :basis,
   :state, :at)`,
  [
    ...(["plan", "title", "number", "tasks", "body", "unit", "issue", "file", "name", "day"] as const),
    ...(["basis", "state", "at"] as const),
  ],
);

const REPORTS = query(
  `SELECT task, text, status, completed_on AS completedOn, result, note, sheet, address FROM task_reports
   WHERE workbook = :workbook ORDER BY task`,
  ["workbook"],
  z
    .object({
      task: z.string(),
      text: z.string(),
      status: TaskStatus,
      completedOn: optional(z.string()),
      result: optional(z.string()),
      note: optional(z.string()),
      sheet: z.string(),
      address: z.string(),
    })
    .transform(
      ({ completedOn, result, note, sheet, address, ...rest }): KeptTaskReport => ({
        ...rest,
        ...(completedOn === undefined ? {} : { completedOn }),
        ...(result === undefined ? {} : { result }),
        ...(note === undefined ? {} : { note }),
        cell: { sheet, address },
      }),
    ),
);

/** Tracking workbooks in the order of recording, of one plan or of all. */
export const listTaskWorkbooks = (connection: Connection, plan?: string): readonly TaskWorkbook[] =>
  plan === undefined ? ALL.all(connection, {}) : OF_PLAN.all(connection, { plan });

/** What a tracking workbook reports. */
export const listTaskReports = (connection: Connection, workbook: number): readonly KeptTaskReport[] =>
  REPORTS.all(connection, { workbook });

/** Name under which a failing disk's losses are told. */
export const taskReportsName = (plan: string): string => `nhiem-vu/${plan}`;

function insert({ connection, time }: LedgerContext, input: TaskReportsInput, kept: KeptFile): TaskWorkbook {
  const { plan, tasks, body, unit, issue, received, state, reports } = input;
  const at = time();
  insertFile(connection, kept, at);
  const id = INSERT(connection, {
    ...{ plan: plan.identity, title: plan.title, number: orNull(plan.number), tasks, issue, state, at },
    ...{ body: orNull(body), unit: orNull(unit), file: kept.sha256, name: receivedName(input.file.name) },
    ...{ day: received.day, basis: received.basis },
  });
  const rows = reports.map(({ task, text, status, completedOn, result, note, cell }): SqlValue[] => [
    ...[id, task, text, status, orNull(completedOn), orNull(result), orNull(note), cell.sheet, cell.address],
  ]);
  insertRows(connection, "task_reports", rows);
  const workbook = OF_FILE.first(connection, { plan: plan.identity, file: kept.sha256 });
  if (workbook === undefined) throw new Error(`tracking workbook ${id} is gone`);
  return workbook;
}

/**
 * Records a tracking workbook: its file, then one change.
 *
 * @returns `refused` with the reason when nothing was recorded
 * @throws errors that nobody foresaw
 */
export async function recordTaskReports(context: LedgerContext, input: TaskReportsInput): Promise<TaskReportsRecorded> {
  const { connection, keeper, writes } = context;
  const { identity } = input.plan;
  const sha256 = sha256Of(input.file.bytes);
  const repeated = (): TaskReportsRecorded | undefined => {
    const workbook = OF_FILE.first(connection, { plan: identity, file: sha256 });
    return workbook && { kind: "repeated", workbook };
  };
  const known = repeated();
  if (known !== undefined) return known;
  try {
    const kept = await keeper.keep(input.file, findFile(connection, sha256)?.suffix);
    // another call may have recorded the same file meanwhile
    return await writes.write(
      taskReportsName(identity),
      () => repeated() ?? { kind: "recorded", workbook: insert(context, input, kept) },
    );
  } catch (error) {
    const finding = findingOf(error, context.file);
    if (finding === undefined) throw error;
    return { kind: "refused", findings: [finding] };
  }
}
