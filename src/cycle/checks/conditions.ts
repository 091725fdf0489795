/** Conditions that figures must meet: the checks of a form set, and those that follow from what its indicators are. */

import { reportCycle } from "../../findings/messages/cycle.js";
import { SEVERITY } from "../../findings/messages/returns.js";
import { conditionOf } from "../../forms/compiled.js";
import {
  type Expression,
  expandParts,
  parseExpression,
  printExcel,
  printReference,
  references,
} from "../../forms/expression.js";
import { checksFor } from "../../forms/filing.js";
import type { Check, FormSet, Measure, ValueKey } from "../../forms/form-set.js";
import {
  findKey,
  isAskedIn,
  isTypedKey,
  keyOf,
  keysOf,
  membersOf,
  nameOfKey,
  partsOf,
} from "../../forms/indicators.js";
import type { CellFinding } from "../returns.js";
import { fillMessage } from "./fill-message.js";
import type { ReturnFigures } from "./return-figures.js";

export interface Condition {
  /** `KT-B05`, `SL-CONG-A01`: never changes its meaning. */
  readonly rule: string;
  readonly weight: CellFinding["weight"];
  readonly expression: Expression;
  /** Equal for conditions that say the same. */
  readonly canonical: string;
  /** The finding when it does not hold, without its cell. */
  readonly report: (figures: ReturnFigures, measure: Measure) => CellFinding;
  /** It compares figures by territory with figures by Party line (reporting §8.3). */
  readonly crossesBases: boolean;
}

/** Measures other than the period's own figures, as they stand before what was found. */
const MEASURE_WORDS: Readonly<Partial<Record<Measure, string>>> = {
  estimate: "Số ước: ",
  official: "Số chính thức: ",
  baseline: "Trước khi có kế hoạch: ",
};

export const measureWords = (measure: Measure): string =>
  MEASURE_WORDS[measure] ?? (measure.startsWith("year") ? `Năm thứ ${measure.slice("year".length)}: ` : "");

function crossesBases(formSet: FormSet, expression: Expression): boolean {
  const bases = references(expression).flatMap(({ table, key }) =>
    table === undefined ? (findKey(formSet, key)?.indicator.basis ?? []) : [],
  );
  return new Set(bases).size > 1;
}

function checkCondition(formSet: FormSet, check: Check): Condition {
  const expression = conditionOf(formSet, check);
  const { id: rule, severity: weight, message, remedy } = check;
  return {
    rule,
    weight,
    expression,
    canonical: canonical(expression),
    crossesBases: crossesBases(formSet, expression),
    report: (figures, measure) => ({
      id: "cycle/check",
      severity: SEVERITY[weight],
      rule,
      weight,
      found: measureWords(measure) + fillMessage(message, formSet, figures, measure),
      remedy,
    }),
  };
}

/** A condition written in the expression language by this program. */
function derived(
  formSet: FormSet,
  rule: string,
  weight: CellFinding["weight"],
  holds: string,
  report: Condition["report"],
): Condition {
  const { expression, fault } = parseExpression(holds);
  if (fault !== undefined) throw new Error(`derived condition "${holds}" is faulty: ${fault.id}`);
  const expanded = expandParts(expression, (code) => partsOf(formSet, code));
  const finding: Condition["report"] = (figures, measure) => {
    const reported = report(figures, measure);
    return { ...reported, rule, found: measureWords(measure) + reported.found };
  };
  return { rule, weight, expression: expanded, canonical: canonical(expanded), crossesBases: false, report: finding };
}

/** Breakdowns: the members add up to the whole, and none is larger than what it is a part of. */
function breakdowns(formSet: FormSet, periodKind: string): readonly Condition[] {
  return formSet.indicators.flatMap((indicator): readonly Condition[] => {
    const { code, dimension } = indicator;
    if (dimension === undefined || !isAskedIn(indicator, periodKind)) return [];
    const members = membersOf(formSet, indicator);
    const label = (key: ValueKey): string => nameOfKey(formSet, key);
    const sum = derived(formSet, `SL-CONG-${code}`, "error", `${code} == sum(${code})`, (figures, measure) => {
      const parts = partsOf(formSet, code).map((key) => figures.value(key, measure));
      const total = parts.every((part) => part !== undefined) ? parts.reduce((all, part) => all + part, 0) : undefined;
      return reportCycle("cycle/breakdown-sum", {
        label: label(code),
        whole: figures.value(code, measure),
        sum: total,
      });
    });
    const contained = members.flatMap((member): readonly Condition[] => {
      const outer = members.find((other) => other.code === member.within);
      // where members add up, a member of the whole cannot be larger than it without breaking the sum
      if (outer === undefined && (dimension.sums || member.within !== undefined)) return [];
      const part = keyOf(indicator, member);
      const whole = keyOf(indicator, outer);
      return [
        derived(formSet, `SL-PHAN-${part}`, "error", `${part} <= ${whole}`, (figures, measure) =>
          reportCycle("cycle/breakdown-part", {
            part: label(part),
            whole: label(whole),
            partValue: figures.value(part, measure),
            wholeValue: figures.value(whole, measure),
          }),
        ),
      ];
    });
    return dimension.sums && partsOf(formSet, code).length > 1 ? [sum, ...contained] : contained;
  });
}

/** Flows are counted from the beginning of the year: later in the year they are not less than after six months. */
function yearAtLeastHalf(formSet: FormSet, periodKind: string): readonly Condition[] {
  return [...keysOf(formSet)].flatMap(([key, { indicator }]): readonly Condition[] => {
    if (indicator.kind !== "flow" || !isTypedKey(formSet, key) || !isAskedIn(indicator, periodKind)) return [];
    return [
      derived(formSet, `SL-6T-${key}`, "explain", `half.${key} <= ${key}`, (figures, measure) =>
        reportCycle("cycle/less-than-half", {
          label: nameOfKey(formSet, key),
          value: figures.value(key, measure),
          half: figures.scope(measure).resolve({ table: "half", key }),
        }),
      ),
    ];
  });
}

/** The canonical text of "an opening is the closing of last year". */
const openingText = (opening: ValueKey, closing: ValueKey): string => {
  const [left = "", right = ""] = [opening, `prior.${closing}`].sort();
  return `${left}=${right}`;
};

/** Whether the form set itself says that an opening must be the closing of last year, and under which rule. */
export function openingRule(
  formSet: FormSet,
  periodKind: string,
  opening: ValueKey,
  closing: ValueKey,
): string | undefined {
  const wanted = openingText(opening, closing);
  return conditionsFor(formSet, "unit", periodKind).find((condition) => condition.canonical === wanted)?.rule;
}

/** One text for conditions that say the same: `a >= b` and `b <= a`, `a == b` and `b == a`. */
function canonical(expression: Expression): string {
  const print = (node: Expression): string => printExcel(node, printReference) ?? "?";
  if (expression.kind !== "binary") return print(expression);
  const { operator } = expression;
  const [left, right] = [print(expression.left), print(expression.right)];
  if (operator === ">=") return `${right}<=${left}`;
  if (operator === ">") return `${right}<${left}`;
  return operator === "==" && right < left ? `${right}=${left}` : print(expression);
}

const compiled = new WeakMap<FormSet, Map<string, readonly Condition[]>>();

/**
 * All conditions on one return, or on the whole, in a kind of period: those of the form set in its order, then the derived
 * ones that it does not state itself.
 */
export function conditionsFor(formSet: FormSet, scope: Check["scope"], periodKind: string): readonly Condition[] {
  const known = compiled.get(formSet) ?? new Map<string, readonly Condition[]>();
  compiled.set(formSet, known);
  const key = `${scope}/${periodKind}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const stated = checksFor(formSet, scope, periodKind).map((check) => checkCondition(formSet, check));
  const said = new Set(stated.map((condition) => condition.canonical));
  const followed =
    scope === "unit" ? [...breakdowns(formSet, periodKind), ...yearAtLeastHalf(formSet, periodKind)] : [];
  const conditions = [...stated, ...followed.filter((condition) => !said.has(condition.canonical))];
  known.set(key, conditions);
  return conditions;
}
