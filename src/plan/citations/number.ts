/** The number of a cited document, `33-CT/TW`, with whatever blanks and signs it was typed. */
export interface CitedNumber {
  readonly number: number;
  /** What follows the number, without blanks: `CT/TW`, `2014/NĐ-CP`. */
  readonly code: string;
  /** Blanks stand inside, `90 -KH/TU`. */
  readonly blanks: boolean;
  readonly start: number;
  readonly end: number;
}

const DASH = "[-\\u2013\\u2014]";
/** Type and body codes are capitals with digits; CTr, TTr, TrS, QĐi, QyĐ, TTg mix small letters in. */
const CODE = "\\p{Lu}[\\p{Lu}\\d]*(?:(?:r|g|i|y(?=Đ))[\\p{Lu}\\d]*)?(?![\\p{L}\\d])";
const FIRST = `\\s{0,3}(?:${DASH}|/)\\s{0,3}`;
const NEXT = `(?:\\s?/\\s?|${DASH}|${DASH}\\s(?=\\p{Lu}+/)|\\s${DASH}(?=\\p{Lu}))`;
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d.,/]|\\d${DASH})(\\d{1,5})[a-zđ]?(${FIRST}(?:(?:19|20)\\d{2}\\s?[-/]\\s?)?${CODE}(?:${NEXT}${CODE})*(?:/nb)?)`,
  "gu",
);

/** All numbers with a code in a text. */
export function* findNumbers(text: string): Generator<CitedNumber> {
  for (const match of text.matchAll(NUMBER)) {
    const [printed, digits = "", rest = ""] = match;
    const number = Number(digits);
    if (number === 0) continue;
    const code = rest.replace(/\s/gu, "").replace(/[\u2013\u2014]/gu, "-");
    yield {
      number,
      code: code.slice(1),
      blanks: /\s/u.test(printed),
      start: match.index,
      end: match.index + printed.length,
    };
  }
}

/** The number as an office prints it where the signs are its own: `33-CT/TW`, `98/2014/NĐ-CP`, `12/KH-UBND`. */
export function printCitedNumber(number: number, code: string): string {
  const state = /^\d{4}\//u.test(code) || !code.includes("/");
  return `${String(number).padStart(2, "0")}${state ? "/" : "-"}${code}`;
}

/** For comparing: signs are taken alike, so that `12/KH/ĐUK` and `12-KH/ĐUK` are one number. */
export const codeKey = (code: string): string => code.replace(/[-/]/gu, "/");
