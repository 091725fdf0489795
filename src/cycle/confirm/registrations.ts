/** Targets that units registered for a year, and what makes them the units' targets: the desk's confirmation. */
import { type FormSet, isUpperLimit } from "../../forms/index.js";
import type { BalanceRow, Revision } from "../ledger/contract.js";
import type { LedgerReading } from "../ledger/ledger.js";
import { targetPeriod } from "../open/targets.js";

/** A figure that a unit registered, and the target that it becomes. */
export interface RegisteredTarget {
  /** The target's own code, `T01`. */
  readonly target: string;
  readonly name: string;
  readonly value: number;
  /** What the unit was to reach before: allocated, or confirmed earlier. */
  readonly before?: number;
  readonly row: BalanceRow;
}

export interface Registration {
  readonly unit: string;
  readonly revision: Revision;
  readonly targets: readonly RegisteredTarget[];
}

/** Whether a form set is one by which targets of a year are registered: nothing else is asked in it. */
export const registersTargets = ({ indicators }: FormSet): boolean => {
  const registered = new Set(indicators.flatMap(({ target }) => (target?.span === "year" ? [target.of] : [])));
  const asked = indicators.filter(({ kind }) => kind !== "target");
  return asked.length > 0 && asked.every(({ code }) => registered.has(code));
};

/**
 * What a unit registered in its counted return.
 *
 * @param year the year of the targets
 * @returns undefined where no return counts, or it holds no figure
 */
export function registrationOf(
  ledger: Pick<LedgerReading, "counted" | "values" | "priorFigures">,
  formSet: FormSet,
  unit: string,
  { period, year }: { readonly period: string; readonly year: number },
): Registration | undefined {
  const revision = ledger.counted(unit, period);
  if (revision === undefined) return undefined;
  const values = new Map(
    ledger.values(revision.id).flatMap((each) => (each.measure === "actual" ? [[each.key, each] as const] : [])),
  );
  const before = new Map(
    (ledger.priorFigures(unit, targetPeriod(year))?.figures ?? []).map(({ key, value }) => [key, value] as const),
  );
  const targets = formSet.indicators.flatMap((indicator): RegisteredTarget[] => {
    // one registered number is no range
    const isWhole = indicator.comparator !== "range" && !isUpperLimit(formSet, indicator.code);
    const value = isWhole && indicator.target?.span === "year" ? values.get(indicator.target.of) : undefined;
    if (value?.value === undefined) return [];
    const known = before.get(indicator.code);
    return [
      {
        target: indicator.code,
        name: indicator.name,
        value: value.value,
        ...(known === undefined ? {} : { before: known }),
        row: {
          ...{ unit, period: targetPeriod(year), key: indicator.code, measure: "actual", value: value.value },
          cell: value.cell,
        },
      },
    ];
  });
  return targets.length === 0 ? undefined : { unit, revision, targets };
}
