import ical from "ical-generator";
import { foldWord } from "../findings/nearest.js";
import type { Day } from "../organisation/register.js";
import { addDays, sayDay } from "./day.js";
import { REVIEW_LEVELS } from "./kinds.js";
import type { Period, PeriodKind } from "./period.js";
import { atLevel } from "./read-period.js";

export interface CalendarOptions {
  /** All kinds of the office, for the due days of the levels of a review. */
  readonly kinds: readonly PeriodKind[];
  /** The office that asks for the reports, as in a sentence: "Ban Tổ chức Tỉnh uỷ Hà Trung". */
  readonly office: string;
  /** To whom reports go; by default the office. */
  readonly sentTo?: string;
  /** A unit whose calendar it is, because its time was extended. */
  readonly unit?: { readonly code: string; readonly name: string };
  /** Day of issue; by default the day on which the period opens. */
  readonly issued?: Day;
  /** Raised each time the calendar is issued anew, so that programs replace what they have. */
  readonly revision?: number;
}

const SECONDS_PER_DAY = 86_400;
/** Whole-day events begin at midnight; people are reminded when the office opens. */
const OFFICE_HOUR = 8;
const REMINDER_DAYS = [7, 1] as const;

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

interface Entry {
  /** What tells it from others of the period. */
  readonly id: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  readonly reminded: boolean;
}

/** The due day, or one for each level of a review. */
function dueEntries(period: Period, { kinds, office, sentTo = office, unit }: CalendarOptions): readonly Entry[] {
  const of = unit === undefined ? "" : ` của ${unit.name}`;
  const entry = (id: string, due: Period, what: string): Entry => ({
    id,
    day: due.lastDay,
    summary: `Ngày cuối: ${what}${of} (${due.dueInWords})`,
    description: `Gửi về ${sentTo} ${due.dueInWords}. Số liệu từ ${sayDay(period.window.from)} đến ${sayDay(period.window.to)}.`,
    reminded: true,
  });
  const levels = REVIEW_LEVELS.flatMap(({ id, name }) => {
    const due = atLevel(period, id, kinds);
    return due === undefined ? [] : [entry(`han-${id}`, due, `${period.name}, ${name}`)];
  });
  return levels.length > 0 && unit === undefined ? levels : [entry("han", period, `báo cáo ${period.name}`)];
}

/**
 * The calendar of a period for the units: the day on which it opens, and the due days with reminders. The same input
 * gives the same bytes.
 *
 * @returns text of an .ics file
 */
export function periodCalendar(period: Period, options: CalendarOptions): string {
  const { office, unit, issued = period.opens, revision = 0 } = options;
  const owner = [office, ...(unit === undefined ? [] : [unit.code])].map((name) =>
    foldWord(name).replace(/[^a-z\d]+/gu, "-"),
  );
  const calendar = ical({
    prodId: { company: "vanthu", product: "ky-bao-cao", language: "VI" },
    name: `Kỳ báo cáo ${period.name}`,
  });
  const opening: Entry = {
    id: "mo",
    day: period.opens,
    summary: `Mở kỳ báo cáo ${period.name}`,
    description: `Nhận biểu mẫu từ ${office}; chốt số liệu đến hết ngày ${sayDay(period.window.to)}; gửi ${period.dueInWords}.`,
    reminded: false,
  };
  for (const { id, day, summary, description, reminded } of [opening, ...dueEntries(period, options)]) {
    const event = calendar.createEvent({
      id: `${period.id}.${id}.${owner.join(".")}@vanthu`,
      sequence: revision,
      stamp: midnight(issued),
      start: midnight(day),
      end: midnight(addDays(day, 1)),
      allDay: true,
      summary,
      description,
    });
    for (const days of reminded ? REMINDER_DAYS : []) {
      event.createAlarm({ trigger: days * SECONDS_PER_DAY - OFFICE_HOUR * 3_600, description: summary });
    }
  }
  return calendar.toString();
}
