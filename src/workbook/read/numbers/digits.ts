/** Digits with their separators. */
import type { TypedNumber } from "./typed-number.js";

/** More digits than a workbook keeps: a telephone or account number, not a figure. */
const DIGITS = 15;

const plain = (value: string): TypedNumber => ({ kind: "number", value: Number(value) });
const english = (value: string): TypedNumber => ({ kind: "number", value: Number(value), remark: "english" });
const without = (text: string, sign: string): string => text.replaceAll(sign, "");

/** Shapes in the order in which they are tried. */
const SHAPES: readonly (readonly [RegExp, (text: string, number: "whole" | "decimal") => TypedNumber])[] = [
  [/^\d+$/u, plain],
  // "1 234", "1 234,5"; "1 234.5" is no less clear, but "1 234.567" may be a million.
  [/^\d{1,3}(?: \d{3})+$/u, (text) => plain(without(text, " "))],
  [/^\d{1,3}(?: \d{3})+,\d+$/u, (text) => plain(without(text, " ").replace(",", "."))],
  [/^\d{1,3}(?: \d{3})+\.(?:\d{1,2}|\d{4,})$/u, (text) => english(without(text, " "))],
  // "1.234": thousands where things are counted; elsewhere it may be the English decimal.
  [/^[1-9]\d{0,2}\.\d{3}$/u, (text, number) => (number === "whole" ? plain(without(text, ".")) : ambiguous(text, "."))],
  // "1,234": Vietnamese decimals or English thousands; nobody counts 1,234 people.
  [
    /^[1-9]\d{0,2},\d{3}$/u,
    (text, number) => (number === "whole" ? ambiguous(text, ",") : plain(text.replace(",", "."))),
  ],
  [/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/u, (text) => plain(without(text, "."))],
  [/^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/u, (text) => plain(without(text, ".").replace(",", "."))],
  [/^[1-9]\d{0,2}(?:,\d{3}){2,}$/u, (text) => english(without(text, ","))],
  [/^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/u, (text) => english(without(text, ","))],
  [/^\d+,\d+$/u, (text) => plain(text.replace(",", "."))],
  [/^\d+\.\d+$/u, english],
];

function ambiguous(text: string, sign: string): TypedNumber {
  return {
    kind: "unreadable",
    why: "ambiguous",
    readings: [Number(without(text, sign)), Number(text.replace(sign, "."))],
  };
}

/** Reads digits with blanks, points and commas between them. */
export function parseDigits(text: string, number: "whole" | "decimal"): TypedNumber {
  if (text.replace(/\D/gu, "").replace(/^0+/u, "").length > DIGITS) return { kind: "unreadable", why: "text" };
  for (const [shape, read] of SHAPES) if (shape.test(text)) return read(text, number);
  return { kind: "unreadable", why: "several" };
}
