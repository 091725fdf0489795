/** Reads tasks and targets out of a workbook: the form, a tracking workbook, or any table with columns named alike. */
import type { CellFinding, CellPlace } from "../../cycle/returns.js";
import { reportTaskList } from "../../findings/messages/plan/task-list.js";
import type { TaskRole } from "../../model/task.js";
import { sayDay } from "../../periods/day.js";
import { addressOf } from "../../workbook/layout/address.js";
import { READ_LIMITS } from "../../workbook/read/limits.js";
import { cleanTyped } from "../../workbook/read/numbers/clean-text.js";
import { reportOpenFault } from "../../workbook/read/open-findings.js";
import { isPackage, openPackage, type WorkbookPackage } from "../../workbook/read/package/open-package.js";
import { cellKey, columnOf, rowOf } from "../../workbook/read/sheet/address.js";
import type { SheetGrid } from "../../workbook/read/sheet/cell.js";
import { textOf } from "../../workbook/read/values/interpret-text.js";
import { splitBodies } from "../bodies/names.js";
import { kindOfLabel, type LabelKind } from "../tasks/labels.js";
import { readTiming, type TimingContext } from "../timing/index.js";
import type { ListedTask, PlanContents } from "./contents.js";

export interface TaskListReading {
  readonly contents?: PlanContents;
  readonly findings: readonly CellFinding[];
}

type RoleKind = TaskRole["role"];
const ROLES: readonly RoleKind[] = ["direct", "advise", "adviseAndExecute", "execute", "coordinate"];
const GROUP_ORDINAL = /^(?:[IVXL]+|[A-HĐ])[.)]?$/u;
const TARGET_HEAD = /^(?:chỉ tiêu|mục tiêu|nội dung chỉ tiêu|tên chỉ tiêu)$/iu;
const SKIPPED_HEAD = /^(?:s?tt|ghi chú|mã)$/iu;

/** A sheet whose merged cells count in each row that they cover. */
class Sheet {
  constructor(
    readonly grid: SheetGrid,
    private readonly date1904: boolean,
  ) {}

  rows(): readonly number[] {
    return [...new Set([...this.grid.cells.keys()].map(rowOf))].sort((left, right) => left - right);
  }

  columns(row: number): readonly number[] {
    return [...this.grid.cells.keys()].filter((key) => rowOf(key) === row).map(columnOf);
  }

  private mergeAt(row: number, column: number) {
    return this.grid.merges.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
  }

  isMerged(row: number, column: number): boolean {
    return this.mergeAt(row, column) !== undefined;
  }

  text(row: number, column: number): string {
    const merge = this.mergeAt(row, column);
    const cell = this.grid.cells.get(cellKey(merge?.top ?? row, merge?.left ?? column));
    const text = textOf(cell, this.date1904);
    return cell?.content.kind === "number" && cell.content.date ? sayDay(text) : text;
  }

  place(row: number, column: number): CellPlace {
    return { sheet: this.grid.name, address: addressOf(row, column) };
  }
}

interface TaskTable {
  readonly sheet: Sheet;
  readonly headRow: number;
  readonly columns: ReadonlyMap<LabelKind, number>;
}

function findTasks(sheet: Sheet): TaskTable | undefined {
  for (const row of sheet.rows()) {
    const columns = new Map<LabelKind, number>();
    for (const column of sheet.columns(row)) {
      const kind = kindOfLabel(cleanTyped(sheet.text(row, column)).replace(/\s*\([^)]*\)$/u, ""));
      if (kind !== undefined && !columns.has(kind)) columns.set(kind, column);
    }
    if (columns.has("task") && [...ROLES, "timing" as const].some((kind) => columns.has(kind))) {
      return { sheet, headRow: row, columns };
    }
  }
  return undefined;
}

/** Names in a cell: one a line, parted by semicolons, or as a sentence lists them. */
const bodiesIn = (text: string): string[] =>
  text
    .split(/[\n;]+/u)
    .flatMap((names) => splitBodies(cleanTyped(names)))
    .filter((name) => !/^[-–—…]*$/u.test(name));

function readTasks({ sheet, headRow, columns }: TaskTable, context: TimingContext, findings: CellFinding[]) {
  const tasks: ListedTask[] = [];
  const columnOf = (kind: LabelKind): number => columns.get(kind) ?? columns.get("task") ?? 1;
  for (const row of sheet.rows().filter((each) => each > headRow)) {
    const of = (kind: LabelKind): string => {
      const column = columns.get(kind);
      return column === undefined ? "" : sheet.text(row, column);
    };
    const text = cleanTyped(of("task"));
    const time = cleanTyped(of("timing")).replace(/\.$/u, "");
    const roles = ROLES.flatMap((role): TaskRole[] => {
      const bodies = bodiesIn(of(role));
      return bodies.length === 0 ? [] : [{ role, bodies }];
    });
    const outputs = of("output")
      .split(/[\n;]+/u)
      .map(cleanTyped)
      .filter((output) => output !== "");
    const says = roles.length > 0 || time !== "" || outputs.length > 0;
    if (text === "" && !says) continue;
    // numbers of columns below the heads
    if (/^\(?\d{1,2}\)?$/u.test(text)) continue;
    const finding = (kind: LabelKind, report: (place: CellPlace) => CellFinding) =>
      findings.push(report(sheet.place(row, columnOf(kind))));
    if (text === "") {
      finding("task", (place) => reportTaskList("task-list/no-text", {}, place));
      continue;
    }
    if (!says && (GROUP_ORDINAL.test(of("ordinal")) || of("ordinal") === of("task"))) {
      finding("task", (place) => reportTaskList("task-list/group", { text }, place));
      continue;
    }
    if (roles.length === 0) finding("task", (place) => reportTaskList("task-list/no-one", {}, place));
    if (time === "") finding("timing", (place) => reportTaskList("task-list/no-time", {}, place));
    else if (!("timing" in readTiming(time, context))) {
      finding("timing", (place) => reportTaskList("task-list/time", { time }, place));
    }
    tasks.push({ text, roles, ...(time === "" ? {} : { time }), ...(outputs.length === 0 ? {} : { outputs }) });
  }
  return tasks;
}

/** Sentences of a sheet whose head is "Chỉ tiêu": what stands beside it, value and unit, goes on with it. */
function readTargets(sheet: Sheet): readonly string[] | undefined {
  for (const head of sheet.rows()) {
    // a title stands across several columns
    const columns = sheet.columns(head).filter((column) => !sheet.isMerged(head, column));
    const first = columns.find((column) => TARGET_HEAD.test(cleanTyped(sheet.text(head, column))));
    if (first === undefined) continue;
    const wanted = columns.filter(
      (column) => column >= first && !SKIPPED_HEAD.test(cleanTyped(sheet.text(head, column))),
    );
    return sheet
      .rows()
      .filter((row) => row > head)
      .map((row) => wanted.map((column) => cleanTyped(sheet.text(row, column))))
      .filter(([text = ""]) => text !== "")
      .map((texts) => texts.filter((text) => text !== "").join(" "));
  }
  return undefined;
}

function sheetsOf(workbook: WorkbookPackage, findings: CellFinding[]): readonly Sheet[] {
  return workbook.sheets.flatMap((name) => {
    const grid = workbook.sheet(name);
    if (typeof grid !== "string" && !grid.cut) return [new Sheet(grid, workbook.date1904)];
    findings.push(reportTaskList("task-list/sheet-unreadable", { sheet: name }));
    return [];
  });
}

/**
 * Reads a plan's tasks and targets out of a workbook.
 *
 * @param context the plan's year, for times that name none
 * @returns no contents when there is no table of tasks; findings at their cells. Never throws for what is in the file
 */
export function readTaskList(bytes: Uint8Array, context: TimingContext = {}): TaskListReading {
  const workbook = openPackage(bytes, READ_LIMITS);
  if (!isPackage(workbook)) return { findings: [reportOpenFault(workbook, READ_LIMITS)] };
  const findings: CellFinding[] = [];
  const sheets = sheetsOf(workbook, findings);
  const table = sheets.map(findTasks).find((found) => found !== undefined);
  if (table === undefined) return { findings: [...findings, reportTaskList("task-list/no-table", {})] };
  const tasks = readTasks(table, context, findings);
  const targets = sheets
    .filter((sheet) => sheet !== table.sheet)
    .map(readTargets)
    .find((found) => found !== undefined);
  const faulty = findings.some(({ weight }) => weight === "error");
  if (tasks.length === 0 && !faulty) findings.push(reportTaskList("task-list/nothing", {}));
  if (faulty || tasks.length === 0) return { findings };
  return { contents: { tasks, targets: targets ?? [] }, findings };
}
