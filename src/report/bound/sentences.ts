/** Where a sentence begins and ends. */

/** Behind a full stop another sentence begins, with a capital or a sign that opens one. */
const END = /[.!?…]["”’)\]*]*(?=\s+["“‘([*]*[\p{Lu}\d])/gu;
/** "TP. Hồ Chí Minh", "1. Tập trung": a stop that ends no sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:TP|Tp|Ths|ThS|TS|GS|PGS|BS|KS|đ\/c|Đ\/c|St)\.$/u;

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The sentence around a place of a text.
 *
 * @param at offset in the text
 * @returns its span without blanks at the ends
 */
export function sentenceAt(text: string, at: number): Span {
  let start = 0;
  let end = text.length;
  for (const found of text.matchAll(END)) {
    const stop = found.index + found[0].length;
    if (ABBREVIATION.test(text.slice(0, stop))) continue;
    if (stop <= at) start = stop;
    else {
      end = stop;
      break;
    }
  }
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}

/** The line, from 1, in which an offset of a text lies. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split("\n").length;
