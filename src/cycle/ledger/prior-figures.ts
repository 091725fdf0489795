/** Figures that later periods rest on: opening stocks, same-period and half-year values, closings. */
import { balancesOf, balanceUnits } from "./balances.js";
import type { Connection } from "./connection.js";
import type { PriorFigures } from "./contract.js";
import { lockedRevision, lockedUnits } from "./locked-revisions.js";
import { findPeriod, listEvents } from "./periods.js";
import { receivingOf } from "./receiving.js";
import { findRevision } from "./revisions.js";
import { listValues } from "./values.js";

/** The kind of period whose closings the next year opens with (reporting §8.1). */
const YEAR = "nam";

/**
 * A unit's figures of a period as they were when it was locked; of a period never locked here, those loaded from files.
 *
 * @returns undefined where there is neither
 */
export function priorFigures(connection: Connection, unit: string, period: string): PriorFigures | undefined {
  const id = lockedRevision(connection, unit, period);
  const revision = id === undefined ? undefined : findRevision(connection, id);
  if (revision === undefined) {
    const figures = balancesOf(connection, unit, period);
    return figures.length === 0 ? undefined : { unit, period, reopened: false, figures };
  }
  const opened = findPeriod(connection, period);
  const receiving = opened && receivingOf(opened, listEvents(connection, period, unit));
  const { sha256, name } = revision.file;
  const figures = listValues(connection, revision.id).flatMap(({ key, measure, value, cell }) =>
    value === undefined ? [] : { key, measure, value, cell, file: { sha256, name } },
  );
  return { unit, period, revision, reopened: receiving?.state === "reopened", figures };
}

/**
 * The closings of a year, unit by unit: what the periods of the next year open with.
 *
 * @returns units in the order of their codes; read as they are asked for
 */
export function* closings(connection: Connection, year: number): Generator<PriorFigures> {
  const period = `${year}-${YEAR}`;
  const units = new Set([...lockedUnits(connection, period), ...balanceUnits(connection, period)]);
  for (const unit of [...units].sort()) {
    const figures = priorFigures(connection, unit, period);
    if (figures !== undefined) yield figures;
  }
}
