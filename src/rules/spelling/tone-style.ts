/** Placement of the tone mark in open syllables: uỷ or ủy. Names keep the placement of their owners. */
import type { Family } from "../../model/document.js";

/** The mark on the main vowel and on the first, in the same order. */
const MAIN = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(" ");
const FIRST = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(" ");
export type ToneStyle = "main" | "first";

/** Capitalised syllables that are common words: the others may be names, which are never touched. */
const COMMON =
  /^(?:Uỷ|Ủy) (?:ban|viên|nhiệm|quyền|thác|nhiệm)(?!\p{L})|^(?:Hoà|Hòa) (?:bình|giải|nhập|hợp)(?!\p{L})|^(?:Khoá|Khóa) (?:họp|học|[IVX\d])|^(?:Xoá|Xóa|Huỷ|Hủy|Tuỳ|Tùy|Thoả|Thỏa|Hoá|Hóa) \p{Ll}/u;
/** Syllables that end with one of the pairs. */
const SYLLABLE = new RegExp(
  `(?<![\\p{L}\\p{M}])\\p{L}{0,5}(?:${[...MAIN, ...FIRST].join("|")})(?![\\p{L}\\p{M}])`,
  "giu",
);

/** Of two styles in one document the one to keep: a Party document has the Party's (P70), others what most places have. */
export const usualStyle = (main: number, first: number, family: Family): ToneStyle =>
  family === "party" || main >= first ? "main" : "first";

/** A syllable that may be written either way, and how it is. */
export interface MovableTone {
  readonly text: string;
  readonly index: number;
  readonly style: ToneStyle;
  /** The other way of writing it. */
  readonly other: string;
}

const caseLike = (pair: string, model: string): string =>
  [...pair]
    .map((letter, index) =>
      [...model][index] === [...model][index]?.toUpperCase() && [...model][index] !== [...model][index]?.toLowerCase()
        ? letter.toUpperCase()
        : letter,
    )
    .join("");

/** Every syllable of a text whose tone mark may stand on either vowel, names left out. */
export function* movableTones(text: string): Generator<MovableTone> {
  for (const { 0: syllable, index } of text.matchAll(SYLLABLE)) {
    const small = syllable.toLowerCase();
    if (/^q/u.test(small)) continue;
    const end = small.slice(-2);
    const main = MAIN.indexOf(end);
    const first = FIRST.indexOf(end);
    if (main === -1 && first === -1) continue;
    const capital = syllable !== small;
    const allCapitals = capital && syllable === syllable.toUpperCase() && syllable.length > 1;
    const known = /^(?:uỷ|ủy|hoà|hòa|huỷ|hủy|khoá|khóa)$/u.test(small);
    if (capital && !(allCapitals ? known && /^(?:uỷ|ủy)$/u.test(small) : COMMON.test(text.slice(index, index + 20))))
      continue;
    const pair = (main === -1 ? MAIN[first] : FIRST[main]) ?? end;
    yield {
      text: syllable,
      index,
      style: main === -1 ? "first" : "main",
      other: syllable.slice(0, -2) + caseLike(pair, syllable.slice(-2)),
    };
  }
}
