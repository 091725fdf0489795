/**
 * Totals over units of one period. Typed figures are summed over the units whose figures count; computed ones, and shares
 * above all, are worked out from the totals by the form set's own formulas, never averaged (reporting §6.2). A unit counts
 * for a computed figure only with everything that it was asked for: half of its figures would falsify the result.
 */
import {
  evaluate,
  findKey,
  type Measure,
  nameOfKey,
  printReference,
  references,
  type ValueKey,
} from "../../forms/index.js";
import type { AskedFigures } from "./asked-figures.js";
import type { PeriodBook } from "./book.js";
import { type FigureCoverage, NO_COVERAGE } from "./coverage.js";
import { FigurePlans, type Side } from "./figure-plans.js";
import type { SumNode, TraceNode } from "./trace.js";

/** A total with its coverage and where it came from. */
export interface Total {
  readonly key: ValueKey;
  readonly measure: Measure;
  readonly period: string;
  /** Absent when nobody reported it, which is not the same as 0. */
  readonly value?: number;
  readonly coverage: FigureCoverage;
  /** Whether any unit of the scope is asked for it. */
  readonly isAsked: boolean;
  /** Of one unit: what it says is only held beside the source that counts (đối soát). */
  readonly secondSource: boolean;
  readonly trace: () => TraceNode;
}

/** Units of a scope. */
export interface UnitList {
  readonly at: readonly number[];
  /** One unit that stands for itself. */
  readonly own?: boolean;
  /** Some of all units, as an area: figures of one source may be of other ground than those of another. */
  readonly part?: boolean;
}

type Sides = { readonly [S in Side]: readonly number[] };

export class Sums {
  readonly plans: FigurePlans;

  constructor(
    readonly book: PeriodBook,
    readonly asked: AskedFigures,
  ) {
    this.plans = new FigurePlans(book, asked);
  }

  get #formSet() {
    return this.asked.formSet;
  }

  #sides(key: ValueKey, measure: Measure, { at: list, own }: UnitList): Sides {
    const sides = { complete: [] as number[], stored: [] as number[], missing: [] as number[] };
    const { side: sideOf } = this.plans.plan(key, measure, own);
    for (const at of list) {
      const side = sideOf(at);
      if (side !== undefined) sides[side].push(at);
    }
    return sides;
  }

  /** Worked out over units that are all complete. */
  #valueOver(key: ValueKey, measure: Measure, list: UnitList): number | undefined {
    const { formula, adds, read } = this.plans.plan(key, measure, list.own);
    if (formula !== undefined) {
      const value = evaluate(formula, {
        resolve: ({ table, key: operand }) => {
          if (table === "p") return this.#formSet.parameters[operand];
          return table === undefined ? this.#valueOver(operand, measure, list) : undefined;
        },
      });
      return typeof value === "number" ? value : undefined;
    }
    let sum: number | undefined;
    for (const at of list.at) {
      const value = adds(at) ? read(at) : undefined;
      if (value !== undefined) sum = (sum ?? 0) + value;
    }
    return sum;
  }

  /** The total of a figure over units. */
  over(key: ValueKey, measure: Measure, list: UnitList): Total {
    const { own = false, part = false } = list;
    // enterprises with self-defence of the whole province are no share of those of one area
    if (part && this.plans.crosses(key, measure)) return this.over(key, measure, { at: [] });
    const sides = this.#sides(key, measure, list);
    const { complete, stored, missing } = sides;
    const value = ((): number | undefined => {
      if (stored.length === 0) return this.#valueOver(key, measure, { at: complete, own });
      const parts = [
        ...complete.map((at) => this.#valueOver(key, measure, { at: [at], own })),
        ...stored.map((at) => this.book.value(at, key, measure)),
      ];
      return parts.reduce<number | undefined>((sum, each) => (each === undefined ? sum : (sum ?? 0) + each), undefined);
    })();
    // of thousands of units: put together when somebody asks
    let known: FigureCoverage | undefined;
    const coverageOf = (): FigureCoverage => {
      known ??= this.#coverage(sides);
      return known;
    };
    const [first] = complete.length > 0 ? complete : stored;
    const kind = own && first !== undefined ? this.book.units[first]?.kind : undefined;
    return {
      key,
      measure,
      period: this.book.period.id,
      ...(value === undefined ? {} : { value }),
      get coverage() {
        return coverageOf();
      },
      isAsked: complete.length + stored.length + missing.length > 0,
      secondSource: kind !== undefined && !this.plans.counts(kind, key),
      trace: () => this.#trace(key, measure, list, sides, value, coverageOf()),
    };
  }

  #coverage({ complete, stored, missing }: Sides): FigureCoverage {
    const inTotal = [...complete, ...stored].sort((a, b) => a - b);
    if (inTotal.length === 0 && missing.length === 0) return NO_COVERAGE;
    const { units, period } = this.book;
    return {
      asked: [...inTotal, ...missing].filter((at) => units[at]?.standing !== "notAsked").length,
      counted: inTotal.flatMap((at) => units[at]?.code ?? []),
      missing: missing.flatMap((at) => {
        const unit = units[at];
        if (unit === undefined || unit.standing === "notAsked") return [];
        const reason = unit.standing === "counted" ? "blank" : unit.standing;
        return [{ unit: unit.code, name: unit.name, reason, period: period.id }];
      }),
      toExplain: inTotal.flatMap((at) => (units[at]?.toExplain ? (units[at]?.code ?? []) : [])),
    };
  }

  #label(key: ValueKey): string {
    return `${nameOfKey(this.#formSet, key)} (${this.book.period.name})`;
  }

  #trace(
    key: ValueKey,
    measure: Measure,
    { own = false }: UnitList,
    { complete, stored }: Sides,
    value: number | undefined,
    coverage: FigureCoverage,
  ): TraceNode {
    if (value === undefined && coverage.counted.length === 0)
      return { kind: "absent", label: this.#label(key), reason: "chưa có số liệu" };
    if (stored.length === 0) return this.#node(key, measure, { at: complete, own }, coverage.missing);
    const parts = [...complete.map((at) => ({ at, whole: false })), ...stored.map((at) => ({ at, whole: true }))]
      .sort((a, b) => a.at - b.at)
      .map(({ at, whole }) =>
        whole ? this.#cell(at, key, measure) : this.#node(key, measure, { at: [at], own: true }, []),
      );
    const [only] = parts;
    if (own && parts.length === 1 && only !== undefined) return only;
    return {
      kind: "sum",
      label: this.#label(key),
      ...(value === undefined ? {} : { value }),
      parts,
      missing: coverage.missing,
    };
  }

  /** Over units that are all complete. */
  #node(key: ValueKey, measure: Measure, list: UnitList, missing: SumNode["missing"]): TraceNode {
    const value = this.#valueOver(key, measure, list);
    const label = this.#label(key);
    const valued = value === undefined ? {} : { value };
    const meaning = findKey(this.#formSet, key);
    const plan = this.plans.plan(key, measure, list.own);
    const formula = plan.formula === undefined ? undefined : meaning?.indicator.formula;
    if (plan.formula === undefined || formula === undefined) {
      const parts = list.at.filter(plan.adds).map((at) => this.#cell(at, key, measure));
      const [only] = parts;
      if (list.own && parts.length === 1 && only !== undefined) return only;
      return { kind: "sum", label, ...valued, parts, missing };
    }
    // references as they stand in its text, `sum(A01)` as its parts
    const operands = references(plan.formula).map((reference) => {
      const name = printReference(reference);
      const node = reference.table === "p" ? this.#parameter(reference.key) : this.#node(name, measure, list, missing);
      return { name, node };
    });
    return { kind: "formula", label, formula, ...valued, operands };
  }

  #parameter(name: string): TraceNode {
    const { id, version, parameters } = this.#formSet;
    return { kind: "declared", label: `p.${name}`, value: parameters[name] ?? Number.NaN, formSet: `${id} ${version}` };
  }

  #cell(at: number, key: ValueKey, measure: Measure): TraceNode {
    const origin = this.book.origin(at, key, measure);
    const unit = this.book.units[at];
    if (origin === undefined || unit === undefined)
      return { kind: "absent", label: unit?.name ?? "", reason: "chưa có số liệu" };
    const { value, place, revision, file } = origin;
    return {
      kind: "cell",
      label: unit.name,
      unit: unit.code,
      key: place.key,
      measure: place.measure,
      period: this.book.period.id,
      value,
      ...(revision === undefined
        ? {}
        : { revision: { id: revision.id, number: revision.number, received: revision.received.day } }),
      file: { sha256: file.sha256, name: file.name },
      cell: place.cell,
    };
  }
}
