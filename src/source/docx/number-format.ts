/** How Word writes the number of an automatic list. */
import { printRoman } from "../../norms/numerals.js";

/** Formats of a level: `numFmt`, and the pattern that it has when it is `custom` ("001, 002, 003, ..."). */
export interface NumberFormat {
  readonly name: string;
  readonly pattern?: string;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** Word begins anew behind thirty letters; so high a number comes from a broken file only. */
const MOST_LETTERS = 30 * LETTERS.length;
const MOST_ROMAN = 3999;

/** a … z, aa, bb …: the letter is repeated, not counted on. */
function letters(value: number): string | undefined {
  if (value < 1 || value > MOST_LETTERS) return undefined;
  const letter = LETTERS[(value - 1) % LETTERS.length] ?? "";
  return letter.repeat(Math.ceil(value / LETTERS.length));
}

const roman = (value: number): string | undefined => (value < 1 || value > MOST_ROMAN ? undefined : printRoman(value));

/** As many digits as the first number of a custom pattern has. */
function padded(value: number, pattern: string | undefined): string | undefined {
  const first = /^\s*(\d{1,8})\s*,/u.exec(pattern ?? "")?.[1];
  return first === undefined ? undefined : String(value).padStart(first.length, "0");
}

const PRINTERS: Readonly<Record<string, (value: number, format: NumberFormat) => string | undefined>> = {
  none: () => "",
  decimalZero: (value) => String(value).padStart(2, "0"),
  upperRoman: (value) => roman(value),
  lowerRoman: (value) => roman(value)?.toLowerCase(),
  upperLetter: (value) => letters(value)?.toUpperCase(),
  lowerLetter: (value) => letters(value),
  custom: (value, { pattern }) => padded(value, pattern),
};

/** A number as a list shows it; in digits where the format is rare or has no sign for it. */
export function printListNumber(value: number, format: NumberFormat): string {
  return PRINTERS[format.name]?.(value, format) ?? String(value);
}

/** Signs of Symbol and Wingdings fonts (private use area) by the sign that looks alike. */
const BULLETS: Readonly<Record<string, string>> = {
  "\uF02D": "-",
  "\uF0BE": "-",
  "\uF02B": "+",
  "\uF02A": "*",
  "\uF0FC": "✓",
};
const PRIVATE = /[\uE000-\uF8FF]/gu;

/** A bullet as text. */
export const printBullet = (text: string): string => text.replace(PRIVATE, (sign) => BULLETS[sign] ?? "•").trim();
