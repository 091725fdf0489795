/** The letters of a page, put together to runs. */
import type { Run } from "./content.js";
import { combine, type Matrix, type Point, place } from "./matrix.js";
import type { Pdfium } from "./pdfium.js";

/** Letters of one piece of text further apart than this part of their size are not one run. */
const FURTHEST = 0.5;
/** Letters further apart are of two words. */
const WORD_GAP = 0.14;

/** What PDFium writes for a hyphen at the end of a line. */
const LINE_END_HYPHEN = 2;
const BLANK = 0x20;
/** Letters that a font draws as one. */
const LIGATURE = /[\ufb00-\ufb06]/gu;

/** A run that grows; lengths are along the line on which its letters stand. */
interface OpenRun {
  text: string;
  readonly x: number;
  readonly y: number;
  readonly start: number;
  /** Where its last letter begins. */
  last: number;
  /** Where its last letter ends, blanks counted and not. */
  end: number;
  right: number;
  readonly size: number;
  readonly font: number;
}

/** Whether a code stands for something that is read. */
const isRead = (code: number): boolean => code >= BLANK && code !== 0xfffe && code !== 0xffff && code <= 0x10ffff;

/**
 * Reads the runs of a page.
 *
 * @param text PDFium's text page
 * @param view from the file's coordinates to the page's
 * @param orderOf where a piece of text stands among what the page draws
 * @param fontOf index of the font of a piece of text
 */
export function readRuns(
  pdfium: Pdfium,
  text: number,
  view: Matrix,
  orderOf: (piece: number) => number,
  fontOf: (piece: number) => number,
): Run[] {
  const { calls, answer } = pdfium;
  const pieces = new Map<number, OpenRun[]>();
  let piece = 0;
  let direction: Point = { x: 1, y: 0 };
  let [size, font] = [0, 0];
  let open: OpenRun | undefined;
  const count = calls.FPDFText_CountChars(text);
  for (let at = 0; at < count; at++) {
    const code = calls.FPDFText_GetUnicode(text, at);
    // a blank that nobody drew, where PDFium takes letters for words of their own; marks of accents mislead it
    if (calls.FPDFText_IsGenerated(text, at) === 1) continue;
    const letter = code === LINE_END_HYPHEN ? "-" : isRead(code) ? String.fromCodePoint(code) : "";
    if (letter === "") continue;
    const own = calls.FPDFText_GetTextObject(text, at);
    calls.FPDFText_GetCharOrigin(text, at, answer, answer + 8);
    const { x, y } = place(view, pdfium.double(0), pdfium.double(1));
    calls.FPDFText_GetLooseCharBox(text, at, answer);
    const corners = [place(view, pdfium.float(0), pdfium.float(1)), place(view, pdfium.float(2), pdfium.float(3))];
    if (own !== piece) {
      piece = own;
      calls.FPDFText_GetMatrix(text, at, answer);
      const matrix = combine(
        [pdfium.float(0), pdfium.float(1), pdfium.float(2), pdfium.float(3), pdfium.float(4), pdfium.float(5)],
        view,
      );
      size = calls.FPDFText_GetFontSize(text, at) * Math.hypot(matrix[2], matrix[3]);
      const length = Math.hypot(matrix[0], matrix[1]);
      direction = length === 0 ? { x: 1, y: 0 } : { x: matrix[0] / length, y: matrix[1] / length };
      font = fontOf(own);
      open = undefined;
    }
    const along = (point: Point): number => point.x * direction.x + point.y * direction.y;
    const [start, end] = [along({ x, y }), Math.max(...corners.map(along))];
    const blank = letter.trim() === "";
    // several letters of one sign stand at its place
    const apart = open !== undefined && (start - open.end > FURTHEST * size || open.last - start > FURTHEST * size);
    if (open === undefined || apart) {
      open = undefined;
      if (blank) continue;
      open = { text: "", x, y, start, last: start, end, right: end, size, font };
      const runs = pieces.get(own);
      if (runs === undefined) pieces.set(own, [open]);
      else runs.push(open);
    }
    const parted = start - open.end > WORD_GAP * size && !open.text.endsWith(" ");
    open.text += parted ? ` ${letter}` : letter;
    open.last = start;
    open.end = Math.max(open.end, end);
    if (!blank) open.right = Math.max(open.right, end);
  }
  return [...pieces]
    .sort(([a], [b]) => orderOf(a) - orderOf(b))
    .flatMap(([, runs]) => runs)
    .map(({ text: letters, x, y, start, right, size: height, font: index }) => ({
      text: letters.trimEnd().replace(LIGATURE, (ligature) => ligature.normalize("NFKC")),
      x,
      y,
      width: right - start,
      size: height,
      font: index,
    }));
}
