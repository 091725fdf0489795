/** Lines that time whole groups, and the tasks that they time. */
import { above, type Point, pointsOf } from "../points/index.js";
import type { TimingContext } from "../timing/index.js";
import { readDuty } from "./duty.js";
import { type GroupTimingClause, readGroupTiming } from "./group-timing.js";
import type { LabelledLine } from "./labels.js";
import { findOutputs } from "./outputs.js";
import { rolesOfSentence } from "./roles.js";
import type { TaskDraft } from "./task-draft.js";
import { isDated } from "./times.js";

/** A line that times a group, and the numbers in it that name no point of the group. */
export interface GroupLine {
  readonly point: Point;
  readonly clauses: readonly GroupTimingClause[];
  readonly unknown: readonly string[];
  /** Ids of tasks of the group that it says nothing of and that have no time of their own. */
  readonly untimed: readonly string[];
}

/** A star line speaks of its group, and so does any line that names points or "các nội dung khác". */
export const timesGroup = (child: Point, { kind, value }: LabelledLine): boolean =>
  kind === "timing" &&
  (child.mark?.form === "star" || readGroupTiming(value).some(({ points, others }) => points.length > 0 || others));

/** The group that a line times: the nearest point above it that has the points it names. */
export function groupOf({ value }: LabelledLine, point: Point, context: TimingContext): Point {
  const named = readGroupTiming(value, context).flatMap(({ points }) => points);
  const has = (group: Point): boolean =>
    [...pointsOf(group.children)].some(
      ({ mark, reference }) => mark !== undefined && named.includes(reference.split("/").at(-1) ?? ""),
    );
  return [point, ...above(point)].find(has) ?? point;
}

const isIn = (point: Point, group: Point): boolean => point === group || [...above(point)].includes(group);

/** Gives the tasks of a group the times of its line. */
export function timeGroup(
  drafts: TaskDraft[],
  point: Point,
  { value }: LabelledLine,
  group: Point,
  context: TimingContext,
): GroupLine {
  const clauses = readGroupTiming(value, context);
  const known = new Set<string>();
  for (const [at, draft] of drafts.entries()) {
    if (!isIn(draft.point, group)) continue;
    const below = draft.reference.slice(group.reference.length).split("/");
    const named = clauses.find(({ points }) => points.some((number) => below.includes(number)));
    for (const number of below) known.add(number);
    const timing = (named ?? clauses.find(({ others }) => others) ?? clauses.find(({ points }) => points.length === 0))
      ?.timing;
    const own = draft.problems.length > 0 || (draft.timing !== undefined && isDated(draft.timing));
    if (timing === undefined || (named === undefined && own)) continue;
    drafts[at] = { ...draft, timing, timedBy: "group" };
  }
  const unknown = clauses.flatMap(({ points }) => points).filter((number) => !known.has(number));
  const untimed = drafts
    .filter((draft) => isIn(draft.point, group) && draft.timing === undefined && draft.problems.length === 0)
    .map(({ reference }) => reference);
  for (const clause of clauses.filter(({ duty }) => duty)) drafts.push(draftOf(point, clause));
  return { point, clauses, unknown, untimed };
}

function draftOf(point: Point, { printed, timing }: GroupTimingClause): TaskDraft {
  const duty = readDuty(printed);
  return {
    point,
    text: printed,
    reference: point.reference,
    roles: rolesOfSentence(printed, duty?.bodies ?? []),
    ...(timing === undefined ? {} : { timing, timedBy: "task" as const }),
    problems: [],
    outputs: findOutputs(printed),
  };
}
