import type { Inlines } from "../../model/inline.js";
import type { Mark } from "../../model/mark.js";
import { isAttachment, isLabelWithTitle, isOperative, readAnnexLabel } from "../../source/draft/body/annexes.js";
import { findMark, wordsStart } from "../../source/draft/body/marks.js";
import { lookOf, sameLook, tellingWords } from "../../source/draft/body/runs.js";
import { keepEdges } from "./escape.js";
import { type Piece, piecesOf, writeInlines, writePieces } from "./inlines.js";

/**
 * A paragraph or the words of a heading on one line.
 *
 * @param mark printed before the inlines
 * @param heading decides which words would be taken for a mark or a label
 */
export function writeOpened(mark: Mark | undefined, inlines: Inlines, heading: boolean): string {
  if (mark === undefined) return keepPlain(writeInlines(inlines), tellingWords(inlines), heading);
  const look = lookOf(mark);
  const [first, ...others] = piecesOf(inlines);
  if (first === undefined) return writePieces([{ source: mark.text, look }]);
  // Blanks behind a mark are one for the reader, however many there are.
  const source = first.source.replace(/^ /u, "&#32;");
  const opening: Piece[] = sameLook(first.look, look)
    ? [{ source: `${mark.text} ${source}`, look }]
    : [
        { source: mark.text, look },
        { source: " ", look: {} },
        { ...first, source },
      ];
  return keepEdges(writePieces(mergeEven([...opening, ...others])));
}

/** Joins neighbouring pieces without emphasis, so that what stands beside a star is seen. */
function mergeEven(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && sameLook(last.look, {}) && sameLook(piece.look, {})) {
      merged[merged.length - 1] = { source: last.source + piece.source, look: {} };
    } else merged.push(piece);
  }
  return merged;
}

/**
 * Puts a backslash before words that would otherwise be more than words at the beginning of a line.
 *
 * @param source the line in the draft's syntax
 * @param text its telling words
 */
function keepPlain(source: string, text: string, heading: boolean): string {
  const special =
    findMark(source, heading) !== undefined ||
    (heading
      ? readAnnexLabel(text) !== undefined || isLabelWithTitle(text)
      : isAttachment(text) || isOperative(text) || /^(?:[-*_=]{3,}$|#+(?: |$)|```|~~~)/u.test(source));
  // A note mark and a colon at the beginning of a line would be the text of the note.
  if (!heading && /^\[\^\d+\]:/u.test(source)) return source.replace(":", "\\:");
  const start = wordsStart(source);
  return special && source[start] !== "\\" ? `${source.slice(0, start)}\\${source.slice(start)}` : source;
}
