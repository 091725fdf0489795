/** Passages of a template about the plans that are followed and their tasks. */
import { lowerFirst } from "../sentences/index.js";
import {
  type FollowedPlan,
  type FollowedTask,
  sayReceived,
  sayStandings,
  sayState,
  sayTask,
  sayTasks,
  sayWhoAndWhen,
  type TaskListName,
  tasksIn,
} from "../tasks/index.js";
import type { PeriodTotals } from "../totals/index.js";
import type { HelperCall } from "./helper-call.js";
import type { Values } from "./values.js";

export class PlanPassages {
  /** Plans that a passage speaks of: all, or one of them. */
  #plans: readonly FollowedPlan[];
  readonly #elapsed: number;

  /** @param elapsed share of the year that has passed */
  constructor(
    readonly totals: PeriodTotals,
    readonly values: Values,
    plans: readonly FollowedPlan[],
    elapsed: number,
  ) {
    this.#plans = plans;
    this.#elapsed = elapsed;
  }

  /** What comes next lies in this year; at its end, in the next one. */
  tasksOf({ args }: HelperCall): readonly FollowedTask[] {
    const { year } = this.totals.period;
    const horizon = `${this.#elapsed < 1 ? year : year + 1}-12-31`;
    return tasksIn(
      (args[0] ?? "all") as TaskListName,
      this.#plans.flatMap(({ tasks }) => tasks),
      horizon,
    );
  }

  /** Without a list: how many tasks are in which state. */
  tasks(call: HelperCall): string {
    const tasks = this.tasksOf(call);
    return call.args.length === 0 ? sayStandings(tasks) : sayTasks(tasks);
  }

  eachTask(call: HelperCall): string {
    const { values } = this;
    return this.tasksOf(call)
      .map((followed) => {
        const task = {
          text: values.outside(sayTask(followed)),
          about: values.outside(sayWhoAndWhen(followed)),
          state: values.outside(lowerFirst(sayState(followed).join("; "))),
        };
        return call.fn({ ...call.context, task });
      })
      .join("");
  }

  eachPlan({ fn, context }: HelperCall): string {
    const outer = this.#plans;
    try {
      return outer
        .filter(({ tasks }) => tasks.length > 0)
        .map((plan) => {
          this.#plans = [plan];
          const followed = {
            name: this.values.outside(plan.name),
            received: this.values.outside(sayReceived(plan)),
          };
          return fn({ ...context, followed });
        })
        .join("");
    } finally {
      this.#plans = outer;
    }
  }
}
