/** What there is to say of a timing while the plan is still a draft. */
import type { Finding } from "../../findings/finding.js";
import { reportTiming } from "../../findings/messages/plan/timing.js";
import type { Timing, TimingTerm } from "../../model/timing.js";
import type { Day } from "../../organisation/register.js";
import { daysBetween, sayDay } from "../../periods/day.js";
import { yearOf } from "./calendar.js";
import { dueDays } from "./due.js";
import { printTiming } from "./print.js";
import type { TimingProblem } from "./problem.js";

/** Days that a body needs to do anything at all. */
export const LEAD_DAYS = 20;

/** What a timing is measured by. */
export interface TimingMeasure {
  /** The day on which the plan is signed; without it nothing is said of days before or soon after it. */
  readonly signed?: Day | undefined;
  /** A deadline sooner than so many days after signing is short. */
  readonly leadDays?: number;
  /** The last year that the plan is for, the year of signing unless told: what lies in the year after it is noted. */
  readonly lastYear?: number | undefined;
}

const EARLIEST: Day = "0001-01-01";
const LATEST: Day = "9999-12-31";

/** The words of one term among several as they are printed, whichever of two usual ways they are spelt; all where they are not told apart. */
function say(term: TimingTerm, printed: string): string {
  const canonical = printTiming({ terms: [term] });
  for (const words of [canonical, canonical.replace(/(?<=[Hh])ằng/u, "àng")]) {
    const at = printed.toLocaleLowerCase("vi").indexOf(words.toLocaleLowerCase("vi"));
    if (at !== -1) return printed.slice(at, at + words.length);
  }
  return printed;
}

/**
 * Judges a timing.
 *
 * @returns findings without a place, which the caller knows
 */
export function judgeTiming(timing: Timing, measure: TimingMeasure = {}): readonly Finding[] {
  const { printed, terms } = timing;
  const findings: Finding[] = [];
  const others = terms.some(({ kind }) => kind !== "unquantified");
  if (!others) findings.push(reportTiming("plan/timing-unquantified", { printed }));
  for (const term of terms) {
    if (term.kind === "recurring" && term.anchors.length === 0 && term.every !== "day") {
      findings.push(reportTiming("plan/timing-no-day", { printed: terms.length === 1 ? printed : say(term, printed) }));
    }
    findings.push(...judgeDays(term, terms.length === 1 ? printed : say(term, printed), measure));
  }
  return findings;
}

function judgeDays(term: TimingTerm, printed: string, measure: TimingMeasure): Finding[] {
  const { signed, leadDays = LEAD_DAYS } = measure;
  if (signed === undefined || term.kind === "recurring") return [];
  const lastYear = measure.lastYear ?? yearOf(signed);
  return dueDays({ terms: [term] }, EARLIEST, LATEST).flatMap(({ day, approximate }) => {
    const params = { printed, day: sayDay(day), signed: sayDay(signed), days: daysBetween(signed, day), leadDays };
    if (day < signed) return [reportTiming(approximate ? "plan/timing-perhaps-past" : "plan/timing-past", params)];
    if (params.days < leadDays) return [reportTiming("plan/timing-short", params)];
    return yearOf(day) === lastYear + 1
      ? [reportTiming("plan/timing-next-year", { printed, year: yearOf(day), lastYear })]
      : [];
  });
}

/** Words a finding about words of time that could not be read. */
export function judgeProblem({ kind, words }: TimingProblem): Finding {
  switch (kind) {
    case "impossible":
      return reportTiming("plan/timing-impossible", { words });
    case "reversed":
      return reportTiming("plan/timing-reversed", { words });
    case "yearMissing":
      return reportTiming("plan/timing-year-missing", { words });
    case "unreadable":
      return reportTiming("plan/timing-unreadable", { words });
  }
}
