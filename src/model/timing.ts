import { z } from "zod";
import { Text } from "./text.js";

/** A day as ISO, `2026-05-25`. */
const Day = z.iso.date();

/** From the first day to the last, both included. */
export const Span = z.object({ from: Day, to: Day }).refine(({ from, to }) => from <= to, {
  message: "a span ends after it begins",
});
export type Span = z.infer<typeof Span>;

/** A day of each recurrence: the 20th of a quarter's last month, before 25/5. */
export const TimingAnchor = z.object({
  /** `last` of "ngày cuối tháng"; a day that a month lacks means that month's last. */
  day: z.union([z.number().int().min(1).max(31), z.literal("last")]),
  /** The month of the year; absent of a monthly duty. */
  month: z.number().int().min(1).max(12).optional(),
  /** "tháng đầu quý", "tháng cuối quý". */
  monthOfQuarter: z.enum(["first", "last"]).optional(),
  rule: z.enum(["before", "on", "by"]),
  /** The day lies in the period after or before the one that is dealt with: "quý sau", "15/01 năm sau". */
  of: z.enum(["next", "previous"]).optional(),
});
export type TimingAnchor = z.infer<typeof TimingAnchor>;

/** How often a duty recurs. */
export const Every = z.enum(["day", "week", "month", "quarter", "halfYear", "year"]);
export type Every = z.infer<typeof Every>;

/** How long after or before something: "15 ngày làm việc". */
export const Length = z.object({
  count: z.number().int().positive(),
  unit: z.enum(["hour", "day", "workingDay", "week", "month", "year"]),
});
export type Length = z.infer<typeof Length>;

/** The days of a month of each year; 29/2 is no day of every year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What each recurrence counts its days by. */
function anchorFits(every: Every, { day, month, monthOfQuarter }: TimingAnchor): boolean {
  if (month !== undefined && day !== "last" && day > (DAYS[month - 1] ?? 0)) return false;
  if (every === "day" || every === "week") return false;
  if (every === "month") return month === undefined && monthOfQuarter === undefined;
  if (every === "quarter") return (month === undefined) !== (monthOfQuarter === undefined);
  return month !== undefined && monthOfQuarter === undefined;
}

/** One statement of time. Forms are those of the plans of these offices. */
export const TimingTerm = z.discriminatedUnion("kind", [
  /** "Thường xuyên"; with `from`, "từ tháng 9/2026". */
  z.object({ kind: z.literal("ongoing"), from: Day.optional() }),
  /** "Trước ngày 20/4/2026": the day itself is too late. */
  z.object({ kind: z.literal("before"), day: Day }),
  /** "Chậm nhất ngày 30/6/2026", "đến năm 2030": the day is the last; approximate of "cuối tháng 11". */
  z.object({ kind: z.literal("by"), day: Day, approximate: z.literal(true).optional() }),
  /** "Trong quý II và III/2026", "tháng 12/2026", "giai đoạn 2026 - 2030"; approximate of "đầu tháng 8". */
  z
    .object({ kind: z.literal("within"), spans: z.array(Span).min(1), approximate: z.literal(true).optional() })
    .refine(({ spans }) => spans.every(({ from }, index) => index === 0 || from > (spans[index - 1]?.to ?? "")), {
      message: "spans follow each other; those that touch are one",
    }),
  /** "Hằng quý, vào ngày 20 của tháng cuối quý", "định kỳ 6 tháng (trước ngày 25/5)"; without anchors no day can be reckoned. */
  z
    .object({
      kind: z.literal("recurring"),
      every: Every,
      /** How many times in each period, of "hai lần trong năm". */
      times: z.number().int().min(2).optional(),
      anchors: z.array(TimingAnchor),
    })
    .refine(({ every, anchors }) => anchors.every((anchor) => anchorFits(every, anchor)), {
      message: "an anchor is a day of its recurrence",
    }),
  /** "Trong thời hạn 15 ngày làm việc kể từ …", "ngay sau khi …": counted from something that the words name. */
  z
    .object({
      kind: z.literal("relative"),
      /** Absent of "ngay sau khi …". */
      length: Length.optional(),
      side: z.enum(["after", "before"]),
      /** As printed: "ngày ký", "khi kết thúc hội nghị". */
      event: Text.optional(),
      /** The last day, where the event's own day is known: the plan's signing. */
      day: Day.optional(),
    })
    .refine(({ length, side, event }) => event !== undefined || (length !== undefined && side === "after"), {
      message: "counted from an event, or a length from now on",
    }),
  /** "kịp thời", "định kỳ" without a period: nothing can be reckoned. */
  z.object({ kind: z.literal("unquantified") }),
]);
export type TimingTerm = z.infer<typeof TimingTerm>;

/** How a duty is timed: the words as printed and what they say; several terms stand beside each other. */
export const Timing = z.object({
  printed: Text,
  terms: z.array(TimingTerm).min(1),
  /** What the time depends on: "theo sự sắp xếp thời gian của từng thành viên". */
  condition: Text.optional(),
});
export type Timing = z.infer<typeof Timing>;
