/** The list that letters are made from: names of columns, and a row for each letter. */
import type { Finding } from "../findings/finding.js";
import { reportLetters } from "../findings/messages/letters.js";
import { foldTone } from "../norms/tone.js";
import type { GridRow } from "../source/draft/table/grid.js";
import { readWorkbook } from "../source/draft/table/workbook.js";
import { cleanText } from "../source/draft/text/characters.js";

/** A row of the list. */
export interface DataRow {
  /** Its row in the sheet or its line in the file, from 1. */
  readonly row: number;
  /** One a column, on one line. */
  readonly cells: readonly string[];
}

export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly DataRow[];
}

/** Rows above the names of columns that may hold a title. */
const MOST_TITLE_ROWS = 20;
/** As much of a sheet as is read. */
const RANGE = { top: 1, left: 1, bottom: 20_000, right: 60 } as const;

/** A value is one line: a break in a cell never becomes one in a document. */
const oneLine = (text: string): string => cleanText(text).replace(/\s+/gu, " ").trim();

/** Names of columns that differ only in case, blanks and the place of tone marks are one. */
export const columnKey = (name: string): string => foldTone(name);

async function csvRows(bytes: Uint8Array): Promise<readonly DataRow[] | undefined> {
  const { parse, CsvError } = await import("csv-parse/sync");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const head = (/^[^\r\n]*/u.exec(text)?.[0] ?? "").replace(/"[^"]*"/gu, "");
    const signs = [";", ",", "\t"];
    const counts = signs.map((sign) => head.split(sign).length);
    const delimiter = signs[counts.indexOf(Math.max(...counts))] ?? ",";
    const records = parse(text, {
      ...{ delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    return records.map(({ record, info }) => ({ row: info.lines, cells: record.map(oneLine) }));
  } catch (error) {
    if (error instanceof CsvError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Cells that are covered by another say what it says. */
function textsOf(rows: readonly GridRow[]): readonly DataRow[] {
  const grid: string[][] = [];
  for (const { cells } of rows) {
    const above = grid.at(-1) ?? [];
    const line: string[] = [];
    for (const [column, cell] of cells.entries()) {
      if (cell.merged === undefined) {
        const words = cell.paragraphs.map((inlines) =>
          inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join(""),
        );
        line.push(oneLine(words.join(" ")));
      } else line.push((cell.merged === "<" ? line[column - 1] : above[column]) ?? "");
    }
    grid.push(line);
  }
  return grid.map((cells, index) => ({ row: index + 1, cells }));
}

const isFilled = ({ cells }: DataRow): boolean => cells.some((cell) => cell !== "");

/** The row of the names: the one that has most of the names that are asked for, else the first. */
function headOf(rows: readonly DataRow[], wanted: ReadonlySet<string>): number {
  const scores = rows
    .slice(0, MOST_TITLE_ROWS)
    .map(({ cells }) => new Set(cells.map(columnKey).filter((key) => wanted.has(key))).size);
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/**
 * Reads a list.
 *
 * @param shown the file as the user sees it; its suffix tells what it is
 * @param names of columns that the draft asks for: a title above the columns is passed over
 */
export async function readDataTable(
  bytes: Uint8Array,
  shown: string,
  names: readonly string[],
): Promise<{ readonly table?: DataTable; readonly findings: readonly Finding[] }> {
  const place = { file: shown };
  const kind = /\.(xlsx|csv)$/iu.exec(shown)?.[1]?.toLowerCase();
  if (kind === undefined) return { findings: [reportLetters("letters/kind", { path: shown }, place)] };
  const findings: Finding[] = [];
  const journal = { add: (finding: Finding) => findings.push({ ...finding, place }) };
  const at = { line: 1, column: 1 };
  const grid = kind === "csv" ? undefined : await readWorkbook(bytes, { path: shown, range: RANGE, at }, journal);
  const read = kind === "csv" ? await csvRows(bytes) : grid && textsOf(grid);
  if (read === undefined) {
    if (findings.length === 0) findings.push(reportLetters("letters/broken", { path: shown }, place));
    return { findings };
  }
  const filled = read.filter(isFilled);
  const head = headOf(filled, new Set(names.map(columnKey)));
  const columns = filled[head]?.cells ?? [];
  const rows = filled.slice(head + 1);
  if (rows.length === 0) findings.push(reportLetters("letters/empty", { path: shown }, place));
  return findings.some(({ severity }) => severity === "error") ? { findings } : { table: { columns, rows }, findings };
}
