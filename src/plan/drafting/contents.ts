/** What a plan's draft is made from: tasks and targets as an office lists them. */
import type { Task, TaskRole } from "../../model/task.js";
import type { Timing } from "../../model/timing.js";
import { bodiesWith, PART_NAMES, type Part } from "../outputs/bodies.js";
import { printTiming, readTiming, type TimingContext } from "../timing/index.js";

/** A task as listed: the time in words, whether they can be read or not. */
export interface ListedTask {
  readonly text: string;
  readonly roles: readonly TaskRole[];
  readonly time?: string;
  readonly outputs?: readonly string[];
}

export interface PlanContents {
  readonly tasks: readonly ListedTask[];
  /** Sentences. */
  readonly targets: readonly string[];
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** The words of a timing as printed; those that were gathered from a sentence and make no sense alone are said anew. */
function sayTime(timing: Timing): string {
  const printed = oneLine(timing.printed);
  const read = readTiming(printed.replace(/\.$/u, ""));
  return "timing" in read && JSON.stringify(read.timing?.terms) === JSON.stringify(timing.terms)
    ? printed
    : printTiming(timing);
}

/** A task of another plan as one to list. */
export const listedTask = ({ text, roles, timing, outputs }: Task): ListedTask => ({
  text: oneLine(text),
  roles,
  ...(timing === undefined ? {} : { time: sayTime(timing) }),
  ...(outputs === undefined ? {} : { outputs }),
});

const bodiesIn = (task: Pick<Task, "roles"> | ListedTask, part: Part): string =>
  JSON.stringify(bodiesWith({ roles: [...task.roles] }, part));

function sameTime(time: string | undefined, { timing }: Task, context: TimingContext): boolean {
  const read = time === undefined ? undefined : readTiming(time.replace(/\.$/u, ""), context);
  const wanted = read !== undefined && "timing" in read ? read.timing : undefined;
  return JSON.stringify([wanted?.terms, wanted?.condition]) === JSON.stringify([timing?.terms, timing?.condition]);
}

/** What of a listed task reads otherwise in the draft. */
export type Difference = "roles" | "time" | "missing";

/**
 * Compares what was listed with what is read out of the draft.
 *
 * @returns differences by place in the list, from 1
 */
export function differingTasks(
  listed: readonly ListedTask[],
  read: readonly Task[],
  context: TimingContext,
): readonly { readonly ordinal: number; readonly text: string; readonly what: Difference }[] {
  const left = [...read];
  return listed.flatMap((task, at) => {
    const own = left.findIndex(({ text }) => oneLine(text) === oneLine(task.text));
    const found = own === -1 ? undefined : left.splice(own, 1)[0];
    const what: Difference | undefined =
      found === undefined
        ? "missing"
        : PART_NAMES.some((part) => bodiesIn(task, part) !== bodiesIn(found, part))
          ? "roles"
          : sameTime(task.time, found, context)
            ? undefined
            : "time";
    return what === undefined ? [] : [{ ordinal: at + 1, text: task.text, what }];
  });
}
