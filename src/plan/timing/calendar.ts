/** Spans of whole days: months, quarters, halves, years, and what they make together. */
import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import type { Span } from "../../model/timing.js";
import type { Day } from "../../organisation/register.js";
import { addDays, dayInYear } from "../../periods/day.js";

dayjs.extend(utc);

/** Days have no zone: reckoned in UTC, in which no day is missing an hour. */
const at = (day: Day) => dayjs.utc(day);
const iso = (day: dayjs.Dayjs): Day => day.format("YYYY-MM-DD");

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const dateOf = (day: Day): number => Number(day.slice(8, 10));

/** 1–4. */
export const quarterOf = (day: Day): number => Math.ceil(monthOf(day) / 3);

/** The last day of the month that a day lies in. */
export const monthEnd = (day: Day): Day => iso(at(day).endOf("month"));

/** The same month's first day, so many months later. */
export const firstOfMonth = (year: number, month: number, later = 0): Day =>
  iso(at(`${String(year).padStart(4, "0")}-01-01`).add(month - 1 + later, "month"));

/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => at(day).day();

/** Months from one to another of a year, `3–5`; more than twelve go on into the next. */
export function monthsSpan(year: number, first: number, last: number): Span {
  return { from: firstOfMonth(year, first), to: monthEnd(firstOfMonth(year, last)) };
}

export const quarterSpan = (year: number, quarter: number): Span => monthsSpan(year, quarter * 3 - 2, quarter * 3);

export const yearsSpan = (first: number, last: number): Span => ({
  from: firstOfMonth(first, 1),
  to: monthEnd(firstOfMonth(last, 12)),
});

/** The day of a month, its last when the month is shorter. */
export function dayOfMonth(year: number, month: number, day: number | "last"): Day {
  const last = monthEnd(firstOfMonth(year, month));
  return day === "last" ? last : (dayInYear(year, month, day) ?? last);
}

/** Spans in the order of days, those that touch or overlap as one. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((left, right) => (left.from < right.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= addDays(last.to, 1)) {
      joined[joined.length - 1] = { from: last.from, to: last.to > span.to ? last.to : span.to };
    } else joined.push(span);
  }
  return joined;
}
