/** Periods, the outlines sent out in them, and what happened to them: opened, extended, re-opened, locked. */
import { z } from "zod";
import type { Day } from "../../organisation/register.js";
import type { Period } from "../../periods/period.js";
import { type Connection, command, optional, orNull, query } from "./connection.js";

/** The declaration of forms that a period uses. */
export interface FormSetUse {
  readonly id: string;
  readonly version: string;
  /** Of the declaration's text: an edit after its first use is noticed. */
  readonly hash?: string;
}

/** A period as it was opened. */
export interface OpenedPeriod {
  readonly period: Period;
  readonly formSet: FormSetUse;
  /** ISO in UTC. */
  readonly openedAt: string;
}

const PeriodRow = z
  .object({
    id: z.string(),
    kind: z.string(),
    year: z.number(),
    firstYear: z.number(),
    name: z.string(),
    opens: z.string(),
    windowFrom: z.string(),
    windowTo: z.string(),
    lastDay: z.string(),
    dueInWords: z.string(),
    formSet: z.string(),
    version: z.string(),
    hash: optional(z.string()),
    openedAt: z.string(),
  })
  .transform(
    ({ windowFrom, windowTo, formSet, version, hash, openedAt, ...rest }): OpenedPeriod => ({
      period: { ...rest, window: { from: windowFrom, to: windowTo } },
      formSet: { id: formSet, version, ...(hash === undefined ? {} : { hash }) },
      openedAt,
    }),
  );

const PERIOD_COLUMNS = `id, kind, year, first_year AS firstYear, name, opens, window_from AS windowFrom,
  window_to AS windowTo, last_day AS lastDay, due_in_words AS dueInWords, form_set AS formSet,
  form_set_version AS version, form_set_hash AS hash, opened_at AS openedAt`;

const PERIOD = query(`SELECT ${PERIOD_COLUMNS} FROM periods WHERE id = :id`, ["id"], PeriodRow);
const PERIODS = query(`SELECT ${PERIOD_COLUMNS} FROM periods ORDER BY window_to, id`, [], PeriodRow);

const USED_HASH = query(
  `SELECT form_set_hash AS hash, id FROM periods
   WHERE form_set = :formSet AND form_set_version = :version AND form_set_hash IS NOT NULL ORDER BY opened_at LIMIT 1`,
  ["formSet", "version"],
  z.object({ hash: z.string(), id: z.string() }),
);

const INSERT_PERIOD = command(
  `INSERT INTO periods VALUES (:id, :kind, :year, :firstYear, :name, :opens, :windowFrom, :windowTo, :lastDay,
   :dueInWords, :formSet, :version, :hash, :openedAt)`,
  [
    "id",
    "kind",
    "year",
    "firstYear",
    "name",
    "opens",
    "windowFrom",
    "windowTo",
    "lastDay",
    "dueInWords",
    "formSet",
    "version",
    "hash",
    "openedAt",
  ],
);

/** A period, or undefined when it was never opened. */
export const findPeriod = (connection: Connection, id: string): OpenedPeriod | undefined =>
  PERIOD.first(connection, { id });

/** All periods, in the order of their cut-offs. */
export const listPeriods = (connection: Connection): readonly OpenedPeriod[] => PERIODS.all(connection, {});

/** The hash under which a form set's version was used first, and in which period. */
export const firstUse = (connection: Connection, { id, version }: FormSetUse) =>
  USED_HASH.first(connection, { formSet: id, version });

/** Writes a period and the event of its opening. */
export function insertPeriod(connection: Connection, opened: OpenedPeriod, who: string): void {
  const { period, formSet, openedAt } = opened;
  const { window, id, kind, year, firstYear, name, opens, lastDay, dueInWords } = period;
  INSERT_PERIOD(connection, {
    ...{ id, kind, year, firstYear, name, opens, lastDay, dueInWords, openedAt },
    windowFrom: window.from,
    windowTo: window.to,
    formSet: formSet.id,
    version: formSet.version,
    hash: orNull(formSet.hash),
  });
  insertEvent(connection, { kind: "opened", period: id, reason: "", who, at: openedAt });
}

export type EventKind = "opened" | "extended" | "reopened" | "locked";

/** Something that happened to a period, or to one unit in it. */
export interface PeriodEvent {
  readonly id: number;
  readonly kind: EventKind;
  readonly period: string;
  /** Absent when it holds for all units. */
  readonly unit?: string;
  /** New last day, of an extension or a re-opening. */
  readonly until?: Day;
  readonly reason: string;
  readonly who: string;
  /** ISO in UTC. */
  readonly at: string;
}

const EventRow = z
  .object({
    id: z.number(),
    kind: z.enum(["opened", "extended", "reopened", "locked"]),
    period: z.string(),
    unit: optional(z.string()),
    until: optional(z.string()),
    reason: z.string(),
    who: z.string(),
    at: z.string(),
  })
  .transform(
    ({ unit, until, ...rest }): PeriodEvent => ({
      ...rest,
      ...(unit === undefined ? {} : { unit }),
      ...(until === undefined ? {} : { until }),
    }),
  );

const EVENTS = query("SELECT * FROM events WHERE period = :period ORDER BY id", ["period"], EventRow);
const EVENTS_OF_UNIT = query(
  "SELECT * FROM events WHERE period = :period AND (unit IS NULL OR unit = :unit) ORDER BY id",
  ["period", "unit"],
  EventRow,
);
const INSERT_EVENT = command(
  `INSERT INTO events (kind, period, unit, until, reason, who, at)
   VALUES (:kind, :period, :unit, :until, :reason, :who, :at)`,
  ["kind", "period", "unit", "until", "reason", "who", "at"],
);

/** What happened in a period, oldest first; with a unit, only what concerns it. */
export const listEvents = (connection: Connection, period: string, unit?: string): readonly PeriodEvent[] =>
  unit === undefined ? EVENTS.all(connection, { period }) : EVENTS_OF_UNIT.all(connection, { period, unit });

/** Writes an event and gives its id. */
export const insertEvent = (connection: Connection, event: Omit<PeriodEvent, "id">): number =>
  INSERT_EVENT(connection, { ...event, unit: orNull(event.unit), until: orNull(event.until) });
