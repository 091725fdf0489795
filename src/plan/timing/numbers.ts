/** Numbers as plans write them. */
import { foldTone } from "../../norms/tone.js";

const SMALL = [
  ["một"],
  ["hai"],
  ["ba"],
  ["bốn", "tư"],
  ["năm"],
  ["sáu"],
  ["bảy", "bẩy"],
  ["tám"],
  ["chín"],
  ["mười"],
  ["mười một"],
  ["mười hai"],
];
const LARGER: readonly (readonly [words: string, value: number])[] = [
  ["mười lăm", 15],
  ["hai mươi", 20],
  ["ba mươi", 30],
];

const VALUES = new Map<string, number>([
  ...SMALL.flatMap((names, index) => names.map((name): [string, number] => [foldTone(name), index + 1])),
  ...LARGER.map(([name, value]): [string, number] => [foldTone(name), value]),
]);

const longestFirst = (names: readonly string[]): string =>
  [...names].sort((left, right) => right.length - left.length).join("|");

/** Pattern of a number in digits or words; "năm" is five only where the pattern around it says so. */
export const COUNT = `(?:\\d{1,3}|${longestFirst([...SMALL.flat(), ...LARGER.map(([name]) => name)])})`;

/** Pattern of a month: "năm" is the fifth where no number of a year and no "nay", "sau" follows it. */
export const MONTH = `(?:\\d{1,2}|${longestFirst(SMALL.flat().filter((name) => name !== "năm"))}|năm(?! ?(?:\\d|nay|sau|tới|trước)))`;

/** Pattern of a quarter; "V" is read so that it can be refused. */
export const QUARTER = "(?:[ivx]+|\\d{1,2}|một|hai|ba|tư|bốn)";

const ROMAN: { readonly [letter: string]: number } = { i: 1, v: 5, x: 10 };

function romanValue(letters: string): number {
  const values = [...letters].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** The number that folded words or digits say. */
export function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  return VALUES.get(text) ?? romanValue(text);
}
