/** Extending, re-opening and locking: each an event with its reason. */

import type { Finding } from "../../findings/finding.js";
import { reportLedger } from "../../findings/messages/ledger.js";
import type { Day } from "../../organisation/register.js";
import { sayDay } from "../../periods/day.js";
import { readDay } from "../../workspace/day.js";
import type { LedgerContext } from "./context.js";
import { dueFor } from "./due-days.js";
import { freezeCounted } from "./locked-revisions.js";
import { change, done, type Outcome, refused } from "./outcome.js";
import { findPeriod, insertEvent, listEvents, type OpenedPeriod, type PeriodEvent } from "./periods.js";
import { type Receiving, receivingOf } from "./receiving.js";

interface Request {
  /** Id of the period. */
  readonly period: string;
  readonly reason: string;
  /** Who decided it. */
  readonly who: string;
}

/** More time for a unit, or for all. */
export interface ExtensionRequest extends Request {
  readonly unit?: string;
  /** New last day. */
  readonly until: Day;
}

/** A unit may send again after the lock. */
export interface ReopeningRequest extends Request {
  readonly unit: string;
  /** New last day; the old one holds when absent. */
  readonly until?: Day;
}

/** No more returns: of the period, or again of a unit that was re-opened. */
export interface LockRequest extends Omit<Request, "reason"> {
  readonly unit?: string;
  readonly reason?: string;
}

type EventDraft = Pick<PeriodEvent, "kind" | "unit" | "until" | "reason">;

/** What stands against an event. */
type Objection = (opened: OpenedPeriod, receiving: Receiving, events: readonly PeriodEvent[]) => Outcome | undefined;

const isDay = (day: Day): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(day) && readDay(day) !== undefined;

function enter(
  context: LedgerContext,
  request: Request,
  draft: EventDraft,
  objection: Objection,
  also: (event: number) => void = () => {},
): Promise<Outcome> {
  const { connection, file, time } = context;
  const { period, who } = request;
  return change(context, period, () => {
    const opened = findPeriod(connection, period);
    if (opened === undefined) return refused(reportLedger("ledger/period-not-opened", { period }, { file }));
    if (draft.until !== undefined && !isDay(draft.until)) {
      return refused(reportLedger("ledger/bad-day", { day: draft.until }, { file }));
    }
    const events = listEvents(connection, period, draft.unit);
    const own = draft.unit === undefined ? events.filter(({ unit }) => unit === undefined) : events;
    const against = objection(opened, receivingOf(dueFor(connection, opened, draft.unit), own), events);
    if (against !== undefined) return against;
    also(insertEvent(connection, { ...draft, period, who, at: time() }));
    return done();
  });
}

const noReason = (reason: string, file: string): Finding | undefined =>
  reason.trim() === "" ? reportLedger("ledger/no-reason", {}, { file }) : undefined;

/** Gives more time: to a unit, or to all. */
export async function extend(context: LedgerContext, request: ExtensionRequest): Promise<Outcome> {
  const { file } = context;
  const { unit, until, reason } = request;
  const missing = noReason(reason, file);
  if (missing !== undefined) return refused(missing);
  const draft = { kind: "extended", until, reason: reason.trim(), ...(unit === undefined ? {} : { unit }) } as const;
  return enter(context, request, draft, ({ period }, { state, lastDay }) => {
    if (state === "locked") {
      return refused(reportLedger("ledger/extend-locked", { period: period.id, name: period.name, unit }, { file }));
    }
    if (until > lastDay) return undefined;
    const days = { day: sayDay(until), lastDay: sayDay(lastDay) };
    return refused(reportLedger("ledger/day-not-later", days, { file }));
  });
}

/** Lets a unit send again although the period is locked. */
export async function reopen(context: LedgerContext, request: ReopeningRequest): Promise<Outcome> {
  const { file } = context;
  const { unit, until, reason } = request;
  const missing = noReason(reason, file);
  if (missing !== undefined) return refused(missing);
  const draft = { kind: "reopened", unit, reason: reason.trim(), ...(until === undefined ? {} : { until }) } as const;
  return enter(context, request, draft, ({ period }, { state }) => {
    if (state === "locked") return undefined;
    return refused(reportLedger("ledger/reopen-open", { unit, name: period.name }, { file }));
  });
}

/** Freezes a period, or a unit that was re-opened; what counts at this moment are the locked figures. */
export async function lock(context: LedgerContext, request: LockRequest): Promise<Outcome> {
  const { connection, file } = context;
  const { period, unit, reason = "" } = request;
  const draft = { kind: "locked", reason: reason.trim(), ...(unit === undefined ? {} : { unit }) } as const;
  const objection: Objection = (opened, receiving, events) => {
    const reopened = unit === undefined ? events.findLast((event) => event.kind === "reopened")?.id : undefined;
    const since = receiving.since?.id ?? 0;
    if (receiving.state !== "locked" || (reopened !== undefined && reopened > since)) return undefined;
    return done(reportLedger("ledger/locked-already", { name: opened.period.name }, { file }));
  };
  return enter(context, { ...request, reason }, draft, objection, (event) => {
    freezeCounted(connection, event, period, unit);
  });
}
