/** Lines put together to paragraphs, over the ends of pages. */
import { readMark } from "../flow/mark.js";
import type { Line } from "./lines.js";

/** Lines further apart than this part of their size are not of one paragraph. */
const FURTHEST = 2.3;
/** Left edges that differ by less are one, pt. */
const SAME_EDGE = 2.5;
/** Sizes of words of one sentence, pt. */
const MOST_SMALLER = 4;
/** A hanging paragraph's lines begin this much right of its mark at most, pt. */
const HANGING = 40;

/** Estimated width of a line's first word. */
function firstWord({ text, x, right }: Line): number {
  const word = /^\S+(?:-\s)?/u.exec(text.trim())?.[0] ?? "";
  return text.length === 0 ? 0 : ((right - x) * word.length) / text.length;
}

/**
 * Whether a line continues the paragraph that ends with `last`.
 *
 * @param edge right edge of the text on that page
 */
function continues(paragraph: readonly Line[], line: Line, edge: number): boolean {
  const [first, last] = [paragraph[0], paragraph.at(-1)];
  if (first === undefined || last === undefined) return false;
  // amid a sentence words of another size continue it, and their width is estimated worse
  const amid = /[\p{L}\p{N},]$/u.test(last.text.trim()) && /^\p{Ll}/u.test(line.text.trim());
  if (Math.abs(line.size - last.size) > (amid ? MOST_SMALLER : 0.6)) return false;
  if (line.page === last.page && (line.y <= last.y + 1 || line.y - last.y > FURTHEST * line.size)) return false;
  if (line.page > last.page + 1) return false;
  // a line breaks because the next word does not fit: if it had fitted, the paragraph ended there
  const room = edge - 1 - last.right - 0.2 * last.size;
  if (firstWord(line) * (amid ? 2 : 1) < room) return false;
  // what stands in the middle or to the right at the foot of a page does not go on at the head of the next
  if (line.page !== last.page && Math.abs(line.x - last.x) > HANGING) return false;
  if (paragraph.length > 1) return Math.abs(line.x - last.x) <= SAME_EDGE;
  if (line.x <= first.x + SAME_EDGE) {
    return !(
      readMark(line.text).mark !== "" &&
      Math.abs(line.x - first.x) <= SAME_EDGE &&
      (/[.;:]$/u.test(last.text) || line.bold !== last.bold)
    );
  }
  return line.x - first.x <= HANGING && readMark(first.text).mark !== "";
}

/** Groups lines. @param edgeOf right edge of the text by page */
export function groupLines(lines: readonly Line[], edgeOf: (page: number) => number): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && continues(last, line, edgeOf(last.at(-1)?.page ?? 0))) last.push(line);
    else groups.push([line]);
  }
  return groups;
}
