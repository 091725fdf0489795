/** Checks of the province as a whole, over the sums of all returns that count. */
import { reportCycle } from "../../findings/messages/cycle.js";
import type { FormSet, Measure, ValueKey } from "../../forms/form-set.js";
import { findKey, isTypedKey, nameOfKey } from "../../forms/indicators.js";
import type { CellFinding } from "../returns.js";
import { isAuthoritative, type Reconciliation, reconcile, type SourcedReturn } from "../sources/second-sources.js";
import { type Comparison, earlierOfWhole } from "./compare-whole.js";
import { type Condition, conditionsFor } from "./conditions.js";
import { type KnownFigure, ReturnFigures } from "./return-figures.js";
import { tryConditions } from "./try-conditions.js";

export interface WholeContext {
  readonly formSet: FormSet;
  readonly periodKind: string;
  /** Targets set for the units, by the targets' own codes: `T01`. They are given, not returned. */
  readonly targets?: readonly { readonly key: ValueKey; readonly value: number }[];
  /** Sums beside those of earlier periods; without them what asks for earlier figures is not checked. */
  readonly comparisons?: readonly Comparison[];
}

export interface WholeResult {
  readonly findings: readonly CellFinding[];
  readonly reconciliation: readonly Reconciliation[];
}

/**
 * Sums of the figures that count. Shares are not summed: they are worked out from the sums (reporting §6.2). Where nobody
 * reported a figure there is no sum, which is not the same as 0.
 */
export function totalsOf(formSet: FormSet, returns: Iterable<SourcedReturn>): readonly KnownFigure[] {
  const sums = new Map<string, { key: ValueKey; measure: Measure; value: number }>();
  for (const { unitKind, values } of returns) {
    for (const { key, measure, value } of values) {
      const kind = findKey(formSet, key)?.indicator.kind;
      if (value === undefined || kind === undefined || kind === "ratio") continue;
      if (!isAuthoritative(formSet, key, unitKind)) continue;
      const sum = sums.get(`${key}/${measure}`) ?? { key, measure, value: 0 };
      sum.value += value;
      sums.set(`${key}/${measure}`, sum);
    }
  }
  return [...sums.values()];
}

function targetSums(targets: WholeContext["targets"]): readonly KnownFigure[] {
  const sums = new Map<ValueKey, number>();
  for (const { key, value } of targets ?? []) sums.set(key, (sums.get(key) ?? 0) + value);
  return [...sums].map(([key, value]) => ({ key, measure: "actual", value }));
}

/** What in a unit only asks for an explanation, because it crosses two bases, must hold for the whole (reporting §8.3). */
function wholeConditions(formSet: FormSet, periodKind: string): readonly Condition[] {
  const stated = conditionsFor(formSet, "whole", periodKind);
  const said = new Set(stated.map(({ canonical }) => canonical));
  const crossing = conditionsFor(formSet, "unit", periodKind).filter(
    ({ crossesBases, canonical, weight }) => crossesBases && weight === "error" && !said.has(canonical),
  );
  return [...stated, ...crossing].map((condition) => ({ ...condition, crossesBases: false }));
}

/** What may not differ from earlier periods, over the same ground: openings continue closings, flows only grow. */
function checkComparisons(formSet: FormSet, comparisons: readonly Comparison[]): readonly CellFinding[] {
  return comparisons.flatMap(({ basis, key, value, earlier, units }): readonly CellFinding[] => {
    if (units.length === 0) return [];
    const params = { label: nameOfKey(formSet, key), value, earlier, units: units.length };
    if (basis === "opening" && value !== earlier) return [reportCycle("cycle/whole-opening-differs", params)];
    const grows = basis === "half" && isTypedKey(formSet, key);
    return grows && value < earlier ? [reportCycle("cycle/whole-less-than-half", params)] : [];
  });
}

/**
 * Checks the sums of a period and sets second sources beside what counts.
 *
 * @param returns counted returns; gone through twice
 */
export function checkWhole(
  returns: { readonly [Symbol.iterator]: () => Iterator<SourcedReturn> },
  { formSet, periodKind, targets, comparisons = [] }: WholeContext,
): WholeResult {
  const known = [...totalsOf(formSet, returns), ...targetSums(targets)];
  const figures = new ReturnFigures(formSet, known, new Map(), earlierOfWhole(comparisons));
  return {
    findings: [
      ...tryConditions(wholeConditions(formSet, periodKind), figures, {}),
      ...checkComparisons(formSet, comparisons),
    ],
    reconciliation: reconcile(formSet, returns),
  };
}
