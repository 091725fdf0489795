/** Lines of a Word file: a paragraph parted at its line breaks and at the tabs or blanks that make columns of it. */

import { HD05 } from "../../../norms/hd05.js";
import { isCapital, type PrintedLine, type Side, tidyLine } from "../../printed/line.js";
import { readPlaceDate } from "../../printed/place-date.js";
import type { FormattedBlock, FormattedParagraph, FormattedRun, FormattedTable } from "../formatted/formatted-text.js";

export interface DocxLine extends PrintedLine {
  readonly paragraph: FormattedParagraph;
  /** The runs of this line. */
  readonly runs: readonly FormattedRun[];
}

/**
 * The runs between two places of a paragraph's text.
 *
 * @param ends a line ends there: the mark of a note that stands at its very end is of it; so it is where the text ends
 */
export function cutRuns(runs: readonly FormattedRun[], from: number, to: number, ends = false): FormattedRun[] {
  const cut: FormattedRun[] = [];
  const closed = ends || runs.reduce((sum, { text }) => sum + text.length, 0) <= to;
  let at = 0;
  for (const run of runs) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, run.text.length);
    if (run.text === "" ? at >= from && (at < to || (closed && at === to)) : start < end)
      cut.push({ ...run, text: run.text.slice(start, end) });
    at += run.text.length;
  }
  return cut;
}

/** Cuts pieces out of the runs of a paragraph that has many. */
function cutterOf(runs: readonly FormattedRun[]): (from: number, to: number) => FormattedRun[] {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of runs) {
    starts.push(length);
    length += text.length;
  }
  return (from, to) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    // the run before may reach into the piece
    const first = Math.max(0, low - 1);
    const start = starts[first] ?? 0;
    let last = first;
    while (last < runs.length && (starts[last] ?? 0) <= to) last += 1;
    return cutRuns(runs.slice(first, last), from - start, to - start, true);
  };
}

/** Letters by weight: all of them bold. */
export function isBold(runs: readonly FormattedRun[]): boolean {
  const worded = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return worded.length > 0 && worded.every(({ look }) => look.bold);
}

export function lineOf(paragraph: FormattedParagraph, runs: readonly FormattedRun[], side?: Side): DocxLine {
  const text = tidyLine(runs.map((run) => run.text).join(""));
  const bold = text === "" ? undefined : isBold(runs);
  return { text, runs, paragraph, number: paragraph.ordinal, bold, ...(side === undefined ? {} : { side }) };
}

/** Tabs, or more blanks than anybody types between words. */
const GAP = /\t[\t \u00A0]*|[ \u00A0]{4,}\t*/gu;
/** Before these a gap is the blank of a number or a day that is to come. */
const BLANK_FOLLOWS = /(?:^|\s)(?:Số\s*[:.]?|ngày|tháng|năm)\s*$/iu;
/** Letters before a gap that are looked at for such a word. */
const LOOK_BACK = 16;

/** Places of a text where one column ends and another begins. */
function gapsIn(text: string): { readonly from: number; readonly to: number }[] {
  const firstWord = text.search(/[\p{L}\p{N}*_]/u);
  return [...text.matchAll(GAP)]
    .map(({ 0: gap, index }) => ({ from: index, to: index + gap.length }))
    .filter(({ from, to }) => {
      const before = text.slice(Math.max(0, from - LOOK_BACK), from);
      if (firstWord === -1 || firstWord >= from || BLANK_FOLLOWS.test(before)) return false;
      return /^(?:\p{Lu}|[-*_"“(])/u.test(text.slice(to, to + 2));
    });
}

/**
 * Lines of a paragraph.
 *
 * @param columns a gap parts the sides of a page; otherwise it only breaks the line
 */
export function linesOf(paragraph: FormattedParagraph, columns: boolean): DocxLine[] {
  const whole = paragraph.runs.map(({ text }) => text).join("");
  const cut = cutterOf(paragraph.runs);
  let from = 0;
  return whole.split("\n").flatMap((text) => {
    const start = from;
    from += text.length + 1;
    const gaps = gapsIn(text);
    const ends = [...gaps.map((gap) => gap.from), text.length];
    const starts = [0, ...gaps.map((gap) => gap.to)];
    return starts.map((begin, index) => {
      const side = !columns || gaps.length === 0 ? undefined : index === 0 ? "left" : "right";
      return lineOf(paragraph, cut(start + begin, start + (ends[index] ?? text.length)), side);
    });
  });
}

/** Lines of a table that is layout: cell by cell, the first column with words on the left and all others on the right. */
export function tableLines(table: FormattedTable): DocxLine[] {
  const columns = new Set<number>();
  const cells = table.rows.flatMap(({ cells: row }) => {
    let column = 0;
    return row.map((cell) => {
      const at = column;
      column += cell.colSpan;
      const lines = blockLines(cell.blocks);
      if (lines.some(({ text }) => text !== "")) columns.add(at);
      return { at, lines };
    });
  });
  const left = Math.min(...columns);
  return cells.flatMap(({ at, lines }) =>
    lines.map((line) => ({ ...line, side: columns.size < 2 ? line.side : at === left ? "left" : "right" }) as DocxLine),
  );
}

/**
 * Entries joined by a brace that stands in a cell of its own, the words for all of them beside it, line for line as a
 * draft has them: the brace behind each entry. Undefined for another table.
 */
function bracedLines(table: FormattedTable): DocxLine[] | undefined {
  const cells = table.rows.flatMap((row) =>
    row.cells.map(({ blocks }) => blockLines(blocks).filter(({ text }) => text)),
  );
  const brace = cells.findIndex((lines) => lines.length === 1 && lines[0]?.text === "}");
  if (brace === -1) return undefined;
  const entries = cells.slice(0, brace).flat();
  const label = cells
    .slice(brace + 1)
    .flat()
    .map(({ text }) => text)
    .join(" ");
  const ends = entries.map((_, index) => {
    const next = entries[index + 1];
    return next === undefined || /^[-–+]/u.test(next.text);
  });
  const count = ends.filter(Boolean).length;
  let entry = 0;
  return entries.map((line, index) => {
    if (!ends[index]) return line;
    const middle = entry === Math.floor((count - 1) / 2);
    entry += 1;
    return { ...line, text: `${line.text} }${middle && label !== "" ? ` ${label}` : ""}` };
  });
}

/** Lines of the blocks of a cell, their text boxes included. */
export function blockLines(blocks: readonly FormattedBlock[]): DocxLine[] {
  return blocks.flatMap((block) =>
    block.kind === "table"
      ? (bracedLines(block) ?? tableLines(block))
      : [...linesOf(block, false), ...block.boxes.flatMap((box) => linesOf(box, false))],
  );
}

/** Whether a line can only stand in a header. */
export const isHeaderLine = ({ text }: DocxLine): boolean =>
  (isCapital(text) && /^(?:ĐẢNG CỘNG SẢN|CỘNG H)/u.test(text)) ||
  /^Độc lập\W+Tự do\W+Hạnh phúc$/iu.test(text) ||
  /^Số\s*[:.]?[\s\d.…_]*[-/–]\s*\p{Lu}/u.test(text) ||
  readPlaceDate(text, HD05) !== undefined;
