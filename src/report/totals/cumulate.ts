/** Cumulative figures (lũy kế, reporting §3): sums of flows over cut-offs, worked out and never typed. */
import { findKey, type ValueKey } from "../../forms/index.js";
import type { UnitRegister } from "../../organisation/index.js";
import { addDays, type Period, type PeriodKind, readPeriod, YEAR_KIND } from "../../periods/index.js";
import type { PeriodBook } from "./book.js";
import { type FigureCoverage, joinCoverage, NO_COVERAGE } from "./coverage.js";
import { groupsBetween } from "./groups.js";
import { holds, type Scope, unitsOf } from "./scopes.js";
import type { Sums, Total } from "./sums.js";
import type { TraceNode } from "./trace.js";

/**
 * `blocked`: stocks and shares do not add up over years. `noPlan`: the office has declared no plan whose years are added.
 * `gap`: an earlier year, or its units, cannot be told.
 */
export type Cumulative =
  | {
      readonly kind: "sum";
      readonly value: number;
      readonly coverage: FigureCoverage;
      readonly trace: () => TraceNode;
    }
  | { readonly kind: "blocked" }
  | { readonly kind: "noPlan" }
  | { readonly kind: "gap"; readonly period: string; readonly trace: () => TraceNode };

export interface CumulateContext {
  readonly register: UnitRegister;
  readonly kinds: readonly PeriodKind[];
  /** Years of the plan, where the office has one. */
  readonly plan?: { readonly first: number; readonly last: number };
  /** The period that is reported on. */
  readonly now: Sums;
  /** Earlier periods as they were locked. */
  readonly earlier: (period: Period) => Sums;
  /** Periods of the same year that were opened here. */
  readonly opened: readonly Period[];
}

const grounds = new WeakMap<PeriodBook, WeakMap<PeriodBook, Map<Scope, readonly number[] | undefined>>>();

/** Units of an earlier period that a scope of this one comes from; undefined where they also became others. */
function ground(scope: Scope, { now, register }: CumulateContext, before: Sums): readonly number[] | undefined {
  if (scope.kind === "whole") return unitsOf(scope, before.book).at;
  const ofNow = grounds.get(now.book) ?? new WeakMap<PeriodBook, Map<Scope, readonly number[] | undefined>>();
  grounds.set(now.book, ofNow);
  const known = ofNow.get(before.book) ?? new Map<Scope, readonly number[] | undefined>();
  ofNow.set(before.book, known);
  if (!known.has(scope)) known.set(scope, findGround(scope, now.book, before.book, register));
  return known.get(scope);
}

function findGround(
  scope: Scope,
  now: PeriodBook,
  before: PeriodBook,
  register: UnitRegister,
): readonly number[] | undefined {
  const inside = new Set(now.units.flatMap((unit) => (holds(scope, unit) ? [unit.code] : [])));
  const found: number[] = [];
  for (const group of groupsBetween(before, now, register)) {
    const part = group.after.filter((code) => inside.has(code));
    if (part.length === 0) continue;
    if (part.length < group.after.length) return undefined;
    found.push(...group.before.flatMap((code) => before.indexOf(code) ?? []));
  }
  return found.sort((a, b) => a - b);
}

function sumOf(label: string, parts: readonly { readonly name: string; readonly total: Total }[]): Cumulative {
  for (const { total } of parts) {
    if (total.value === undefined) return { kind: "gap", period: total.period, trace: total.trace };
  }
  const value = parts.reduce((sum, { total }) => sum + (total.value ?? 0), 0);
  const coverageOf = (): FigureCoverage => {
    const coverages = parts.map(({ total }) => total.coverage);
    const last = coverages.at(-1) ?? NO_COVERAGE;
    return { ...joinCoverage(last, ...coverages), asked: last.asked, counted: last.counted };
  };
  return {
    kind: "sum",
    value,
    get coverage() {
      return coverageOf();
    },
    trace: () => ({ kind: "sum", label, value, parts: parts.map(({ total }) => total.trace()), missing: [] }),
  };
}

/** Totals of periods whose windows follow each other, the last one this period's own. */
function addUp(
  label: string,
  key: ValueKey,
  scope: Scope,
  periods: readonly Period[],
  context: CumulateContext,
): Cumulative {
  const { now, earlier } = context;
  const parts: { name: string; total: Total }[] = [];
  for (const period of periods) {
    const sums = earlier(period);
    const at = ground(scope, context, sums);
    if (at === undefined) {
      const trace = (): TraceNode => ({ kind: "absent", label: period.name, reason: "không so sánh được sau sắp xếp" });
      return { kind: "gap", period: period.id, trace };
    }
    const own = scope.kind === "unit";
    parts.push({ name: period.id, total: sums.over(key, "actual", { at, own }) });
  }
  const own = now.over(key, "actual", unitsOf(scope, now.book));
  return sumOf(label, [...parts, { name: now.book.period.id, total: own }]);
}

/** Periods of the year before this one, whose windows lead from its beginning to this one's; undefined when some lack. */
function chainOfYear({ now, opened, kinds }: CumulateContext): readonly Period[] | undefined {
  const { period } = now.book;
  const start = readPeriod(`${period.firstYear}-${YEAR_KIND}`, kinds)?.window.from;
  if (start === undefined || period.window.from === start) return start === undefined ? undefined : [];
  const reach = (to: string): readonly Period[] | undefined => {
    // "to" is the first day that is not covered any more
    for (const each of opened) {
      if (each.year !== period.year || addDays(each.window.to, 1) !== to) continue;
      if (each.window.from === start) return [each];
      const before = reach(each.window.from);
      if (before !== undefined) return [...before, each];
    }
    return undefined;
  };
  return reach(period.window.from);
}

function brokenChain({ id, name }: Period): Cumulative {
  return {
    kind: "gap",
    period: id,
    trace: () => ({ kind: "absent", label: name, reason: "thiếu kỳ trước trong năm" }),
  };
}

const isFlow = (key: ValueKey, { now }: CumulateContext): boolean =>
  findKey(now.asked.formSet, key)?.indicator.kind === "flow";

/** From the beginning of the year's data to this cut-off. */
export function cumulateYear(key: ValueKey, scope: Scope, context: CumulateContext): Cumulative {
  if (!isFlow(key, context)) return { kind: "blocked" };
  const chain = chainOfYear(context);
  const { period } = context.now.book;
  if (chain === undefined) return brokenChain(period);
  return addUp(`Lũy kế năm ${period.year}`, key, scope, chain, context);
}

/** From the beginning of the plan to this cut-off. */
export function cumulatePlan(key: ValueKey, scope: Scope, context: CumulateContext): Cumulative {
  if (!isFlow(key, context)) return { kind: "blocked" };
  const { plan, kinds } = context;
  const { period } = context.now.book;
  // the figures of a review are those of its span
  if (plan === undefined && period.firstYear === period.year) return { kind: "noPlan" };
  const first = plan?.first ?? period.firstYear;
  if (period.year < first || (plan !== undefined && period.firstYear > plan.last)) return { kind: "noPlan" };
  const earlier: Period[] = [];
  for (let year = first; year < period.firstYear; year += 1) {
    const whole = readPeriod(`${year}-${YEAR_KIND}`, kinds);
    if (whole !== undefined) earlier.push(whole);
  }
  const chain = period.firstYear === period.year ? chainOfYear(context) : [];
  if (chain === undefined) return brokenChain(period);
  const label = `Lũy kế giai đoạn từ năm ${first}`;
  return addUp(label, key, scope, [...earlier, ...chain], context);
}
