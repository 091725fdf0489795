/** Targets of a scope, of the year and of the plan's span, and whether they were met. */
import type { UnitFigureRow } from "../../cycle/ledger/index.js";
import { targetPeriod } from "../../cycle/open/targets.js";
import {
  conditionOf,
  type FormSet,
  findKey,
  fixedTargets,
  type Indicator,
  isCap,
  isUpperLimit,
  targetOf,
  upperEndOf,
  type ValueKey,
} from "../../forms/index.js";
import type { PeriodBook, ReportLedger } from "./book.js";
import { holds, type Scope } from "./scopes.js";
import type { CellNode, TraceNode } from "./trace.js";

export type TargetSpan = "year" | "plan";

/** How a target is met. A range is met from `value` to `upTo`, both included. */
export type TargetRule =
  | { readonly comparator: ">=" | ">" | "=" | "<=" | "<"; readonly value: number }
  | { readonly comparator: "range"; readonly value: number; readonly upTo: number };

export type SetTarget = TargetRule & {
  /** `T01`. */
  readonly code: ValueKey;
  readonly name: string;
  readonly span: TargetSpan;
  /** Of the number it is set at; of a range of its lower end. */
  readonly trace: () => TraceNode;
  /** Of a range: the target that holds its upper end. */
  readonly upper?: { readonly code: ValueKey; readonly trace: () => TraceNode };
};

export type Verdict = "exceeded" | "met" | "missed" | "noFigure";

/** As they stand in sentences. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  exceeded: "vượt",
  met: "đạt",
  missed: "chưa đạt",
  noFigure: "chưa có số liệu",
};

/** How a target is met, in words before and behind its number; a range says both of its numbers itself. */
export const LIMIT_WORDS: Readonly<Record<TargetRule["comparator"], readonly [before: string, behind: string]>> = {
  ">=": ["từ", " trở lên"],
  ">": ["trên", ""],
  "=": ["bằng", ""],
  "<=": ["không quá", ""],
  "<": ["dưới", ""],
  range: ["", ""],
};

/** Quotients that differ by less than this part of their size are the same, as in formulas and checks. */
const TOLERANCE = 1e-9;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));

/**
 * Better than "at least" is more than met; of the others there is no more than met: "vượt" of what is to be "không quá"
 * would say the contrary.
 */
export function verdictOf(value: number | undefined, rule: TargetRule): Verdict {
  if (value === undefined) return "noFigure";
  const equal = same(value, rule.value);
  const [above, below] = [!equal && value > rule.value, !equal && value < rule.value];
  switch (rule.comparator) {
    case ">=":
      return above ? "exceeded" : equal ? "met" : "missed";
    case "<=":
      return below || equal ? "met" : "missed";
    case ">":
      return above ? "met" : "missed";
    case "<":
      return below ? "met" : "missed";
    case "=":
      return equal ? "met" : "missed";
    case "range":
      return !below && (value < rule.upTo || same(value, rule.upTo)) ? "met" : "missed";
  }
}

/**
 * The whole's own target: the parameter that the form set holds the sum of allotments against (`T01 >= p.chiTieu…`; of
 * what must not be exceeded `T11 <= p.…`); 0 is "not set".
 */
function ownTarget(formSet: FormSet, target: Indicator): { readonly name: string; readonly value: number } | undefined {
  const { code } = target;
  const operator = isCap(target) || isUpperLimit(formSet, code) ? "<=" : ">=";
  for (const check of formSet.checks) {
    if (check.scope !== "whole") continue;
    const condition = conditionOf(formSet, check);
    if (condition.kind !== "binary" || condition.operator !== operator) continue;
    const { left, right } = condition;
    if (left.kind !== "reference" || left.reference.table !== undefined || left.reference.key !== code) continue;
    if (right.kind !== "reference" || right.reference.table !== "p") continue;
    const value = formSet.parameters[right.reference.key];
    if (value !== undefined && value > 0) return { name: `p.${right.reference.key}`, value };
  }
  return undefined;
}

interface Allotment {
  readonly unit: string;
  readonly node: CellNode;
}

/** What a target is set at. */
interface SetValue {
  readonly value: number;
  /** Units that it was allotted to; empty where the form set gives the number. */
  readonly units: string;
  readonly trace: () => TraceNode;
}

/** Targets that were set for units in a year, by code. */
function allotmentsOf(
  ledger: ReportLedger,
  book: PeriodBook,
  year: number,
): ReadonlyMap<ValueKey, readonly Allotment[]> {
  const found = new Map<ValueKey, Allotment[]>();
  const period = targetPeriod(year);
  const add = ({ unit, file, places, values }: UnitFigureRow): void => {
    const at = book.indexOf(unit);
    const known = at === undefined ? undefined : book.units[at];
    if (known === undefined) return;
    places.forEach((place, index) => {
      const value = values[index] ?? Number.NaN;
      const list = found.get(place.key) ?? [];
      found.set(place.key, list);
      const { key, measure, cell } = place;
      const node: CellNode = { kind: "cell", label: known.name, unit, key, measure, period, value, file, cell };
      list.push({ unit, node });
    });
  };
  for (const row of ledger.periodFigures(period, "locked")) add(row);
  return found;
}

export class Targets {
  readonly #fixed: Readonly<Record<string, number>>;
  readonly #years = new Map<number, ReadonlyMap<ValueKey, readonly Allotment[]>>();

  /** @param planStart first year of the plan, under which the targets of its span were set */
  constructor(
    readonly book: PeriodBook,
    readonly ledger: ReportLedger,
    readonly formSet: FormSet,
    readonly planStart: number | undefined,
  ) {
    this.#fixed = fixedTargets(formSet);
  }

  /** Later years stand before earlier ones: a target may be set anew. */
  #allotments(code: ValueKey): readonly Allotment[] {
    const { year } = this.book.period;
    for (const each of new Set([year, this.planStart ?? year])) {
      const ofYear = this.#years.get(each) ?? allotmentsOf(this.ledger, this.book, each);
      this.#years.set(each, ofYear);
      const found = ofYear.get(code);
      if (found !== undefined && found.length > 0) return found;
    }
    return [];
  }

  /** The target of a figure in a scope; undefined when none was set, or only one end of a range. */
  of(key: ValueKey, span: TargetSpan, scope: Scope): SetTarget | undefined {
    const target = targetOf(this.formSet, key, span);
    const found = target && this.#valueOf(target, key, scope);
    if (target === undefined || found === undefined) return undefined;
    const { code, name, comparator = ">=" } = target;
    const { value, trace } = found;
    if (comparator !== "range") return { code, name, span, comparator, value, trace };
    const end = upperEndOf(this.formSet, target);
    const upper = end && this.#valueOf(end, key, scope);
    // ends that were set for different units are no range of these units together
    if (end === undefined || upper === undefined || upper.units !== found.units) return undefined;
    return {
      ...{ code, name, span, comparator, value, trace },
      ...{ upTo: upper.value, upper: { code: end.code, trace: upper.trace } },
    };
  }

  #valueOf(target: Indicator, key: ValueKey, scope: Scope): SetValue | undefined {
    const { code } = target;
    const declared = (label: string, value: number): SetValue => ({
      ...{ value, units: "" },
      trace: () => ({ kind: "declared", label, value, formSet: `${this.formSet.id} ${this.formSet.version}` }),
    });
    const own = scope.kind === "whole" ? ownTarget(this.formSet, target) : undefined;
    if (own !== undefined) return declared(own.name, own.value);
    const isShare = findKey(this.formSet, key)?.indicator.kind === "ratio";
    const allotted = this.#allotments(code).filter(({ unit }) => {
      const at = this.book.indexOf(unit);
      const known = at === undefined ? undefined : this.book.units[at];
      return known !== undefined && holds(scope, known);
    });
    const [first] = allotted;
    // shares of several units are no sum
    if (first !== undefined && (!isShare || scope.kind === "unit")) {
      const value = allotted.reduce((sum, { node }) => sum + node.value, 0);
      const parts = allotted.map(({ node }) => node);
      const label = target.name;
      return {
        ...{ value, units: allotted.map(({ unit }) => unit).join() },
        trace: () => (scope.kind === "unit" ? first.node : { kind: "sum", label, value, parts, missing: [] }),
      };
    }
    // a number fixed for each unit is not that of several together
    const fixed = isShare || scope.kind === "unit" ? this.#fixed[code] : undefined;
    return fixed === undefined ? undefined : declared(code, fixed);
  }
}
