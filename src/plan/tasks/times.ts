/** The times of a duty, by its label or in its sentence. */
import type { Timing } from "../../model/timing.js";
import { findTimings, readTiming, type TimingContext, type TimingProblem } from "../timing/index.js";
import { findHabits } from "./habits.js";

/** What words of time gave. */
export interface Timed {
  readonly timing?: Timing;
  readonly problems: readonly TimingProblem[];
}

/** Whether a day follows from a timing: such a one in the sentence itself is kept, whatever the group's line says. */
export const isDated = ({ terms }: Timing): boolean =>
  terms.some(
    (term) => ["before", "by", "within"].includes(term.kind) || (term.kind === "recurring" && term.anchors.length > 0),
  );

const joinTimings = (timings: readonly Timing[]): Timing | undefined => {
  const [first, ...others] = timings;
  if (first === undefined || others.length === 0) return first;
  return { printed: timings.map(({ printed }) => printed).join("; "), terms: timings.flatMap(({ terms }) => terms) };
};

/** The time that a label gives: "- Thời gian: trước ngày 20/4/2026". */
export function timeOfLabel(time: string, context: TimingContext): Timed {
  const read = readTiming(time.replace(/\.$/u, ""), context);
  return "timing" in read ? { timing: read.timing, problems: [] } : { problems: [read.problem] };
}

/** The times that a sentence gives; habits ("thường xuyên") only where nothing recurs. */
export function timeOfSentence(text: string, context: TimingContext): Timed {
  const found = findTimings(text, context);
  const timings = found.flatMap((time) => time.timing ?? []);
  const recurs = timings.some(({ terms }) => terms.some(({ kind }) => kind === "recurring"));
  const timing = joinTimings(recurs ? timings : [...timings, ...findHabits(text)]);
  return { ...(timing === undefined ? {} : { timing }), problems: found.flatMap(({ problem }) => problem ?? []) };
}
