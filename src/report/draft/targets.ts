/** The targets of a period with how they stand. */
import { isUpperLimit, type ValueKey } from "../../forms/index.js";
import { isBehind } from "../sentences/index.js";
import { type Scope, TARGET_MEASURES, type TargetSpan } from "../totals/index.js";
import { type FigureSource, kindOf } from "./subject.js";
import type { VerdictName } from "./vocabulary.js";

export interface StandingTarget {
  /** The indicator that the target is set for. */
  readonly key: ValueKey;
  readonly name: string;
}

/** Targets that were set, and of which figures have come, in the order of the form set. */
export function targetsWith(
  verdict: VerdictName,
  span: TargetSpan,
  scope: Scope,
  source: FigureSource,
): readonly StandingTarget[] {
  const period = source.totals.period.id;
  return source.formSet.indicators.flatMap(({ code, name, target }): readonly StandingTarget[] => {
    if (target === undefined || target.span !== span || isUpperLimit(source.formSet, code)) return [];
    const key = target.of;
    const judged = source.figure(key, TARGET_MEASURES[span].verdict, scope, period);
    if (judged?.status !== "reported" || judged.class === "noFigure") return [];
    const missed = judged.class === "missed";
    const fits = ((): boolean => {
      if (verdict === "all") return true;
      if (verdict !== "behind") return missed === (verdict === "missed");
      if (!missed || kindOf(source.formSet, key) === "ratio") return missed;
      const percent = source.figure(key, TARGET_MEASURES[span].percent, scope, period);
      return percent !== undefined && isBehind(percent, source.elapsed(span));
    })();
    return fits ? [{ key, name }] : [];
  });
}
