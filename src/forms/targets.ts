/** Targets of a form set: which one is set for an indicator, and the pair that makes a range. */
import type { FormSet, Indicator, ValueKey } from "./form-set.js";

type Indicators = Pick<FormSet, "indicators">;

const upperLimits = new WeakMap<FormSet["indicators"], ReadonlySet<string>>();

/** Whether a target only holds the upper end of another one's range. */
export function isUpperLimit({ indicators }: Indicators, code: string): boolean {
  const known = upperLimits.get(indicators) ?? new Set(indicators.flatMap(({ upperLimit }) => upperLimit ?? []));
  upperLimits.set(indicators, known);
  return known.has(code);
}

/** The target that is set for an indicator, for a year or for the plan's whole span; of a range its lower end. */
export const targetOf = (formSet: Indicators, key: ValueKey, span: "year" | "plan"): Indicator | undefined =>
  formSet.indicators.find(
    ({ code, target }) => target?.of === key && target.span === span && !isUpperLimit(formSet, code),
  );

/** The upper end of a range; undefined of any other target. */
export const upperEndOf = ({ indicators }: Indicators, { upperLimit }: Indicator): Indicator | undefined =>
  upperLimit === undefined ? undefined : indicators.find(({ code }) => code === upperLimit);

/** Whether less is better: "không quá", "dưới". */
export const isCap = ({ comparator }: Pick<Indicator, "comparator">): boolean =>
  comparator === "<=" || comparator === "<";
