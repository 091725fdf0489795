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
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\u202A-\u202E\uFEFF]/gu;

/** Text as lines hold it. */
export const tidyLine = (text: string): string =>
  text.normalize("NFC").replace(INVISIBLE, "").replace(/\s+/gu, " ").trim();

/** A line of signs that only draw a rule: underscores, hyphens, stars, dots. */
export const isRule = (text: string): boolean => /^[-–—_=*.~]{3,}$/u.test(text.replace(/\s+/gu, ""));

/** Capitals throughout, with at least one word. */
export const isCapital = (text: string): boolean =>
  text === text.toLocaleUpperCase("vi") && /\p{Lu}{2}/u.test(text.replace(/\s/gu, ""));
