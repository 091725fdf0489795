/** Revisions as they stand in the ledger. */
import { z } from "zod";
import { type Connection, optional, query } from "./connection.js";
import type { Revision } from "./contract.js";
import { keptPath } from "./received-files.js";

const RevisionRow = z
  .object({
    id: z.number(),
    unit: z.string(),
    period: z.string(),
    number: z.number(),
    state: z.enum(["accepted", "explain", "correct", "refused"]),
    day: z.string(),
    basis: z.enum(["given", "file"]),
    sha256: z.string(),
    name: z.string(),
    size: z.number(),
    suffix: z.string(),
    paperNumber: optional(z.string()),
    paperDate: optional(z.string()),
    signer: optional(z.string()),
    signed: z.number().nullable(),
    formSet: optional(z.string()),
    version: optional(z.string()),
    outline: optional(z.number()),
    outlineHash: optional(z.string()),
    who: optional(z.string()),
    madeAt: z.string(),
    figuresHash: z.string(),
    findingsHash: z.string(),
    orderDay: z.string(),
  })
  .transform((row): Revision => {
    const { id, unit, period, number, state, day, basis, sha256, name, size, suffix } = row;
    const { who, madeAt, figuresHash, findingsHash, orderDay } = row;
    const { paperNumber, paperDate, signer, signed, formSet, version, outline, outlineHash } = row;
    return {
      ...{ id, unit, period, number, state, madeAt, figuresHash, findingsHash, orderDay },
      ...(who === undefined ? {} : { who }),
      received: { day, basis },
      file: { sha256, name, size, suffix, path: keptPath({ sha256, suffix }) },
      paper: {
        ...(paperNumber === undefined ? {} : { number: paperNumber }),
        ...(paperDate === undefined ? {} : { date: paperDate }),
        ...(signer === undefined ? {} : { signer }),
        signed: signed === 1,
      },
      ...(formSet === undefined || version === undefined || outline === undefined || outlineHash === undefined
        ? {}
        : { outline: { formSet, version, revision: outline, hash: outlineHash } }),
    };
  });

/**
 * Revisions follow each other by the day on which they came, and on one day as they were recorded: an older return that
 * could be read only later does not take the place of a newer one.
 */
const ORDER_DAY = "coalesce(r.order_day, r.received_day)";
const LAST_FIRST = `${ORDER_DAY} DESC, r.number DESC`;

const SELECT = `SELECT r.id, r.unit, r.period, r.number, r.state, r.received_day AS day, r.received_basis AS basis,
  r.file AS sha256, r.file_name AS name, f.size, f.suffix, p.number AS paperNumber, p.date AS paperDate, p.signer,
  p.signed, r.form_set AS formSet, r.form_set_version AS version, r.outline, r.outline_hash AS outlineHash,
  r.who,
  r.made_at AS madeAt, r.figures_hash AS figuresHash, r.findings_hash AS findingsHash, ${ORDER_DAY} AS orderDay
  FROM revisions r JOIN files f ON f.sha256 = r.file
  LEFT JOIN papers p ON p.id = (SELECT max(id) FROM papers WHERE revision = r.id)`;
const OF_UNIT = "r.period = :period AND r.unit = :unit";
/** Errors keep a return out of the totals; what is to be explained counts and is marked. */
export const COUNTS = "r.state IN ('accepted', 'explain')";

/** SQL for the ids of each unit's last revision in `:period` among those that hold a condition on `r`. */
export const lastOfEach = (condition: string): string =>
  `SELECT id FROM (SELECT r.id, row_number() OVER (PARTITION BY r.unit ORDER BY ${LAST_FIRST}) AS place
   FROM revisions r WHERE r.period = :period AND ${condition}) WHERE place = 1`;

const BY_ID = query(`${SELECT} WHERE r.id = :id`, ["id"], RevisionRow);
const HISTORY = query(`${SELECT} WHERE ${OF_UNIT} ORDER BY ${ORDER_DAY}, r.number`, ["period", "unit"], RevisionRow);
const LATEST = query(`${SELECT} WHERE ${OF_UNIT} ORDER BY ${LAST_FIRST} LIMIT 1`, ["period", "unit"], RevisionRow);
const COUNTED = query(
  `${SELECT} WHERE ${OF_UNIT} AND ${COUNTS} ORDER BY ${LAST_FIRST} LIMIT 1`,
  ["period", "unit"],
  RevisionRow,
);
const BEFORE = query(
  `${SELECT} WHERE ${OF_UNIT} AND r.state <> 'refused' AND (${ORDER_DAY}, r.number) < (:orderDay, :number)
   ORDER BY ${LAST_FIRST} LIMIT 1`,
  ["period", "unit", "orderDay", "number"],
  RevisionRow,
);
const SAME_FILE = query(
  `${SELECT} WHERE ${OF_UNIT} AND r.file = :file ORDER BY r.number DESC LIMIT 1`,
  ["period", "unit", "file"],
  RevisionRow,
);
const OF_FILE = query(`${SELECT} WHERE r.file = :file ORDER BY r.id`, ["file"], RevisionRow);
const SAME_FIGURES = query(
  `${SELECT} WHERE r.period = :period AND r.figures_hash = :hash AND r.unit <> :unit ORDER BY r.id`,
  ["period", "hash", "unit"],
  RevisionRow,
);
const SENT_ON = query(
  `SELECT min(r.received_day) AS day FROM revisions r WHERE ${OF_UNIT} AND r.state <> 'refused'
   AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.revision = r.id AND f.id = 'cycle/empty-return')`,
  ["period", "unit"],
  z.object({ day: optional(z.string()) }),
);
const HIGHEST = query(
  `SELECT coalesce(max(number), 0) AS number FROM revisions r WHERE ${OF_UNIT}`,
  ["period", "unit"],
  z.object({ number: z.number() }),
);
const ALL_LATEST = query(`${SELECT} WHERE r.id IN (${lastOfEach("TRUE")}) ORDER BY r.unit`, ["period"], RevisionRow);
const ALL_COUNTED = query(`${SELECT} WHERE r.id IN (${lastOfEach(COUNTS)}) ORDER BY r.unit`, ["period"], RevisionRow);
const BY_IDS = query(
  `${SELECT} WHERE r.id IN (SELECT value FROM json_each(:ids)) ORDER BY r.unit`,
  ["ids"],
  RevisionRow,
);

/** Revisions by their ids, in the order of units. */
export const revisionsOf = (connection: Connection, ids: readonly number[]) =>
  BY_IDS.all(connection, { ids: JSON.stringify(ids) });

/** A revision by its id. */
export const findRevision = (connection: Connection, id: number) => BY_ID.first(connection, { id });

/** All revisions of a unit in a period, oldest first, refused ones included. */
export const historyOf = (connection: Connection, unit: string, period: string) =>
  HISTORY.all(connection, { unit, period });

/** The last revision, whatever its state. */
export const latestOf = (connection: Connection, unit: string, period: string) =>
  LATEST.first(connection, { unit, period });

/** The last revision without errors: the one that totals use. */
export const countedOf = (connection: Connection, unit: string, period: string) =>
  COUNTED.first(connection, { unit, period });

/** The revision that another is compared with: the last before it that was not refused. */
export const previousOf = (
  connection: Connection,
  { unit, period, orderDay, number }: Pick<Revision, "unit" | "period" | "orderDay" | "number">,
) => BEFORE.first(connection, { unit, period, orderDay, number });

/**
 * The day of a unit's first valid sending, by which it is on time or late: a return that was not refused and in which
 * something was typed. What it had to correct afterwards does not make it late.
 */
export const sentOn = (connection: Connection, unit: string, period: string) =>
  SENT_ON.first(connection, { unit, period })?.day;

/** The highest number of a unit's revisions; 0 when it has none. */
export const highestNumber = (connection: Connection, unit: string, period: string) =>
  HIGHEST.first(connection, { unit, period })?.number ?? 0;

/** The last revision that a unit's file made in a period. */
export const sameFileOf = (connection: Connection, unit: string, period: string, file: string) =>
  SAME_FILE.first(connection, { unit, period, file });

/** All revisions that a file made, of any unit and period. */
export const revisionsOfFile = (connection: Connection, file: string) => OF_FILE.all(connection, { file });

/** Revisions of other units with exactly the same figures. */
export const sameFiguresOf = (connection: Connection, unit: string, period: string, hash: string) =>
  SAME_FIGURES.all(connection, { unit, period, hash });

/** The last revision of each unit. */
export const latestOfAll = (connection: Connection, period: string) => ALL_LATEST.all(connection, { period });

/** The counted revision of each unit that has one. */
export const countedOfAll = (connection: Connection, period: string) => ALL_COUNTED.all(connection, { period });
