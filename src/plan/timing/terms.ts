/** One statement of time, whichever kind it is. The grammar is in the tables of words; the readers only say their order. */
import type { Length, TimingTerm } from "../../model/timing.js";
import { joinSpans } from "./calendar.js";
import { type Cursor, words } from "./fold.js";
import { COUNT, numberOf } from "./numbers.js";
import { ProblemError, type TimingContext } from "./problem.js";
import { type ReadRecurrence, readRecurrence } from "./recurrences.js";
import { type Meant, spansOf } from "./spans.js";
import { readStretch } from "./stretch.js";
import { type Item, isRange, readItems } from "./stretch-list.js";

/** Words that may stand before a time and say nothing of it. */
export const LEAD = words(
  "thời gian|thời hạn(?! \\d)|thời điểm|hạn|phải|cần|bảo đảm|đảm bảo|thực hiện|hoàn thành|xong|kết thúc|tổ chức|" +
    "tiến hành|triển khai|ban hành|báo cáo|gửi|trình|việc này|sẽ|bắt đầu|dự kiến(?! vào| trong)",
);

const BEFORE = words(
  "(?:(?:chậm nhất|muộn nhất|đến|là|xong|hoàn thành|bảo đảm) )*trước(?: thời điểm| thời hạn)?(?: là)?",
);
const BY = words(
  "(?:chậm nhất|muộn nhất|không muộn hơn|không chậm hơn|không quá|hạn cuối|hạn chót|hạn cuối cùng|từ nay đến|cho đến|đến|hết)" +
    "(?: là| vào| trong| đến| hết| thời điểm)*",
);
const IN = words(
  "(?:ngay |xong |hoàn thành )?(?:trong|vào)(?: khoảng| suốt| cả| hết| toàn| thời gian| dịp)*|suốt|trong và sau",
);
const ABOUT = words("(?:trong |vào )?khoảng(?: thời gian)?|dự kiến(?: trong| vào)?");
const THIS_YEAR = words("trong (?:cả )?năm(?! ?(?:\\d|trước|sau|tới|đầu|học|tiếp|qua|vừa))");
const ONGOING = words("thường xuyên(?:,? (?:và )?liên tục)?|liên tục|thường kỳ");
const SINCE = words("(?:bắt đầu )?(?:kể )?từ");
const UNTIL = words("(?:cho )?đến|-");
const COMMA = /,/uy;

const LENGTH = `(?<n>${COUNT}) (?<u>giờ|ngày làm việc|ngày|tuần|tháng|năm)(?: làm việc(?<w>))?`;
const WITHIN_LENGTH = words(
  `(?:(?:chậm nhất|muộn nhất|không quá|tối đa|trong|thời hạn|thời gian|vòng|là|sau|khoảng) )+(?:không quá |tối đa )?${LENGTH}(?! ?(?:đầu|cuối|/))`,
);
const AT_LEAST = words(`(?:(?:ít nhất|tối thiểu|chậm nhất|muộn nhất)(?: là)? )${LENGTH}`);
const LENGTH_BEFORE = words(`(?:(?:ít nhất|tối thiểu|chậm nhất|muộn nhất)(?: là)? )${LENGTH} trước`);
const COUNTED_FROM = words("(?:kể từ|tính từ|từ|sau)");
const RIGHT_AFTER = words("ngay sau|ngay (?=khi)|sau (?=khi)");
const BEFORE_EVENT = words("trước(?= khi| ngày(?! ?\\d| cuối)| kỳ| hội nghị| đại hội| Tết| thời điểm)");
/** What the days are counted from goes to the next mark. */
const EVENT = /[^,;.()]+?(?= ?(?:[,;()]|\.(?:\s|$)|$))/uy;
const EVENT_TO_LENGTH = new RegExp(`[^,;.()]+?(?= ${AT_LEAST.source})`, "uy");

const VAGUE = words(
  "kịp thời|định kỳ|sớm nhất|trong thời gian (?:sớm nhất|tới)|đột xuất|đúng tiến độ|khẩn trương|ngay|sớm|" +
    // with more behind them these name a condition
    "(?:khi cần|khi cần thiết|khi có yêu cầu|theo yêu cầu|theo quy định|theo kế hoạch|theo tiến độ)(?= ?(?:[;,.)]|$))",
);

/** A statement of time as read; `resolve` reckons it. */
export interface ReadTerm {
  readonly kind: TimingTerm["kind"];
  readonly start: number;
  readonly end: number;
  /** @throws ProblemError when the calendar refuses it */
  readonly resolve: (context: TimingContext) => TimingTerm[];
  /** Without any word that makes a time of it: "năm 2026", "ngày 18/3/2019". */
  readonly bare: boolean;
  readonly recurrence?: ReadRecurrence;
}

type Reader = (cursor: Cursor) => Omit<ReadTerm, "start" | "end"> | undefined;

const UNITS: readonly { readonly pattern: RegExp; readonly unit: Length["unit"] }[] = [
  { pattern: words("giờ"), unit: "hour" },
  { pattern: words("ngày làm việc"), unit: "workingDay" },
  { pattern: words("ngày"), unit: "day" },
  { pattern: words("tuần"), unit: "week" },
  { pattern: words("tháng"), unit: "month" },
  { pattern: words("năm"), unit: "year" },
];

/** @throws ProblemError for no time at all */
function lengthOf(groups: { readonly [name: string]: string | undefined } = {}): Length {
  const count = numberOf(groups.n ?? "");
  const text = groups.u ?? "";
  const unit = UNITS.find(({ pattern }) => {
    pattern.lastIndex = 0;
    return pattern.test(text);
  })?.unit;
  if (count < 1 || unit === undefined) throw new ProblemError("impossible");
  return { count, unit };
}

const event = (cursor: Cursor, pattern: RegExp): string | undefined => {
  const start = cursor.at;
  return cursor.eat(pattern) === undefined ? undefined : cursor.words(start) || undefined;
};

/** A portion of a month or year at whose end something is due. */
const endsVaguely = ({ portion }: Meant): boolean => portion !== undefined;

const by = (span: Meant, approximate: boolean): TimingTerm => ({
  kind: "by",
  day: span.to,
  ...(approximate || endsVaguely(span) ? { approximate: true } : {}),
});

function within(items: readonly Item[], context: TimingContext, approximate: boolean): TimingTerm[] {
  const spans = spansOf(items, context);
  const [first] = spans;
  const oneDay = items.length === 1 && items.every((item) => !isRange(item) && item.unit === "day");
  // "khoảng ngày 15/8": one day, about which it is
  if (oneDay && first !== undefined && approximate) return [by(first, true)];
  if (spans.every(({ portion }) => portion === "end")) return spans.map((span) => by(span, true));
  return [
    {
      kind: "within",
      spans: joinSpans(spans.map(({ from, to }) => ({ from, to }))),
      ...(approximate || spans.some(endsVaguely) ? { approximate: true } : {}),
    },
  ];
}

const READERS: readonly Reader[] = [
  (cursor) => {
    const recurrence = readRecurrence(cursor);
    return recurrence && { kind: "recurring", bare: false, resolve: recurrence.resolve, recurrence };
  },
  // "trong thời hạn 15 ngày làm việc kể từ …"
  (cursor) => {
    const before = cursor.attempt((at) => {
      const match = at.eat(LENGTH_BEFORE);
      const named = match && event(at, EVENT);
      return match && named ? { groups: match.groups, named } : undefined;
    });
    if (before !== undefined) {
      const { groups, named } = before;
      return {
        kind: "relative",
        bare: false,
        resolve: () => [{ kind: "relative", length: lengthOf(groups), side: "before", event: named }],
      };
    }
    const match = cursor.eat(WITHIN_LENGTH);
    if (match === undefined) return undefined;
    const named = cursor.attempt((at) => (at.eat(COUNTED_FROM) === undefined ? undefined : event(at, EVENT)));
    return {
      kind: "relative",
      bare: named === undefined,
      resolve: () => [
        {
          kind: "relative",
          length: lengthOf(match.groups),
          side: "after",
          ...(named === undefined ? {} : { event: named }),
        },
      ],
    };
  },
  // "trước ngày kiểm tra ít nhất 05 ngày làm việc", "trước khi khai giảng"
  (cursor) => {
    if (cursor.eat(BEFORE_EVENT) === undefined) return undefined;
    const named = event(cursor, EVENT_TO_LENGTH) ?? event(cursor, EVENT);
    const groups = cursor.eat(AT_LEAST)?.groups;
    if (named === undefined) return undefined;
    return {
      kind: "relative",
      bare: groups === undefined,
      resolve: () => [
        {
          kind: "relative",
          ...(groups === undefined ? {} : { length: lengthOf(groups) }),
          side: "before",
          event: named,
        },
      ],
    };
  },
  // "ngay sau khi …"
  (cursor) => {
    const match = cursor.eat(RIGHT_AFTER);
    const named = match && event(cursor, EVENT);
    return named === undefined
      ? undefined
      : { kind: "relative", bare: false, resolve: () => [{ kind: "relative", side: "after", event: named }] };
  },
  (cursor) => {
    if (cursor.eat(BEFORE) === undefined) return undefined;
    const items = readItems(cursor, BEFORE);
    return (
      items && {
        kind: "before",
        bare: false,
        resolve: (context) =>
          spansOf(items, context).map((span) =>
            span.portion === "end" ? by(span, true) : { kind: "before", day: span.from },
          ),
      }
    );
  },
  (cursor) => {
    if (cursor.eat(BY) === undefined) return undefined;
    cursor.eat(ABOUT);
    const items = readItems(cursor, BY);
    if (items === undefined || items.some(isRange)) return undefined;
    return { kind: "by", bare: false, resolve: (context) => spansOf(items, context).map((span) => by(span, false)) };
  },
  (cursor) => {
    if (cursor.eat(ONGOING) === undefined) return undefined;
    const from = cursor.attempt((at) => {
      at.eat(COMMA);
      return since(at);
    });
    return ongoing(from);
  },
  (cursor) => {
    const approximate = cursor.eat(ABOUT) !== undefined;
    const prefixed = cursor.eat(IN) !== undefined || approximate;
    const about = cursor.eat(ABOUT) !== undefined || approximate;
    const items = readItems(cursor, IN);
    if (items === undefined) return undefined;
    return {
      kind: "within",
      bare: !prefixed && !items.some(isRange),
      resolve: (context) => within(items, context, about),
    };
  },
  (cursor) => {
    const from = since(cursor);
    return from && ongoing(from);
  },
  (cursor) =>
    cursor.eat(THIS_YEAR) && {
      kind: "within",
      bare: false,
      resolve: ({ year }) => {
        if (year === undefined) throw new ProblemError("yearMissing");
        return within([{ unit: "year", year }], {}, false);
      },
    },
  (cursor) => cursor.eat(VAGUE) && { kind: "unquantified", bare: false, resolve: () => [{ kind: "unquantified" }] },
];

/** "từ tháng 9/2026", when it goes on to nothing. */
function since(cursor: Cursor): ((context: TimingContext) => string) | undefined {
  if (cursor.eat(SINCE) === undefined) return undefined;
  const stretch = readStretch(cursor);
  if (stretch === undefined || stretch.unit === "years" || cursor.sees(UNTIL)) return undefined;
  return (context) => spansOf([stretch], context)[0]?.from ?? "";
}

function ongoing(from: ((context: TimingContext) => string) | undefined): Omit<ReadTerm, "start" | "end"> {
  return {
    kind: "ongoing",
    bare: false,
    resolve: (context) => [{ kind: "ongoing", ...(from === undefined ? {} : { from: from(context) }) }],
  };
}

/** Reads one statement of time where the cursor stands. */
export function readTerm(cursor: Cursor): ReadTerm | undefined {
  const start = cursor.folded.text[cursor.at] === " " ? cursor.at + 1 : cursor.at;
  const term = cursor.firstOf(READERS);
  return term && { ...term, start, end: cursor.at };
}
