/** The events that a task's timing makes in a calendar. */
import type { Task } from "../../model/task.js";
import type { Day } from "../../organisation/register.js";
import { addDays, daysBetween, sayDay } from "../../periods/day.js";
import { weekday } from "../timing/calendar.js";
import { type Due, dueDays, type Recurrence, recurrenceOf, reminderDays } from "../timing/index.js";

/** A series has the same reminders each time: with these, one falls on a working day shortly before any day. */
const SERIES_REMINDERS = [7, 3, 1] as const;
/** A week ends on Sunday; its Friday. */
const WEEKLY_REMINDERS = [2] as const;
/** Days of the longest span that is shown whole, a quarter; a longer one shows its last day. */
const LONGEST_SPAN = 92;
/** A date later than any plan: what is due is looked for up to it. */
const LAST_DAY = "2199-12-31";

const isLastOfMonth = (day: Day, back: number): boolean => addDays(day, back).slice(8) === "01";

/** Whether a rule names a day. */
function names({ freq, byDay, byMonth, byMonthDay }: Recurrence, day: Day): boolean {
  if (freq === "DAILY") return true;
  if (byDay !== undefined) return weekday(day) === 0;
  if (byMonth?.includes(Number(day.slice(5, 7))) === false) return false;
  return byMonthDay?.some((count) => (count > 0 ? Number(day.slice(8)) === count : isLastOfMonth(day, -count))) ?? true;
}

/** The first day of a series: programs count the day that an event begins on, whether the rule names it or not. */
function firstDay(rule: Recurrence, from: Day): Day {
  let day = from;
  while (!names(rule, day)) day = addDays(day, 1);
  return day;
}

function printRule({ freq, byDay, byMonth, byMonthDay }: Recurrence, until: Day | undefined): string {
  return [
    `FREQ=${freq}`,
    ...(until === undefined ? [] : [`UNTIL=${until.replaceAll("-", "")}`]),
    ...(byMonth === undefined ? [] : [`BYMONTH=${byMonth}`]),
    ...(byMonthDay === undefined ? [] : [`BYMONTHDAY=${byMonthDay}`]),
    ...(byDay === undefined ? [] : [`BYDAY=${byDay}`]),
  ].join(";");
}

/** An event: a due day with the days before it, or a series. */
export interface Entry {
  /** First and last day; the last is the due day. */
  readonly from: Day;
  readonly to: Day;
  readonly rule?: string;
  /** Days before the last, on which it is remembered. */
  readonly reminders: readonly number[];
  readonly note?: string;
  readonly vague: boolean;
}

const APPROXIMATE = "Kế hoạch chỉ nêu khoảng thời gian; ngày ghi ở đây là ngày muộn nhất có thể hiểu.";
const NO_DAY = "Kế hoạch không nêu ngày; lấy ngày cuối kỳ.";

/** Due days that do not recur. */
function singleEntries(dues: readonly Due[]): Entry[] {
  return dues.map(({ day, term, approximate }): Entry => {
    const span = term.kind === "within" ? term.spans.find(({ to }) => to === day) : undefined;
    const long = span !== undefined && daysBetween(span.from, span.to) >= LONGEST_SPAN;
    const notes = [
      ...(approximate ? [APPROXIMATE] : []),
      ...(long && span !== undefined ? [`Thực hiện từ ${sayDay(span.from)} đến ${sayDay(span.to)}.`] : []),
    ];
    return {
      from: span === undefined || long ? day : span.from,
      to: day,
      reminders: reminderDays(day).map((remembered) => daysBetween(remembered, day)),
      ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
      vague: approximate,
    };
  });
}

/** Series; what is to be done every day is no event. */
function seriesEntries(rules: readonly Recurrence[], from: Day, until: Day | undefined): Entry[] {
  return rules.flatMap((rule): Entry[] => {
    const first = firstDay(rule, from);
    if (rule.freq === "DAILY" || (until !== undefined && first > until)) return [];
    return [
      {
        from: first,
        to: first,
        rule: printRule(rule, until),
        reminders: rule.freq === "WEEKLY" ? WEEKLY_REMINDERS : SERIES_REMINDERS,
        ...(rule.dayGiven ? {} : { note: NO_DAY }),
        vague: !rule.dayGiven,
      },
    ];
  });
}

/**
 * The events of a task: one for each due day from a day on, one for each rule by which it recurs.
 *
 * @param until last day of series
 */
export function entriesOf({ timing }: Task, from: Day, until: Day | undefined): readonly Entry[] {
  if (timing === undefined) return [];
  const once = timing.terms.filter(({ kind }) => kind !== "recurring");
  return [
    ...(once.length === 0 ? [] : singleEntries(dueDays({ terms: once }, from, LAST_DAY))),
    ...seriesEntries(recurrenceOf(timing) ?? [], from, until),
  ];
}
