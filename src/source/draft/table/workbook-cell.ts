import type { Cell, CellRichTextValue, CellValue } from "exceljs";
import { reportDraft } from "../../../findings/messages/draft.js";
import type { Emphasis, Inlines } from "../../../model/inline.js";
import { RunCollector } from "../body/runs.js";
import type { FindingSink } from "../text/journal.js";
import type { Position } from "../text/position.js";
import { type GridCell, MERGED_LEFT, MERGED_UP } from "./grid.js";
import { printDate, printNumber } from "./number-format.js";
import { cellName, type Range } from "./range.js";

/**
 * Reads one cell.
 *
 * @param range the rectangle that is taken: a merged cell must lie inside it as a whole
 * @param at where the draft names the file
 */
export function readCell(cell: Cell, range: Range, at: Position, journal: FindingSink): GridCell {
  const [row, column] = [Number(cell.row), Number(cell.col)];
  if (cell.isMerged && cell.master !== cell) {
    const master = { row: Number(cell.master.row), column: Number(cell.master.col) };
    const onEdge = row === range.top || column === range.left;
    if (onEdge && (master.row < range.top || master.column < range.left)) {
      journal.add(reportDraft("draft/range-merge", { cell: cellName(master.row, master.column) }, at));
      return { paragraphs: [], at };
    }
    return { merged: master.column < column ? MERGED_LEFT : MERGED_UP, at };
  }
  const name = cellName(row, column);
  const paragraphs = readValue(
    resultOf(cell),
    { format: cell.numFmt ?? "General", look: lookOfFont(cell.font) },
    name,
    at,
    journal,
  );
  const [only] = paragraphs;
  const sign = paragraphs.length === 1 && only?.length === 1 && only[0]?.kind === "text" ? only[0].text : "";
  return sign === MERGED_LEFT || sign === MERGED_UP ? { merged: sign, at } : { paragraphs, at };
}

/** A formula's value is its last result; `undefined` when the file was written without one. */
function resultOf(cell: Cell): CellValue | undefined {
  return cell.formula === undefined ? cell.value : cell.result;
}

/** What a cell says of its value as a whole: number format, and the look of a subtotal's row. */
interface CellDress {
  readonly format: string;
  readonly look: Emphasis;
}

function readValue(
  value: CellValue | undefined,
  { format, look }: CellDress,
  cell: string,
  at: Position,
  journal: FindingSink,
): Inlines[] {
  if (value === undefined) journal.add(reportDraft("draft/formula-value", { cell }, at));
  if (value === null || value === undefined) return [];
  if (typeof value === "number") {
    const printed = printNumber(value, format);
    if (!printed.known) journal.add(reportDraft("draft/number-format", { cell, format }, at));
    return paragraphsOf([[printed.text, look]]);
  }
  if (typeof value === "string") return paragraphsOf([[value, look]]);
  if (typeof value === "boolean") return paragraphsOf([[value ? "Có" : "Không", look]]);
  if (value instanceof Date) return paragraphsOf([[printDate(value, format), look]]);
  if ("error" in value) {
    journal.add(reportDraft("draft/cell-error", { cell, value: String(value.error) }, at));
    return [];
  }
  if ("richText" in value) return paragraphsOf(value.richText.map(({ text, font }) => [text, lookOfFont(font)]));
  // A link, whose text may be rich text although the type denies it.
  const text: unknown = "text" in value ? value.text : undefined;
  return isRich(text)
    ? readValue(text, { format, look }, cell, at, journal)
    : paragraphsOf([[String(text ?? ""), look]]);
}

function isRich(value: unknown): value is CellRichTextValue {
  return typeof value === "object" && value !== null && "richText" in value;
}

function lookOfFont(font: Partial<Cell["font"]> | undefined): Emphasis {
  return {
    ...(font?.bold ? { bold: true as const } : {}),
    ...(font?.italic ? { italic: true as const } : {}),
    ...(font?.underline && font.underline !== "none" ? { underline: true as const } : {}),
    ...(font?.vertAlign === "superscript" ? { superscript: true as const } : {}),
  };
}

/** Line breaks inside a cell part its paragraphs. Text of a workbook is text: no sign in it has a meaning. */
function paragraphsOf(texts: readonly (readonly [string, Emphasis])[]): Inlines[] {
  const runs = new RunCollector();
  for (const [text, look] of texts) {
    for (const [index, line] of text.split(/\r\n|\n|\r/u).entries()) {
      if (index > 0) runs.breakParagraph();
      runs.addText(line, look);
    }
  }
  const paragraphs = runs.finish();
  while (paragraphs.length > 0 && paragraphs.at(-1)?.length === 0) paragraphs.pop();
  return paragraphs;
}
