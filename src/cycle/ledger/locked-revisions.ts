/** What counted for each unit when a period was locked. */
import { z } from "zod";
import { type Connection, command, query } from "./connection.js";
import { COUNTS, lastOfEach } from "./revisions.js";

const LOCK_UNIT = command(
  `INSERT INTO locked_revisions SELECT :event, r.unit, r.id FROM revisions r
   WHERE r.unit = :unit AND r.id IN (${lastOfEach(COUNTS)})`,
  ["event", "period", "unit"],
);
const LOCK_ALL = command(
  `INSERT INTO locked_revisions SELECT :event, r.unit, r.id FROM revisions r WHERE r.id IN (${lastOfEach(COUNTS)})`,
  ["event", "period"],
);

/** Notes what counts now, under the event of the lock: of one unit, or of all. */
export function freezeCounted(connection: Connection, event: number, period: string, unit?: string): void {
  if (unit === undefined) LOCK_ALL(connection, { event, period });
  else LOCK_UNIT(connection, { event, period, unit });
}

const LOCKED_REVISION = query(
  `SELECT l.revision FROM locked_revisions l JOIN events e ON e.id = l.event
   WHERE l.unit = :unit AND e.period = :period ORDER BY l.event DESC LIMIT 1`,
  ["unit", "period"],
  z.object({ revision: z.number() }),
);
const LOCKED_UNITS = query(
  `SELECT DISTINCT l.unit FROM events e JOIN locked_revisions l ON l.event = e.id WHERE e.period = :period ORDER BY l.unit`,
  ["period"],
  z.object({ unit: z.string() }),
);

/** Id of the revision that counted for a unit when the period was locked last. */
export const lockedRevision = (connection: Connection, unit: string, period: string): number | undefined =>
  LOCKED_REVISION.first(connection, { unit, period })?.revision;

const LOCKED_REVISIONS = query(
  `SELECT l.unit, l.revision FROM locked_revisions l JOIN events e ON e.id = l.event
   WHERE e.period = :period ORDER BY l.event`,
  ["period"],
  z.object({ unit: z.string(), revision: z.number() }),
);

/** Ids of the revisions that counted when a period was locked last, by unit. */
export const lockedRevisions = (connection: Connection, period: string): ReadonlyMap<string, number> =>
  new Map(LOCKED_REVISIONS.all(connection, { period }).map(({ unit, revision }) => [unit, revision]));

/** Units with locked figures in a period. */
export const lockedUnits = (connection: Connection, period: string): readonly string[] =>
  LOCKED_UNITS.all(connection, { period }).map(({ unit }) => unit);
