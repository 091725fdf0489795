/** Why words of time are no timing. */
import type { Day } from "../../organisation/register.js";

/** What is wrong with words of time; nothing is ever put right silently. */
export type TimingProblemKind =
  /** 31/02/2026, quý V, tháng 13. */
  | "impossible"
  /** A span that ends before it begins. */
  | "reversed"
  /** "trong quý III", and nothing says of which year. */
  | "yearMissing"
  /** Words that are none of the forms of the grammar. */
  | "unreadable";

/** A timing that could not be read, with the words in question as they are printed. */
export interface TimingProblem {
  readonly kind: TimingProblemKind;
  readonly words: string;
}

/** What the words leave to their surroundings. */
export interface TimingContext {
  /** The plan's year: of days, months and quarters that name none. */
  readonly year?: number | undefined;
  /** The plan's day of signing, from which some times count. */
  readonly signed?: Day | undefined;
}

/** Carries a problem out of the calendar's reckoning; never leaves this folder. */
export class ProblemError extends Error {
  constructor(readonly kind: TimingProblemKind) {
    super(kind);
  }
}
