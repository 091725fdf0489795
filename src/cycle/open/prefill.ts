/** What a unit's outline is filled with before it leaves: figures of earlier periods and targets. */
import { type FormSet, findKey, fixedTargets, keyOf, type Measure, type ValueKey } from "../../forms/index.js";
import { closedGroups, existsOn, groupOf, type Unit, type UnitRegister } from "../../organisation/index.js";
import { type Period, type PeriodKind, readPeriod, YEAR_KIND } from "../../periods/index.js";
import type { PrefillSource, WorkbookLayout } from "../../workbook/layout/index.js";
import type { Prefill } from "../../workbook/write/index.js";
import {
  type EarlierFigureSource,
  type EarlierFigures,
  earlierFiguresFrom,
  type FigureLedger,
} from "../checks/index.js";
import { targetPeriod } from "./targets.js";

export interface PrefillContext {
  readonly ledger: FigureLedger;
  readonly register: UnitRegister;
  /** All kinds of period of the office. */
  readonly kinds: readonly PeriodKind[];
  readonly formSet: FormSet;
  readonly period: Period;
  /** First year of the plan that targets belong to; without it nothing is added up over years. */
  readonly planStart?: number;
}

type Figure = (key: string) => number | undefined;
type Figures = Readonly<Record<string, number>>;

/** Figures of a unit in a whole year, led through the succession of units to the period that is opened. */
function figuresOfYear(earlierOf: EarlierFigureSource, unit: string, period: Period, year: number): Figure {
  const after = { ...period, id: `${year + 1}-${YEAR_KIND}`, kind: YEAR_KIND, year: year + 1, firstYear: year + 1 };
  return earlierOf(unit, after).lastYear;
}

/** The closing stock that an opening continues: `B05` of `B01`. */
function closingOf(formSet: FormSet, key: ValueKey): ValueKey | undefined {
  const meaning = findKey(formSet, key);
  const closing = meaning?.indicator.opens;
  const indicator = closing === undefined ? undefined : findKey(formSet, closing)?.indicator;
  return indicator && keyOf(indicator, meaning?.member);
}

/** Sum over the plan's years before this one; undefined while one of them is not known. */
function cumulated(years: readonly Figure[] | undefined, key: ValueKey): number | undefined {
  if (years === undefined) return undefined;
  let sum = 0;
  for (const figure of years) {
    const value = figure(key);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/**
 * `C02/year2`, `C02/baseline`: figures of the years of a review, and of the year before the plan. One that may still
 * change is left to the unit; a share of several units together is no sum.
 */
function settledFigure(name: string, formSet: FormSet, earlier: EarlierFigures): number | undefined {
  const [key = "", measure = ""] = name.split("/");
  if (findKey(formSet, key)?.indicator.kind === "ratio") return undefined;
  const figure = earlier.ofYear(key, measure as Measure);
  return figure?.settled === true ? figure.value : undefined;
}

/** Makes the prefill of units, one after the other. */
export class Prefilling {
  readonly #context: PrefillContext;
  readonly #earlierOf: EarlierFigureSource;
  readonly #fixed: Figures;
  /** The same period of last year, when it is one of a single year. */
  readonly #lastYear: Period | undefined;
  readonly #uncomparable: ReadonlySet<string>;

  constructor(context: PrefillContext) {
    const { ledger, register, kinds, formSet, period } = context;
    this.#context = context;
    this.#earlierOf = earlierFiguresFrom(ledger, register, kinds);
    this.#fixed = fixedTargets(formSet);
    this.#lastYear =
      period.firstYear === period.year ? readPeriod(`${period.year - 1}-${period.kind}`, kinds) : undefined;
    this.#uncomparable = new Set(this.#lastYear === undefined ? [] : changedUnits(register, this.#lastYear, period));
  }

  /** The prefill of one unit's workbook. */
  of(unit: Unit, { prefilled }: Pick<WorkbookLayout, "prefilled">): Prefill {
    const { formSet, period } = this.#context;
    const earlier = this.#earlierOf(unit.code, period);
    const sources = this.#sources(unit.code, earlier);
    const tables: Record<PrefillSource, Record<string, number>> = {
      ...{ openings: {}, samePeriod: {}, targets: {}, earlier: {}, cumulative: {}, half: {}, prior: {} },
    };
    let lacking = false;
    for (const { source, key } of prefilled) {
      const value = sources[source](key);
      if (value !== undefined) tables[source][key] = value;
      else if (source === "openings" && closingOf(formSet, key) !== undefined) lacking = true;
    }
    return { ...tables, openingsOpen: lacking || this.#firstYear(unit, tables.samePeriod, prefilled) };
  }

  #sources(unit: string, earlier: EarlierFigures): Readonly<Record<PrefillSource, Figure>> {
    const { formSet, period, planStart, ledger } = this.#context;
    const yearly = (year: number): Figure => figuresOfYear(this.#earlierOf, unit, period, year);
    const years =
      planStart === undefined || planStart > period.year
        ? undefined
        : Array.from({ length: period.year - planStart }, (_, index) => yearly(planStart + index));
    const targets = new Map(
      [planStart ?? period.year, period.year].flatMap((year) =>
        (ledger.priorFigures(unit, targetPeriod(year))?.figures ?? []).map(({ key, value }) => [key, value] as const),
      ),
    );
    return {
      openings: (key) => {
        const closing = closingOf(formSet, key);
        return closing === undefined ? undefined : earlier.opening(closing).value;
      },
      samePeriod: earlier.lastYear,
      half: earlier.half,
      prior: earlier.prior,
      targets: (key) => targets.get(key) ?? this.#fixed[key],
      cumulative: (key) => cumulated(years, key),
      earlier: (name) => settledFigure(name, formSet, earlier),
    };
  }

  /** Nothing is known of last year's period although the unit was the same then: it tells the figures itself. */
  #firstYear(unit: Unit, samePeriod: Figures, prefilled: WorkbookLayout["prefilled"]): boolean {
    if (this.#lastYear === undefined || this.#uncomparable.has(unit.code)) return false;
    if (!existsOn(unit, this.#lastYear.window.to)) return false;
    return Object.keys(samePeriod).length === 0 && prefilled.some(({ source }) => source === "samePeriod");
  }
}

/** Units that stand for something else than they did a year ago. */
function changedUnits(register: UnitRegister, earlier: Period, later: Period): readonly string[] {
  if (earlier.window.to >= later.window.to) return [];
  const groups = closedGroups(register, earlier.window.to, later.window.to);
  return register.units.flatMap(({ code }) => {
    const group = groupOf(groups, code);
    return group !== undefined && (group.before.length !== 1 || group.before[0] !== code) ? [code] : [];
  });
}
