import type { Finding } from "../findings/finding.js";
import { reportPeriod } from "../findings/messages/period.js";
import type { Day } from "../organisation/register.js";
import { sayDue } from "./anchor.js";
import { daysBetween, sayDay } from "./day.js";
import type { Period } from "./period.js";

/** Where a day stands in a period: it may not be sent yet, it is on time, it is late. */
export type Phase = "notOpen" | "open" | "late";

/**
 * The period as it stands for a unit whose time was extended.
 *
 * @param day last day on which its return is on time; a day before the period's own changes nothing
 */
export function extend(period: Period, day: Day): Period {
  return day <= period.lastDay ? period : { ...period, lastDay: day, dueInWords: sayDue(day, "on") };
}

/** What speaks against an extension: a day that is not after the day on which returns are due anyway. */
export function checkExtension(period: Period, day: Day): readonly Finding[] {
  if (day > period.lastDay) return [];
  return [
    reportPeriod("period/no-extension", { day: sayDay(day), lastDay: sayDay(period.lastDay), name: period.name }),
  ];
}

/**
 * Whole days by which a return is late.
 *
 * @param period of the unit, its extension applied
 * @returns 0 when it is on time
 */
export function daysLate(period: Period, received: Day): number {
  return Math.max(0, daysBetween(period.lastDay, received));
}

/** Where a day stands in the period. */
export function phaseOn(period: Period, day: Day): Phase {
  if (day < period.opens) return "notOpen";
  return day <= period.lastDay ? "open" : "late";
}
