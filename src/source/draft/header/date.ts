import type { SigningDate } from "../../../model/head.js";

/** What a date reads as, or why it does not. */
export type DateReading =
  | { readonly kind: "date"; readonly date: SigningDate }
  | { readonly kind: "impossible" }
  | { readonly kind: "form"; readonly suggestion?: string };

/** The forms of the header: day, month and year; `/4/2026` or `4/2026` with an open day; `2026`. */
const FORMS = [/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u, /^\/?()(\d{1,2})\/(\d{4})$/u, /^\/{0,2}()()(\d{4})$/u];

/** Other ways to write a date, understood for the sake of the message only: day, month, year. */
const OTHER_FORMS: readonly (readonly [RegExp, readonly [number, number, number]])[] = [
  [/^(?:ngày)?\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/iu, [1, 2, 3]],
  [/ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu, [1, 2, 3]],
  [/tháng\s+(\d{1,2})()\s+năm\s+(\d{4})$/iu, [2, 1, 3]],
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/u, [3, 2, 1]],
];

/**
 * Reads the signing date of a header. A day that the calendar lacks is refused, not rolled over.
 *
 * @param text one line
 */
export function readSigningDate(text: string): DateReading {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const [day, month, year] = match.slice(1).map((part) => (part ? Number(part) : undefined));
    if (year === undefined || !exists(day, month, year)) return { kind: "impossible" };
    return {
      kind: "date",
      date: { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) },
    };
  }
  for (const [form, order] of OTHER_FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const suggestion = order.map((group) => match[group]).filter((part) => part);
    return { kind: "form", suggestion: suggestion.join("/") };
  }
  return { kind: "form" };
}

function exists(day: number | undefined, month: number | undefined, year: number): boolean {
  if (year < 1930 || year > 2999) return false;
  if (month !== undefined && (month < 1 || month > 12)) return false;
  if (day === undefined || month === undefined) return true;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= days;
}
