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
  notes: readonly number[];
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
/** Most words and lines have no footnotes: they share one empty list. */
const NO_NOTES: readonly number[] = [];

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
const HYPHEN = 0x2d;
/** Hyphen, en dash and em dash of Unicode. */
const DASHES = [0x2010, 0x2013, 0x2014] as const;

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

const isDash = (code: number): boolean =>
  code === HYPHEN || (code >= DASHES[0] && (code === DASHES[0] || code === DASHES[1] || code === DASHES[2]));

/** What stays on the line of a dash before it: a digit, a blank of either kind, another hyphen. */
const staysWithDash = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || code === SPACE || code === NO_BREAK_SPACE || code === HYPHEN;

/** Whether a line may be broken between two characters neither of which is a blank. */
const mayBreakBetween = (before: number, after: number): boolean => isDash(before) && !staysWithDash(after);

/** Where the word that begins at `from` ends: at a blank, after a dash, or at the end of the text. */
function wordEnd(text: string, from: number): number {
  let before = text.charCodeAt(from);
  for (let to = from + 1; to < text.length; to++) {
    const code = text.charCodeAt(to);
    if (code === SPACE || mayBreakBetween(before, code)) return to;
    before = code;
  }
  return text.length;
}

/** Where the blanks that begin at `from` end. */
function blanksEnd(text: string, from: number): number {
  let to = from;
  while (text.charCodeAt(to) === SPACE) to++;
  return to;
}

const printedText = (inline: StyledInline, pageNumber: string): string => {
  if (inline.kind === "image") return "";
  return inline.kind === "pageNumber" ? pageNumber : inline.text;
};

/** Splits the inlines into words; the page number is printed as `pageNumber`. */
function splitWords(inlines: readonly StyledInline[], pageNumber: string): Word[] {
  const words: Word[] = [];
  let word: Word | undefined;
  const open = (): Word => {
    if (word === undefined) {
      word = { pieces: [], width: 0, blanks: 0, blankText: undefined, blankWidth: 0, notes: NO_NOTES };
      words.push(word);
    }
    return word;
  };
  /** The character that follows the end of an inline, NaN behind the last. */
  const codeAfter = (position: number): number => {
    for (let next = position + 1; next < inlines.length; next++) {
      const text = printedText(inlines[next] as StyledInline, pageNumber);
      if (text !== "") return text.charCodeAt(0);
    }
    return Number.NaN;
  };
  for (const [position, inline] of inlines.entries()) {
    if (inline.kind === "image") {
      const look: Look = { face: "regular", size: 0, rise: 0, underline: false };
      const target = open();
      target.pieces.push({ text: "", look, width: inline.width, image: inline });
      target.width += inline.width;
      continue;
    }
    const text = printedText(inline, pageNumber);
    const look = lookOf(inline);
    const blank: Piece = { text: " ", look, width: textWidth(" ", look.face, look.size) };
    if (inline.kind === "noteMark") {
      const target = open();
      target.notes = [...target.notes, inline.note];
    }
    let from = 0;
    while (from < text.length) {
      const target = open();
      if (text.charCodeAt(from) === SPACE) {
        const to = blanksEnd(text, from);
        addBlanks(target, blank, to - from);
        if ((to < text.length ? text.charCodeAt(to) : codeAfter(position)) !== SPACE) word = undefined;
        from = to;
        continue;
      }
      const to = wordEnd(text, from);
      const part = text.slice(from, to);
      const width = textWidth(part, look.face, look.size);
      target.pieces.push({ text: part, look, width });
      target.width += width;
      const following = to < text.length ? text.charCodeAt(to) : codeAfter(position);
      if (following !== SPACE && !Number.isNaN(following) && mayBreakBetween(text.charCodeAt(to - 1), following)) {
        word = undefined;
      }
      from = to;
    }
  }
  return words;
}

/** Adds blanks behind a word; `blank` is one in their look. */
function addBlanks(word: Word, blank: Piece, count: number): void {
  const { look } = blank;
  const text = count === 1 ? blank.text : " ".repeat(count);
  word.blanks += count;
  word.blankWidth += count === 1 ? blank.width : textWidth(text, look.face, look.size);
  word.blankText =
    word.blankText === undefined && count === 1
      ? blank
      : { text: (word.blankText?.text ?? "") + text, look, width: word.blankWidth };
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
    { ...build(characters.slice(0, count)), blanks: 0, blankText: undefined, blankWidth: 0, notes: NO_NOTES },
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

const sameLook = (one: Look, other: Look) =>
  one === other ||
  (one.face === other.face &&
    one.size === other.size &&
    one.rise === other.rise &&
    one.underline === other.underline &&
    one.color === other.color);

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
  const last = line.words.length - 1;
  let blanks = 0;
  for (let index = 0; index < last; index++) blanks += line.words[index]?.blanks ?? 0;
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
    if (index < last && word.blankText !== undefined) put(word.blankText, gap * word.blanks);
  }
  flush();
  return { segments, images };
}
