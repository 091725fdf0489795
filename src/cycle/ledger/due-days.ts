/** Last days of units whose level is due on another day than the period: each as its outline said it. */
import { z } from "zod";
import type { Day } from "../../organisation/register.js";
import { type Connection, command, query } from "./connection.js";
import type { OpenedPeriod } from "./periods.js";

/** When a unit's return is due. */
export interface DueDay {
  readonly lastDay: Day;
  /** "chậm nhất ngày 30/9/2028". */
  readonly dueInWords: string;
}

const DueRow = z.object({ unit: z.string(), lastDay: z.string(), dueInWords: z.string() });

/** Of each unit the row that was written last. */
const OF_PERIOD = query(
  `SELECT unit, last_day AS lastDay, due_in_words AS dueInWords FROM due_days
   WHERE id IN (SELECT max(id) FROM due_days WHERE period = :period GROUP BY unit)`,
  ["period"],
  DueRow,
);
const OF_UNIT = query(
  `SELECT unit, last_day AS lastDay, due_in_words AS dueInWords FROM due_days
   WHERE period = :period AND unit = :unit ORDER BY id DESC LIMIT 1`,
  ["period", "unit"],
  DueRow,
);
const INSERT = command(
  "INSERT INTO due_days (period, unit, last_day, due_in_words, at) VALUES (:period, :unit, :lastDay, :dueInWords, :at)",
  ["period", "unit", "lastDay", "dueInWords", "at"],
);

/** The period with a unit's own due day. */
const withDue = (opened: OpenedPeriod, due: DueDay | undefined): OpenedPeriod =>
  due === undefined
    ? opened
    : { ...opened, period: { ...opened.period, lastDay: due.lastDay, dueInWords: due.dueInWords } };

/** The period as it is due for a unit; without a unit as it is for all. */
export function dueFor(connection: Connection, opened: OpenedPeriod, unit: string | undefined): OpenedPeriod {
  if (unit === undefined) return opened;
  return withDue(opened, OF_UNIT.first(connection, { period: opened.period.id, unit }));
}

/** The same for all units of a period. */
export function duesOf(connection: Connection, opened: OpenedPeriod): (unit: string) => OpenedPeriod {
  const dues = new Map(OF_PERIOD.all(connection, { period: opened.period.id }).map((row) => [row.unit, row]));
  return (unit) => withDue(opened, dues.get(unit));
}

/** Writes a unit's due day where it is not known yet. */
export function insertDue(connection: Connection, opened: OpenedPeriod, unit: string, due: DueDay, at: string): void {
  const { period } = dueFor(connection, opened, unit);
  if (period.lastDay === due.lastDay && period.dueInWords === due.dueInWords) return;
  const { lastDay, dueInWords } = due;
  INSERT(connection, { period: period.id, unit, lastDay, dueInWords, at });
}
