/** The number of an annex, Roman or Arabic, as its label prints it. */
import { readRoman } from "../../norms/numerals.js";

/** The number in a label: "Phụ lục số II." has "II". */
export const numberOf = (label: string): string =>
  /^(?:phụ lục|PHỤ LỤC)\s*(?:số\s+)?(.*?)[.:]?$/iu.exec(label.trim())?.[1] ?? "";
/** Its value; undefined for what is no number. */
export const reckon = (number: string): number | undefined =>
  /^\d+$/u.test(number) ? Number(number) : readRoman(number);

/** Whether a label bears a number, in whichever numerals. */
export function sameNumber(label: string, number: string): boolean {
  const own = numberOf(label);
  if (own.toLowerCase() === number.toLowerCase()) return true;
  const [one, other] = [reckon(own), reckon(number)];
  return one !== undefined && one === other;
}
