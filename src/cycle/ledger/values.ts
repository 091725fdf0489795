/** Values of revisions, each with its cell. */
import { z } from "zod";
import type { ReturnedValue } from "../returns.js";
import { type Connection, command, insertRows, optional, orNull, query, type SqlValue } from "./connection.js";
import { Measures } from "./contract.js";
import { sha256Of } from "./received-files.js";

const ValueRow = z
  .object({
    key: z.string(),
    measure: Measures,
    value: optional(z.number()),
    typed: optional(z.string()),
    sheet: z.string(),
    address: z.string(),
  })
  .transform(
    ({ key, measure, value, typed, sheet, address }): ReturnedValue => ({
      key,
      measure,
      ...(value === undefined ? {} : { value }),
      ...(typed === undefined ? {} : { typed }),
      cell: { sheet, address },
    }),
  );

const VALUES = query(
  `SELECT key, measure, value, typed, sheet, address FROM revision_values JOIN places ON places.id = place
   WHERE revision = :revision ORDER BY place`,
  ["revision"],
  ValueRow,
);
const PLACE = query(
  "SELECT id FROM places WHERE key = :key AND measure = :measure AND sheet = :sheet AND address = :address",
  ["key", "measure", "sheet", "address"],
  z.object({ id: z.number() }),
);
const INSERT_PLACE = command(
  "INSERT INTO places (key, measure, sheet, address) VALUES (:key, :measure, :sheet, :address)",
  ["key", "measure", "sheet", "address"],
);

/** Places remembered; more than any form set has, so that only workbooks with shifted cells reach it. */
const REMEMBERED = 50_000;

/** The ids of places, remembered between revisions. */
export interface Places {
  readonly idOf: (value: Pick<ReturnedValue, "key" | "measure" | "cell">) => number;
  /** After changes were undone. */
  readonly forget: () => void;
}

/** Looks places up, and writes those that are new. */
export function placesOf(connection: Connection): Places {
  const known = new Map<string, number>();
  return {
    idOf: ({ key, measure, cell }) => {
      const place = { key, measure, ...cell };
      const name = `${key}\n${measure}\n${cell.sheet}\n${cell.address}`;
      const remembered = known.get(name);
      if (remembered !== undefined) return remembered;
      const id = PLACE.first(connection, place)?.id ?? INSERT_PLACE(connection, place);
      if (known.size >= REMEMBERED) known.clear();
      known.set(name, id);
      return id;
    },
    forget: () => known.clear(),
  };
}

/** Values of a revision, in the order in which their places were first seen. */
export const listValues = (connection: Connection, revision: number): readonly ReturnedValue[] =>
  VALUES.all(connection, { revision });

/** Writes a revision's values; keys and measures are unique in it. */
export function insertValues(
  connection: Connection,
  places: Places,
  revision: number,
  values: readonly ReturnedValue[],
): void {
  const rows = values.map((value): SqlValue[] => [
    revision,
    places.idOf(value),
    orNull(value.value),
    orNull(value.typed),
  ]);
  insertRows(connection, "revision_values", rows);
}

/** `C02/actual`: what a figure is called inside a return. */
export const figureName = ({ key, measure }: Pick<ReturnedValue, "key" | "measure">): string => `${key}/${measure}`;

/** One value a figure, or two cells that say different things about one. */
export type UniqueValues =
  | { readonly values: readonly ReturnedValue[] }
  | { readonly conflict: readonly [ReturnedValue, ReturnedValue] };

/**
 * A figure may stand in several cells (C02 in two forms). The first that is filled is kept; totals would otherwise count
 * it twice.
 */
export function uniqueValues(values: readonly ReturnedValue[]): UniqueValues {
  const byName = new Map<string, ReturnedValue>();
  for (const value of values) {
    const name = figureName(value);
    const first = byName.get(name);
    if (first?.value !== undefined && value.value !== undefined && first.value !== value.value) {
      return { conflict: [first, value] };
    }
    if (first?.value === undefined && (first === undefined || value.value !== undefined)) byName.set(name, value);
  }
  return { values: [...byName.values()] };
}

/** Equal for two returns with the same figures, wherever they stand; blanks do not count. */
export function figuresHash(values: readonly ReturnedValue[]): string {
  const figures = values.flatMap((value) => (value.value === undefined ? [] : `${figureName(value)}=${value.value}`));
  return sha256Of(figures.sort().join("\n"));
}
