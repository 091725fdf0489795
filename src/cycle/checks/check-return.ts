/** All checks of one return. Pure: what is known from elsewhere is passed in. */
import type { FormSet } from "../../forms/form-set.js";
import type { CellFinding, ReadReturn, ReturnState } from "../returns.js";
import { checkOpenings, type NameOfUnit } from "./check-openings.js";
import { checkYears } from "./check-years.js";
import { type Condition, conditionsFor, openingRule } from "./conditions.js";
import type { EarlierFigures } from "./earlier-figures.js";
import { ReturnFigures } from "./return-figures.js";
import { tryConditions } from "./try-conditions.js";
import { checkTypedValues } from "./typed-values.js";

export interface ReturnContext {
  /** The version in which the return was filled. */
  readonly formSet: FormSet;
  readonly unitKind: string;
  readonly periodKind: string;
  readonly earlier: EarlierFigures;
  /** Short names of units, for messages. */
  readonly nameOf: NameOfUnit;
}

/** Figures of last year that the unit had to type itself stand for those that are not locked. */
function withTyped(earlier: EarlierFigures, samePeriod: ReadReturn["samePeriod"]): EarlierFigures {
  if (samePeriod === undefined) return earlier;
  const typed = new Map(samePeriod.map(({ key, value }) => [key, value]));
  return { ...earlier, lastYear: (key) => earlier.lastYear(key) ?? typed.get(key) };
}

/** Broken, it is to be corrected by the unit itself. */
const isStrict = ({ weight, crossesBases }: Condition): boolean => weight === "error" && !crossesBases;

/**
 * Checks a return against its form set and against earlier figures. Findings of reading are not repeated.
 *
 * @param read a return that could be read
 */
export function checkReturn(read: ReadReturn, context: ReturnContext): readonly CellFinding[] {
  const { formSet, unitKind, periodKind, nameOf } = context;
  const earlier = withTyped(context.earlier, read.samePeriod);
  const rows = new Map(Object.entries(read.lists).map(([form, list]) => [form, list.length]));
  const figures = new ReturnFigures(formSet, read.values, rows, earlier);
  const conditions = conditionsFor(formSet, "unit", periodKind);
  return [
    ...checkTypedValues(read, { formSet, unitKind, periodKind }),
    ...checkOpenings(
      formSet,
      figures,
      earlier,
      nameOf,
      (opening, closing) => openingRule(formSet, periodKind, opening, closing) !== undefined,
    ),
    ...checkYears(formSet, read, earlier),
    ...tryConditions(conditions, figures, read.explanations),
    // what was to be explained in a year was so when the year was reported
    ...tryConditions(conditions.filter(isStrict), figures, read.explanations, figures.earlierMeasures),
  ];
}

/** What findings make of a return: errors are to be corrected; what is to be explained and is not keeps it open. */
export function stateOf(findings: readonly CellFinding[]): Exclude<ReturnState, "refused"> {
  if (findings.some(({ weight }) => weight === "error")) return "correct";
  const open = findings.some(({ weight, explanation }) => weight === "explain" && explanation === undefined);
  return open ? "explain" : "accepted";
}
