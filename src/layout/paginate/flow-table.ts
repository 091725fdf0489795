/** Puts a table on pages, row by row. */
import type { PlacedRow } from "../page.js";
import { heightOfLines, leastLines, type MeasuredBlock, type MeasuredLine } from "./measure.js";
import type { MeasuredRow, MeasuredTable } from "./measure-table.js";
import { TOLERANCE } from "./notes.js";
import type { PageBuilder } from "./page-builder.js";
import { placeRow, type RowPlacement } from "./place-table.js";
import { type NotesOf, splitRow } from "./split-row.js";

const linesOfBlock = (block: MeasuredBlock): readonly MeasuredLine[] =>
  block.kind === "table" ? block.rows.flatMap(linesOfRow) : block.lines;
const linesOfRow = (row: MeasuredRow): MeasuredLine[] =>
  row.cells.flatMap((cell) => cell.content.flatMap(linesOfBlock));

/** Word keeps a row with the next one where the first paragraph of its first cell is kept with the next. */
function keptWithNext(row: MeasuredRow): boolean {
  const first = row.cells[0]?.content[0];
  return first?.kind === "paragraph" && first.source.keepNext;
}

/** The end (exclusive) of the rows that are kept together from one on. */
function keptRowsEnd(table: MeasuredTable, from: number): number {
  let end = from;
  while (end < table.rows.length - 1 && keptWithNext(table.rows[end] as MeasuredRow)) end++;
  return end + 1;
}

/** The rows at the start of a table that a paragraph kept with it needs on its page: its heads are never alone there. */
export function keptRows(table: MeasuredTable): { height: number; lines: MeasuredLine[] } {
  const rows = table.rows.slice(0, keptRowsEnd(table, table.headerRows));
  const last = rows.at(-1);
  const least = last === undefined ? 0 : leastOfRow(table, last);
  return {
    height: rows.slice(0, -1).reduce((sum, row) => sum + row.height, 0) + least,
    lines: rows.flatMap(linesOfRow),
  };
}

/** The least of a row that may stand on a page: all of it, or the first lines of its cells where it may be split. */
function leastOfRow(table: MeasuredTable, row: MeasuredRow): number {
  if (row.source.cantSplit) return row.height;
  const firsts = row.cells.map((cell) => {
    const first = cell.content[0];
    return first?.kind === "paragraph"
      ? first.source.before + heightOfLines(first.lines.slice(0, leastLines(first)))
      : 0;
  });
  return Math.min(row.height, row.borderTop + 2 * table.source.padY + Math.max(0, ...firsts));
}

/**
 * Places a table.
 *
 * @param current the page being filled; `next` starts another
 * @param left left edge of the text on the page
 */
export function placeTable(
  table: MeasuredTable,
  current: () => PageBuilder,
  next: () => PageBuilder,
  notesOf: NotesOf,
  left: number,
): void {
  let page = current();
  let placed: PlacedRow[] = [];
  let index = 0;
  const begin = () => {
    page.y += page.after;
    page.after = 0;
    placed = [];
  };
  const end = () => {
    if (placed.length > 0) page.body.push({ kind: "table", source: table.source, rows: placed });
  };
  const turn = () => {
    end();
    page = next();
    begin();
    if (index < table.headerRows) return;
    for (let head = 0; head < table.headerRows; head++) put(head, { until: table.headerRows, repeated: true });
  };
  const put = (row: number, placement: RowPlacement) => {
    placed.push(placeRow(table, row, left, page.y, page.rules, placement));
    page.y += placement.height ?? (table.rows[row] as MeasuredRow).height;
  };
  // nothing but repeated heads above: the row has all the room that any page can give it
  const onlyHeads = () => placed.every((row) => row.repeated) && page.empty;

  begin();
  while (index < table.rows.length) {
    const row = table.rows[index] as MeasuredRow;
    // header rows go with the first row after them, kept rows with what they are kept with
    const together = index < table.headerRows ? keptRowsEnd(table, table.headerRows) : keptRowsEnd(table, index);
    const group = table.rows.slice(index, Math.min(together, table.rows.length));
    // a table that breaks here draws its border below the last row
    const closing = index + group.length < table.rows.length ? table.source.border : 0;
    const last = group.at(-1) ?? row;
    const lastHeight = group.length > 1 ? leastOfRow(table, last) : last.height;
    const height = group.slice(0, -1).reduce((sum, one) => sum + one.height, 0) + lastHeight + closing;
    const room = page.roomFor(notesOf(group.flatMap(linesOfRow)), true);
    const fresh = page.empty && placed.length === 0;
    if (!page.closed && page.fits(page.y, height, 0, room)) {
      put(index, { until: rowsOnPage(table, index, page.bottom - page.y) });
      page.addNotes(notesOf(linesOfRow(row)));
      index++;
      continue;
    }
    const split = group.length === 1 || onlyHeads() || fresh;
    if (split && !page.closed && index >= table.headerRows && (!row.source.cantSplit || onlyHeads())) {
      if (splitRow(table, index, { page: () => page, alone: onlyHeads, turn, put, notesOf })) {
        index++;
        continue;
      }
    }
    if (fresh || (onlyHeads() && !page.closed)) {
      put(index, { until: index + 1 });
      index++;
    } else turn();
  }
  end();
}

/** The first row after `index` that is not on the same page, as far as heights alone tell. */
function rowsOnPage(table: MeasuredTable, index: number, room: number): number {
  let height = 0;
  let until = index;
  while (until < table.rows.length) {
    height += table.rows[until]?.height ?? 0;
    if (height > room + TOLERANCE && until > index) break;
    until++;
  }
  return until;
}
