/** Expressions of a form set, parsed once and with their parts expanded. */
import { type Expression, evaluate, expandParts, parseExpression, type Reference } from "./expression.js";
import type { Check, FormSet, Indicator } from "./form-set.js";
import { partsOf } from "./indicators.js";

const compiled = new WeakMap<FormSet, Map<string, Expression>>();

function compile(formSet: FormSet, text: string): Expression {
  const known = compiled.get(formSet) ?? new Map<string, Expression>();
  compiled.set(formSet, known);
  const found = known.get(text);
  if (found !== undefined) return found;
  const { expression, fault } = parseExpression(text);
  if (fault !== undefined) throw new Error(`expression "${text}" is faulty at column ${fault.column}: ${fault.id}`);
  const expanded = expandParts(expression, (code) => partsOf(formSet, code));
  known.set(text, expanded);
  return expanded;
}

/**
 * The formula of an indicator, ready to evaluate or to print.
 *
 * @returns undefined when it is not computed
 * @throws Error when the form set was not loaded by `loadFormSet` and the formula is faulty
 */
export const formulaOf = (formSet: FormSet, { formula }: Indicator): Expression | undefined =>
  formula === undefined ? undefined : compile(formSet, formula);

/**
 * The condition of a check, ready to evaluate or to print.
 *
 * @throws Error when the form set was not loaded by `loadFormSet` and the condition is faulty
 */
export const conditionOf = (formSet: FormSet, { holds }: Check): Expression => compile(formSet, holds);

/** Targets that the form set itself sets, by a formula over its parameters: 85 % of enterprises with a union. */
export function fixedTargets(formSet: FormSet): Readonly<Record<string, number>> {
  const resolve = ({ table, key }: Reference) => (table === "p" ? formSet.parameters[key] : undefined);
  const entries = formSet.indicators.flatMap((indicator): readonly (readonly [string, number])[] => {
    const formula = indicator.kind === "target" ? formulaOf(formSet, indicator) : undefined;
    const value = formula && evaluate(formula, { resolve });
    return typeof value === "number" ? [[indicator.code, value]] : [];
  });
  return Object.fromEntries(entries);
}
