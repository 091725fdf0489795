/** Greedy line breaking, as Word does it in compatibility mode 14. */
import type { StyledParagraph } from "./styled.js";
import { cutWord, NO_NOTES, splitWords, type Word } from "./words.js";

/** A broken line, before it has a place on a page. */
export interface BrokenLine {
  readonly words: readonly Word[];
  /** Width of the text without the blanks at the line's end. */
  readonly width: number;
  /** Where the line may begin and how wide it may be, from the paragraph's left indent. */
  readonly start: number;
  readonly room: number;
  readonly last: boolean;
  /** Largest size on the line, for automatic spacing; the paragraph mark's own on an empty line. */
  readonly size: number;
  readonly imageHeight: number;
  readonly notes: readonly number[];
}

/** Lines may overrun by less than this without breaking (rounding), pt. */
const TOLERANCE = 0.01;

/**
 * Breaks a paragraph into lines.
 *
 * @param width room between the margins of the column, pt
 * @param pageNumber what a page-number inline prints
 * @returns at least one line; an empty paragraph is one empty line
 */
export function breakLines(paragraph: StyledParagraph, width: number, pageNumber = ""): BrokenLine[] {
  const room = width - paragraph.left - paragraph.right;
  const lines: BrokenLine[] = [];
  let words: Word[] = [];
  let used = 0;
  let end = 0;
  let start = paragraph.firstIndent;
  const close = (last: boolean) => {
    let size = last && words.length === 0 ? paragraph.markSize : 0;
    let imageHeight = 0;
    let notes = NO_NOTES;
    for (const word of words) {
      if (word.notes.length > 0) notes = [...notes, ...word.notes];
      for (const piece of word.pieces) {
        if (piece.look.size > size) size = piece.look.size;
        if (piece.image !== undefined && piece.image.height > imageHeight) imageHeight = piece.image.height;
      }
    }
    lines.push({ words, width: end, start, room: room - start, last, size, imageHeight, notes });
    words = [];
    used = 0;
    end = 0;
    start = 0;
  };
  const queue = splitWords(paragraph.inlines, pageNumber);
  for (let index = 0; index < queue.length; index++) {
    let word = queue[index] as Word;
    if (words.length > 0 && used + word.width > room - start + TOLERANCE) close(false);
    if (words.length === 0 && word.width > room - start + TOLERANCE) {
      const parts = cutWord(word, room - start);
      if (parts !== undefined) {
        word = parts[0];
        queue.splice(index + 1, 0, parts[1]);
      }
    }
    words.push(word);
    end = used + word.width;
    used = end + word.blankWidth;
  }
  close(true);
  return lines;
}

/** The text of a broken line, without the blanks at its end. */
export function lineText({ words }: BrokenLine): string {
  let text = "";
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    for (const piece of word.pieces) text += piece.text;
    if (word.blanks > 0 && index < words.length - 1) text += word.blanks === 1 ? " " : " ".repeat(word.blanks);
  }
  return text;
}
