import { z } from "zod";
import { Line, Text } from "./text.js";
import { Timing } from "./timing.js";

/** What a body does in a task: directs (chỉ đạo), advises (tham mưu), carries out, takes part (phối hợp). */
export const TaskRole = z.object({
  role: z.enum(["direct", "advise", "execute", "adviseAndExecute", "coordinate"]),
  /** The label as printed: "Cơ quan tham mưu và triển khai thực hiện"; absent where the sentence itself names the body. */
  label: Line.optional(),
  /** Names of bodies as printed. */
  bodies: z.array(Line).min(1),
});
export type TaskRole = z.infer<typeof TaskRole>;

/** A duty of a plan: its place in the numbering, its words, who does what, by when, with what result. */
export const Task = z.object({
  /** Tells it from every other task of the plan: its reference, and an ordinal where several share one. */
  id: Line,
  /** Marks from the outermost heading: `II/2`, `III/2/2.6`; a dash counts its siblings, `III/3/3.4/-2`. */
  reference: Line,
  text: Text,
  roles: z.array(TaskRole),
  timing: Timing.optional(),
  /** Whether the timing is the task's own or that of its group ("các nội dung khác …"). */
  timedBy: z.enum(["task", "group"]).optional(),
  /** What is to come of it, as printed: "báo cáo", "kế hoạch". */
  outputs: z.array(Text).optional(),
});
export type Task = z.infer<typeof Task>;
