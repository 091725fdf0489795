/** Tables whose columns a recognition kept apart with blanks. */
import { isBlank, type SourceLine } from "../draft/text/lines.js";
import { piecesOf } from "./columns.js";
import { bare, type Lines, type TextLine } from "./paragraphs.js";

/** Fewer columns may be anything. */
const COLUMNS = 3;

export interface TypedTables {
  /** Tables as rows of a draft, everything else as it stood. */
  readonly lines: Lines;
  /** First and last line of each table that was put together, and its number of columns. */
  readonly rebuilt: readonly { readonly from: number; readonly to: number; readonly columns: number }[];
  /** First and last line of what looks like a table and is not even enough to be one. */
  readonly unsure: readonly { readonly from: number; readonly to: number }[];
}

const isRow = (line: SourceLine): boolean => piecesOf(line).length >= COLUMNS;

const cell = (text: string): string => bare(text).replace(/\|/gu, "\\|");
const row = (line: SourceLine, cells: readonly string[]): SourceLine => ({
  ...line,
  text: `| ${cells.map(cell).join(" | ")} |`,
});

/** Finds runs of lines with several columns, and writes those with as many in each as a draft's table. */
export function readTypedTables(lines: Lines): TypedTables {
  const left: TextLine[] = [];
  const rebuilt: { from: number; to: number; columns: number }[] = [];
  const unsure: { from: number; to: number }[] = [];
  const blank = (number: number): SourceLine => ({ text: "", number });
  for (let index = 0; index < lines.length; ) {
    let end = index;
    while (end < lines.length && isRow(lines[end] as SourceLine)) end += 1;
    // lines with two columns between them, as cells of several lines leave
    while (end > index && end < lines.length && piecesOf(lines[end] as SourceLine).length > 1) end += 1;
    const run = lines.slice(index, end).filter(({ text }) => !isBlank(text));
    const [first] = run;
    const last = run.at(-1);
    if (first === undefined || last === undefined || run.length < 2) {
      left.push(lines[index] as SourceLine);
      index += 1;
      continue;
    }
    const rows = run.map((line) => piecesOf(line).map(({ text }) => text));
    const columns = rows[0]?.length ?? 0;
    left.push(blank(first.number));
    if (rows.every((cells) => cells.length === columns)) {
      const [head = [], ...others] = rows;
      left.push(row(first, head), { ...first, text: `|${" --- |".repeat(columns)}` });
      others.forEach((cells, at) => {
        left.push(row(run[at + 1] as SourceLine, cells));
      });
      left.push(blank(last.number));
      rebuilt.push({ from: first.number, to: last.number, columns });
    } else {
      // each line by itself: flowing together they could not be told apart any more
      for (const line of run) left.push({ ...line, apart: true }, blank(line.number));
      unsure.push({ from: first.number, to: last.number });
    }
    index = end;
  }
  return { lines: left, rebuilt, unsure };
}
