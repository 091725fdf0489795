/** Running text folded for the grammar, every letter of it knowing where it stands in the source. */
import { foldTone } from "../../norms/tone.js";

/** A text of which case, style of tone marks, Unicode form and width of blanks no longer matter. */
export interface Folded {
  readonly source: string;
  readonly text: string;
  /** Where in the source each character of the text begins, and where what it belongs to ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const PIECE = /[\p{L}\p{M}]+|\s+|./gsu;
const DASHES = /^[\u2010-\u2015\u2212]$/u;
/** Soft hyphens and signs without width, which Word and OCR leave behind. */
const INVISIBLE = /^[\u00ad\u200b-\u200d\u2060\ufeff]$/u;
/** No blank counts before these, nor after those. */
const CLOSING = /^[/,;:.)]$/u;
const OPENING = /^[/(]$/u;

/** Folds a text; offsets of what is found in it lead back to the source, whatever Unicode form that has. */
export function fold(source: string): Folded {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (piece: string, start: number, end: number) => {
    for (let index = 0; index < piece.length; index += 1) {
      starts.push(start);
      ends.push(end);
    }
    text += piece;
  };
  for (const match of source.matchAll(PIECE)) {
    const [piece] = match;
    const end = match.index + piece.length;
    if (INVISIBLE.test(piece)) continue;
    if (/^\s/u.test(piece)) {
      if (text !== "" && !text.endsWith(" ") && !OPENING.test(text.at(-1) ?? "")) push(" ", match.index, end);
      continue;
    }
    if (CLOSING.test(piece) && text.endsWith(" ")) {
      text = text.slice(0, -1);
      starts.pop();
      ends.pop();
    }
    push(/^[\p{L}\p{M}]/u.test(piece) ? foldTone(piece) : DASHES.test(piece) ? "-" : piece, match.index, end);
  }
  return { source, text, starts, ends };
}

/** The words of the source behind a stretch of the folded text, in NFC and with single blanks. */
export function wordsBehind({ source, starts, ends }: Folded, start: number, end: number): string {
  return source
    .slice(starts[start] ?? source.length, ends[end - 1] ?? 0)
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Folds the words of a pattern as the text is folded; groups and classes of characters stay. */
export function foldPattern(pattern: string): string {
  return pattern.replace(/\(\?<[!=]|\(\?<\w+>|\\\p{L}(?:\{\w+\})?|[\p{L}\p{M}]+/gu, (part) =>
    /^[(\\]/u.test(part) ? part : foldTone(part),
  );
}

/** A letter of folded text or a mark on it; naming these few keeps the many patterns quick to build. */
export const LETTER = "[a-zđ\\u0300-\\u036f]";

/**
 * A pattern of whole words, as an office writes them, that matches folded text from where the cursor stands.
 *
 * @param pattern the source of a regular expression; letters with marks may not stand in its classes
 */
export function words(pattern: string): RegExp {
  return new RegExp(`(?<!${LETTER})(?:${foldPattern(pattern)})(?!${LETTER}|\\d)`, "uy");
}

/** Reads folded text from left to right; a reader that fails leaves it where it was. */
export class Cursor {
  constructor(
    readonly folded: Folded,
    public at = 0,
  ) {}

  get atEnd(): boolean {
    return this.at >= this.folded.text.length;
  }

  /** The text that is still to be read. */
  get rest(): string {
    return this.folded.text.slice(this.at);
  }

  /** Reads what the pattern matches here, and a blank before it. */
  eat(pattern: RegExp): RegExpExecArray | undefined {
    const from = this.folded.text[this.at] === " " ? this.at + 1 : this.at;
    pattern.lastIndex = from;
    const match = pattern.exec(this.folded.text);
    if (match === null) return undefined;
    this.at = from + match[0].length;
    return match;
  }

  /** Whether the pattern would match here. */
  sees(pattern: RegExp): boolean {
    const { at } = this;
    const seen = this.eat(pattern) !== undefined;
    this.at = at;
    return seen;
  }

  /** Tries a reader; when it reads nothing the cursor goes back. */
  attempt<T>(reader: (cursor: Cursor) => T | undefined): T | undefined {
    const { at } = this;
    const value = reader(this);
    if (value === undefined) this.at = at;
    return value;
  }

  /** The first reader that reads something. */
  firstOf<T>(readers: readonly ((cursor: Cursor) => T | undefined)[]): T | undefined {
    for (const reader of readers) {
      const value = this.attempt(reader);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Words of the source between two places. */
  words(start: number, end = this.at): string {
    return wordsBehind(this.folded, start, end);
  }
}
