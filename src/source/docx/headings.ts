/** What a paragraph would be as a heading: its mark, its level, its words without tones. */
import { foldWord } from "../../findings/nearest.js";
import type { DocxParagraph } from "./text.js";

/** A word of a paragraph, without tones and case, and where it stands in the text. */
export interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export interface TypedHeading {
  /** As compared: `II`, `1`, `2.1`, `a`; absent when the paragraph has none. */
  readonly mark?: string;
  /** 1 for `I`, 2 for `1`, 3 for `2.1`; lower ones are subdivisions of text. Absent without a mark. */
  readonly level?: number;
  readonly words: readonly PlacedWord[];
}

/** Marks by level, the longer before the shorter. Clerks type `1.`, `1)`, `1-`, `1/`, and forget the blank. */
const MARKS: readonly (readonly [level: number, pattern: RegExp])[] = [
  [0, /^phần\s+(thứ\s+\p{L}+|[ivx]+|\d{1,2})\s*[.:–-]?\s*/iu],
  [4, /^(\d{1,2}\.\d{1,2}\.\d{1,2})(?:[.):/–-]\s*|\s+)/u],
  [3, /^(\d{1,2}\.\d{1,2})(?:[.):/–-]\s*|\s+)/u],
  [2, /^(\d{1,2})\s*[.):/–-]\s*(?!\d)/u],
  [1, /^([IVX]{1,6})\s*[.):/–-]\s*/u],
  [5, /^([a-zđ])\s*[.)/]\s*/u],
  [6, /^([-–+*•])\s*/u],
];

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Words of a text without tones and case, each with its place. */
export function placedWords(text: string, from = 0): readonly PlacedWord[] {
  return [...text.slice(from).matchAll(WORD)].map(({ 0: word, index }) => ({
    word: foldWord(word),
    start: from + index,
    end: from + index + word.length,
  }));
}

/** Mark and level that a text begins with. */
export function typedMark(
  text: string,
): { readonly mark: string; readonly level: number; readonly end: number } | undefined {
  for (const [level, pattern] of MARKS) {
    const match = pattern.exec(text);
    if (match !== null) return { mark: markKey(match[1] ?? ""), level, end: match[0].length };
  }
  return undefined;
}

/** A mark as it is compared: without its point, in capitals, without tones. */
export const markKey = (mark: string): string => foldWord(mark.replace(/[.):/–-]+\s*$/u, "")).toUpperCase();

/** The level of a mark as a form set's outline writes it: `I`, `1`, `2.1`; undefined when it has none. */
export const markLevel = (mark: string): number | undefined =>
  typedMark(`${mark.trim().replace(/[.):/–-]+$/u, "")}. `)?.level;

/** Reads the first line of a paragraph as a heading. */
export function readHeading({ text }: Pick<DocxParagraph, "text">): TypedHeading {
  const typed = typedMark(text);
  const words = placedWords(text, typed?.end);
  return typed === undefined ? { words } : { mark: typed.mark, level: typed.level, words };
}
