import { z } from "zod";
import { Line } from "./text.js";

/** A figure of the table; null where it has a dash or nothing. */
const Amount = z.number().nullable();
/** By indicator, then by its years. */
const Amounts = z.array(z.array(Amount));
/** The sums that the table prints, by indicator. */
const Sums = z.array(Amount);

/** What is shared out, "Kết nạp đảng viên", and the years it is shared over; none when only a whole is given. */
export const AllocationIndicator = z.object({
  name: Line,
  years: z.array(z.number().int()),
  /** The column of sums has this head: "Cộng". */
  sum: Line.optional(),
});
export type AllocationIndicator = z.infer<typeof AllocationIndicator>;

const Row = z.object({ amounts: Amounts, sums: Sums });

/** A unit as the table names it, with its code in the register where it was found. */
export const AllocationUnit = Row.extend({
  name: Line,
  code: z.string().optional(),
  area: Line.optional(),
});
export type AllocationUnit = z.infer<typeof AllocationUnit>;

/** Targets shared out to units and years. Rows of areas and the total hold what the table prints, right or wrong. */
export const Allocation = z.object({
  indicators: z.array(AllocationIndicator).min(1),
  areas: z.array(Row.extend({ name: Line })),
  units: z.array(AllocationUnit),
  total: Row.extend({ name: Line }).optional(),
});
export type Allocation = z.infer<typeof Allocation>;
export type AllocationRow = z.infer<typeof Row>;
