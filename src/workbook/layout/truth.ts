/** Conditions as Excel formulas that know three answers: 1 holds, 0 broken, 0.5 not to be said while figures are missing. */
import type { Expression } from "../../forms/expression.js";
import type { Measure } from "../../forms/form-set.js";
import { allNumbers } from "./excel-text.js";
import type { PlacedValue } from "./placing.js";
import type { Resolver } from "./resolve.js";

const UNKNOWN = "0.5";

/** A condition with the values of the return that it looks at. */
export interface PrintedTruth {
  readonly text: string;
  readonly cells: readonly string[];
  readonly values: readonly PlacedValue[];
}

/**
 * Prints a condition in a measure: `&&` is the smaller answer, `||` the larger, `!` the opposite, so that a missing figure
 * leaves open only what it could still decide, as when the desk checks the return.
 *
 * @returns undefined when the workbook does not hold all that it needs
 */
export function printTruth(resolver: Resolver, condition: Expression, measure: Measure): PrintedTruth | undefined {
  if (condition.kind === "unary" && condition.operator === "!") {
    const operand = printTruth(resolver, condition.operand, measure);
    return operand && { ...operand, text: `(1-${operand.text})` };
  }
  if (condition.kind === "binary" && (condition.operator === "&&" || condition.operator === "||")) {
    const left = printTruth(resolver, condition.left, measure);
    const right = printTruth(resolver, condition.right, measure);
    if (left === undefined || right === undefined) return undefined;
    return {
      text: `${condition.operator === "&&" ? "MIN" : "MAX"}(${left.text},${right.text})`,
      cells: [...new Set([...left.cells, ...right.cells])],
      values: [...new Set([...left.values, ...right.values])],
    };
  }
  const printed = resolver.print(condition, measure);
  if (printed === undefined) return undefined;
  const { cells, values } = printed;
  const answer = `IF(${printed.text},1,0)`;
  const asksPresence = condition.kind === "call" && condition.name === "present";
  const complete = asksPresence ? undefined : allNumbers(cells);
  const text = complete === undefined ? answer : `IF(${complete},IFERROR(${answer},${UNKNOWN}),${UNKNOWN})`;
  return { text, cells, values };
}
