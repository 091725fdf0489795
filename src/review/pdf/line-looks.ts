/** Looks that are measured on lines: fonts, sizes, edges of the text, and where paragraphs lie between them. */
import type { BlockLook } from "../flow/flow.js";
import { familyOf } from "../versions/fonts.js";
import type { Line } from "./lines.js";

/** The value that most letters have. */
export function mostOf(lines: readonly Line[], value: (line: Line) => number): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const rounded = Math.round(value(line) * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + line.text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The look of lines that are one paragraph, or one row. */
export const lookOfLines = (lines: readonly Line[]): BlockLook | undefined => {
  const [first] = lines;
  if (first === undefined) return undefined;
  return {
    font: familyOf(first.font),
    size: mostOf(lines, ({ size }) => size),
    bold: lines.every(({ bold }) => bold),
    italic: lines.every(({ italic }) => italic),
  };
};

/** Edges of lines that differ by less are one, pt. */
const SAME_EDGE = 1;
/** Lines that reach the right edge where the text is set to both: at least so many, and this part of the long ones. */
const REACHING = { least: 3, part: 0.5 } as const;

/** Where the text begins: the leftmost edge that two lines share. */
export function leftEdge(lines: readonly Line[]): number | undefined {
  const edges = lines.map(({ x }) => x).sort((a, b) => a - b);
  return edges.find((x, index) => (edges[index + 1] ?? Number.POSITIVE_INFINITY) - x <= SAME_EDGE);
}

/** Where the text ends, if it is set to both edges. @param lines long ones */
export function rightEdge(lines: readonly Line[]): number | undefined {
  const right = mostOf(lines, (line) => line.right);
  const reaching = lines.filter((line) => Math.abs(line.right - right) <= SAME_EDGE).length;
  return reaching >= Math.max(REACHING.least, REACHING.part * lines.length) ? right : undefined;
}

/** Edges that differ by more are not one to the eye, pt. */
const RAGGED = 3;

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/** Lines after the first that show how a paragraph is set. */
const FEWEST = 3;

/** How the lines of a paragraph are set; undefined where its few lines do not show it. */
function alignOf(lines: readonly Line[]): string | undefined {
  // the first may be indented, the last ends anywhere
  const inner = lines.slice(1);
  if (inner.length < FEWEST) return undefined;
  const lefts = spread(inner.map(({ x }) => x));
  const rights = spread(lines.slice(0, -1).map(({ right }) => right));
  if (lefts <= RAGGED) return rights <= RAGGED ? "both" : "left";
  if (spread(inner.map(({ right }) => right)) <= RAGGED) return "right";
  return spread(inner.map(({ x, right }) => x + right)) <= RAGGED ? "center" : undefined;
}

/**
 * Where a paragraph lies.
 *
 * @param edge where the text of its page begins; undefined where nothing shows it
 */
export function placeOfLines(lines: readonly Line[], edge: number | undefined): BlockLook {
  const [first, second] = lines;
  const align = alignOf(lines);
  return {
    ...(align === undefined ? {} : { align }),
    ...(edge === undefined || first === undefined ? {} : { start: first.x - edge }),
    // of lines that are set to the middle each begins elsewhere
    ...(edge === undefined || second === undefined || second.page !== first?.page || align === "center"
      ? {}
      : { left: second.x - edge }),
  };
}
