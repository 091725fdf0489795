import { z } from "zod";
import { Line, Text } from "./text.js";

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
    /** What is counted, or of what a percentage is taken, as printed. */
    subject: Text.optional(),
    denominator: Text.optional(),
    /** Of whom it is asked: "mỗi công đoàn cơ sở". */
    scope: Line.optional(),
    /** Years from first to last; `each` when the value is asked of every one of them. */
    period: z.object({ from: z.number().int(), to: z.number().int(), each: z.literal("year").optional() }).optional(),
  })
  .refine(({ comparator, value, upTo }) => (comparator === "range") === (upTo !== undefined && upTo >= value), {
    message: "a range has an upper end, and nothing else has",
  });
export type Target = z.infer<typeof Target>;
