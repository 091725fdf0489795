import { z } from "zod";
import { Line, Text } from "./text.js";

/** Years from first to last; `each` when the value is asked of every one of them, `average` when of their mean. */
export const TargetPeriod = z
  .object({
    from: z.number().int(),
    to: z.number().int(),
    each: z.literal("year").optional(),
    average: z.literal(true).optional(),
  })
  .refine(({ from, to }) => from <= to, { message: "a period ends after it begins" });
export type TargetPeriod = z.infer<typeof TargetPeriod>;

/** A target: "từ 200 đảng viên trở lên", "trên 90%", "01 đến 02"; the words as printed beside the reading. */
export const Target = z
  .object({
    printed: Text,
    comparator: z.enum([">=", ">", "=", "<=", "<", "range"]),
    value: z.number(),
    /** Upper end of a range. */
    upTo: z.number().optional(),
    /** "đảng viên", "%". */
    unit: Line,
    /** What is to be done, as printed: "kết nạp mới", "thành lập". */
    action: Line.optional(),
    /** What is counted; of a percentage, what is to hold: "được thành lập đội tự vệ". */
    subject: Text.optional(),
    /** Of what a percentage is taken, as printed: "doanh nghiệp có tổ chức đảng". */
    denominator: Text.optional(),
    /** Of whom it is asked: "mỗi công đoàn cơ sở". */
    scope: Line.optional(),
    period: TargetPeriod.optional(),
  })
  .refine(({ comparator, value, upTo }) => (comparator === "range") === (upTo !== undefined && upTo >= value), {
    message: "a range has an upper end, and nothing else has",
  });
export type Target = z.infer<typeof Target>;
