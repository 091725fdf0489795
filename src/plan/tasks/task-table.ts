/** Task tables of annexes: TT | Tên nhiệm vụ | chủ trì | phối hợp | thời gian | ghi chú (reporting.md §1.3). */
import type { Cell, Table } from "../../model/table.js";
import type { TaskRole } from "../../model/task.js";
import { splitBodies } from "../bodies/names.js";
import { wordsOf } from "../points/index.js";
import { kindOfLabel, type LabelKind } from "./labels.js";

/** A row that is a task. */
export interface TaskRow {
  /** What its first column counts, or its place among the rows. */
  readonly ordinal: string;
  readonly text: string;
  readonly roles: readonly TaskRole[];
  readonly time?: string;
  readonly output?: string;
}

const cellText = ({ paragraphs }: Cell): string => paragraphs.map(wordsOf).join(" ").replace(/\s+/gu, " ").trim();

interface Column {
  readonly kind: LabelKind;
  readonly label: string;
}

/** The cells of every row by column: a merged cell counts in each column and row that it covers. */
function spread(table: Table): string[][] {
  const grid: (string | undefined)[][] = table.rows.map(() => []);
  table.rows.forEach((row, at) => {
    let column = 0;
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column += 1;
      for (let down = 0; down < (cell.rowSpan ?? 1); down += 1) {
        for (let across = 0; across < (cell.colSpan ?? 1); across += 1) {
          const line = grid[at + down];
          if (line !== undefined) line[column + across] = cellText(cell);
        }
      }
      column += cell.colSpan ?? 1;
    }
  });
  return grid.map((row) => Array.from({ length: table.columns.length }, (_, column) => row[column] ?? ""));
}

const isNumbering = (row: readonly string[]): boolean => row.every((text) => /^\(?\d{0,2}\)?$/u.test(text));

/** What each column holds: by the lowest header cell that is a known label. */
function readColumns(header: readonly (readonly string[])[], width: number): readonly (Column | undefined)[] {
  return Array.from({ length: width }, (_, column) => {
    for (const row of [...header].reverse()) {
      const label = row[column] ?? "";
      const kind = kindOfLabel(label.replace(/\s*\([^)]*\)$/u, ""));
      if (kind !== undefined) return { kind, label };
    }
    return undefined;
  });
}

/**
 * Reads a table as tasks.
 *
 * @returns undefined of a table of other things: it has no column of duties, or none of who or when
 */
export function readTaskTable(table: Table): readonly TaskRow[] | undefined {
  const rows = spread(table);
  const headerRows = Math.max(table.headerRows, 1);
  const columns = readColumns(rows.slice(0, headerRows), table.columns.length);
  const kinds = new Set(columns.map((column) => column?.kind));
  const says = [...kinds].some((kind) => kind !== undefined && !["task", "ordinal", "note", "output"].includes(kind));
  if (!kinds.has("task") || !says) return undefined;
  return rows.slice(headerRows).flatMap((row, index) => readRow(row, columns, index + 1));
}

function readRow(row: readonly string[], columns: readonly (Column | undefined)[], place: number): TaskRow[] {
  const of = (kind: LabelKind): string => row[columns.findIndex((column) => column?.kind === kind)] ?? "";
  const text = of("task");
  // A group's title covers the whole row; a row of column numbers is no task.
  const words = row.filter((cell, at) => cell !== "" && columns[at]?.kind !== "ordinal");
  if (text === "" || isNumbering(row) || (words.length > 1 && new Set(words).size === 1)) return [];
  const roles = columns.flatMap((column, at): TaskRole[] => {
    const value = row[at] ?? "";
    const role = column?.kind;
    if (column === undefined || /^[-–…]?$/u.test(value)) return [];
    if (role === "leadAndCoordinate") return [{ role: "execute", label: column.label, bodies: splitBodies(value) }];
    if (
      role === "direct" ||
      role === "advise" ||
      role === "execute" ||
      role === "adviseAndExecute" ||
      role === "coordinate"
    ) {
      return [{ role, label: column.label, bodies: splitBodies(value) }];
    }
    return [];
  });
  const [time, output] = [of("timing"), of("output")];
  if (roles.length === 0 && time === "") return [];
  const ordinal = of("ordinal").replace(/[.)]$/u, "");
  return [
    {
      ordinal: ordinal === "" ? String(place) : ordinal,
      text,
      roles,
      ...(time === "" ? {} : { time }),
      ...(output === "" ? {} : { output }),
    },
  ];
}
