import { printFigure } from "../../findings/messages/cycle.js";
import { evaluate, expandParts, parseExpression } from "../../forms/expression.js";
import type { FormSet, Measure } from "../../forms/form-set.js";
import { partsOf } from "../../forms/indicators.js";
import type { ReturnFigures } from "./return-figures.js";

/** Puts the figures into a check's message: `{B05}`, `{half.C02}`, `{p.tyLe}`. */
export function fillMessage(message: string, formSet: FormSet, figures: ReturnFigures, measure: Measure): string {
  return message.replace(/\{([^{}]*)\}/gu, (_, name: string) => {
    const { expression } = parseExpression(name);
    if (expression === undefined) return `{${name}}`;
    const value = evaluate(
      expandParts(expression, (code) => partsOf(formSet, code)),
      figures.scope(measure),
    );
    return printFigure(typeof value === "number" ? value : undefined);
  });
}
