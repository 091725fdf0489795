/** Text cut into what is compared: syllables, numbers, dates, codes of documents, signs. Blanks do not count. */
import { countingWordsAt, numberWordsAt, valueOfWords } from "./number-words.js";
import { endOfUnits, unitsAlone } from "./units-of-measure.js";

/**
 * `unit` follows a number. `count` is what may stand for a figure: one word such as `ba`, or a unit without its number as in
 * `(triệu đồng)`; it is taken for one only where another figure stands in its place.
 */
export type TokenKind = "word" | "number" | "date" | "code" | "sign" | "unit" | "count";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it stands in its text. */
  readonly start: number;
  readonly end: number;
}

/**
 * The first pattern that fits takes the text. A number keeps the points and commas inside it, its sign and its percent;
 * `T/M` is one word; `98/102`, `15/6` and `8/2026` are one number; a code (`05-HD/VPTW`, `30/2020/NĐ-CP`) is one token.
 */
const TOKEN =
  /(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d))|(\d+[a-zđ]?(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d]*(?:[-/.]\p{L}[\p{L}\d]*)*)|((?:(?<![\p{L}\p{N})\]%.,/-])[-−+])?\d+(?:[.,]\d+)*(?:\/\d+)?%?)|([KT]\/[MTL](?!\p{L})|\p{L}[\p{L}\p{M}\p{N}]*)|([^\s])/gu;

/** Words before which a Roman numeral counts something: quý II, kỳ III, đợt I. */
const COUNTED = new Set(["quý", "kỳ", "đợt", "lần", "giai", "đoạn", "khoá", "khóa"]);
const ROMAN = /^[IVXLC]+$/u;

const KINDS: readonly TokenKind[] = ["date", "code", "number", "word", "sign"];

function kindOf(groups: RegExpExecArray): TokenKind {
  for (let group = 1; group < KINDS.length; group++) if (groups[group] !== undefined) return KINDS[group - 1] ?? "sign";
  return "sign";
}

/** Cuts a text into its least tokens: a line may end inside a date in words. */
export function cutTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const { 0: found, index } = match;
    const named = kindOf(match);
    const counts = named === "word" && ROMAN.test(found) && COUNTED.has((tokens.at(-1)?.text ?? "").toLowerCase());
    tokens.push({ kind: counts ? "number" : named, text: found, start: index, end: index + found.length });
  }
  return tokens;
}

/** `05 tháng 6 năm 2026`. */
const DATE_IN_WORDS = [/^\d{1,2}$/u, /^tháng$/u, /^\d{1,2}$/u, /^năm$/u, /^\d{4}$/u] as const;

/** `1 234 567`; of two groups only before a unit: `12 345 đồng`. */
const SPACED = /(?<![\p{L}\p{N}.,/-])[1-9]\d{0,2}(?: \d{3})+(?![\p{L}\p{N}/]|[.,-]\d)/gu;

/** Stretches of a text that are one token each. */
interface Whole {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

function spacedNumbers(text: string): Whole[] {
  return [...text.matchAll(SPACED)].flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    const certain = found.split(" ").length > 2 || endOfUnits(text, end) > end;
    return certain ? [{ kind: "number" as const, start: index, end }] : [];
  });
}

function datesInWords(cut: readonly Token[]): Whole[] {
  return cut.flatMap(({ start }, at) => {
    const last = cut[at + DATE_IN_WORDS.length - 1];
    const isDate = DATE_IN_WORDS.every((pattern, index) => pattern.test(cut[at + index]?.text ?? ""));
    return isDate && last !== undefined ? [{ kind: "date" as const, start, end: last.end }] : [];
  });
}

const LONGEST_NUMBER_WORD = 5;

/** Words of one sentence in lower case; names and signs are none, so that `Ba Đình` is no number. */
function plainWords(cut: readonly Token[]): string[] {
  return cut.map(({ kind, text }, at) => {
    if (kind !== "word") return "";
    // longer words are none of those that numbers consist of
    if (text.length > LONGEST_NUMBER_WORD) return "";
    const before = cut[at - 1];
    const lower = text.toLowerCase();
    if (lower === text) return text;
    const opens = before === undefined || (before.kind === "sign" && /[.;:!?+*–-]/u.test(before.text));
    const next = cut[at + 1]?.text ?? "";
    return opens && text.slice(1) === lower.slice(1) && next === next.toLowerCase() ? lower : "";
  });
}

function numbersInWords(cut: readonly Token[]): Whole[] {
  const found: Whole[] = [];
  const words = plainWords(cut);
  for (let at = 0; at < cut.length; ) {
    const [number, counting] = [numberWordsAt(words, at), countingWordsAt(words, at)];
    const many = Math.max(number || counting, 1);
    const [first, last] = [cut[at], cut[at + many - 1]];
    if (first !== undefined && last !== undefined && (number > 0 || counting > 0))
      found.push({ kind: number > 0 ? "number" : "count", start: first.start, end: last.end });
    at += many;
  }
  return found;
}

/** Cuts a text into tokens; a date, a number in words, a number with blanks inside is one; units are known as such. */
export function tokenise(text: string): readonly Token[] {
  const cut = cutTokens(text);
  const alone = unitsAlone(text).map((one): Whole => ({ kind: "count", ...one }));
  // of those that begin at one place the last holds
  const wholes = new Map(
    [...alone, ...numbersInWords(cut), ...spacedNumbers(text), ...datesInWords(cut)].map((one) => [one.start, one]),
  );
  const tokens: Token[] = [];
  let unitsTo = 0;
  for (const token of cut) {
    if (token.start < (tokens.at(-1)?.end ?? 0)) continue;
    const { kind, start, end } = wholes.get(token.start) ?? {
      ...token,
      kind: token.end <= unitsTo ? ("unit" as const) : token.kind,
    };
    tokens.push({ kind, text: text.slice(start, end), start, end });
    if (kind === "number") unitsTo = endOfUnits(text, end);
  }
  return tokens;
}

/** Whether a change of this token is a changed figure. */
export const isFigure = ({ kind }: Token): boolean => kind === "number" || kind === "date" || kind === "code";

/** Whether it stands for a figure where another one stands in its place. */
export const mayBeFigure = (token: Token): boolean => isFigure(token) || token.kind === "count";

/**
 * The value that a number stands for, so that `1.054`, `1 054` and `1054`, `05`, `5` and `năm` are known as one value.
 *
 * @returns undefined when it cannot be read in one way only
 */
export function numericValue(text: string): string | undefined {
  const digitsOnly = text.replace(/(?<=\d) (?=\d{3})/gu, ".");
  const match =
    /^([-−+]?)(\d+(?:\.\d{3})*)(?:,(\d+))?(%?)$/u.exec(digitsOnly) ??
    /^([-−+]?)(\d+)(?:,(\d+))?(%?)$/u.exec(digitsOnly);
  if (match === null) return /^\p{L}/u.test(text) ? valueOfWords(text) : undefined;
  const [, sign = "", whole = "", decimals = "", percent = ""] = match;
  const digits = whole.replaceAll(".", "").replace(/^0+(?=\d)/u, "");
  const rest = decimals.replace(/0+$/u, "");
  return `${sign === "" || sign === "+" ? "" : "-"}${digits}${rest === "" ? "" : `,${rest}`}${percent}`;
}
