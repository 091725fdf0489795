/** What became of the tasks of a plan: each with what its bodies reported last, and who has not reported. */
import type { TaskState } from "../../cycle/task-reports/index.js";
import type { Plan } from "../../model/plan.js";
import type { Task } from "../../model/task.js";
import type { TaskStatus } from "../../model/task-report.js";
import type { Day } from "../../organisation/index.js";
import { bodiesWith, bodyKey } from "../../plan/outputs/bodies.js";
import { tasksHash } from "../../plan/outputs/plan-identity.js";
import { sameText } from "../../plan/outputs/tracking-table.js";
import { dueDays } from "../../plan/timing/index.js";

/** How a task stands over all its bodies. `notReported`: one that carries it out has said nothing of it. */
export type TaskStanding = TaskStatus | "notReported";

/** From what asks for attention to what is done: a task stands as the first of its bodies' states in this order. */
export const STANDINGS = [
  "overdue",
  "notReported",
  "underWay",
  "notDue",
  "ongoing",
  "done",
] as const satisfies readonly TaskStanding[];

/** What a body said of a task; `overdue` also where it is open and its only day has passed. */
export interface BodyReport {
  readonly state: TaskState;
  readonly status: TaskStatus;
}

export interface FollowedTask {
  readonly task: Task;
  readonly standing: TaskStanding;
  /** The day by which it is to be done; absent of what recurs, goes on, or has no day. */
  readonly deadline?: Day;
  /** The day has passed, and nobody says that it was done. */
  readonly late: boolean;
  /** Who carries it out, as the plan prints them. */
  readonly bodies: readonly string[];
  readonly reports: readonly BodyReport[];
  /** Who of them has not reported. */
  readonly silent: readonly string[];
}

export interface FollowedPlan {
  /** "Kế hoạch số 06-KH/BCĐ, ngày 08/6/2026". */
  readonly name: string;
  readonly tasks: readonly FollowedTask[];
  /** Reports of tasks that the plan has no more. */
  readonly astray: number;
  /** Last day on which a tracking workbook was received; absent when none was. */
  readonly received?: Day;
}

const [EARLIEST, LATEST]: readonly [Day, Day] = ["1990-01-01", "2100-12-31"];
const ONCE: ReadonlySet<string> = new Set(["before", "by", "within"]);

/** The last day of what is done once. */
function deadlineOf({ timing }: Task): Day | undefined {
  if (timing === undefined || timing.terms.some(({ kind }) => !ONCE.has(kind))) return undefined;
  return dueDays(timing, EARLIEST, LATEST).at(-1)?.day;
}

/** Who must report: those that carry a task out; else those that advise, else those that direct. */
function reporting(task: Task): readonly string[] {
  const acting = [...new Set([...bodiesWith(task, "execute"), ...bodiesWith(task, "advise")])];
  return acting.length > 0 ? acting : bodiesWith(task, "direct");
}

/** Whether the last day of an open task has passed when it was reported, or when the period's figures closed. */
const isPast = (deadline: Day | undefined, day: Day): boolean => deadline !== undefined && deadline < day;

const OPEN: ReadonlySet<TaskStatus> = new Set(["notDue", "underWay"]);

/** States by the ids of the plan as it is now: a workbook of another version is read by its words. */
function statesOfTask(plan: Plan, states: ReadonlyMap<string, readonly TaskState[]>) {
  const version = tasksHash(plan.tasks);
  const byText = new Map<string, Task[]>();
  for (const task of plan.tasks) {
    const words = sameText(task.text);
    byText.set(words, [...(byText.get(words) ?? []), task]);
  }
  const found = new Map<string, TaskState[]>();
  let astray = 0;
  for (const state of [...states.values()].flat()) {
    const alike = byText.get(sameText(state.text)) ?? [];
    const same = alike.find(({ id }) => id === state.task) ?? (alike.length === 1 ? alike[0] : undefined);
    const id = state.workbook.tasks === version ? state.task : same?.id;
    if (id === undefined || !plan.tasks.some((task) => task.id === id)) astray += 1;
    else found.set(id, [...(found.get(id) ?? []), state]);
  }
  return { found, astray };
}

function follow(task: Task, states: readonly TaskState[], plan: Plan, cutOff: Day): FollowedTask {
  const deadline = deadlineOf(task);
  const bodies = reporting(task);
  const reports = states.map((state): BodyReport => {
    const day = state.workbook.received.day > cutOff ? state.workbook.received.day : cutOff;
    return { state, status: OPEN.has(state.status) && isPast(deadline, day) ? "overdue" : state.status };
  });
  // one workbook for all bodies speaks for all of them
  const forAll = states.some(({ body }) => body === undefined);
  const unitOf = (name: string): string | undefined =>
    plan.bodies.find((body) => bodyKey(body.name) === bodyKey(name))?.unit;
  const hasReported = (name: string): boolean =>
    states.some(
      ({ body, unit }) =>
        (body !== undefined && bodyKey(body) === bodyKey(name)) || (unit !== undefined && unit === unitOf(name)),
    );
  const silent = forAll ? [] : bodies.filter((name) => !hasReported(name));
  const all: readonly TaskStanding[] = [
    ...reports.map(({ status }) => status),
    ...(silent.length > 0 || reports.length === 0 ? (["notReported"] as const) : []),
  ];
  const standing = STANDINGS.find((each) => all.includes(each)) ?? "notReported";
  return {
    ...{ task, standing, bodies, reports, silent },
    late: standing !== "done" && isPast(deadline, cutOff),
    ...(deadline === undefined ? {} : { deadline }),
  };
}

/**
 * Follows a plan up.
 *
 * @param name as it stands in a sentence
 * @param states the last that each body said of each task, by id of the task
 * @param cutOff last day of the period that is reported on: what was due before it is late
 */
export function followPlan(
  name: string,
  plan: Plan,
  states: ReadonlyMap<string, readonly TaskState[]>,
  cutOff: Day,
): FollowedPlan {
  const { found, astray } = statesOfTask(plan, states);
  const received = [...states.values()].flat().reduce<Day | undefined>((last, { workbook }) => {
    return last === undefined || workbook.received.day > last ? workbook.received.day : last;
  }, undefined);
  return {
    name,
    tasks: plan.tasks.map((task) => follow(task, found.get(task.id) ?? [], plan, cutOff)),
    astray,
    ...(received === undefined ? {} : { received }),
  };
}
