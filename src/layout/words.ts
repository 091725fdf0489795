/**
 * The words of a paragraph: what is never broken. Words end at U+0020, and after a hyphen or dash unless a digit,
 * a no-break blank or another hyphen follows; never after "/".
 */
import { faceOf, textWidth } from "./face.js";
import type { Face } from "./page.js";
import type { StyledImage, StyledInline } from "./styled.js";

/** Word draws superscripts at this part of the size, rounded to a half point, raised by this part of the size. */
const SUPERSCRIPT_SCALE = 0.65;
const SUPERSCRIPT_RISE = 0.33;
const superscriptSize = (size: number): number => Math.round(size * SUPERSCRIPT_SCALE * 2) / 2;

/** Text of one look inside a word, or an image. */
export interface Piece {
  readonly text: string;
  readonly look: Look;
  readonly width: number;
  readonly image?: StyledImage;
}

export interface Look {
  readonly face: Face;
  /** Size as drawn, which the line's height is reckoned with. */
  readonly size: number;
  readonly rise: number;
  readonly underline: boolean;
  readonly color?: string;
  readonly highlight?: boolean;
}

/** What is never broken: a word with the blanks after it. */
export interface Word {
  readonly pieces: Piece[];
  width: number;
  blanks: number;
  blankText: Piece | undefined;
  blankWidth: number;
  notes: readonly number[];
}

/** Most words and lines have no footnotes: they share one empty list. */
export const NO_NOTES: readonly number[] = [];

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
    ...(inline.highlight ? { highlight: true } : {}),
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
export function splitWords(inlines: readonly StyledInline[], pageNumber: string): Word[] {
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
export function cutWord(word: Word, room: number): [Word, Word] | undefined {
  const characters = word.pieces.flatMap((piece) =>
    piece.image === undefined ? [...piece.text].map((text) => ({ text, look: piece.look })) : [],
  );
  if (characters.length < 2 || word.pieces.some((piece) => piece.image !== undefined)) return undefined;
  let width = 0;
  let count = 0;
  for (const { text, look } of characters) {
    width += textWidth(text, look.face, look.size);
    if (width > room && count > 0) break;
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
