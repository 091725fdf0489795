/** Rows that break across pages between the lines of their cells. */
import type { PlacedBlock, Rule } from "../page.js";
import {
  blocksWithRoom,
  heightOfBlock,
  heightOfLines,
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
import type { RowPlacement } from "./place-table.js";

/** The footnotes whose marks stand on some lines. */
export type NotesOf = (lines: readonly MeasuredLine[]) => MeasuredNote[];

/** A place in a cell: a block, and a line in it. */
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
export function splitRow(table: MeasuredTable, index: number, { page, alone, turn, put, notesOf }: RowFlow): boolean {
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
