/** Days of the calendar as ISO text. They have no hour and no zone; only "today" needs one, and that is Vietnam's. */
import type { Day } from "../organisation/register.js";
import { isoDay, printDay } from "../workspace/day.js";

const MS_PER_DAY = 86_400_000;
/** Vietnam keeps UTC+7 all the year. */
const VIETNAM_MS = 7 * 3_600_000;

const msOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const dayOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/**
 * The day so many days later.
 *
 * @param count may be negative
 */
export function addDays(day: Day, count: number): Day {
  return dayOf(msOf(day) + count * MS_PER_DAY);
}

/** Whole days from one day to another, negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((msOf(to) - msOf(from)) / MS_PER_DAY);
}

/**
 * The day it is in Vietnam, whatever zone the machine keeps.
 *
 * @param now the machine's clock
 */
export function todayInVietnam(now: Date): Day {
  return dayOf(now.getTime() + VIETNAM_MS);
}

/** The day of a year; a day that the month lacks (29/2) is undefined. */
export function dayInYear(year: number, month: number, day: number): Day | undefined {
  const iso = isoDay({ year, month, day });
  const ms = msOf(iso);
  return Number.isNaN(ms) || dayOf(ms) !== iso ? undefined : iso;
}

/** `25/5/2026`, as a document writes it. */
export function sayDay(day: Day): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return printDay({ year, month, day: date });
}
