/** Figures as a template asks for them: by key, measure, scope and period, from one source. */
import { type FormSet, findKey, type IndicatorKind, type ValueKey } from "../../forms/index.js";
import { daysBetween, type Period, readPeriod, YEAR_KIND } from "../../periods/index.js";
import type { Subject } from "../sentences/index.js";
import type { FigureMeasure, Figures, PeriodTotals, ResolvedFigure, Scope, TargetSpan } from "../totals/index.js";

export const kindOf = (formSet: FormSet, key: ValueKey): IndicatorKind =>
  findKey(formSet, key)?.indicator.kind ?? "stock";

/** The figures behind one template. */
export class FigureSource {
  readonly #elapsed = new Map<TargetSpan, number>();

  constructor(
    readonly figures: Figures,
    readonly totals: PeriodTotals,
  ) {}

  get formSet(): FormSet {
    return this.totals.context.formSet;
  }

  /** A figure; undefined when its period is not known at all. */
  figure(key: ValueKey, measure: FigureMeasure, scope: Scope, period: string): ResolvedFigure | undefined {
    const totals = period === this.totals.period.id ? this.totals : this.figures.period(period);
    return totals?.figure({ key, scope, period, measure });
  }

  /** What a sentence about an indicator asks; undefined when the period is not known at all. */
  subject(key: ValueKey, scope: Scope, period: string, noun: string | undefined): Subject | undefined {
    const totals = period === this.totals.period.id ? this.totals : this.figures.period(period);
    if (totals === undefined) return undefined;
    return {
      kind: kindOf(this.formSet, key),
      before: totals.period.kind === YEAR_KIND ? "năm trước" : "cùng kỳ năm trước",
      ...(noun === undefined ? {} : { noun }),
      ask: (measure = "thuc-hien", other = key) => totals.figure({ key: other, scope, period, measure }),
    };
  }

  /** Share of the year, or of the plan's years, that has passed at the cut-off; 1 when it is over. */
  elapsed(span: TargetSpan): number {
    const known = this.#elapsed.get(span);
    if (known !== undefined) return known;
    const { period, context } = this.totals;
    const first = span === "year" ? period.year : (context.plan?.first ?? period.firstYear);
    const last = span === "year" ? period.year : (context.plan?.last ?? period.year);
    const yearOf = (year: number): Period | undefined => readPeriod(`${year}-${YEAR_KIND}`, context.kinds);
    const [begin, end] = [yearOf(first)?.window.from, yearOf(last)?.window.to];
    const share =
      begin === undefined || end === undefined ? 1 : daysBetween(begin, period.window.to) / daysBetween(begin, end);
    this.#elapsed.set(span, share);
    return share;
  }
}
