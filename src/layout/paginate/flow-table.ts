/** Puts a table on pages, row by row. */
import type { PlacedBlock, PlacedRow, Rule } from "../page.js";
import {
  blocksWithRoom,
  heightOfBlock,
  heightOfLines,
  leastLines,
  linesKept,
  type MeasuredBlock,
  type MeasuredLine,
  type MeasuredParagraph,
  spaceAfter,
  spaceBefore,
} from "./measure.js";
import type { MeasuredCell, MeasuredRow, MeasuredTable } from "./measure-table.js";
import { type MeasuredNote, TOLERANCE } from "./notes.js";
import type { PageBuilder } from "./page-builder.js";
import { borderRules, placeLines } from "./place.js";
import { placeRow, type RowPlacement } from "./place-table.js";

export type NotesOf = (lines: readonly MeasuredLine[]) => MeasuredNote[];

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

interface Cut {
  readonly block: number;
  readonly line: number;
}

/** The part of a cell, from a cut on, that fits in a room: its end and height. */
function cutCell(content: readonly MeasuredBlock[], from: Cut, room: number): { end: Cut; height: number } {
  const blocks = blocksWithRoom(content);
  let height = 0;
  let after = 0;
  for (let index = from.block; index < blocks.length; index++) {
    const block = blocks[index] as MeasuredBlock;
    const start = index === from.block ? from.line : 0;
    const above =
      start > 0
        ? 0
        : index === from.block && from.line === 0 && index > 0
          ? spaceBefore(block)
          : Math.max(after, spaceBefore(block));
    if (block.kind === "table") {
      const whole = heightOfBlock(block);
      if (height + above + whole > room + TOLERANCE) return { end: { block: index, line: 0 }, height };
      height += above + whole;
      after = 0;
      continue;
    }
    let fits = 0;
    let lines = 0;
    for (const line of block.lines.slice(start)) {
      if (height + above + lines + line.height > room + TOLERANCE) break;
      lines += line.height;
      fits++;
    }
    const kept = linesKept(block.lines.length - start, fits, block.source.keepLines, start === 0);
    if (kept > 0) height += above + heightOfLines(block.lines.slice(start, start + kept));
    if (start + kept < block.lines.length) return { end: { block: index, line: start + kept }, height };
    after = spaceAfter(block);
  }
  return { end: { block: blocks.length, line: 0 }, height: height + after };
}

/** Places the part of a cell between two cuts. */
function placePart(content: readonly MeasuredBlock[], from: Cut, to: Cut) {
  return (left: number, top: number, width: number, rules: Rule[]): PlacedBlock[] => {
    const placed: PlacedBlock[] = [];
    let y = top;
    let after = 0;
    for (const [index, block] of content.entries()) {
      if (block.kind === "table" || index < from.block || index > to.block) continue;
      const start = index === from.block ? from.line : 0;
      const end = index === to.block ? to.line : block.lines.length;
      if (end <= start) continue;
      if (start === 0) y += Math.max(after, block.source.before);
      const shown = block.lines.slice(start, end);
      placed.push(placeLines(block, shown, left, y));
      rules.push(...borderRules(block, left, width, start === 0 ? { top: y } : {}));
      y += heightOfLines(shown);
      after = block.source.after;
    }
    return placed;
  };
}

/** What splitting a row needs of the table being placed. */
interface RowFlow {
  readonly page: () => PageBuilder;
  /** Whether only repeated heads stand above the row on its page. */
  readonly alone: () => boolean;
  readonly turn: () => void;
  readonly put: (row: number, placement: RowPlacement) => void;
  readonly notesOf: NotesOf;
}

/**
 * Breaks a row across pages between the lines of its cells.
 *
 * @returns false when nothing of it fits here and it may move on whole
 */
function splitRow(table: MeasuredTable, index: number, { page, alone, turn, put, notesOf }: RowFlow): boolean {
  const row = table.rows[index] as MeasuredRow;
  const extra = row.borderTop + row.borderBottom + 2 * table.source.padY;
  const cuts = new Map<MeasuredCell, Cut>(row.cells.map((cell) => [cell, { block: 0, line: 0 }]));
  const finished = (cell: MeasuredCell) => (cuts.get(cell)?.block ?? 0) >= blocksWithRoom(cell.content).length;
  let started = false;
  for (;;) {
    const room = page().bottom - page().y - extra - table.source.border;
    const parts = new Map(row.cells.map((cell) => [cell, cutCell(cell.content, cuts.get(cell) as Cut, room)]));
    const held = row.cells.some((cell) => {
      const cut = cuts.get(cell) as Cut;
      const end = parts.get(cell)?.end as Cut;
      return !finished(cell) && end.block === cut.block && end.line === cut.line;
    });
    if (held && !alone()) {
      if (!started) return false;
      turn();
      continue;
    }
    const contents = new Map(
      row.cells.map((cell) => [cell, placePart(cell.content, cuts.get(cell) as Cut, parts.get(cell)?.end as Cut)]),
    );
    const shown = row.cells.flatMap((cell) => {
      const [from, to] = [cuts.get(cell) as Cut, parts.get(cell)?.end as Cut];
      return cell.content.flatMap((block, at) => (block.kind === "table" ? [] : linesBetween(block, at, from, to)));
    });
    const height = extra + Math.max(0, ...[...parts.values()].map((part) => part.height));
    put(index, { until: index + 1, height, contents });
    page().addNotes(notesOf(shown));
    for (const [cell, part] of parts) cuts.set(cell, part.end);
    started = true;
    if (row.cells.every(finished)) return true;
    if (held) return true;
    turn();
  }
}

function linesBetween(block: MeasuredParagraph, at: number, from: Cut, to: Cut): readonly MeasuredLine[] {
  if (at < from.block || at > to.block) return [];
  return block.lines.slice(at === from.block ? from.line : 0, at === to.block ? to.line : block.lines.length);
}
