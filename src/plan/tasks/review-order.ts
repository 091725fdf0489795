/** The deadlines of a review: base before district, before the file is sent, before province (seeds: sơ kết from below). */
import type { Finding, Place } from "../../findings/finding.js";
import { reportTasks } from "../../findings/messages/plan/tasks.js";
import { foldInPlace } from "../../norms/tone.js";
import { dueDays } from "../timing/index.js";
import type { ReadTask } from "./name-tasks.js";

interface Level {
  readonly order: number;
  /** Folded names of bodies at this level; the first level that fits counts. */
  readonly bodies: RegExp;
}

const LEVELS: readonly Level[] = [
  { order: 3, bodies: /^(?:cấp tỉnh|ban thường vụ tỉnh ủy|tỉnh ủy)/u },
  { order: 0, bodies: /cấp cơ sở|(?<!trực thuộc.*)(?:chi bộ|đảng bộ cơ sở|tổ chức cơ sở đảng)/u },
  { order: 1, bodies: /cấp huyện|cấp xã|huyện ủy|đảng ủy|cấp ủy trực thuộc|trực thuộc|xã, phường/u },
];

const REVIEW = /sơ kết|tổng kết/u;
const FILE = /báo cáo (?:sơ kết|tổng kết|kết quả)?[^.]*(?:gửi|về)|gửi[^.]*báo cáo/u;
const WINDOW = ["1900-01-01", "2999-12-31"] as const;

interface ReviewStep {
  readonly order: number;
  readonly id: string;
  readonly printed: string;
  readonly day: string;
  readonly place: Place | undefined;
}

function readStep({ task, point }: ReadTask, placeOf: (part: object) => Place | undefined): ReviewStep[] {
  const text = foldInPlace(task.text);
  if (!REVIEW.test(text) && !FILE.test(text)) return [];
  // what recurs has more than one day, and to reckon them all would take long
  const terms = task.timing?.terms ?? [];
  if (terms.some((term) => term.kind === "recurring" && term.every !== "day")) return [];
  const days = task.timing === undefined ? [] : dueDays(task.timing, ...WINDOW);
  const last = days.at(-1);
  if (last === undefined || days.length > 1) return [];
  const names = task.roles.filter(({ role }) => role === "execute").flatMap(({ bodies }) => bodies.map(foldInPlace));
  const level = LEVELS.find(({ bodies }) => names.some((name) => bodies.test(name)))?.order;
  if (level === undefined) return [];
  const order = level < 3 && FILE.test(text) ? 2 : level;
  return [{ order, id: task.id, printed: task.timing?.printed ?? "", day: last.day, place: placeOf(point.block) }];
}

/** Reviews whose deadline does not follow those of the level below. */
export function judgeReviewOrder(
  tasks: readonly ReadTask[],
  places: { of(part: object): Place | undefined },
): Finding[] {
  if (!tasks.some(({ task }) => REVIEW.test(foldInPlace(task.text)))) return [];
  const steps = tasks.flatMap((read) => readStep(read, (part) => places.of(part)));
  return steps.flatMap((step) => {
    const late = steps.find((other) => other.order < step.order && other.day >= step.day);
    if (late === undefined) return [];
    const params = { first: late.id, firstDue: late.printed, second: step.id, secondDue: step.printed };
    return [reportTasks("plan/review-order", params, step.place)];
  });
}
