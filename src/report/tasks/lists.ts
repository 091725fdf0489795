/** Lists of tasks that a report names. */
import type { Day } from "../../organisation/index.js";
import type { FollowedTask } from "./follow-plan.js";

/**
 * `late`: the day has passed and nobody says that it was done; `left`: neither done nor without an end; `next`: what is left
 * and has its day between the cut-off and the horizon; `unreported`: somebody who carries it out has said nothing.
 */
export const TASK_LISTS = ["all", "done", "late", "left", "next", "unreported"] as const;
export type TaskListName = (typeof TASK_LISTS)[number];

const isLeft = ({ standing }: FollowedTask): boolean => standing !== "done" && standing !== "ongoing";

/**
 * The tasks of a list, in the order of the plans.
 *
 * @param horizon last day of what comes next
 */
export function tasksIn(list: TaskListName, tasks: readonly FollowedTask[], horizon: Day): readonly FollowedTask[] {
  const fits: { readonly [L in TaskListName]: (task: FollowedTask) => boolean } = {
    all: () => true,
    done: ({ standing }) => standing === "done",
    late: ({ late }) => late,
    left: isLeft,
    next: (task) => isLeft(task) && !task.late && task.deadline !== undefined && task.deadline <= horizon,
    unreported: ({ standing }) => standing === "notReported",
  };
  return tasks.filter(fits[list]);
}
