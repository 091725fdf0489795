/** Checks of the province as a whole, over the sums of all returns that count. */
import type { FormSet, Measure, ValueKey } from "../../forms/form-set.js";
import { findKey } from "../../forms/indicators.js";
import type { CellFinding } from "../returns.js";
import { isAuthoritative, type Reconciliation, reconcile, type SourcedReturn } from "../sources/second-sources.js";
import { type Condition, conditionsFor } from "./conditions.js";
import { type EarlierFigures, NO_EARLIER_FIGURES } from "./earlier-figures.js";
import { type KnownFigure, ReturnFigures } from "./return-figures.js";
import { tryConditions } from "./try-conditions.js";

export interface WholeContext {
  readonly formSet: FormSet;
  readonly periodKind: string;
  /** Targets set for the units, by the targets' own codes: `T01`. They are given, not returned. */
  readonly targets?: readonly { readonly key: ValueKey; readonly value: number }[];
  /** Earlier figures of the whole; without them what asks for them is not checked. */
  readonly earlier?: EarlierFigures;
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

/**
 * Checks the sums of a period and sets second sources beside what counts.
 *
 * @param returns counted returns; gone through twice
 */
export function checkWhole(
  returns: { readonly [Symbol.iterator]: () => Iterator<SourcedReturn> },
  { formSet, periodKind, targets, earlier }: WholeContext,
): WholeResult {
  const known = [...totalsOf(formSet, returns), ...targetSums(targets)];
  const figures = new ReturnFigures(formSet, known, new Map(), earlier ?? NO_EARLIER_FIGURES);
  return {
    findings: tryConditions(wholeConditions(formSet, periodKind), figures, {}),
    reconciliation: reconcile(formSet, returns),
  };
}
