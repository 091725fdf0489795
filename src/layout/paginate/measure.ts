/** Heights: of lines, paragraphs, and stacks of blocks in a cell. */
import { ASCENT_EM, DESCENT_EM, LINE_EM } from "../face.js";
import { type BrokenLine, breakLines } from "../line-breaking.js";
import type { StyledBlock, StyledParagraph } from "../styled.js";
import { type MeasuredTable, measureTable } from "./measure-table.js";

/** Exact spacing puts the baseline at this part of the line height (Word, LibreOffice). */
const EXACT_BASELINE = 0.8;

/** A line with its height. */
export interface MeasuredLine {
  readonly broken: BrokenLine;
  readonly height: number;
  /** From the top of the line to its baseline. */
  readonly ascent: number;
  /** What multiple spacing adds below the text; may hang below the foot of a page without notes. */
  readonly below: number;
}

export interface MeasuredParagraph {
  readonly kind: "paragraph";
  readonly source: StyledParagraph;
  readonly lines: readonly MeasuredLine[];
  /** Room that the borders take above and below the lines. */
  readonly borderAbove: number;
  readonly borderBelow: number;
}

export type MeasuredBlock = MeasuredParagraph | MeasuredTable;

function measureLine(paragraph: StyledParagraph, broken: BrokenLine): MeasuredLine {
  const { rule, value } = paragraph.line;
  if (rule === "exact") return { broken, height: value, ascent: value * EXACT_BASELINE, below: 0 };
  // an image stands on the baseline; a line of images alone has no descent, and no share of multiple spacing
  const ascent = Math.max(ASCENT_EM * broken.size, broken.imageHeight);
  const natural = ascent + DESCENT_EM * broken.size;
  const below = Math.max(0, (value - 1) * LINE_EM * broken.size);
  return { broken, height: value < 1 ? natural * value : natural + below, ascent, below };
}

/** Measures a paragraph in a column of the given width, pt. */
export function measureParagraph(source: StyledParagraph, width: number, pageNumber = ""): MeasuredParagraph {
  const border = (line: StyledParagraph["borderTop"]) => (line === undefined ? 0 : line.width + line.space);
  return {
    kind: "paragraph",
    source,
    lines: breakLines(source, width, pageNumber).map((line) => measureLine(source, line)),
    borderAbove: border(source.box ?? source.borderTop),
    borderBelow: border(source.box ?? source.borderBottom),
  };
}

export function measureBlock(block: StyledBlock, width: number): MeasuredBlock {
  return block.kind === "table" ? measureTable(block) : measureParagraph(block, width);
}

export const heightOfLines = (lines: readonly MeasuredLine[]): number =>
  lines.reduce((sum, line) => sum + line.height, 0);

/** Height of a block without the space around it. */
export function heightOfBlock(block: MeasuredBlock): number {
  if (block.kind === "table") return block.rows.reduce((sum, row) => sum + row.height, 0);
  return block.borderAbove + heightOfLines(block.lines) + block.borderBelow;
}

/** Space asked for before and after a block; a table asks for none. */
export const spaceBefore = (block: MeasuredBlock): number => (block.kind === "table" ? 0 : block.source.before);
export const spaceAfter = (block: MeasuredBlock): number => (block.kind === "table" ? 0 : block.source.after);

/** Height of blocks stacked in a cell, the outer spaces included. */
export function heightOfStack(blocks: readonly MeasuredBlock[]): number {
  let height = 0;
  let after = 0;
  for (const block of blocksWithRoom(blocks)) {
    height += Math.max(after, spaceBefore(block)) + heightOfBlock(block);
    after = spaceAfter(block);
  }
  return height + after;
}

/** An empty paragraph that ends a cell right after a table takes no room. */
export function blocksWithRoom(blocks: readonly MeasuredBlock[]): readonly MeasuredBlock[] {
  const last = blocks.at(-1);
  const empty = last?.kind === "paragraph" && last.source.inlines.length === 0;
  return empty && blocks.at(-2)?.kind === "table" ? blocks.slice(0, -1) : blocks;
}

/**
 * How many lines of a paragraph go on a page where `fits` of the `total` fit: none alone at the foot,
 * none alone at the head of the next page, all or none where the lines are kept together.
 */
export function linesKept(total: number, fits: number, keepLines: boolean, fromStart: boolean): number {
  if (fits >= total) return total;
  if (keepLines && fromStart) return 0;
  if (total < 2) return fits;
  const withoutWidow = total - fits === 1 ? fits - 1 : fits;
  return fromStart && withoutWidow === 1 ? 0 : withoutWidow;
}

/** The first lines of a paragraph that may not be parted from a paragraph kept with it. */
export function leastLines(paragraph: MeasuredParagraph): number {
  const total = paragraph.lines.length;
  return paragraph.source.keepLines || total <= 3 ? total : 2;
}
