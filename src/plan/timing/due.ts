/** The days that something is due, and the days to remember it. */
import type { Every, Timing, TimingAnchor, TimingTerm } from "../../model/timing.js";
import type { Day } from "../../organisation/register.js";
import { addDays } from "../../periods/day.js";
import { dayOfMonth, firstOfMonth, monthEnd, monthOf, weekday, yearOf } from "./calendar.js";

/** A day that something is due. */
export interface Due {
  /** The last day on which it is in time. */
  readonly day: Day;
  /** The statement of the timing that says so. */
  readonly term: TimingTerm;
  /** False of "hằng quý" without a day: the period's last day is taken. */
  readonly dayGiven: boolean;
  /** The words leave the day open: "cuối tháng 11". */
  readonly approximate: boolean;
}

type Recurring = Extract<TimingTerm, { kind: "recurring" }>;

/** Months in which an anchor falls. */
export function monthsOfAnchor({ month, monthOfQuarter }: TimingAnchor): readonly number[] {
  if (month !== undefined) return [month];
  if (monthOfQuarter === undefined) return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  return monthOfQuarter === "first" ? [1, 4, 7, 10] : [3, 6, 9, 12];
}

/** The last months of the periods that recur. */
export const CLOSING_MONTHS: { readonly [E in Exclude<Every, "day" | "week">]: readonly number[] } = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarter: [3, 6, 9, 12],
  halfYear: [6, 12],
  year: [12],
};

/** Sunday, with which a week ends. */
const WEEK_END = 0;

/** Every month of a window, and one more: what is due before the first of it falls into the window. */
function* monthsBetween(from: Day, to: Day): Generator<{ year: number; month: number }> {
  for (
    let first = firstOfMonth(yearOf(from), monthOf(from));
    first <= addDays(to, 1);
    first = addDays(monthEnd(first), 1)
  ) {
    yield { year: yearOf(first), month: monthOf(first) };
  }
}

function anchorDay(anchor: TimingAnchor, year: number, month: number): Day {
  if (anchor.rule !== "before") return dayOfMonth(year, month, anchor.day);
  if (anchor.day === "last") return addDays(dayOfMonth(year, month, "last"), -1);
  // "trước ngày 31" of a month of thirty days: its last day is in time
  return anchor.day === 1 ? addDays(firstOfMonth(year, month), -1) : dayOfMonth(year, month, anchor.day - 1);
}

function* daysOfRecurring({ every, anchors }: Recurring, from: Day, to: Day): Generator<Day> {
  if (every === "day") return;
  if (every === "week") {
    const first = addDays(from, (7 - weekday(from) + WEEK_END) % 7);
    for (let day = first; day <= to; day = addDays(day, 7)) yield day;
    return;
  }
  for (const { year, month } of monthsBetween(from, to)) {
    if (anchors.length === 0 && CLOSING_MONTHS[every].includes(month)) yield dayOfMonth(year, month, "last");
    for (const anchor of anchors) if (monthsOfAnchor(anchor).includes(month)) yield anchorDay(anchor, year, month);
  }
}

function* duesOf(term: TimingTerm, from: Day, to: Day): Generator<Due> {
  const due = (day: Day, approximate = false, dayGiven = true): Due => ({ day, term, dayGiven, approximate });
  switch (term.kind) {
    case "before":
      yield due(addDays(term.day, -1));
      break;
    case "by":
      yield due(term.day, term.approximate === true);
      break;
    case "within":
      for (const span of term.spans) yield due(span.to, term.approximate === true);
      break;
    case "recurring":
      for (const day of daysOfRecurring(term, from, to)) yield due(day, false, term.anchors.length > 0);
      break;
    case "relative":
      if (term.day !== undefined) yield due(term.day);
      break;
    default:
      break;
  }
}

const byDay = (left: Due, right: Due): number => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0);

/**
 * The days within a window on which something is due; what is ongoing, unquantified or counted from an unknown day has none.
 *
 * @param from first day of the window
 * @param to last day of the window
 */
export function dueDays(timing: Pick<Timing, "terms">, from: Day, to: Day): readonly Due[] {
  const all = timing.terms.flatMap((term) => [...duesOf(term, from, to)]);
  return all.filter(({ day }) => day >= from && day <= to).sort(byDay);
}

/** A year and a day: every recurrence comes round in it. */
const A_YEAR = 366;

/** The first due day on or after a day; undefined when none is left. */
export function nextDue(timing: Pick<Timing, "terms">, day: Day): Due | undefined {
  const all = timing.terms.flatMap((term) => [...duesOf(term, day, addDays(day, A_YEAR))]);
  return all.filter((due) => due.day >= day).sort(byDay)[0];
}

/** How many days before a due day it is remembered. */
export const REMINDER_DAYS: readonly number[] = [7, 1];

/**
 * The days on which a due day is remembered; one that falls on a Saturday or Sunday moves to the Friday before.
 * Holidays are nobody's to guess: none is known here.
 *
 * @param due the due day
 * @param before days before it
 */
export function reminderDays(due: Day, before: readonly number[] = REMINDER_DAYS): readonly Day[] {
  const days = before.map((count) => workingDayBefore(addDays(due, -count)));
  return [...new Set(days)].sort();
}

const SATURDAY = 6;
const SUNDAY = 0;

/** The day itself, or the Friday before it. */
function workingDayBefore(day: Day): Day {
  if (weekday(day) === SATURDAY) return addDays(day, -1);
  return weekday(day) === SUNDAY ? addDays(day, -2) : day;
}

/** One rule of recurrence in the terms of RFC 5545. */
export interface Recurrence {
  readonly freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  readonly byDay?: readonly "SU"[];
  readonly byMonth?: readonly number[];
  /** −1 is a month's last day. */
  readonly byMonthDay?: readonly number[];
  /** False when the words name no day and the period's last is taken. */
  readonly dayGiven: boolean;
}

const ALL_MONTHS = 12;
const FEBRUARY = 2;
/** Days that every month has, and that every month but February has. */
const IN_EVERY_MONTH = 28;
const IN_MOST_MONTHS = 30;

/** Days counted from a month's end go by the month even when few months count: ical.js misreckons them by the year. */
const monthlyOn = (months: readonly number[], day: number, dayGiven = true): Recurrence => ({
  freq: months.length === ALL_MONTHS || day < 0 ? "MONTHLY" : "YEARLY",
  interval: 1,
  ...(months.length === ALL_MONTHS ? {} : { byMonth: months }),
  byMonthDay: [day],
  dayGiven,
});

/** A day that February lacks is its last; without BYSETPOS, which not every calendar program understands. */
function ruleOfAnchor(anchor: TimingAnchor): Recurrence[] {
  const months = monthsOfAnchor(anchor);
  if (anchor.day === "last") return [monthlyOn(months, anchor.rule === "before" ? -2 : -1)];
  const day = anchor.rule === "before" ? anchor.day - 1 : anchor.day;
  if (day === 0) {
    const before = months.map((month) => (month === 1 ? ALL_MONTHS : month - 1)).sort((left, right) => left - right);
    return [monthlyOn(before, -1)];
  }
  if (day > IN_MOST_MONTHS) return [monthlyOn(months, -1)];
  if (day <= IN_EVERY_MONTH || !months.includes(FEBRUARY)) return [monthlyOn(months, day)];
  return [
    monthlyOn(
      months.filter((month) => month !== FEBRUARY),
      day,
    ),
    monthlyOn([FEBRUARY], -1),
  ];
}

function rulesOf({ every, anchors }: Recurring): Recurrence[] {
  if (every === "day") return [{ freq: "DAILY", interval: 1, dayGiven: false }];
  if (every === "week") return [{ freq: "WEEKLY", interval: 1, byDay: ["SU"], dayGiven: false }];
  if (anchors.length === 0) return [monthlyOn(CLOSING_MONTHS[every], -1, false)];
  return anchors.flatMap(ruleOfAnchor);
}

/**
 * The rules by which a timing recurs, for a calendar's RRULE: one for each of its days, two where February is shorter.
 *
 * @returns undefined when nothing recurs
 */
export function recurrenceOf(timing: Pick<Timing, "terms">): readonly Recurrence[] | undefined {
  const rules = timing.terms.flatMap((term) => (term.kind === "recurring" ? rulesOf(term) : []));
  return rules.length === 0 ? undefined : rules;
}
