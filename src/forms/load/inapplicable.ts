import { columnFormula, references } from "../expression.js";
import type { Form, FormColumn, FormRow, FormSet, Indicator } from "../form-set.js";
import { findKey } from "../indicators.js";
import { targetOf } from "../targets.js";

/** Whether a column has nothing to say about an indicator. */
function isMeaningless({ content }: FormColumn, key: string, indicator: Indicator, formSet: FormSet): boolean {
  switch (content) {
    case "estimate":
      // an opening is known when the period begins
      return indicator.opens !== undefined;
    case "cumulative":
      // years of flows add up, stocks and shares do not (reporting §3)
      return indicator.kind !== "flow";
    case "computed":
      // no percentage of a percentage
      return indicator.kind === "ratio";
    case "target":
      return targetOf(formSet, key, "year") === undefined;
    case "spanTarget":
      return targetOf(formSet, key, "plan") === undefined;
    case "verdict":
      return targetOf(formSet, key, "year") === undefined && targetOf(formSet, key, "plan") === undefined;
    default:
      return false;
  }
}

const operandsOf = ({ formula }: FormColumn): readonly string[] => {
  const expression = formula === undefined ? undefined : columnFormula(formula).expression;
  return expression === undefined ? [] : references(expression).map(({ key }) => key);
};

/** Columns that do not apply to a row, by number, declared ones and those that follow from what the indicator is. */
export function notApplicableTo(row: FormRow, { columns }: Form, formSet: FormSet): readonly string[] {
  const declared = row.notApplicable ?? [];
  const meaning = row.indicator === undefined ? undefined : findKey(formSet, row.indicator);
  if (row.indicator === undefined || meaning === undefined) return declared;
  const key = row.indicator;
  const closed = new Set(declared);
  for (const column of columns) {
    if (isMeaningless(column, key, meaning.indicator, formSet)) closed.add(column.number);
  }
  // of a range there is no percentage: its two ends are no operand of a formula
  const ranges = columns.filter(({ content }) => {
    const span = content === "target" ? "year" : content === "spanTarget" ? "plan" : undefined;
    return span !== undefined && targetOf(formSet, key, span)?.comparator === "range";
  });
  const unusable = new Set(ranges.map(({ number }) => number));
  // what is computed from a closed column is closed; formulas may stand before their operands
  for (let before = -1; before !== closed.size; ) {
    before = closed.size;
    for (const column of columns)
      if (operandsOf(column).some((operand) => closed.has(operand) || unusable.has(operand))) closed.add(column.number);
  }
  return columns.map(({ number }) => number).filter((number) => closed.has(number));
}
