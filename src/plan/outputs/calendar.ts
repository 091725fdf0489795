/** Calendars of a plan's due days: one for all, or one for each body. */
import ical, {
  escape as escapeText,
  ICalAlarmRelatesTo,
  type ICalCalendar,
  ICalEventTransparency,
} from "ical-generator";
import type { Task } from "../../model/task.js";
import type { Day } from "../../organisation/register.js";
import { addDays, daysBetween } from "../../periods/day.js";
import { yearOf } from "../timing/calendar.js";
import { bodiesOf, bodiesWith, bodyFiles, fileSlug, PART_NAMES, PARTS, partsOfBody } from "./bodies.js";
import { type Entry, entriesOf } from "./calendar-entries.js";
import { lastYearOf, type PlanHead, planIdentity } from "./plan-identity.js";

export interface TaskCalendarOptions {
  readonly plan: PlanHead;
  /** Whose tasks; all when absent. */
  readonly body?: string;
  /** First day of the calendar: the plan's signing, say. What was due before is told in words. */
  readonly from: Day;
  /** Raised each time the calendar is issued anew, so that programs replace what they have. */
  readonly revision?: number;
}

const SECONDS_PER_DAY = 86_400;
/** Whole-day events begin at midnight; people are reminded when the office opens. */
const OFFICE_HOUR = 8;
const MOST_LETTERS = 110;

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

function shorten(text: string): string {
  const line = oneLine(text);
  return line.length <= MOST_LETTERS ? line : `${line.slice(0, MOST_LETTERS).replace(/\s+\S*$/u, "")}…`;
}

/** Where in the plan, who, by when, with what result. */
function describe(task: Task, plan: PlanHead, note: string | undefined): string {
  const { text, reference, timing, outputs } = task;
  const source = [
    plan.number === undefined ? undefined : `số ${plan.number}`,
    plan.issuer === undefined ? undefined : `của ${plan.issuer}`,
  ];
  return [
    text.trim(),
    ...PART_NAMES.flatMap((part) => {
      const bodies = bodiesWith(task, part);
      return bodies.length === 0 ? [] : [`${PARTS[part]}: ${bodies.join("; ")}`];
    }),
    ...(timing === undefined ? [] : [`Thời gian: ${timing.printed}`]),
    ...(timing?.condition === undefined ? [] : [`Điều kiện: ${timing.condition}`]),
    ...(outputs === undefined ? [] : [`Sản phẩm: ${outputs.join("; ")}`]),
    ...(note === undefined ? [] : [note]),
    `Mục ${reference}, ${[plan.title, ...source.filter((part) => part !== undefined)].join(" ")}`,
  ].join("\n");
}

type Standing = "passed" | "ongoing" | "relative" | "open";

const STANDINGS: { readonly [S in Standing]: string } = {
  ongoing: "Nhiệm vụ thường xuyên",
  relative: "Nhiệm vụ tính thời gian từ một việc khác",
  open: "Nhiệm vụ chưa xác định được ngày",
  passed: "Nhiệm vụ có thời hạn trước ngày đầu của lịch",
};

const DATED: ReadonlySet<string> = new Set(["before", "by", "within", "recurring"]);

/** Why a task has no day in the calendar. */
function standingOf({ timing }: Task): Standing {
  const kinds = new Set(
    timing?.terms.map((term) => (term.kind === "recurring" && term.every === "day" ? "ongoing" : term.kind)),
  );
  if (timing?.terms.some((term) => DATED.has(term.kind) || (term.kind === "relative" && term.day !== undefined)))
    return "passed";
  if (kinds.has("ongoing")) return "ongoing";
  return kinds.has("relative") ? "relative" : "open";
}

/** Tasks without a day, in words under the calendar's name. */
function describeOthers(tasks: readonly Task[]): string {
  return (Object.keys(STANDINGS) as Standing[])
    .flatMap((standing) => {
      const own = tasks.filter((task) => standingOf(task) === standing);
      if (own.length === 0) return [];
      const line = ({ reference, text, timing }: Task): string =>
        `- ${reference}: ${shorten(text)}${timing === undefined ? "" : ` (${oneLine(timing.printed)})`}`;
      return [`${STANDINGS[standing]}:`, ...own.map(line)];
    })
    .join("\n");
}

const idOf = (id: string): string =>
  [...id.replaceAll("/", ".")]
    .map((letter) => (/[\dA-Za-z.#-]/u.test(letter) ? letter : `_${letter.codePointAt(0)?.toString(16)}`))
    .join("");

function addEntry(calendar: ICalCalendar, task: Task, entry: Entry, at: number, options: TaskCalendarOptions): void {
  const { plan, body, from, revision = 0 } = options;
  const own = body === undefined ? [] : partsOfBody(task, body).map((part) => PARTS[part].toLocaleLowerCase("vi"));
  const parts = [...own, ...(entry.vague ? ["ngày gần đúng"] : [])];
  const head = ["Hạn", ...(parts.length === 0 ? [] : [`(${parts.join(", ")})`])].join(" ");
  const summary = `${head}: ${shorten(task.text)}`;
  const owner = body === undefined ? "" : `.${fileSlug(body)}`;
  const event = calendar.createEvent({
    id: `${planIdentity(plan)}.${idOf(task.id)}.${at + 1}${owner}@vanthu`,
    sequence: revision,
    stamp: midnight(from),
    start: midnight(entry.from),
    end: midnight(addDays(entry.to, 1)),
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary,
    description: describe(task, plan, entry.note),
    ...(entry.rule === undefined ? {} : { repeating: entry.rule }),
  });
  const length = daysBetween(entry.from, entry.to);
  for (const days of entry.reminders) {
    // from the event's first midnight, which every program takes; a negative one comes after it
    const trigger = (days - length) * SECONDS_PER_DAY - OFFICE_HOUR * 3_600;
    event.createAlarm({ trigger, description: summary }).relatesTo(ICalAlarmRelatesTo.start);
  }
}

/**
 * The due days of tasks as a calendar. What recurs is a series that ends with the last year that the plan's title names;
 * tasks without a day stand in the calendar's description. The same input gives the same bytes.
 *
 * @returns text of an .ics file
 */
export function taskCalendar(tasks: readonly Task[], options: TaskCalendarOptions): string {
  const { plan, body, from } = options;
  const own = body === undefined ? tasks : tasks.filter((task) => partsOfBody(task, body).length > 0);
  const last = lastYearOf(plan);
  // a year that is over is not the plan's own
  const until = last === undefined || last < yearOf(from) ? undefined : `${last}-12-31`;
  const dated = own.map((task) => ({ task, entries: entriesOf(task, from, until) }));
  const others = describeOthers(dated.flatMap(({ task, entries }) => (entries.length === 0 ? [task] : [])));
  const calendar = ical({
    prodId: { company: "vanthu", product: "nhiem-vu", language: "VI" },
    // the library escapes what events say, and not these
    name: escapeText(oneLine([plan.title, ...(body === undefined ? [] : [body])].join(" – ")), false),
    ...(others === "" ? {} : { description: escapeText(others, false) }),
  });
  for (const { task, entries } of dated) {
    entries.forEach((entry, at) => {
      addEntry(calendar, task, entry, at, options);
    });
  }
  return calendar.toString();
}

export interface BodyCalendar {
  /** As first printed. */
  readonly body: string;
  /** `lich-ban-to-chuc-tinh-uy.ics`. */
  readonly file: string;
  readonly text: string;
}

/** A calendar for each body that the roles name. */
export function calendarsByBody(
  tasks: readonly Task[],
  options: Omit<TaskCalendarOptions, "body">,
): readonly BodyCalendar[] {
  return bodyFiles(bodiesOf(tasks), "lich-", ".ics").map(({ body, file }) => ({
    body,
    file,
    text: taskCalendar(tasks, { ...options, body }),
  }));
}
