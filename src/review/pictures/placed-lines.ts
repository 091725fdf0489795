/** Every line of a PDF with the box that it fills, page by page, from the top. */
import { tidy } from "../flow/flow.js";
import type { PdfContent } from "../pdf/content.js";
import { type Line, readLines } from "../pdf/lines.js";

/** Lengths in pt from the top left corner of the page. */
export interface PlacedLine {
  readonly text: string;
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

/** Parts of the size that letters reach above and below the baseline, tones of capitals and tails included. */
const ASCENT = 1;
const DESCENT = 0.3;
/** Baselines closer than this are one row, pt. */
const SAME_ROW = 2;

const placed = ({ text, page, x, right, y, size }: Line): PlacedLine => ({
  text: tidy(text),
  page,
  x,
  right,
  top: y - ASCENT * size,
  bottom: y + DESCENT * size,
  size,
});

/** Lines of each page, from the top, those of one row from the left. */
export function placeLines(content: PdfContent): PlacedLine[][] {
  return readLines(content).map((elements) =>
    elements
      .flatMap((element) => (element.kind === "line" ? [element] : [...element.cells.values()].flat()))
      .map(placed)
      .filter(({ text }) => text !== "")
      .sort((a, b) => (Math.abs(a.bottom - b.bottom) > SAME_ROW ? a.bottom - b.bottom : a.x - b.x)),
  );
}
