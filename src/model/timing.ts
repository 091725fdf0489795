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
  day: z.number().int().min(1).max(31),
  /** The month; absent of a monthly duty, and of a quarterly one that counts by the quarter's months. */
  month: z.number().int().min(1).max(12).optional(),
  /** "tháng đầu quý", "tháng cuối quý". */
  monthOfQuarter: z.enum(["first", "last"]).optional(),
  rule: z.enum(["before", "on", "by"]),
});
export type TimingAnchor = z.infer<typeof TimingAnchor>;

/** One statement of time. Forms are those of the plans of these offices. */
export const TimingTerm = z.discriminatedUnion("kind", [
  /** "Thường xuyên". */
  z.object({ kind: z.literal("ongoing") }),
  /** "Trước ngày 20/4/2026": the day itself is too late. */
  z.object({ kind: z.literal("before"), day: Day }),
  /** "Chậm nhất ngày 30/6/2026", "đến năm 2030": the day is the last; approximate of "cuối tháng 11". */
  z.object({ kind: z.literal("by"), day: Day, approximate: z.literal(true).optional() }),
  /** "Trong quý II và III/2026", "tháng 12/2026", "giai đoạn 2026 - 2030". Spans that touch are one. */
  z.object({ kind: z.literal("within"), spans: z.array(Span).min(1) }),
  /** "Hằng quý, vào ngày 20 của tháng cuối quý", "định kỳ 6 tháng (trước ngày 25/5)"; without anchors no day can be reckoned. */
  z.object({
    kind: z.literal("recurring"),
    every: z.enum(["week", "month", "quarter", "halfYear", "year"]),
    anchors: z.array(TimingAnchor),
  }),
  /** "Trong thời hạn 15 ngày làm việc kể từ …": days after something that the words name. */
  z.object({
    kind: z.literal("relative"),
    days: z.number().int().positive(),
    working: z.literal(true).optional(),
    event: Text.optional(),
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
