/** Lines of a document as somebody printed or scanned it, before it is known what each of them is. */

/** Where a line stands in a header of two columns. */
export type Side = "left" | "right";

export interface PrintedLine {
  /** NFC, single blanks, none at the ends. */
  readonly text: string;
  readonly side?: Side | undefined;
  /** All of it is bold; absent where nothing is known of its look. */
  readonly bold?: boolean | undefined;
  /** Line of a text, or ordinal of a paragraph, from 1. */
  readonly number: number;
}

/** Signs that show nothing: soft hyphen, zero-width blanks and joiners, marks of direction, byte order mark. */
export const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\u202A-\u202E\uFEFF]/gu;

/** Text as lines hold it. */
export const tidyLine = (text: string): string =>
  text.normalize("NFC").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();

/** A line of signs that only draw a rule: underscores, hyphens, stars, dots. */
export const isRule = (text: string): boolean => /^[-–—_=*.~]{3,}$/u.test(text.replace(/\s+/gu, ""));

/** Capitals throughout, with at least one word. */
export const isCapital = (text: string): boolean =>
  text === text.toLocaleUpperCase("vi") && /\p{Lu}{2}/u.test(text.replace(/\s/gu, ""));

/** Two words that stood without a blank between them, and the same words apart. */
export interface Parted {
  readonly from: string;
  readonly to: string;
}

/** What parting a text between two pieces does to its words; undefined where a blank or a sign stood between them. */
export function partedWords(before: string, after: string): Parted | undefined {
  const last = /[\p{L}\p{M}\p{N}]+$/u.exec(before)?.[0];
  const first = /^[\p{L}\p{M}\p{N}]+/u.exec(after)?.[0];
  return last === undefined || first === undefined ? undefined : { from: last + first, to: `${last} ${first}` };
}
