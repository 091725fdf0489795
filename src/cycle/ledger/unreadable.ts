/** Returns that could not be read: their units have sent something, and a file is told of once. */
import { z } from "zod";
import type { Day } from "../../organisation/register.js";
import { type Connection, command, optional, orNull, query } from "./connection.js";
import type { LedgerContext } from "./context.js";
import type { Receipt } from "./contract.js";
import { change, done, type Outcome } from "./outcome.js";

/** A file that was meant to be a return and cannot be read. The file itself stays where it lies. */
export interface UnreadableFile {
  /** Id of an opened period. */
  readonly period: string;
  /** What tells it from other files: its hash, or name and size of one that is too large. */
  readonly file: string;
  readonly name: string;
  /** Whose it seems to be, by names alone. */
  readonly unit?: string;
  readonly received: Receipt;
  /** Why it cannot be read, in words. */
  readonly found: string;
}

/** One that was noted. */
export interface NotedUnreadable extends UnreadableFile {
  /** Time of noting, ISO in UTC. */
  readonly at: string;
}

const INSERT = command(
  `INSERT OR IGNORE INTO unreadable_files (period, file, file_name, unit, received_day, received_basis, found, at)
   VALUES (:period, :file, :name, :unit, :day, :basis, :found, :at)`,
  ["period", "file", "name", "unit", "day", "basis", "found", "at"],
);
const OF_PERIOD = query(
  `SELECT period, file, file_name AS name, unit, received_day AS day, received_basis AS basis, found, at
   FROM unreadable_files WHERE period = :period ORDER BY received_day, file_name, file`,
  ["period"],
  z
    .object({
      ...{ period: z.string(), file: z.string(), name: z.string(), unit: optional(z.string()), day: z.string() },
      ...{ basis: z.enum(["given", "file"]), found: z.string(), at: z.string() },
    })
    .transform(
      ({ unit, day, basis, ...rest }): NotedUnreadable => ({
        ...rest,
        ...(unit === undefined ? {} : { unit }),
        received: { day: day as Day, basis },
      }),
    ),
);

/** All that were noted in a period, in the order of receipt. */
export const listUnreadable = (connection: Connection, period: string): readonly NotedUnreadable[] =>
  OF_PERIOD.all(connection, { period });

/** Notes a file that could not be read; the same file again changes nothing. */
export function noteUnreadable(context: LedgerContext, input: UnreadableFile): Promise<Outcome> {
  const { period, file, name, unit, received, found } = input;
  return change(context, `${period}/${unit ?? name}`, () => {
    const { day, basis } = received;
    INSERT(context.connection, {
      ...{ period, file, name, day, basis, found },
      unit: orNull(unit),
      at: context.time(),
    });
    return done();
  });
}
