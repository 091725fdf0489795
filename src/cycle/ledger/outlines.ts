/** The outline workbooks that were sent out: which revision each unit got, with which hash. */
import { z } from "zod";
import { type Connection, command, query } from "./connection.js";
import type { DueDay } from "./due-days.js";

/** An outline workbook as it was made for a unit. */
export interface OutlineIssue {
  readonly unit: string;
  /** From 1; a workbook made anew, say after a re-opening, is a further one. */
  readonly revision: number;
  /** Over stamp and prefilled cells. */
  readonly hash: string;
  /** When it says that the return is due, by the unit's level; absent where that is not said anew. */
  readonly due?: DueDay;
}

const IssueRow = z.object({ unit: z.string(), revision: z.number(), hash: z.string(), madeAt: z.string() });

const COLUMNS = "SELECT unit, revision, hash, made_at AS madeAt FROM outlines";
const OF_UNIT = query(
  `${COLUMNS} WHERE period = :period AND unit = :unit ORDER BY revision`,
  ["period", "unit"],
  IssueRow,
);
const OF_PERIOD = query(`${COLUMNS} WHERE period = :period ORDER BY unit, revision`, ["period"], IssueRow);
const INSERT = command("INSERT INTO outlines VALUES (:period, :unit, :revision, :hash, :madeAt)", [
  "period",
  "unit",
  "revision",
  "hash",
  "madeAt",
]);

/** Outlines of a period, or of one unit in it, oldest first. */
export const listOutlines = (connection: Connection, period: string, unit?: string) =>
  unit === undefined ? OF_PERIOD.all(connection, { period }) : OF_UNIT.all(connection, { period, unit });

/** Writes that an outline was made. */
export function insertOutline(connection: Connection, period: string, issue: OutlineIssue, madeAt: string): void {
  const { unit, revision, hash } = issue;
  INSERT(connection, { period, unit, revision, hash, madeAt });
}
