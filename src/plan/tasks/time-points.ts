/** Points that only tell when, by their label or by the heading above them. */
import type { Timing } from "../../model/timing.js";
import type { Point } from "../points/index.js";
import type { TimingContext } from "../timing/index.js";
import { readLabelledLine } from "./labels.js";
import { timesGroup } from "./time-group.js";
import { timeOfLabel, timeOfSentence } from "./times.js";

/** A point that only tells when, for all that stands beside it: "2. Thời gian: hoàn thành trước ngày 30/6/2026". */
export interface TimePoint {
  readonly point: Point;
  readonly timing: Timing;
  /** No label says that it is when; the heading above does. */
  readonly byHeading?: true;
}

/** Headings that tell when the work is done; not those of a period that is looked into. */
const ABOUT_TIME =
  /^thời (?:gian|hạn)(?: (?:thực hiện|tiến hành|hoàn thành|tổ chức|triển khai))?(?:(?:,| và) [^.;:]*)?$/iu;
/** A sentence about what has been. */
const DONE = /(?<!\p{L})(?:đã|vừa qua)(?!\p{L})/iu;

/** Whether a heading tells when the work below it is done. */
export const tellsWhen = (heading: string): boolean => ABOUT_TIME.test(heading.trim().replace(/[.:]$/u, ""));

/** The time of a point that its label gives. */
export function timePointOf(point: Point, context: TimingContext): TimePoint | undefined {
  const line = readLabelledLine(point.text);
  if (line?.kind !== "timing" || timesGroup(point, line)) return undefined;
  const { timing = timeOfSentence(line.value, context).timing } = timeOfLabel(line.value, context);
  return timing === undefined ? undefined : { point, timing };
}

/**
 * What stands below a heading about time and is neither a duty nor labelled: "II- THỜI GIAN / Trước ngày 30/6/2026".
 *
 * @param duties points that are duties
 */
export function timesBelow({ children }: Point, duties: ReadonlySet<Point>, context: TimingContext): TimePoint[] {
  return children.flatMap((child) => {
    if (child.block.kind === "table" || duties.has(child)) return [];
    const below = timesBelow(child, duties, context);
    if (readLabelledLine(child.text) !== undefined || DONE.test(child.text)) return below;
    const { timing } = timeOfSentence(child.text, context);
    return timing === undefined ? below : [...below, { point: child, timing, byHeading: true }];
  });
}
