/**
 * Greedy line breaking as Word does it in compatibility mode 14, and the places of the pieces of a line.
 * Breaks: at U+0020, and after a hyphen or dash unless a digit or another hyphen follows; never after "/".
 */
import { faceOf, textWidth } from "./face.js";
import type { Face, PlacedImage, Segment } from "./page.js";
import type { StyledImage, StyledInline, StyledParagraph } from "./styled.js";

/** Word draws superscripts at this part of the size, rounded to a half point, raised by this part of the size. */
const SUPERSCRIPT_SCALE = 0.65;
const SUPERSCRIPT_RISE = 0.33;
const superscriptSize = (size: number): number => Math.round(size * SUPERSCRIPT_SCALE * 2) / 2;

/** Text of one look inside a word, or an image. */
interface Piece {
  readonly text: string;
  readonly look: Look;
  readonly width: number;
  readonly image?: StyledImage;
}

interface Look {
  readonly face: Face;
  /** Size as drawn, which the line's height is reckoned with. */
  readonly size: number;
  readonly rise: number;
  readonly underline: boolean;
  readonly color?: string;
}

/** What is never broken: a word with the blanks after it. */
interface Word {
  readonly pieces: Piece[];
  width: number;
  blanks: number;
  blankText: Piece | undefined;
  blankWidth: number;
  readonly notes: number[];
}

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
const DASHES = "-\u2010\u2013\u2014";

function lookOf(inline: Exclude<StyledInline, StyledImage>): Look {
  const superscript = inline.kind !== "pageNumber" && inline.superscript === true;
  return {
    face: faceOf(inline),
    size: superscript ? superscriptSize(inline.size) : inline.size,
    rise: superscript ? inline.size * SUPERSCRIPT_RISE : 0,
    underline: inline.underline === true,
    ...(inline.color === undefined ? {} : { color: inline.color }),
  };
}

/** Whether a line may be broken between the characters at `index - 1` and `index`. */
function mayBreakAfterDash(text: string, index: number): boolean {
  const before = text[index - 1];
  const after = text[index];
  if (before === undefined || after === undefined || !DASHES.includes(before)) return false;
  return !/[\d\u0020\u00a0-]/u.test(after);
}

/** Splits the inlines into words; the page number is printed as `pageNumber`. */
function splitWords(inlines: readonly StyledInline[], pageNumber: string): Word[] {
  const words: Word[] = [];
  let word: Word | undefined;
  const open = (): Word => {
    if (word === undefined) {
      word = { pieces: [], width: 0, blanks: 0, blankText: undefined, blankWidth: 0, notes: [] };
      words.push(word);
    }
    return word;
  };
  const texts = inlines.map((inline) =>
    inline.kind === "image" ? "" : inline.kind === "pageNumber" ? pageNumber : inline.text,
  );
  for (const [position, inline] of inlines.entries()) {
    if (inline.kind === "image") {
      const look: Look = { face: "regular", size: 0, rise: 0, underline: false };
      const target = open();
      target.pieces.push({ text: "", look, width: inline.width, image: inline });
      target.width += inline.width;
      continue;
    }
    const text = texts[position] ?? "";
    const look = lookOf(inline);
    if (inline.kind === "noteMark") open().notes.push(inline.note);
    let from = 0;
    while (from < text.length) {
      if (text[from] === " ") {
        let to = from;
        while (text[to] === " ") to++;
        const target = open();
        const blank = text.slice(from, to);
        const width = textWidth(blank, look.face, look.size);
        target.blanks += to - from;
        target.blankWidth += width;
        target.blankText = { text: (target.blankText?.text ?? "") + blank, look, width: target.blankWidth };
        from = to;
        const nextText = text[from] ?? texts.slice(position + 1).find((next) => next !== "")?.[0];
        if (nextText !== " ") word = undefined;
        continue;
      }
      let to = from + 1;
      while (to < text.length && text[to] !== " " && !mayBreakAfterDash(text, to)) to++;
      const target = open();
      const part = text.slice(from, to);
      const width = textWidth(part, look.face, look.size);
      target.pieces.push({ text: part, look, width });
      target.width += width;
      const following =
        text.slice(to, to + 1) || (texts.slice(position + 1).find((next) => next !== "") ?? "").slice(0, 1);
      if (following !== "" && following !== " " && mayBreakAfterDash(part + following, part.length)) word = undefined;
      from = to;
    }
  }
  return words;
}

/** Cuts a word that is wider than a whole line after the last character that fits. */
function cutWord(word: Word, room: number): [Word, Word] | undefined {
  const characters = word.pieces.flatMap((piece) =>
    piece.image === undefined ? [...piece.text].map((text) => ({ text, look: piece.look })) : [],
  );
  if (characters.length < 2 || word.pieces.some((piece) => piece.image !== undefined)) return undefined;
  let width = 0;
  let count = 0;
  for (const { text, look } of characters) {
    width += textWidth(text, look.face, look.size);
    if (width > room + TOLERANCE && count > 0) break;
    count++;
  }
  if (count >= characters.length) return undefined;
  const build = (part: typeof characters): Pick<Word, "pieces" | "width"> => {
    const pieces: Piece[] = [];
    for (const { text, look } of part) {
      const last = pieces.at(-1);
      const joined = last !== undefined && last.look === look ? last.text + text : text;
      if (last !== undefined && last.look === look) pieces.pop();
      pieces.push({ text: joined, look, width: textWidth(joined, look.face, look.size) });
    }
    return { pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) };
  };
  return [
    { ...build(characters.slice(0, count)), blanks: 0, blankText: undefined, blankWidth: 0, notes: [] },
    { ...word, ...build(characters.slice(count)) },
  ];
}

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
  const start = () => (lines.length === 0 ? paragraph.firstIndent : 0);
  const close = (last: boolean) => {
    let size = last && words.length === 0 ? paragraph.markSize : 0;
    let imageHeight = 0;
    for (const word of words) {
      for (const piece of word.pieces) {
        size = Math.max(size, piece.look.size);
        imageHeight = Math.max(imageHeight, piece.image?.height ?? 0);
      }
    }
    lines.push({
      words,
      width: end,
      start: start(),
      room: room - start(),
      last,
      size,
      imageHeight,
      notes: words.flatMap((word) => word.notes),
    });
    words = [];
    used = 0;
    end = 0;
  };
  const queue = splitWords(paragraph.inlines, pageNumber);
  for (let index = 0; index < queue.length; index++) {
    let word = queue[index] as Word;
    if (words.length > 0 && used + word.width > room - start() + TOLERANCE) close(false);
    if (words.length === 0 && word.width > room - start() + TOLERANCE) {
      const parts = cutWord(word, room - start());
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
export function lineText(line: BrokenLine): string {
  return line.words
    .map((word, index) => {
      const text = word.pieces.map((piece) => piece.text).join("");
      return index < line.words.length - 1 ? text + " ".repeat(word.blanks) : text;
    })
    .join("");
}

const sameLook = (one: Look, other: Look) =>
  one.face === other.face &&
  one.size === other.size &&
  one.rise === other.rise &&
  one.underline === other.underline &&
  one.color === other.color;

/**
 * Places the pieces of a line across the page.
 *
 * @param left where the paragraph's room begins on the page, pt (its left indent included)
 * @param baseline of the line, for images
 * @returns segments of one look each, left to right, and images
 */
export function placeAcross(
  line: BrokenLine,
  align: StyledParagraph["align"],
  left: number,
  baseline: number,
): { segments: Segment[]; images: PlacedImage[] } {
  const free = line.room - line.width;
  const blanks = line.words.slice(0, -1).reduce((count, word) => count + word.blanks, 0);
  const gap = align === "justify" && !line.last && blanks > 0 && free > 0 ? free / blanks : 0;
  let x = left + line.start;
  if (align === "center") x += free / 2;
  else if (align === "right") x += free;

  const segments: Segment[] = [];
  const images: PlacedImage[] = [];
  let look: Look | undefined;
  let text = "";
  let from = x;
  const flush = () => {
    if (look !== undefined && text !== "") {
      segments.push({
        text,
        face: look.face,
        size: look.size,
        x: from,
        width: x - from,
        gap,
        rise: look.rise,
        underline: look.underline,
        ...(look.color === undefined ? {} : { color: look.color }),
      });
    }
    text = "";
  };
  const put = (piece: Piece, stretch: number) => {
    if (look === undefined || !sameLook(look, piece.look)) {
      flush();
      look = piece.look;
      from = x;
    }
    text += piece.text;
    x += piece.width + stretch;
  };
  for (const [index, word] of line.words.entries()) {
    for (const piece of word.pieces) {
      if (piece.image !== undefined) {
        flush();
        look = undefined;
        images.push({ image: piece.image, x, y: baseline - piece.image.height });
        x += piece.width;
      } else put(piece, 0);
    }
    if (index < line.words.length - 1 && word.blankText !== undefined) put(word.blankText, gap * word.blanks);
  }
  flush();
  return { segments, images };
}
