/** Figures in Vietnamese prose: `1.000`, `92,28%`, `01`, `một`; ranges; what is said before and after them. */
import type { Target } from "../../model/target.js";

/** A figure with its comparator, and where it stands. */
export interface Figure {
  /** From the comparator to the figure's end, the sign of percent included. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly upTo?: number;
  readonly percent: boolean;
  /** What stands before it: `từ`, `ít nhất`; absent of a bare figure. */
  readonly before?: string;
  /** Written as a word. */
  readonly word: boolean;
}

const WORDS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const DIGITS = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
const NUMBER = `(?:${DIGITS}|${WORDS.join("|")})`;
const BEFORE = [
  "không dưới",
  "không ít hơn",
  "không thấp hơn",
  "ít nhất",
  "tối thiểu",
  "không vượt quá",
  "không quá",
  "tối đa",
  "ít hơn",
  "trên",
  "hơn",
  "dưới",
  "khoảng",
  "từ",
];
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<before>${BEFORE.join("|")})\s+(?:là\s+|đạt\s+|từ\s+)?)?` +
    String.raw`(?<![\p{L}\d./,-])(?<value>một nửa(?!\p{L})|${NUMBER})(?![\p{L}\d]|[./,-]\d|[-/]\p{L})` +
    String.raw`(?:\s*%)?(?:\s*(?:đến|tới|hoặc|-|–)\s*(?<upTo>${NUMBER})(?![\p{L}\d]|[./,-]\d|[-/]\p{L}))?` +
    String.raw`(?<percent>\s*%|\s+phần trăm(?!\p{L}))?`,
  "giu",
);

/** The value of a number as Vietnamese prose prints it; a comma sets off decimals, dots group thousands. */
export function readNumber(printed: string): number {
  const word = WORDS.indexOf(printed.toLowerCase());
  return word === -1 ? Number(printed.replaceAll(".", "").replace(",", ".")) : word + 1;
}

/** The figures of a text in their order. */
export function figuresIn(text: string): readonly Figure[] {
  return [...text.matchAll(FIGURE)].map((match) => {
    const { before, value = "", upTo, percent } = match.groups ?? {};
    const half = value.toLowerCase() === "một nửa";
    const range = upTo === undefined ? undefined : readNumber(upTo);
    return {
      from: match.index,
      to: match.index + match[0].length,
      value: half ? 50 : readNumber(value),
      ...(range === undefined ? {} : { upTo: range }),
      percent: half || percent !== undefined || /%/u.test(match[0]),
      ...(before === undefined ? {} : { before: before.toLowerCase() }),
      word: !/\d/u.test(value),
    };
  });
}

const AT_LEAST = new Set(["không dưới", "không ít hơn", "không thấp hơn", "ít nhất", "tối thiểu"]);
const AT_MOST = new Set(["không vượt quá", "không quá", "tối đa"]);

/** The comparator that the words around a figure make. */
export function comparatorOf({ before, upTo }: Figure, after: "up" | "down" | undefined): Target["comparator"] {
  if (upTo !== undefined) return "range";
  if (after === "up" || (before !== undefined && AT_LEAST.has(before))) return ">=";
  if (after === "down" || (before !== undefined && AT_MOST.has(before))) return "<=";
  if (before === "trên" || before === "hơn") return ">";
  return before === "dưới" || before === "ít hơn" ? "<" : "=";
}
