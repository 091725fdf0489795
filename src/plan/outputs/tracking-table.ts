/** The table of a tracking workbook as it came back, row by row. */
import type { CellFinding, CellPlace } from "../../cycle/returns.js";
import { reportTracking } from "../../findings/messages/plan/tracking.js";
import { foldWord } from "../../findings/nearest.js";
import type { TaskReport, TaskStatus } from "../../model/task-report.js";
import type { Day } from "../../organisation/register.js";
import { sayDay } from "../../periods/day.js";
import { addressOf } from "../../workbook/layout/address.js";
import { cleanTyped } from "../../workbook/read/numbers/clean-text.js";
import { cellKey, columnOf, rowOf } from "../../workbook/read/sheet/address.js";
import type { SheetCell, SheetGrid } from "../../workbook/read/sheet/cell.js";
import { dayOf, textOf } from "../../workbook/read/values/interpret-text.js";
import type { StampReading } from "./read-stamp.js";
import { STATUS_NAMES, STATUS_WORDS, TRACKING_COLUMNS, type TrackingField } from "./tracking-layout.js";

export interface ReadReport extends TaskReport {
  /** The task's words in the workbook: ids may move when the plan changes. */
  readonly text: string;
  /** Of the state. */
  readonly cell: CellPlace;
}

/** Without these nothing can be read. */
export const NEEDED: readonly TrackingField[] = ["task", "text", "status"];
export const headOf = (field: TrackingField): string =>
  TRACKING_COLUMNS.find((column) => column.field === field)?.head ?? "";
const FIELD_OF_HEAD = new Map(TRACKING_COLUMNS.map(({ field, head }) => [foldWord(head), field]));
const STATUSES = Object.keys(STATUS_NAMES) as TaskStatus[];
const OPEN: readonly TrackingField[] = ["status", "completedOn", "result", "note"];

/** The table of a sheet. */
export interface TrackingTable {
  readonly grid: SheetGrid;
  readonly headRow: number;
  readonly columns: ReadonlyMap<TrackingField, number>;
}

/** The row whose cells are the heads, by what they say. */
export function findTable(grid: SheetGrid, date1904: boolean): TrackingTable | undefined {
  const rows = new Map<number, Map<TrackingField, number>>();
  for (const [key, cell] of grid.cells) {
    const field = FIELD_OF_HEAD.get(foldWord(cleanTyped(textOf(cell, date1904))));
    if (field === undefined) continue;
    const columns = rows.get(rowOf(key)) ?? new Map<TrackingField, number>();
    if (!columns.has(field)) columns.set(field, columnOf(key));
    rows.set(rowOf(key), columns);
  }
  const head = [...rows].find(([, columns]) => NEEDED.every((field) => columns.has(field)));
  return head === undefined ? undefined : { grid, headRow: head[0], columns: head[1] };
}

function statusOf(typed: string): { readonly status: TaskStatus; readonly exact: boolean } | undefined {
  const folded = foldWord(typed).replace(/[.;\s]+$/u, "");
  const exact = STATUSES.find((status) => foldWord(STATUS_NAMES[status]) === folded);
  if (exact !== undefined) return { status: exact, exact: true };
  const status = STATUSES.find((candidate) => STATUS_WORDS[candidate].test(folded));
  return status === undefined ? undefined : { status, exact: false };
}

/** Words of tasks that differ in nothing but accents' style, blanks and the sign at the end. */
export const sameText = (text: string): string => foldWord(text.replace(/[\s.;,]+$/u, "")).replace(/\s+/gu, " ");

/** Finds the task of the current plan that a task of the workbook is. */
export type CurrentId = (id: string) => string | undefined;

/** Reads the rows of a table; the findings stand beside. */
export class TableReader {
  readonly findings: CellFinding[] = [];
  private readonly reports = new Map<string, ReadReport>();
  private readonly twice = new Set<string>();
  /** Ids of the workbook whose rows were seen, and those with a report. */
  private readonly seen = new Set<string>();
  private readonly reported = new Set<string>();
  private readonly byText: ReadonlyMap<string, string>;

  constructor(
    private readonly table: TrackingTable,
    private readonly stamped: StampReading,
    private readonly date1904: boolean,
    private readonly current: CurrentId,
    private readonly received: Day | undefined,
  ) {
    const texts = [...stamped.tasks].map(([id, text]) => [sameText(text), id] as const);
    const count = (wanted: string): number => texts.filter(([text]) => text === wanted).length;
    this.byText = new Map(texts.filter(([text]) => count(text) === 1));
  }

  read(): readonly ReadReport[] {
    const rows = [...new Set([...this.table.grid.cells.keys()].map(rowOf))].filter((row) => row > this.table.headRow);
    for (const row of rows.sort((left, right) => left - right)) this.readRow(row);
    const known = [...this.stamped.tasks.keys()];
    const gone = known.filter((id) => !this.seen.has(id));
    const unreported = known.filter((id) => this.seen.has(id) && !this.reported.has(id));
    if (gone.length > 0) this.findings.push(reportTracking("tracking/rows-gone", { tasks: gone }));
    if (this.reported.size === 0) this.findings.push(reportTracking("tracking/nothing", {}));
    else if (unreported.length > 0) this.findings.push(reportTracking("tracking/unreported", { tasks: unreported }));
    return [...this.reports.values()].filter(({ task }) => !this.twice.has(task));
  }

  private cell(row: number, field: TrackingField): SheetCell | undefined {
    const column = this.table.columns.get(field);
    return column === undefined ? undefined : this.table.grid.cells.get(cellKey(row, column));
  }

  private text(row: number, field: TrackingField): string {
    return textOf(this.cell(row, field), this.date1904);
  }

  private place(row: number, field: TrackingField): CellPlace {
    const column = this.table.columns.get(field) ?? this.table.columns.get("status") ?? 1;
    return { sheet: this.table.grid.name, address: addressOf(row, column) };
  }

  /** The task of a row as the workbook names it. */
  private taskOf(row: number, filled: boolean): string | undefined {
    const typed = cleanTyped(this.text(row, "task"));
    const words = this.text(row, "text");
    const byText = this.byText.get(sameText(words));
    // the words decide where a code was typed over another's
    if (this.stamped.tasks.has(typed) && (byText === undefined || byText === typed || words === "")) return typed;
    if (byText !== undefined) {
      this.findings.push(reportTracking("tracking/code-restored", { typed, task: byText }, this.place(row, "task")));
      return byText;
    }
    if (filled) {
      const text = words || typed || this.text(row, "result");
      this.findings.push(reportTracking("tracking/row-unknown", { text }, this.place(row, "text")));
    }
    return undefined;
  }

  private readRow(row: number): void {
    const filled = OPEN.some(
      (field) => this.text(row, field) !== "" || this.cell(row, field)?.content.kind === "error",
    );
    if (!filled && this.text(row, "task") === "" && this.text(row, "text") === "") return;
    const id = this.taskOf(row, filled);
    if (id === undefined) return;
    this.seen.add(id);
    if (!filled) return;
    this.reported.add(id);
    const report = this.readReport(row, id);
    const task = this.current(id);
    if (task === undefined) {
      this.findings.push(reportTracking("tracking/task-changed", { task: id }, this.place(row, "task")));
    } else if (report !== undefined) this.add({ ...report, task });
  }

  private add(report: ReadReport): void {
    const first = this.reports.get(report.task);
    const content = ({ cell: _, ...said }: ReadReport): string => JSON.stringify(said);
    if (first === undefined) this.reports.set(report.task, report);
    else if (content(first) !== content(report)) {
      this.twice.add(report.task);
      const params = { task: report.task, other: first.cell.address };
      this.findings.push(reportTracking("tracking/task-twice", params, report.cell));
    }
  }

  private readReport(row: number, task: string): ReadReport | undefined {
    const completedOn = this.readDay(row);
    const status = this.readStatus(row, task, completedOn);
    if (status === undefined || completedOn === "unreadable") return undefined;
    const [result, note] = [this.text(row, "result"), this.text(row, "note")];
    const at = this.place(row, "completedOn");
    if (status === "done" && completedOn === undefined) {
      this.findings.push(reportTracking("tracking/day-missing", { task }, at));
    } else if (status !== "done" && status !== "ongoing" && completedOn !== undefined) {
      this.findings.push(reportTracking("tracking/day-of-open", { task, status: STATUS_NAMES[status] }, at));
    }
    return {
      ...{ task, status, text: this.stamped.tasks.get(task) ?? "" },
      ...(completedOn === undefined ? {} : { completedOn }),
      ...(result === "" ? {} : { result }),
      ...(note === "" ? {} : { note }),
      cell: this.place(row, "status"),
    };
  }

  private readStatus(row: number, task: string, completedOn: Day | "unreadable" | undefined): TaskStatus | undefined {
    const typed = cleanTyped(this.text(row, "status"));
    const at = this.place(row, "status");
    const error = this.cell(row, "status")?.content;
    if (typed === "" && error?.kind !== "error") {
      if (completedOn === undefined || completedOn === "unreadable") {
        this.findings.push(reportTracking("tracking/status-missing", { task }, at));
        return undefined;
      }
      this.findings.push(reportTracking("tracking/status-from-day", { task }, at));
      return "done";
    }
    const read = statusOf(typed);
    if (read === undefined) {
      const params = { typed: error?.kind === "error" ? error.code : typed, names: Object.values(STATUS_NAMES) };
      this.findings.push(reportTracking("tracking/status-unknown", params, at));
      return undefined;
    }
    if (!read.exact) {
      this.findings.push(reportTracking("tracking/status-read-as", { typed, name: STATUS_NAMES[read.status] }, at));
    }
    return read.status;
  }

  private readDay(row: number): Day | "unreadable" | undefined {
    const cell = this.cell(row, "completedOn");
    const typed = cell?.content.kind === "error" ? cell.content.code : this.text(row, "completedOn");
    if (typed === "" || /^[-–—]$/u.test(typed)) return undefined;
    const at = this.place(row, "completedOn");
    const day = dayOf(cell, this.date1904);
    if (day === undefined) {
      this.findings.push(reportTracking("tracking/day-unreadable", { typed }, at));
      return "unreadable";
    }
    const { received } = this;
    const { date } = this.stamped.stamp;
    if (received !== undefined && day > received) {
      const params = { day: sayDay(day), received: sayDay(received) };
      this.findings.push(reportTracking("tracking/day-future", params, at));
      return "unreadable";
    }
    if (date !== undefined && day < date) {
      this.findings.push(reportTracking("tracking/day-before-plan", { day: sayDay(day), plan: sayDay(date) }, at));
    }
    return day;
  }
}
