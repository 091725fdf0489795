/** Abbreviations in capitals in running text. */
import { readRoman } from "../../norms/numerals.js";
import { findNumbers } from "../citations/number.js";
import { isAccepted } from "./accepted.js";

export interface Capitals {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** "KH&CN" is one. */
const WORD = /(?<![\p{L}\d]|&)\p{Lu}(?:[\p{Lu}\d]+(?:&\p{Lu}[\p{Lu}\d]*)*|(?:&\p{Lu}[\p{Lu}\d]*)+)(?![\p{L}\d])/gu;
/** Roads, junctions, codes: "QL70", "IC18", "C02". */
const NUMBERED = /^\p{Lu}{1,3}\d+$/u;
/** Words behind which a name in capitals stands: of firms, of programmes, of trade marks. */
const NAME_BEFORE =
  /(?:Công ty|[Tt]ập đoàn|[Tt]ổng công ty|[Nn]gân hàng|[Nn]hãn hiệu|[Tt]hương hiệu|[Pp]hần mềm|[Dd]oanh nghiệp|cổ phần|TNHH|MTV|Hợp tác xã|[Nn]hà máy|chỉ số|[Mm]ẫu|[Bb]iểu|[Mm]ã)(?:\s+\p{L}+){0,3}\s+["“]?$/u;
/** A syllable in capitals has a vowel with its mark or a shape that initials rarely take. */
const SYLLABLE =
  /^(?:NGH|NG|NH|CH|GH|GI|KH|PH|QU|TH|TR|[BCDĐGHKLMNPQRSTVX])?[AĂÂEÊIOÔƠUƯYÀ-ỹ]{1,3}(?:NG|NH|CH|[CMNPT])?$/u;
/** Initials drop the tone of the word that they stand for. */
const TONED = /[\u0300\u0301\u0303\u0309\u0323]/u;
const MARKED = /[ĂÂÊÔƠƯÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĨŨẠ-Ỹ]/u;

/**
 * The abbreviations in a text: capitals that are no numeral, no code of a document, no name and no line in capitals.
 *
 * @param text the text of a paragraph, its runs joined
 */
export function findCapitals(text: string): readonly Capitals[] {
  // a line in capitals is a heading, unless it lists: "CP.VPTU, BTCTU"
  if (!/\p{Ll}|[,;]/u.test(text)) return [];
  const codes = [...findNumbers(text)];
  const words = [...text.matchAll(WORD)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  return words.filter(({ word, start, end }, index) => {
    if (readRoman(word) !== undefined || isAccepted(word) || NUMBERED.test(word)) return false;
    if (codes.some((code) => start < code.end && code.start < end)) return false;
    if (/[\d]\s?[-/]$/u.test(text.slice(0, start)) || /^[-/]\d/u.test(text.slice(end))) return false;
    // "CP.VPTU", "T/M": parts of signs of their own
    if (/^[./]\p{Lu}/u.test(text.slice(end)) || /\p{L}[./]$/u.test(text.slice(0, start))) return false;
    if (NAME_BEFORE.test(text.slice(Math.max(0, start - 60), start))) return false;
    return !inCapitals(words, index, text);
  });
}

/** Words of a phrase that is set in capitals: "QUYẾT ĐỊNH:", "PAR INDEX". */
function inCapitals(words: readonly Capitals[], index: number, text: string): boolean {
  const one = words[index];
  if (one === undefined) return false;
  const next = words[index + 1];
  const previous = words[index - 1];
  const joined =
    (next !== undefined && /^\s+$/u.test(text.slice(one.end, next.start))) ||
    (previous !== undefined && /^\s+$/u.test(text.slice(previous.end, one.start)));
  return (
    joined ||
    TONED.test(one.word.normalize("NFD")) ||
    (SYLLABLE.test(one.word) && MARKED.test(one.word) && one.word.length > 2)
  );
}
