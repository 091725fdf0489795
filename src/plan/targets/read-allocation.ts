import type { Finding } from "../../findings/finding.js";
import { reportTarget } from "../../findings/messages/plan/targets.js";
import type { Allocation, AllocationIndicator, AllocationRow, AllocationUnit } from "../../model/allocation.js";
import type { Table } from "../../model/table.js";
import type { Day, UnitRegister } from "../../organisation/index.js";
import { type Grid, gridOf } from "./allocation-grid.js";
import { unitFinder } from "./find-unit.js";

export interface AllocationContext {
  /** The register that units are looked up in, on the plan's day. */
  readonly register?: UnitRegister;
  readonly day?: Day;
  /** What is shared out where the table's head names only years: the annex's title. */
  readonly title?: string;
}

export interface AllocationReading {
  /** Absent when the table is none that shares out targets. */
  readonly allocation?: Allocation;
  readonly findings: readonly Finding[];
}

const ORDINAL_HEAD = /^(?:s?tt|số tt|số thứ tự)$/iu;
const UNIT_HEAD = /đơn vị|đảng bộ|địa phương|địa bàn|đảng u[ỷy]|đảng ủy|xã|phường|cơ quan/iu;
const SUM_HEAD = /^(?:tổng|tổng số|tổng cộng|cộng|cả giai đoạn|toàn giai đoạn|giai đoạn.*)$/iu;
const COLUMN_NUMBER = /^\(?\d{1,2}\)?(?:\s*=.*)?$/u;
const TOTAL_ROW = /^(?:(?:tổng cộng|tổng số|tổng|cộng)(?:\s+toàn .*)?|toàn (?:tỉnh|đảng bộ.*))$/iu;
const GROUP_ORDINAL = /^(?:[IVXL]+|[A-HĐ])[.)]?$/u;
const NOTHING = /^[-–—]?$/u;
const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/u;

/** What a column of figures holds. */
interface FigureColumn {
  readonly column: number;
  readonly indicator: string;
  readonly year?: number;
  readonly head: string;
}

/** A figure as a table prints it, `1.250`, `12,5`, `05`; null for none, undefined for what is no figure. */
export function readAmount(text: string): number | null | undefined {
  const plain = text.replace(/\s+/gu, "");
  if (NOTHING.test(plain)) return null;
  if (!/^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/u.test(plain)) return undefined;
  return Number(plain.replaceAll(".", "").replace(",", "."));
}

/** Rows of the head: as the table says; else those before the first row with an ordinal or a figure. */
function headRows(grid: Grid, said: number): number {
  if (said > 0) return said;
  const first = grid.findIndex(
    (row, index) =>
      index > 0 &&
      !isColumnNumbers(row.map(({ text }) => text)) &&
      row.slice(1).some(({ text }) => typeof readAmount(text) === "number" && !YEAR.test(text)),
  );
  return Math.max(0, first);
}

const isColumnNumbers = (texts: readonly string[]): boolean =>
  texts.every((text) => COLUMN_NUMBER.test(text)) && texts.some((text) => /^\(?1\)?$/u.test(text)) && texts.length > 2;

/** The texts of a column's head from top to bottom, each once. */
function headOf(grid: Grid, rows: number, column: number): readonly string[] {
  const texts: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    const cells = grid[row] ?? [];
    const text = cells[column]?.text ?? "";
    if (text === "" || isColumnNumbers(cells.map((cell) => cell.text)) || texts.at(-1) === text) continue;
    texts.push(text);
  }
  return texts;
}

function figureColumns(grid: Grid, rows: number, unitColumn: number, title: string): readonly FigureColumn[] {
  const width = grid[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => column).flatMap((column): FigureColumn[] => {
    if (column <= unitColumn) return [];
    const texts = headOf(grid, rows, column);
    const head = texts.at(-1) ?? "";
    if (/^(?:ghi chú|đvt|đơn vị tính)$/iu.test(head)) return [];
    const year = YEAR.exec(head.replace(/^.*giai đoạn.*$/iu, ""))?.[1];
    const whole = year === undefined && SUM_HEAD.test(head);
    const above = year === undefined && !whole ? texts : texts.slice(0, -1);
    const indicator = above.join(" - ") || title;
    return [{ column, indicator, head, ...(year === undefined ? {} : { year: Number(year) }) }];
  });
}

/** Indicators in the order of their first column, each with its columns of years and of its sum. */
interface Columns {
  readonly indicator: AllocationIndicator;
  readonly years: readonly number[];
  readonly sum?: number;
}

function indicatorsOf(columns: readonly FigureColumn[]): readonly Columns[] {
  return [...new Set(columns.map(({ indicator }) => indicator))].map((name): Columns => {
    const own = columns.filter(({ indicator }) => indicator === name);
    const dated = own.filter(({ year }) => year !== undefined);
    const sum = own.find(({ year }) => year === undefined);
    return {
      indicator: {
        name,
        years: dated.map(({ year }) => year ?? 0),
        ...(sum === undefined ? {} : { sum: sum.head }),
      },
      years: dated.map(({ column }) => column),
      ...(sum === undefined ? {} : { sum: sum.column }),
    };
  });
}

/**
 * Reads a table that shares targets out to units and years: merged heads, rows of areas, a row of the total.
 *
 * @returns findings for units that the register does not know on the plan's day, and for cells that are no figures
 */
export function readAllocation(
  table: Pick<Table, "rows" | "columns" | "headerRows">,
  { register, day, title = "" }: AllocationContext = {},
): AllocationReading {
  const grid = gridOf(table);
  const head = headRows(grid, table.headerRows);
  const width = grid[0]?.length ?? 0;
  const heads = Array.from({ length: width }, (_, column) => headOf(grid, head, column).join(" "));
  const ordinalColumn = heads.findIndex((text) => ORDINAL_HEAD.test(text));
  const unitColumn = heads.findIndex(
    (text, column) => column !== ordinalColumn && UNIT_HEAD.test(text) && !YEAR.test(text),
  );
  if (head === 0 || unitColumn === -1) return { findings: [] };
  const columns = indicatorsOf(figureColumns(grid, head, unitColumn, title));
  if (columns.length === 0) return { findings: [] };
  const findings: Finding[] = [];
  const find = register === undefined || day === undefined ? undefined : unitFinder(register, day);
  const areas: (AllocationRow & { name: string })[] = [];
  const units: AllocationUnit[] = [];
  let total: Allocation["total"];
  let figures = 0;
  for (const row of grid.slice(head)) {
    if (isColumnNumbers(row.map(({ text }) => text))) continue;
    const ordinal = ordinalColumn === -1 ? "" : (row[ordinalColumn]?.text ?? "");
    const name = row[unitColumn]?.text || ordinal;
    if (name === "") continue;
    const amount = (column: number | undefined): number | null => {
      // The name of an area may stand across the whole row.
      const cell = column === undefined ? undefined : row[column];
      if (cell === undefined || cell.text === name) return null;
      const value = readAmount(cell.text);
      if (value === undefined) findings.push(reportTarget("plan/allocation-figure", { unit: name, text: cell.text }));
      if (typeof value === "number") figures += 1;
      return value ?? null;
    };
    const amounts = columns.map(({ years }) => years.map(amount));
    const sums = columns.map(({ sum }) => amount(sum));
    if (TOTAL_ROW.test(name) || TOTAL_ROW.test(ordinal)) total = { name, amounts, sums };
    else if (isArea(ordinal, ordinalColumn, row, unitColumn)) areas.push({ name, amounts, sums });
    else {
      const code = find?.(name);
      if (find !== undefined && code === undefined) findings.push(reportTarget("plan/allocation-unit", { unit: name }));
      const area = areas.at(-1)?.name;
      units.push({
        name,
        ...(code === undefined ? {} : { code }),
        ...(area === undefined ? {} : { area }),
        amounts,
        sums,
      });
    }
  }
  if (units.length === 0 || figures === 0) return { findings: [] };
  return {
    allocation: {
      indicators: columns.map(({ indicator }) => indicator),
      areas,
      units,
      ...(total === undefined ? {} : { total }),
    },
    findings,
  };
}

function isArea(ordinal: string, ordinalColumn: number, row: Grid[number], unitColumn: number): boolean {
  if (GROUP_ORDINAL.test(ordinal)) return true;
  const next = row[unitColumn + 1];
  // One cell across the row, or no ordinal where units have one.
  if (next !== undefined && !next.own && next.text === row[unitColumn]?.text) return true;
  return ordinalColumn !== -1 && ordinal === "";
}
