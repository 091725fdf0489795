/** The lines of a header by what each of them is, in whatever order its columns were written down. */
import type { Family } from "../../model/document.js";
import { normById } from "../../norms/choose.js";
import type { Norm } from "../../norms/norm.js";
import { parsePrintedNumber } from "../../norms/number-read.js";
import { foldTone } from "../../norms/tone.js";
import { beginsBody, divideIssuer } from "./issuer-lines.js";
import { isCapital, isRule, type PrintedLine } from "./line.js";
import { type PlaceDate, readPlaceDate } from "./place-date.js";

/** A header whose lines are told apart; a part that is not there is empty or absent. */
export interface PrintedParts<L extends PrintedLine = PrintedLine> {
  /** By title, number or date form; absent where nothing tells. */
  readonly family?: Family;
  readonly national: readonly L[];
  readonly superior: readonly L[];
  readonly issuer: readonly L[];
  /** "*" or a rule below the issuer. */
  readonly belowIssuer?: L;
  readonly number?: L;
  readonly placeDate?: L & { readonly read: PlaceDate };
  /** Trích yếu of a công văn, below the number. */
  readonly letterSubject: readonly L[];
  readonly urgency?: L;
  readonly secrecy?: L;
  readonly draftMark?: L;
  readonly circulation?: L;
  /** Stamps and notes of those who received it: they never belong to the text. */
  readonly received: readonly L[];
  /** Lines that nothing explains. */
  readonly unplaced: readonly L[];
}

const TITLES: readonly (readonly [Family, string])[] = [
  ["party", "Đảng Cộng sản Việt Nam"],
  ["state", "Cộng hoà xã hội chủ nghĩa Việt Nam"],
  ["state", "Độc lập Tự do Hạnh phúc"],
];
/** Words alone, so that dashes of any kind and the place of the tone are of no matter. */
const wordsOf = (text: string): string => foldTone(text.replace(/[^\p{L}\p{M}]+/gu, " "));
const FOLDED_TITLES = TITLES.map(([family, title]) => [family, wordsOf(title)] as const);

const NUMBER = /^[Ss][Ốố]\s*(?:[.:]|(?=[\d.…_\s]*[-/–—])|(?=\d))/u;
const URGENCY = /^(?:HO[ẢA] ?T[ỐÔ]C|HỎA TỐC|THƯỢNG KHẨN|KHẨN)(?: HẸN GIỜ)?$/u;
const SECRECY = /^(?:TUYỆT MẬT|TỐI MẬT|MẬT)$/u;
const DRAFT = /^\(?dự thảo(?:\s|$|\))/iu;
const CIRCULATION = /^(?:TÀI LIỆU )?(?:LƯU HÀNH NỘI BỘ|THU HỒI)|^XEM XONG/u;
/** How the trích yếu of a công văn begins. */
export const LETTER_SUBJECT = /^(?:v\/v|về việc|v\.v)(?:\s|$)/iu;
/** Words of the State's title, whatever a recognition made of the others. */
const GARBLED = /(?:độc lập|tự do|hạnh phúc|cộng hoà|cộng hòa|đảng cộng sản)/iu;
/** The stamp of receipt: its words, a number alone, a short date alone. */
const RECEIVED =
  /^(?:công văn đến|đến\s*(?:số|ngày)?\s*:|ngày\s*:|chuyển\s*:|số đến|\d{1,6}$|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})/iu;

/** Letters and digits, joint codes with hyphens between them; words behind a number are no part of it. */
const isCode = (code: string | undefined): boolean =>
  code === undefined || /^[\p{L}\p{N}.]+(?:-[\p{L}\p{N}.]+)*$/u.test(code);

/** Number, and place and date, that stand on one line with a blank between them. */
const NUMBER_AND_DATE = /^([Ss][Ốố].*?[\p{Lu}\d]) (\p{Lu}[^,]{1,40}, ?ngày .*)$/u;

/** Place and date behind a trích yếu of a công văn, which ends before the name of the place. */
const SUBJECT_AND_DATE = /^((?:V\/v|Về việc|V\.v)\s.*?) ((?:\p{Lu}[\p{L}.]*\s){0,4}\p{Lu}[\p{L}.]*, ?ngày .*)$/u;

/** No line of a page is longer. */
const LONGEST_LINE = 300;

/** Lines of two columns with a single blank between them, as a recognition gives them that keeps no layout. */
function partLine<L extends PrintedLine>(line: L): readonly L[] {
  if (line.text.length > LONGEST_LINE) return [line];
  const [, left, right] = NUMBER_AND_DATE.exec(line.text) ?? SUBJECT_AND_DATE.exec(line.text) ?? beforeTitle(line.text);
  if (left === undefined || right === undefined) return [line];
  return [
    { ...line, text: left, side: "left" },
    { ...line, text: right, side: "right" },
  ];
}

const familyOfTitle = (text: string): Family | undefined =>
  FOLDED_TITLES.find(([, title]) => title === wordsOf(text))?.[0];

/** Whether a line is one of the titles of State or Party. */
export const isHeaderTitle = (text: string): boolean => familyOfTitle(text) !== undefined;

/** A line that ends with one of the titles: the line, what stands before the title, and the title. */
function beforeTitle(text: string): readonly (string | undefined)[] {
  const words = wordsOf(text);
  if (!FOLDED_TITLES.some(([, title]) => words.endsWith(` ${title}`))) return [];
  const at = [...text.matchAll(/ (?=\S)/gu)].find(({ index }) => isHeaderTitle(text.slice(index + 1)))?.index;
  return at === undefined ? [] : [text, text.slice(0, at), text.slice(at + 1)];
}

/** Signs of the number: the Party writes `12-KH/TU`, the State `12/KH-UBND`. */
function familyOfNumber(text: string): Family | undefined {
  const signs = /[\d.…_\s:ốỐ]\s*([-/–—])\s*\p{L}[\p{L}\d\s]*([-/–—])/u.exec(text);
  if (signs === null) return undefined;
  return signs[1] === "/" ? (signs[2] === "/" ? "party" : "state") : "party";
}

interface Sorting<L> {
  national: L[];
  capitals: L[];
  letterSubject: L[];
  received: L[];
  unplaced: L[];
  belowIssuer?: L;
  number?: L;
  placeDate?: L & { read: PlaceDate };
  urgency?: L;
  secrecy?: L;
  draftMark?: L;
  circulation?: L;
  family?: Family;
}

type Sorter = <L extends PrintedLine>(line: L, found: Sorting<L>, norm: Norm) => boolean;

/** Tries in turn; the first that takes the line ends it. */
const SORTERS: readonly Sorter[] = [
  (line, found) => {
    const family = familyOfTitle(line.text);
    if (family === undefined) return false;
    found.family ??= family;
    found.national.push(line);
    return true;
  },
  (line, found) => {
    if (line.text !== "*" && !isRule(line.text)) return false;
    if (line.text === "*" || line.side === "left") found.belowIssuer ??= line;
    return true;
  },
  (line, found, norm) => {
    if (found.number !== undefined || !NUMBER.test(line.text)) return false;
    const { number } = parsePrintedNumber(line.text, norm);
    if (number === undefined || ![number.typeCode, number.bodyCode, number.unitCode].every(isCode)) return false;
    found.number = line;
    return true;
  },
  (line, found, norm) => {
    const read = found.placeDate === undefined ? readPlaceDate(line.text, norm) : undefined;
    if (read === undefined) return false;
    found.placeDate = { ...line, read };
    return true;
  },
  (line, found) => {
    if (!URGENCY.test(line.text) || found.urgency !== undefined) return false;
    found.urgency = line;
    return true;
  },
  (line, found) => {
    if (!SECRECY.test(line.text) || found.secrecy !== undefined) return false;
    found.secrecy = line;
    return true;
  },
  (line, found) => {
    if (!DRAFT.test(line.text) || found.draftMark !== undefined) return false;
    found.draftMark = line;
    return true;
  },
  (line, found) => {
    if (!CIRCULATION.test(line.text) || found.circulation !== undefined) return false;
    found.circulation = line;
    return true;
  },
  (line, found) => {
    const last = found.letterSubject.at(-1);
    const below = line.side === undefined && line.number === (last?.number ?? 0) + 1 && !isCapital(line.text);
    const goesOn =
      last !== undefined && (line.side === "left" || (below && !GARBLED.test(line.text))) && !RECEIVED.test(line.text);
    if (!LETTER_SUBJECT.test(line.text) && !goesOn) return false;
    found.letterSubject.push(line);
    return true;
  },
  (line, found) => {
    if (!RECEIVED.test(line.text)) return false;
    found.received.push(line);
    return true;
  },
  (line, found) => {
    if (line.side === "right" || !isCapital(line.text) || found.number !== undefined) return false;
    found.capitals.push(line);
    return true;
  },
  // below the number of a công văn its subject may stand without "V/v"
  (line, found) => {
    if (line.side !== "left" || found.number === undefined || isCapital(line.text)) return false;
    found.letterSubject.push(line);
    return true;
  },
  (line, found) => {
    if (line.side === "right" || !isCapital(line.text)) return false;
    found.capitals.push(line);
    return true;
  },
  // the name of a body that nobody typed in capitals, on its side above the number: "Sở Y tế"
  (line, found) => {
    if (line.side !== "left" || found.number !== undefined || !beginsBody(line.text)) return false;
    found.capitals.push(line);
    return true;
  },
];

/**
 * Tells the lines of a header apart.
 *
 * @param lines in any order of columns, without empty ones
 * @param family where it is known already
 */
export function sortHead<L extends PrintedLine>(lines: readonly L[], family?: Family): PrintedParts<L> {
  const title = lines.map(({ text }) => familyOfTitle(text)).find((one) => one !== undefined);
  const numbered = lines.find(({ text }) => NUMBER.test(text));
  const shown = title ?? (numbered === undefined ? undefined : familyOfNumber(numbered.text));
  const norm = normById((family ?? shown) === "state" ? "nd30" : "hd05");
  const found: Sorting<L> = { national: [], capitals: [], letterSubject: [], received: [], unplaced: [] };
  for (const line of lines.flatMap(partLine))
    if (!SORTERS.some((sort) => sort(line, found, norm))) found.unplaced.push(line);
  const { capitals, ...parts } = found;
  const { superior, name } = divideIssuer(capitals);
  const named = family ?? shown;
  return {
    ...parts,
    ...(named === undefined ? {} : { family: named }),
    superior: superior as readonly L[],
    issuer: name as readonly L[],
  };
}
