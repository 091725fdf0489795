/** The figures of reports: totals of a period, and any bound figure by its path, each with coverage and provenance. */

import { earlierPeriods } from "../../cycle/checks/index.js";
import type { Coverage } from "../../cycle/ledger/index.js";
import type { Finding } from "../../findings/finding.js";
import { reportFigure } from "../../findings/messages/report.js";
import { nearest } from "../../findings/nearest.js";
import { type FormSet, type Measure, placedKeys, type ValueKey } from "../../forms/index.js";
import { findUnit, type UnitRegister } from "../../organisation/index.js";
import { type Period, type PeriodKind, readPeriod } from "../../periods/index.js";
import { answer } from "./answer.js";
import { AskedFigures } from "./asked-figures.js";
import { PeriodBook, type ReportLedger } from "./book.js";
import { Comparing, type Comparison } from "./compare.js";
import { type Cumulative, cumulatePlan, cumulateYear } from "./cumulate.js";
import { type FigurePath, printFigurePath, readFigurePath } from "./figure-path.js";
import type { ResolvedFigure } from "./resolved-figure.js";
import { areaScope, type Scope, scopesOf, unitsOf, WHOLE } from "./scopes.js";
import { Sums, type Total } from "./sums.js";
import { type SetTarget, type TargetSpan, Targets } from "./targets.js";

export interface ReportContext {
  readonly ledger: ReportLedger;
  readonly formSet: FormSet;
  readonly register: UnitRegister;
  /** All kinds of period of the office. */
  readonly kinds: readonly PeriodKind[];
  /** Years of the plan whose targets are reported on. */
  readonly plan?: { readonly first: number; readonly last: number };
}

/** A figure, or why there is none under that path. */
export type Resolution =
  | { readonly figure: ResolvedFigure; readonly finding?: undefined }
  | { readonly finding: Finding; readonly figure?: undefined };

/** Totals of one period. */
export class PeriodTotals {
  #comparing: Comparing | undefined;
  #targets: Targets | undefined;
  readonly #totals = new Map<string, Total>();
  /** Of the unit that was asked for last: thousands of units are gone through one by one, and seldom again. */
  #ofUnit: { readonly unit: string; readonly totals: Map<string, Total> } = { unit: "", totals: new Map() };

  constructor(
    readonly context: ReportContext,
    readonly sums: Sums,
    readonly earlierSums: (period: Period) => Sums,
  ) {}

  get period(): Period {
    return this.sums.book.period;
  }

  get book(): PeriodBook {
    return this.sums.book;
  }

  /** Coverage of the period, whatever the figure: which units were asked, which are in the totals. */
  get coverage(): Pick<Coverage, "asked" | "counted" | "missing" | "explain"> {
    const codes = (test: (unit: PeriodBook["units"][number]) => boolean): readonly string[] =>
      this.book.units.filter(test).map(({ code }) => code);
    return {
      asked: codes(({ standing }) => standing !== "notAsked"),
      counted: codes(({ standing }) => standing === "counted"),
      missing: codes(({ standing }) => standing === "notSent" || standing === "toCorrect"),
      explain: codes(({ toExplain }) => toExplain),
    };
  }

  /** Keys that any unit is asked for in this kind of period, computed ones included, in the order of the form set. */
  get keys(): readonly ValueKey[] {
    const { formSet } = this.context;
    const asked = new Set(formSet.unitKinds.flatMap(({ id }) => placedKeys(formSet, id, this.period.kind)));
    return formSet.indicators
      .flatMap(({ code }) => [code, ...[...asked].filter((key) => key.startsWith(`${code}.`))])
      .filter((key) => asked.has(key));
  }

  /** All scopes by id: `tinh`, areas, kinds of unit, units. */
  get scopes(): ReadonlyMap<string, Scope> {
    return scopesOf(this.context.register, this.context.formSet);
  }

  /** A total of a scope; of a unit what it reported itself. */
  total(key: ValueKey, scope: Scope | string = WHOLE, measure: Measure = "actual"): Total {
    const found = typeof scope === "string" ? this.scopes.get(scope) : scope;
    if (found === undefined) throw new RangeError(`no scope ${String(scope)}`);
    if (found.kind === "unit" && this.#ofUnit.unit !== found.id) this.#ofUnit = { unit: found.id, totals: new Map() };
    const totals = found.kind === "unit" ? this.#ofUnit.totals : this.#totals;
    const name = `${key}/${found.id}/${measure}`;
    const known = totals.get(name);
    if (known !== undefined) return known;
    const total = this.sums.over(key, measure, unitsOf(found, this.book));
    totals.set(name, total);
    return total;
  }

  /** Beside the same period of last year; undefined basis where the period has none, as a review. */
  compare(key: ValueKey, scope: Scope): Comparison {
    const { kinds, register } = this.context;
    if (this.#comparing === undefined) {
      const { sameLastYear } = earlierPeriods(this.period, kinds);
      if (sameLastYear === undefined || sameLastYear.window.to >= this.period.window.to)
        return { kind: "notComparable", reason: "noEarlierPeriod", leftOut: [] };
      this.#comparing = new Comparing(this.sums, this.earlierSums(sameLastYear), register, (unit) =>
        this.#areaOf(unit),
      );
    }
    return this.#comparing.compare(key, scope);
  }

  #areaOf(unit: Scope): Scope | undefined {
    const area = findUnit(this.context.register, unit.id)?.area;
    return area === undefined ? undefined : areaScope(this.scopes, area);
  }

  /** The target of a figure; undefined when none was set in that scope. */
  target(key: ValueKey, span: TargetSpan, scope: Scope): SetTarget | undefined {
    const { ledger, formSet, plan } = this.context;
    this.#targets ??= new Targets(this.book, ledger, formSet, plan?.first);
    return this.#targets.of(key, span, scope);
  }

  /** Flows added up over the year or over the plan's span. */
  cumulative(key: ValueKey, span: TargetSpan, scope: Scope): Cumulative {
    const { register, kinds, plan, ledger } = this.context;
    const opened = ledger.periods().flatMap(({ period }) => (period.id === this.period.id ? [] : [period]));
    const context = {
      ...{ register, kinds, opened, now: this.sums, earlier: this.earlierSums },
      ...(plan === undefined ? {} : { plan }),
    };
    return span === "year" ? cumulateYear(key, scope, context) : cumulatePlan(key, scope, context);
  }

  /** Answers a path of this period. */
  figure(path: FigurePath): ResolvedFigure {
    return answer(path, this);
  }
}

/** Figures of reports over one ledger: each period is read once. */
export class Figures {
  readonly #periods = new Map<string, PeriodTotals | undefined>();
  readonly #earlier = new Map<string, Sums>();

  constructor(readonly context: ReportContext) {}

  #sums(period: Period, basis: "counted" | "locked"): Sums {
    const { ledger, formSet, register } = this.context;
    return new Sums(new PeriodBook(period, basis, ledger, formSet, register), new AskedFigures(formSet, period.kind));
  }

  #earlierSums(period: Period): Sums {
    const known = this.#earlier.get(period.id) ?? this.#sums(period, "locked");
    this.#earlier.set(period.id, known);
    return known;
  }

  /**
   * Totals of a period, over the returns that count now; of one that was never opened here, over opening figures.
   *
   * @returns undefined when it was never opened and nothing of it is known
   */
  period(id: string): PeriodTotals | undefined {
    if (this.#periods.has(id)) return this.#periods.get(id);
    const { ledger, kinds } = this.context;
    const opened = ledger.period(id)?.period;
    const period = opened ?? readPeriod(id, kinds);
    const sums = period === undefined ? undefined : this.#sums(period, opened === undefined ? "locked" : "counted");
    const known = sums !== undefined && (opened !== undefined || !sums.book.isEmpty);
    const totals = known ? new PeriodTotals(this.context, sums, (earlier) => this.#earlierSums(earlier)) : undefined;
    this.#periods.set(id, totals);
    return totals;
  }

  /** The figure of a path as it stands in a draft: `vt:C02/tinh/2026-nam/cung-ky`. */
  resolve(text: string): Resolution {
    const { path, finding } = readFigurePath(text, this.context);
    if (path === undefined) return { finding };
    const totals = this.period(path.period);
    if (totals !== undefined) return { figure: totals.figure(path) };
    const opened = this.context.ledger.periods().map(({ period }) => period.id);
    const near = nearest(path.period, opened);
    const meant = near === undefined ? undefined : printFigurePath({ ...path, period: near });
    return { finding: reportFigure("report/unknown-period", { path: text, typed: path.period, nearest: meant }) };
  }
}

/** The value, print, coverage and trace of a bound figure; or a finding that names the right path. */
export const resolveFigure = (text: string, figures: Figures): Resolution => figures.resolve(text);
