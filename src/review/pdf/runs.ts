/** The letters of a page, put together to runs. */
import type { Run } from "./content.js";
import { type Matrix, place } from "./matrix.js";
import type { Pdfium } from "./pdfium.js";

/** Parts of the size: letters of one piece of text further apart are not one run; further apart than this, of two words. */
const RUN_GAP = 0.5;
const WORD_GAP = 0.14;

/** What PDFium writes for a hyphen at the end of a line. */
const LINE_END_HYPHEN = 2;
const BLANK = 0x20;
/** What stands for no letter at all, and the last code of Unicode. */
const NO_LETTERS = new Set([0x7f, 0xfffe, 0xffff]);
const LAST = 0x10ffff;
/** Letters that a font draws as one. */
const LIGATURE = /[\ufb00-\ufb06]/gu;

/** A piece of text as the file draws it: one font, one line. */
interface Piece {
  readonly object: number;
  readonly font: number;
  readonly size: number;
  /** Where its line goes, as a vector of length 1 in the file's coordinates. */
  readonly toX: number;
  readonly toY: number;
  readonly runs: OpenRun[];
}

/** A run that grows. Lengths are along its line. */
interface OpenRun {
  text: string;
  readonly x: number;
  readonly y: number;
  readonly start: number;
  /** Where its last letter begins. */
  last: number;
  /** Where it ends, blanks counted and not. */
  end: number;
  right: number;
}

/** The letter of a code; empty where it stands for nothing that is read. */
function letterOf(code: number): string {
  if (code === LINE_END_HYPHEN) return "-";
  return code < BLANK || NO_LETTERS.has(code) || code > LAST ? "" : String.fromCodePoint(code);
}

class RunReader {
  readonly pieces = new Map<number, Piece>();
  #piece: Piece | undefined;
  #run: OpenRun | undefined;

  constructor(
    private readonly pdfium: Pdfium,
    /** PDFium's text page. */
    private readonly text: number,
    private readonly view: Matrix,
    private readonly fontOf: (object: number) => number,
  ) {}

  /** Takes the letter at an index of the text page. */
  take(at: number): void {
    const { pdfium, text } = this;
    const { calls, answer } = pdfium;
    const code = calls.FPDFText_GetUnicode(text, at);
    // a blank that nobody drew stands where PDFium sees two words, and marks of accents mislead it
    if (code <= BLANK && calls.FPDFText_IsGenerated(text, at) === 1) return;
    const letter = letterOf(code);
    if (letter === "") return;
    const piece = this.#pieceOf(calls.FPDFText_GetTextObject(text, at), at);
    const { size, toX, toY } = piece;
    calls.FPDFText_GetLooseCharBox(text, at, answer);
    const [left, top, right, bottom] = [pdfium.float(0), pdfium.float(1), pdfium.float(2), pdfium.float(3)];
    const end = Math.max(left * toX + top * toY, right * toX + bottom * toY);
    calls.FPDFText_GetCharOrigin(text, at, answer, answer + 8);
    const [x, y] = [pdfium.double(0), pdfium.double(1)];
    const start = x * toX + y * toY;
    let run = this.#run;
    // several letters of one sign stand at its place
    if (run !== undefined && (start - run.end > RUN_GAP * size || run.last - start > RUN_GAP * size)) run = undefined;
    if (run === undefined) {
      this.#run = undefined;
      if (letter.trim() === "") return;
      run = { text: "", ...place(this.view, x, y), start, last: start, end, right: end };
      piece.runs.push(run);
      this.#run = run;
    }
    if (start - run.end > WORD_GAP * size && !run.text.endsWith(" ")) run.text += " ";
    run.text += letter;
    run.last = start;
    if (end > run.end) run.end = end;
    if (end > run.right && letter.trim() !== "") run.right = end;
  }

  #pieceOf(object: number, at: number): Piece {
    if (this.#piece?.object === object) return this.#piece;
    this.#run = undefined;
    this.#piece = this.pieces.get(object) ?? this.#read(object, at);
    this.pieces.set(object, this.#piece);
    return this.#piece;
  }

  #read(object: number, at: number): Piece {
    const { pdfium, text } = this;
    const { calls, answer } = pdfium;
    calls.FPDFText_GetMatrix(text, at, answer);
    const [a, b, c, d] = [pdfium.float(0), pdfium.float(1), pdfium.float(2), pdfium.float(3)];
    const length = Math.hypot(a, b);
    const size = calls.FPDFText_GetFontSize(text, at) * Math.hypot(c, d);
    const [toX, toY] = length === 0 ? [1, 0] : [a / length, b / length];
    return { object, font: this.fontOf(object), size, toX, toY, runs: [] };
  }
}

/** Where a line goes on the page as it is shown. */
function quartersOf([a, b, c, d]: Matrix, toX: number, toY: number): Run["quarters"] {
  const [right, down] = [a * toX + c * toY, b * toX + d * toY];
  if (Math.abs(right) >= Math.abs(down)) return right >= 0 ? undefined : 2;
  return down > 0 ? 1 : 3;
}

/**
 * Reads the runs of a page, in the order in which the file draws them.
 *
 * @param text PDFium's text page
 * @param view from the file's coordinates to the page's, without a change of lengths
 * @param orderOf where a piece of text stands among what the page draws
 * @param fontOf index of the font of a piece of text
 */
export function readRuns(
  pdfium: Pdfium,
  text: number,
  view: Matrix,
  orderOf: (object: number) => number,
  fontOf: (object: number) => number,
): Run[] {
  const reader = new RunReader(pdfium, text, view, fontOf);
  const count = pdfium.calls.FPDFText_CountChars(text);
  for (let at = 0; at < count; at++) reader.take(at);
  return [...reader.pieces.values()]
    .sort((one, other) => orderOf(one.object) - orderOf(other.object))
    .flatMap(({ runs, size, font, toX, toY }) => {
      const quarters = quartersOf(view, toX, toY);
      return runs.map(({ text: letters, x, y, start, right }) => ({
        text: letters.trimEnd().replace(LIGATURE, (ligature) => ligature.normalize("NFKC")),
        x,
        y,
        width: right - start,
        size,
        font,
        ...(quarters === undefined ? {} : { quarters }),
      }));
    });
}
