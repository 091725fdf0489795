import type { Day } from "../organisation/register.js";
import { dayInYear, sayDay } from "./day.js";
import type { Anchor } from "./period.js";

/** How a day of the year is due: strictly before it, or on it at the latest. */
export type DueRule = "before" | "on";

export interface Due {
  readonly anchor: Anchor;
  readonly rule: DueRule;
}

const YEARS: readonly (readonly [words: string, year: number])[] = [
  ["năm trước", -1],
  ["năm sau", 1],
];

/** Words before the day; the first of each rule is the one that is printed. */
const RULES: { readonly [R in DueRule]: readonly string[] } = {
  before: ["trước ngày", "trước"],
  on: ["chậm nhất ngày", "chậm nhất", "đến hết ngày", "đến hết"],
};

/** A leap year would make 29/2 an anchor of some years only. */
const COMMON_YEAR = 2025;

/**
 * Reads a day of the year: `15/5`, `16/12 năm trước`, `20/01 năm sau`.
 *
 * @returns undefined for anything else, a day that not every year has included
 */
export function readAnchor(text: string): Anchor | undefined {
  const parts = /^(\d{1,2})\/(\d{1,2})(?:\s+(\p{L}+\s+\p{L}+))?$/u.exec(text.trim());
  if (parts === null) return undefined;
  const [, day, month, words] = parts;
  const year =
    words === undefined ? 0 : YEARS.find(([known]) => known === words.toLowerCase().replace(/\s+/gu, " "))?.[1];
  if (year === undefined || dayInYear(COMMON_YEAR, Number(month), Number(day)) === undefined) return undefined;
  return { day: Number(day), month: Number(month), year };
}

/** Reads `trước 25/5` or `chậm nhất 20/3`; a day alone does not say which of the two it is. */
export function readDue(text: string): Due | undefined {
  const folded = text.trim().replace(/\s+/gu, " ");
  for (const rule of ["before", "on"] as const) {
    for (const words of RULES[rule]) {
      if (!folded.toLowerCase().startsWith(`${words} `)) continue;
      const anchor = readAnchor(folded.slice(words.length));
      if (anchor !== undefined) return { anchor, rule };
    }
  }
  return undefined;
}

/**
 * The day that an anchor means.
 *
 * @param year the year it is relative to
 * @throws RangeError when the anchor is no day of the calendar, which declarations are checked for
 */
export function anchorDay(anchor: Anchor, year: number): Day {
  const day = dayInYear(year + anchor.year, anchor.month, anchor.day);
  if (day === undefined) throw new RangeError(`no such day: ${anchor.day}/${anchor.month}/${year + anchor.year}`);
  return day;
}

/** "trước ngày 25/5/2026", "chậm nhất ngày 20/3/2026". */
export function sayDue(day: Day, rule: DueRule): string {
  return `${RULES[rule][0]} ${sayDay(day)}`;
}
