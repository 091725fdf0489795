import { evaluate } from "../../forms/expression.js";
import type { Measure } from "../../forms/form-set.js";
import type { CellFinding } from "../returns.js";
import { cellOf, withCells } from "./cells.js";
import type { Condition } from "./conditions.js";
import { explanationFor } from "./explanations.js";
import type { ReturnFigures } from "./return-figures.js";

/** Whether a condition has anything to do with a measure: an opening stock stands in all of them. */
function concerns(figures: ReturnFigures, { expression }: Condition, measure: Measure): boolean {
  return figures.figuresIn(expression, measure).some((figure) => figure.measure === measure);
}

/**
 * Tries conditions in measures, by default in all of the period itself that the figures have. One that cannot be said, because something is missing, is not
 * broken: what is missing is reported by itself.
 *
 * @param explanations of the unit, by `key/measure` and `check/measure`
 */
export function tryConditions(
  conditions: readonly Condition[],
  figures: ReturnFigures,
  explanations: Readonly<Record<string, string>>,
  measures: readonly Measure[] = figures.measures,
): readonly CellFinding[] {
  return measures.flatMap((measure) =>
    conditions.flatMap((condition): readonly CellFinding[] => {
      if (evaluate(condition.expression, figures.scope(measure)) !== false) return [];
      if (!concerns(figures, condition, measure)) return [];
      const involved = figures.figuresIn(condition.expression, measure);
      const reported = condition.report(figures, measure);
      const finding = condition.crossesBases ? soften(reported) : reported;
      const cell = cellOf(involved, ({ key }) => !figures.isOpening(key));
      const explanation =
        finding.weight === "explain" ? explanationFor(condition.rule, measure, involved, explanations) : undefined;
      return [
        {
          ...finding,
          found: withCells(finding.found, involved),
          ...(cell === undefined ? {} : { cell }),
          ...(explanation === undefined ? {} : { explanation }),
        },
      ];
    }),
  );
}

/** Figures of two bases need not agree in one unit: an enterprise here may have its cell elsewhere (reporting §8.3). */
function soften(finding: CellFinding): CellFinding {
  return finding.weight === "error" ? { ...finding, weight: "explain", severity: "warning" } : finding;
}
