/** Turns measured blocks into placed ones: coordinates of lines, and the rules that borders draw. */
import { lineText } from "../line-breaking.js";
import type { PlacedBlock, PlacedLine, PlacedParagraph, PlacedTable, Rule } from "../page.js";
import { placeAcross } from "../place-across.js";
import {
  blocksWithRoom,
  heightOfBlock,
  type MeasuredBlock,
  type MeasuredLine,
  type MeasuredParagraph,
  spaceAfter,
  spaceBefore,
} from "./measure.js";
import type { MeasuredTable } from "./measure-table.js";
import { placeRow } from "./place-table.js";

/**
 * Places some lines of a paragraph one below the other.
 *
 * @param left left edge of the column, pt from the page's
 * @param top top of the first line
 */
export function placeLines(
  paragraph: MeasuredParagraph,
  lines: readonly MeasuredLine[],
  left: number,
  top: number,
): PlacedParagraph {
  let y = top;
  const placed: PlacedLine[] = lines.map((line) => {
    const baseline = y + line.ascent;
    const { segments, images } = placeAcross(
      line.broken,
      paragraph.source.align,
      left + paragraph.source.left,
      baseline,
    );
    const result = {
      text: lineText(line.broken),
      x: segments[0]?.x ?? left + paragraph.source.left + line.broken.start,
      y,
      height: line.height,
      baseline,
      segments,
      images,
      notes: line.broken.notes,
    };
    y += line.height;
    return result;
  });
  return { kind: "paragraph", source: paragraph.source, lines: placed };
}

/** The rules of a paragraph's borders: above `top`, where its first line begins, and below `bottom`. */
export function borderRules(
  paragraph: MeasuredParagraph,
  left: number,
  width: number,
  edges: { readonly top?: number; readonly bottom?: number },
): Rule[] {
  const { box } = paragraph.source;
  const { borderTop = box, borderBottom = box } = paragraph.source;
  // a frame stands outside the indents, as Word and LibreOffice draw it
  const outside = box === undefined ? 0 : box.space + box.width / 2;
  const x1 = left + paragraph.source.left - outside;
  const x2 = left + width - paragraph.source.right + outside;
  const rules: Rule[] = [];
  if (borderTop !== undefined && edges.top !== undefined) {
    const y = edges.top - borderTop.space - borderTop.width / 2;
    rules.push({ x1, y1: y, x2, y2: y, width: borderTop.width });
  }
  if (borderBottom !== undefined && edges.bottom !== undefined) {
    const y = edges.bottom + borderBottom.space + borderBottom.width / 2;
    rules.push({ x1, y1: y, x2, y2: y, width: borderBottom.width });
  }
  if (box !== undefined && edges.top !== undefined && edges.bottom !== undefined) {
    const [y1, y2] = [edges.top - box.space - box.width, edges.bottom + box.space + box.width];
    for (const x of [x1, x2]) rules.push({ x1: x, y1, x2: x, y2, width: box.width });
  }
  return rules;
}

/** Places a stack of blocks, whole, in a cell or a piece of page furniture. */
export function placeStack(
  blocks: readonly MeasuredBlock[],
  left: number,
  top: number,
  width: number,
  rules: Rule[],
): PlacedBlock[] {
  let y = top;
  let after = 0;
  const room = new Set(blocksWithRoom(blocks));
  return blocks.map((block) => {
    if (!room.has(block)) return { kind: "paragraph", source: (block as MeasuredParagraph).source, lines: [] };
    y += Math.max(after, spaceBefore(block));
    after = spaceAfter(block);
    const start = y;
    y += heightOfBlock(block);
    if (block.kind === "table") return placeWholeTable(block, left, start, rules);
    const first = start + block.borderAbove;
    rules.push(...borderRules(block, left, width, { top: first, bottom: y - block.borderBelow }));
    return placeLines(block, block.lines, left, first);
  });
}

function placeWholeTable(table: MeasuredTable, left: number, top: number, rules: Rule[]): PlacedTable {
  let y = top;
  const rows = table.rows.map((row, index) => {
    const placed = placeRow(table, index, left, y, rules, { until: table.rows.length });
    y += row.height;
    return placed;
  });
  return { kind: "table", source: table.source, rows };
}
