/** Tasks as they leave the reader, each with an id of its own. */
import type { Task } from "../../model/task.js";
import type { Point } from "../points/index.js";
import { settleTiming, type TimingContext, type TimingProblem } from "../timing/index.js";
import type { TaskDraft } from "./task-draft.js";

/** A task with the point of the document that it was read from. */
export interface ReadTask {
  readonly task: Task;
  readonly point: Point;
  /** Why times that it states cannot be read. */
  readonly timingProblems: readonly TimingProblem[];
}

/** Gives each task an id of its own. */
export function nameTasks(drafts: readonly TaskDraft[], { signed }: TimingContext): ReadTask[] {
  const seen = new Map<string, number>();
  return drafts.map(({ point, problems, outputs, roles, timing: printed, ...draft }) => {
    const count = (seen.get(draft.reference) ?? 0) + 1;
    seen.set(draft.reference, count);
    const id = count === 1 ? draft.reference : `${draft.reference}#${count}`;
    const timing = printed === undefined || signed === undefined ? printed : settleTiming(printed, signed);
    const task: Task = {
      id,
      ...draft,
      roles: [...roles],
      ...(timing === undefined ? {} : { timing }),
      ...(outputs.length === 0 ? {} : { outputs: [...outputs] }),
    };
    return { task, point, timingProblems: problems };
  });
}
