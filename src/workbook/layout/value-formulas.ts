/** Formulas of the values: computed ones, echoes, and totals over the years of a plan. */
import type { FormColumn } from "../../forms/form-set.js";
import { measureOf } from "../../forms/measures.js";
import { guarded, shownFrom } from "./excel-text.js";
import type { PlacedCell } from "./place-rows.js";
import type { PlacedValue, Placing } from "./placing.js";
import type { Resolver } from "./resolve.js";

/** In a review: flows of the years added up, the last year's stock, ratios computed again (reporting §4, form 5). */
function spanTotal(value: PlacedValue, rowCells: readonly PlacedCell[], placing: Placing): string | undefined {
  const { kind } = placing.indicatorOf(value.key);
  const years = rowCells.flatMap(({ source, content }) =>
    source.content === "ofYear" && content.kind === "value" ? [content.value.definedName] : [],
  );
  const last = years.at(-1);
  if (last === undefined) return undefined;
  return kind === "flow" ? guarded(`SUM(${years.join(",")})`, years) : shownFrom(last);
}

/**
 * The formula of a value, over defined names.
 *
 * @param rowCells cells of the same row
 * @param inSpanTotal the value stands in the column of totals over the years
 * @returns undefined when the value is typed or prefilled, and when the workbook lacks what it is computed from
 */
export function valueFormula(
  value: PlacedValue,
  rowCells: readonly PlacedCell[],
  inSpanTotal: boolean,
  placing: Placing,
  resolver: Resolver,
): string | undefined {
  if (value.role === "typed" || value.role === "opening") return undefined;
  if (value.role === "echo") {
    const home = resolver.home(value.key, value.measure);
    return home === undefined ? undefined : shownFrom(home.definedName);
  }
  const formula = placing.formulaOf(value.key);
  const printed = formula && resolver.print(formula, value.measure);
  if (inSpanTotal && placing.indicatorOf(value.key).kind !== "ratio") return spanTotal(value, rowCells, placing);
  return printed && guarded(printed.text, printed.cells);
}

/** The cell of a row in a column with a content, when it holds a figure. */
export function figureIn(
  rowCells: readonly PlacedCell[],
  matches: (column: FormColumn) => boolean,
): PlacedCell | undefined {
  return rowCells.find(
    ({ source, content }) =>
      matches(source) && content.kind !== "notApplicable" && content.kind !== "blank" && content.kind !== "text",
  );
}

/** The figure that a target is compared with: over a plan's span the cumulative one, else the period's own. */
export function achieved(rowCells: readonly PlacedCell[], span: "year" | "plan"): PlacedCell | undefined {
  const actual = figureIn(rowCells, (column) => measureOf(column) === "actual");
  if (span === "year") return actual;
  return figureIn(rowCells, ({ content }) => content === "cumulative") ?? actual;
}
