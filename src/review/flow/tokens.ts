/** Text cut into what is compared: syllables, numbers, dates, codes of documents, signs. Blanks do not count. */

export type TokenKind = "word" | "number" | "date" | "code" | "sign";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it stands in its text. */
  readonly start: number;
  readonly end: number;
}

/**
 * The first pattern that fits takes the text. A number keeps the points and commas inside it, its sign and its percent;
 * `98/102`, `15/6` and `8/2026` are one number; a code (`05-HD/VPTW`, `30/2020/NĐ-CP`) is one token.
 */
const TOKEN =
  /(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d))|(\d+[a-zđ]?(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d]*(?:[-/.]\p{L}[\p{L}\d]*)*)|((?:(?<![\p{L}\p{N})\]%.,/-])[-−+])?\d+(?:[.,]\d+)*(?:\/\d+)?%?)|(\p{L}[\p{L}\p{M}\p{N}]*)|([^\s])/gu;

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

/** Cuts a text into tokens; a date in words is one. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const cut = cutTokens(text);
  for (let at = 0; at < cut.length; at++) {
    const [first, last] = [cut[at], cut[at + DATE_IN_WORDS.length - 1]];
    if (first === undefined) break;
    const isDate = DATE_IN_WORDS.every((pattern, index) => pattern.test(cut[at + index]?.text ?? ""));
    if (isDate && last !== undefined) {
      const { start } = first;
      tokens.push({ kind: "date", text: text.slice(start, last.end), start, end: last.end });
      at += DATE_IN_WORDS.length - 1;
    } else tokens.push(first);
  }
  return tokens;
}

/** Whether a change of this token is a changed figure. */
export const isFigure = ({ kind }: Token): boolean => kind === "number" || kind === "date" || kind === "code";

/**
 * The value that a number stands for, so that `1.054` and `1054`, `05` and `5` are known as one value written in two ways.
 *
 * @returns undefined when it cannot be read in one way only
 */
export function numericValue(text: string): string | undefined {
  const match =
    /^([-−+]?)(\d+(?:\.\d{3})*)(?:,(\d+))?(%?)$/u.exec(text) ?? /^([-−+]?)(\d+)(?:,(\d+))?(%?)$/u.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", decimals = "", percent = ""] = match;
  const digits = whole.replaceAll(".", "").replace(/^0+(?=\d)/u, "");
  const rest = decimals.replace(/0+$/u, "");
  return `${sign === "" || sign === "+" ? "" : "-"}${digits}${rest === "" ? "" : `,${rest}`}${percent}`;
}
