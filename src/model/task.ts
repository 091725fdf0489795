import { z } from "zod";
import { Line, Text } from "./text.js";

/** A day as ISO, `2026-05-25`. */
const Day = z.iso.date();

/** How a duty is timed, with the words as printed; the forms are those of the plans of these offices. */
export const Timing = z.discriminatedUnion("kind", [
  /** "Thường xuyên", perhaps with a condition. */
  z.object({ kind: z.literal("ongoing"), printed: Text, condition: Text.optional() }),
  /** "Trước ngày 20/4/2026": the day itself is too late. */
  z.object({ kind: z.literal("before"), printed: Text, day: Day }),
  /** "Trong quý II/2026", "trong tháng 12/2026", "giai đoạn 2026 - 2030": from the first day to the last. */
  z.object({ kind: z.literal("within"), printed: Text, from: Day, to: Day }),
  /** "Định kỳ 6 tháng (trước ngày 25/5)": anchors of the year, day and month. */
  z.object({
    kind: z.literal("recurring"),
    printed: Text,
    every: z.enum(["month", "quarter", "halfYear", "year"]),
    anchors: z.array(
      z.object({
        day: z.number().int().min(1).max(31),
        month: z.number().int().min(1).max(12).optional(),
        rule: z.enum(["before", "on"]),
      }),
    ),
  }),
  /** "kịp thời", "định kỳ" without a period: nothing can be reckoned. */
  z.object({ kind: z.literal("unquantified"), printed: Text }),
]);
export type Timing = z.infer<typeof Timing>;

/** What a body does in a task: directs (chỉ đạo), advises (tham mưu), carries out, takes part (phối hợp). */
export const TaskRole = z.object({
  role: z.enum(["direct", "advise", "execute", "adviseAndExecute", "coordinate"]),
  /** The label as printed: "Cơ quan tham mưu và triển khai thực hiện". */
  label: Line,
  bodies: z.array(Line).min(1),
});
export type TaskRole = z.infer<typeof TaskRole>;

/** A duty of a plan: its place in the numbering, its words, who does what, by when, with what result. */
export const Task = z.object({
  /** Marks from the outermost heading: `II/2`, `III/2/2.6`. */
  reference: Line,
  text: Text,
  roles: z.array(TaskRole),
  timing: Timing.optional(),
  outputs: z.array(Text).optional(),
});
export type Task = z.infer<typeof Task>;

/** A target: "từ 200 đảng viên trở lên", "trên 90%", "01 đến 02"; the words as printed beside the reading. */
export const Target = z
  .object({
    printed: Text,
    comparator: z.enum([">=", ">", "=", "<=", "range"]),
    value: z.number(),
    /** Upper end of a range. */
    upTo: z.number().optional(),
    /** "đảng viên", "%". */
    unit: Line,
    /** Of what a percentage is taken. */
    denominator: Text.optional(),
    scope: Line.optional(),
    period: z.object({ from: z.number().int(), to: z.number().int(), each: z.literal("year").optional() }).optional(),
  })
  .refine(({ comparator, value, upTo }) => (comparator === "range") === (upTo !== undefined && upTo >= value), {
    message: "a range has an upper end, and nothing else has",
  });
export type Target = z.infer<typeof Target>;
