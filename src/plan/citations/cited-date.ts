import type { SigningDate } from "../../model/head.js";

/** A date beside a citation, and how it is joined. */
export interface CitedDate {
  /** Absent of a day that does not exist. */
  readonly date?: SigningDate;
  /** A comma stands before "ngày"; absent where no day is told or it stands in brackets. */
  readonly comma?: boolean;
  readonly end: number;
}

const JOIN = "^(\\s*,)?\\s*";
const DAY = "(?:(?:ban hành|ký|đề)\\s+)?ngày\\s+";
const FORMS: readonly RegExp[] = [
  new RegExp(`${JOIN}${DAY}(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})(?!\\d)`, "u"),
  new RegExp(`${JOIN}${DAY}(\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})(?!\\d)`, "u"),
];
const BRACKETED = /^()\s*\((?:ngày\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\)/u;
const MONTH = /^(?:\s*,)?\s*tháng\s+(\d{1,2})(?:\s*[/-]\s*|\s+năm\s+)(\d{4})(?!\d)/u;
const YEAR = /^(?:\s*,)?\s*năm\s+(\d{4})(?!\d)/u;

function dayOf(day: number, month: number, year: number): SigningDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCDate() === day && date.getUTCMonth() === month - 1 && year >= 1930 && year < 3000;
  return exists ? { year, month, day } : undefined;
}

/**
 * Reads the date that follows a citation.
 *
 * @param rest the text from the end of what was read
 * @param withYear "năm 2019" alone counts, as laws are cited
 * @returns undefined where no date follows
 */
export function readCitedDate(rest: string, withYear: boolean): CitedDate | undefined {
  for (const form of [...FORMS, BRACKETED]) {
    const match = form.exec(rest);
    if (match === null) continue;
    const [whole, comma, day, month, year] = match;
    const date = dayOf(Number(day), Number(month), Number(year));
    const joined = form === BRACKETED ? {} : { comma: comma !== undefined };
    return { ...(date === undefined ? {} : { date }), ...joined, end: whole.length };
  }
  const month = MONTH.exec(rest);
  if (month !== null && Number(month[1]) >= 1 && Number(month[1]) <= 12)
    return { date: { year: Number(month[2]), month: Number(month[1]) }, end: month[0].length };
  const year = withYear ? YEAR.exec(rest) : null;
  if (year === null || Number(year[1]) < 1930) return undefined;
  return { date: { year: Number(year[1]) }, end: year[0].length };
}

/** The earliest and the latest ISO day that a date can be; a day that is open sorts like day 31. */
export const earliest = ({ year, month, day }: SigningDate): string => iso(year, month ?? 1, day ?? 1);
export const latest = ({ year, month, day }: SigningDate): string => iso(year, month ?? 12, day ?? 31);

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** Whether two dates can be the same day, as far as both are known. */
export const agree = (one: SigningDate, other: SigningDate): boolean =>
  one.year === other.year &&
  (one.month === undefined || other.month === undefined || one.month === other.month) &&
  (one.day === undefined || other.day === undefined || one.day === other.day);

/** The date as citations print it: `18/3/2019`, of a law `2019`. */
export function printCitedDate({ year, month, day }: SigningDate): string {
  const pad = (value: number, upTo: number) => (value <= upTo ? String(value).padStart(2, "0") : String(value));
  return [
    ...(day === undefined ? [] : [pad(day, 9)]),
    ...(month === undefined ? [] : [pad(month, 2)]),
    String(year),
  ].join("/");
}
