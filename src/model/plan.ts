import { z } from "zod";
import { Allocation } from "./allocation.js";
import { Citation } from "./citation.js";
import { SigningDate } from "./head.js";
import { Target } from "./target.js";
import { Task } from "./task.js";
import { Line, Text } from "./text.js";

/** A body as the plan names it, with what it is known as elsewhere and the tasks in which it has a part. */
export const PlanBody = z.object({
  name: Line,
  /** Code of the unit in the register of units. */
  unit: z.string().optional(),
  /** What the plan's own definition says the name stands for. */
  standsFor: Line.optional(),
  /** Ids of tasks. */
  tasks: z.array(Line),
});
export type PlanBody = z.infer<typeof PlanBody>;

/** A short form that the plan defines or uses. */
export const PlanAbbreviation = z.object({ short: Line, full: Text.optional(), uses: z.number().int().min(0) });

/** What a plan says, as data: read out of the ordinary text of its document. */
export const Plan = z.object({
  /** Name of its type: "Kế hoạch". */
  type: Line,
  /** Số và ký hiệu as cited: "06-KH/BCĐ"; absent while it waits for its number. */
  number: Line.optional(),
  date: SigningDate.optional(),
  issuer: Line.optional(),
  title: Text,
  /** Years that the title names: from the first to the last, or only the last, of "đến năm 2030". */
  years: z.object({ from: z.number().int().optional(), to: z.number().int() }).optional(),
  tasks: z.array(Task),
  targets: z.array(Target.extend({ id: Line })),
  allocations: z.array(Allocation.extend({ annex: Line })),
  bodies: z.array(PlanBody),
  citations: z.array(Citation),
  abbreviations: z.array(PlanAbbreviation),
});
export type Plan = z.infer<typeof Plan>;
