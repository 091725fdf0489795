/** Whether a unit may still send, and until when: derived from the events of the period. Pure. */
import type { Day } from "../../organisation/register.js";
import type { OpenedPeriod, PeriodEvent } from "./periods.js";

/** `reopened` is open again after a lock. */
export interface Receiving {
  readonly state: "open" | "locked" | "reopened";
  /** Last day on which a return is on time: the period's, or of the last extension or re-opening. */
  readonly lastDay: Day;
  /** The event that gave the unit another last day. */
  readonly extension?: PeriodEvent;
  /** The lock or re-opening that made the state. */
  readonly since?: PeriodEvent;
}

/**
 * @param events of the period that concern the unit, oldest first
 */
export function receivingOf({ period }: OpenedPeriod, events: readonly PeriodEvent[]): Receiving {
  const since = events.findLast(({ kind }) => kind === "locked" || kind === "reopened");
  const extension = events.findLast(({ until }) => until !== undefined);
  return {
    state: since === undefined ? "open" : since.kind === "locked" ? "locked" : "reopened",
    lastDay: extension?.until ?? period.lastDay,
    ...(extension === undefined ? {} : { extension }),
    ...(since === undefined ? {} : { since }),
  };
}
