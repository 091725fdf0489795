/** The paragraphs of a file's opening with where they stand on the page, and the side on which a line of theirs is drawn. */
import type { DrawnLine, FormattedParagraph, FormattedTable, FormattedText } from "../formatted/formatted-text.js";
import { flatten } from "../formatted/frames.js";

export type PageSide = "left" | "right" | "middle";

/** A paragraph of the opening. */
export interface Spot {
  readonly paragraph: FormattedParagraph;
  /** It stands above the title. */
  readonly inHead: boolean;
  /** It stands in a table with lines of its own. */
  readonly bordered: boolean;
  /** It follows the first paragraph behind the trích yếu: what is drawn there is none of the head's. */
  readonly behind: boolean;
  /** The side on which a line of it is drawn; undefined where nobody can say. */
  readonly sideOf: (line: DrawnLine) => PageSide | undefined;
  /** The side of its text, or of a piece of it. */
  readonly sideOfText: (piece: "left" | "right" | undefined) => PageSide | undefined;
  /** Width that its text has, pt. */
  readonly roomOf: () => number | undefined;
}

/** Parts of the breadth between which a line stands in the middle, or on either side. */
const [LEFT_ENDS, RIGHT_BEGINS] = [0.45, 0.55];
/** Paragraphs behind the trích yếu on which a drawing may still hang. */
const HANGS_ON = 3;

const SHORTEST_ROOM = 10;

interface Column {
  /** From the left edge of the text area, pt. */
  readonly left: number;
  readonly width: number;
  readonly side: PageSide | undefined;
  /** Left margin of the page. */
  readonly margin: number;
  /** Where the right column begins. */
  readonly boundary: number;
  readonly bordered: boolean;
  readonly inHead: boolean;
}

function sideAt(line: DrawnLine, column: Column): PageSide | undefined {
  if (line.kind !== "shape") return column.side;
  if (line.inColumn === true) return column.side;
  if (line.left === undefined || line.length === undefined) return undefined;
  const base = line.from === "margin" ? 0 : line.from === "page" ? -column.margin : column.left;
  const center = base + line.left + line.length / 2;
  if (column.side === "middle") return "middle";
  const breadth = column.boundary * 2;
  const [ends, begins] =
    column.side === undefined ? [breadth * LEFT_ENDS, breadth * RIGHT_BEGINS] : [column.boundary, column.boundary];
  if (center < ends) return "left";
  return center > begins ? "right" : undefined;
}

function spotOf(paragraph: FormattedParagraph, column: Column, behind: boolean): Spot {
  const { look } = paragraph;
  return {
    paragraph,
    inHead: column.inHead,
    bordered: column.bordered,
    behind,
    sideOf: (line) => sideAt(line, column),
    sideOfText: (piece) => column.side ?? piece,
    roomOf: () => {
      const room = column.width - look.left - look.right;
      return room < SHORTEST_ROOM ? undefined : room;
    },
  };
}

/** Cells of a table with where they stand; the first column with words is the left one. */
function tableSpots(table: FormattedTable, width: number, margin: number): Spot[] {
  const { columns, cellMargins, bordered } = table;
  const starts = columns.map((_, at) => columns.slice(0, at).reduce((sum, one) => sum + one, 0));
  const cells = table.rows.flatMap((row) => {
    let at = 0;
    return row.cells.map((cell) => {
      const from = at;
      at += cell.colSpan;
      const paragraphs = cell.blocks.flatMap(flatten);
      const worded = paragraphs.some(({ runs }) => runs.some(({ text }) => /\S/u.test(text)));
      return { cell, from, paragraphs, worded };
    });
  });
  const used = [...new Set(cells.filter(({ worded }) => worded).map(({ from }) => from))].sort((a, b) => a - b);
  const [first = 0, second] = used;
  const known = columns.length > 0 && columns.every((one) => one > 0);
  return cells.flatMap(({ cell, from, paragraphs }) => {
    const broad = columns.slice(from, from + cell.colSpan).reduce((sum, one) => sum + one, 0);
    const nested = cell.blocks.some(({ kind }) => kind === "table");
    const column: Column = {
      left: (starts[from] ?? 0) + cellMargins.left,
      margin,
      width: known && !nested ? broad - cellMargins.left - cellMargins.right : 0,
      side: nested ? undefined : second === undefined ? "middle" : from <= first ? "left" : "right",
      boundary: second === undefined ? width / 2 : (starts[second] ?? width / 2),
      bordered,
      inHead: true,
    };
    return paragraphs.map((paragraph) => spotOf(paragraph, column, false));
  });
}

/**
 * The paragraphs from the first to those right behind the trích yếu.
 *
 * @param headEnds ordinal of the last line of the head
 * @param title ordinal of the title, where there is one
 * @param subjectEnds ordinal of the last line of the trích yếu
 */
export function openingSpots(
  { blocks, sections }: FormattedText,
  headEnds: number,
  title: number | undefined,
  subjectEnds: number,
): readonly Spot[] {
  const [section] = sections;
  const width = section === undefined ? 0 : section.width - section.margins.left - section.margins.right;
  const margin = section?.margins.left ?? 0;
  const end = Math.max(headEnds, title ?? 0, subjectEnds);
  const spots: Spot[] = [];
  let words = 0;
  for (const block of blocks) {
    const before = block.kind === "paragraph" && block.ordinal <= end;
    if (block.kind === "table") {
      const inTable = tableSpots(block, width, margin);
      if ((inTable[0]?.paragraph.ordinal ?? Number.POSITIVE_INFINITY) > end) break;
      spots.push(...inTable);
      continue;
    }
    const inHead = title === undefined ? block.ordinal <= headEnds : block.ordinal < title;
    const side = inHead ? undefined : "middle";
    const column = { left: 0, margin, width, side, boundary: width / 2, bordered: false, inHead } as const;
    spots.push(spotOf(block, column, words > 0));
    if (!before && block.runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) words += 1;
    if (words > HANGS_ON) break;
  }
  return spots;
}
