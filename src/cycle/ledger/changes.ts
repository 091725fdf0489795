/** What a return changes against the one before. Pure. */
import type { ReturnedValue } from "../returns.js";
import type { Change, ValueChange } from "./contract.js";
import { figureName } from "./values.js";

function changeOf(before: number | undefined, after: number | undefined): Change {
  if (before === after) return "same";
  if (before === undefined) return "created";
  return after === undefined ? "removed" : "updated";
}

function entryOf(value: ReturnedValue, before: number | undefined, after: number | undefined): ValueChange {
  return {
    key: value.key,
    measure: value.measure,
    change: changeOf(before, after),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    cell: value.cell,
  };
}

/**
 * Compares the figures of two revisions: created, updated, removed, same. A blank is no figure.
 *
 * @param before values of the previous revision; none for the first
 * @returns one entry for each value of `after` in its order, then those of `before` whose cells are gone
 */
export function changesBetween(
  before: readonly ReturnedValue[],
  after: readonly ReturnedValue[],
): readonly ValueChange[] {
  const old = new Map(before.map((value) => [figureName(value), value.value]));
  const present = new Set(after.map(figureName));
  const gone = before.filter((value) => value.value !== undefined && !present.has(figureName(value)));
  return [
    ...after.map((value) => entryOf(value, old.get(figureName(value)), value.value)),
    ...gone.map((value) => entryOf(value, value.value, undefined)),
  ];
}
