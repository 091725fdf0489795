/**
 * The figures of all units of a period at once, as totals and comparisons need them: read a unit a row instead of a value
 * a row, some twenty times faster for thousands of units.
 */
import { z } from "zod";
import type { Measure, ValueKey } from "../../forms/form-set.js";
import type { CellPlace } from "../returns.js";
import { balancesOf, balanceUnits } from "./balances.js";
import { type Connection, query } from "./connection.js";
import { Measures, type Revision } from "./contract.js";
import { lockedRevisions } from "./locked-revisions.js";
import { findPeriod, listEvents } from "./periods.js";
import { receivingOf } from "./receiving.js";
import { countedOfAll, revisionsOf } from "./revisions.js";

/** Which revision of a unit is read: the one that counts now, or the one that counted when the period was locked. */
export type FigureBasis = "counted" | "locked";

/** Where a figure stands. */
export interface FigurePlace {
  readonly key: ValueKey;
  readonly measure: Measure;
  readonly cell: CellPlace;
}

/** The figures of one unit. */
export interface UnitFigureRow {
  readonly unit: string;
  /** Absent for figures out of a file of opening figures. */
  readonly revision?: Revision;
  readonly file: { readonly sha256: string; readonly name: string };
  /** Locked and not re-opened, or loaded from a file: it does not change any more. */
  readonly settled: boolean;
  /** Where its figures stand, and beside them their values: two lists, since there may be a million of them. */
  readonly places: readonly FigurePlace[];
  readonly values: readonly number[];
}

const PLACES = query(
  "SELECT id, key, measure, sheet, address FROM places",
  [],
  z
    .object({ id: z.number(), key: z.string(), measure: Measures, sheet: z.string(), address: z.string() })
    .transform(({ id, key, measure, sheet, address }) => ({ id, place: { key, measure, cell: { sheet, address } } })),
);

/** 17 digits say a double exactly; whole numbers, which nearly all are, need none of that. */
const EXACT = "CASE WHEN value = CAST(value AS INTEGER) THEN CAST(value AS INTEGER) ELSE format('%!.17g', value) END";

/** What SQL has joined by commas. */
const NumberList = z.string().transform((text) => JSON.parse(`[${text}]`) as number[]);

const ROWS = query(
  `SELECT revision, group_concat(place) AS places, group_concat(${EXACT}) AS figures FROM revision_values
   WHERE value IS NOT NULL AND revision IN (SELECT value FROM json_each(:revisions)) GROUP BY revision`,
  ["revisions"],
  z.object({ revision: z.number(), places: NumberList, figures: NumberList }),
);

function* rowsOf(connection: Connection, revisions: readonly Revision[], settled: (unit: string) => boolean) {
  const places = new Map(PLACES.all(connection, {}).map(({ id, place }) => [id, place]));
  const placeOf = (id: number): FigurePlace => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`place ${id} is not in the ledger`);
    return place;
  };
  const ids = JSON.stringify(revisions.map(({ id }) => id));
  const rows = new Map(ROWS.all(connection, { revisions: ids }).map((row) => [row.revision, row]));
  for (const revision of revisions) {
    const row = rows.get(revision.id);
    const { sha256, name } = revision.file;
    yield {
      unit: revision.unit,
      revision,
      file: { sha256, name },
      settled: settled(revision.unit),
      places: row?.places.map(placeOf) ?? [],
      values: row?.figures ?? [],
    };
  }
}

function* loadedRows(connection: Connection, period: string, without: ReadonlySet<string>): Generator<UnitFigureRow> {
  for (const unit of balanceUnits(connection, period)) {
    if (without.has(unit)) continue;
    const rows = new Map<string, { file: UnitFigureRow["file"]; places: FigurePlace[]; values: number[] }>();
    for (const { key, measure, value, cell, file } of balancesOf(connection, unit, period)) {
      const row = rows.get(file.sha256) ?? { file, places: [], values: [] };
      rows.set(file.sha256, row);
      row.places.push({ key, measure, cell });
      row.values.push(value);
    }
    for (const row of rows.values()) yield { unit, settled: true, ...row };
  }
}

/**
 * The figures of a period, unit by unit, in no particular order; a unit with opening figures out of several files comes
 * once for each.
 *
 * @param basis `counted`: what counts now. `locked`: what earlier periods are compared with – the locked revision, else
 * opening figures loaded from files, else what counts now
 */
export function* periodFigures(connection: Connection, period: string, basis: FigureBasis): Generator<UnitFigureRow> {
  const opened = findPeriod(connection, period);
  const counted = countedOfAll(connection, period);
  if (basis === "counted") {
    yield* rowsOf(connection, counted, () => false);
    return;
  }
  const locked = revisionsOf(connection, [...lockedRevisions(connection, period).values()]);
  const lockedCodes = new Set(locked.map(({ unit }) => unit));
  const events = opened === undefined ? [] : listEvents(connection, period);
  const isSettled = (unit: string): boolean => {
    if (opened === undefined) return true;
    const own = events.filter((event) => event.unit === undefined || event.unit === unit);
    return receivingOf(opened, own).state !== "reopened";
  };
  yield* rowsOf(connection, locked, isSettled);
  const loaded = new Set<string>();
  for (const row of loadedRows(connection, period, lockedCodes)) {
    loaded.add(row.unit);
    yield row;
  }
  const rest = counted.filter(({ unit }) => !lockedCodes.has(unit) && !loaded.has(unit));
  yield* rowsOf(connection, rest, () => false);
}
