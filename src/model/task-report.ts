import { z } from "zod";
import { Line, Text } from "./text.js";

/** How far a task is: not due yet, under way, done, overdue, or without an end (thường xuyên). */
export const TaskStatus = z.enum(["notDue", "underWay", "done", "overdue", "ongoing"]);
export type TaskStatus = z.infer<typeof TaskStatus>;

/** What a body reports of one task of a plan. */
export const TaskReport = z.object({
  /** Id of the task. */
  task: Line,
  status: TaskStatus,
  /** ISO. */
  completedOn: z.iso.date().optional(),
  result: Text.optional(),
  /** What hinders it, and whatever else was noted. */
  note: Text.optional(),
});
export type TaskReport = z.infer<typeof TaskReport>;
