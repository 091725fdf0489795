/** When the duties of a plan are due: the words read, found in running text, printed, reckoned and judged. */
export {
  type Due,
  dueDays,
  nextDue,
  REMINDER_DAYS,
  type Recurrence,
  recurrenceOf,
  reminderDays,
} from "./due.js";
export { type FoundTiming, findTimings } from "./find.js";
export { judgeProblem, judgeTiming, LEAD_DAYS, type TimingMeasure } from "./judge.js";
export { printTiming, type TimingStyle } from "./print.js";
export type { TimingContext, TimingProblem, TimingProblemKind } from "./problem.js";
export { readTiming, type TimingReading } from "./read.js";
export { settleTiming } from "./settle.js";
