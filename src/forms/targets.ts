/** Targets of a form set: which one is set for an indicator, and the pair that makes a range. */
import type { FormSet, Indicator, ValueKey } from "./form-set.js";

type Indicators = Pick<FormSet, "indicators">;

/** What is looked up again and again: upper ends by code, targets by indicator and span. */
interface TargetIndex {
  readonly upperLimits: ReadonlySet<string>;
  readonly targets: ReadonlyMap<string, Indicator>;
}

const indexes = new WeakMap<FormSet["indicators"], TargetIndex>();

const nameOf = (key: ValueKey, span: "year" | "plan"): string => `${key}/${span}`;

function indexOf({ indicators }: Indicators): TargetIndex {
  const known = indexes.get(indicators);
  if (known !== undefined) return known;
  const upperLimits = new Set(indicators.flatMap(({ upperLimit }) => upperLimit ?? []));
  const targets = new Map<string, Indicator>();
  for (const indicator of indicators) {
    const { code, target } = indicator;
    if (target === undefined || upperLimits.has(code)) continue;
    const name = nameOf(target.of, target.span);
    // of two that are set for one figure the first counts; the loader refuses the second
    if (!targets.has(name)) targets.set(name, indicator);
  }
  const index = { upperLimits, targets };
  indexes.set(indicators, index);
  return index;
}

/** Whether a target only holds the upper end of another one's range. */
export const isUpperLimit = (formSet: Indicators, code: string): boolean => indexOf(formSet).upperLimits.has(code);

/** The target that is set for an indicator, for a year or for the plan's whole span; of a range its lower end. */
export const targetOf = (formSet: Indicators, key: ValueKey, span: "year" | "plan"): Indicator | undefined =>
  indexOf(formSet).targets.get(nameOf(key, span));

/** The upper end of a range; undefined of any other target. */
export const upperEndOf = ({ indicators }: Indicators, { upperLimit }: Indicator): Indicator | undefined =>
  upperLimit === undefined ? undefined : indicators.find(({ code }) => code === upperLimit);

/** Whether less is better: "không quá", "dưới". */
export const isCap = ({ comparator }: Pick<Indicator, "comparator">): boolean =>
  comparator === "<=" || comparator === "<";
