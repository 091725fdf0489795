/**
 * Totals over units of one period. Typed figures are summed over the units whose figures count; computed ones, and shares
 * above all, are worked out from the totals by the form set's own formulas, never averaged (reporting §6.2). A unit counts
 * for a computed figure only with everything that it was asked for: half of its figures would falsify the result.
 */
import { isAuthoritative } from "../../cycle/sources/index.js";
import {
  evaluate,
  findKey,
  formulaOf,
  isTypedKey,
  type Measure,
  nameOfKey,
  printReference,
  references,
  type ValueKey,
} from "../../forms/index.js";
import type { AskedFigures } from "./asked-figures.js";
import type { PeriodBook } from "./book.js";
import { type FigureCoverage, NO_COVERAGE } from "./coverage.js";
import type { SumNode, TraceNode } from "./trace.js";

/** A total with its coverage and where it came from. */
export interface Total {
  readonly key: ValueKey;
  readonly measure: Measure;
  readonly period: string;
  /** Absent when nobody reported it, which is not the same as 0. */
  readonly value?: number;
  readonly coverage: FigureCoverage;
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

interface Sides {
  readonly complete: readonly number[];
  /** They have the figure itself and not what it is worked out from, as opening figures do. */
  readonly stored: readonly number[];
  readonly missing: readonly number[];
}

export class Sums {
  constructor(
    readonly book: PeriodBook,
    readonly asked: AskedFigures,
  ) {}

  get #formSet() {
    return this.asked.formSet;
  }

  /** Whether a kind's figures count for a figure, with all that it is worked out from. */
  #counts(kind: string, key: ValueKey): boolean {
    return this.asked.leaves(key).every((leaf) => isAuthoritative(this.#formSet, leaf.key, kind));
  }

  /** Something that depends on the kind of a unit alone, worked out once a kind. */
  #byKind<T>(make: (kind: string) => T): (at: number) => T | undefined {
    const known = new Map<string, T>();
    return (at) => {
      const kind = this.book.units[at]?.kind;
      if (kind === undefined) return undefined;
      const found = known.get(kind) ?? make(kind);
      known.set(kind, found);
      return found;
    };
  }

  /** How units stand towards a figure; undefined where they are not asked for it. */
  sides(key: ValueKey, measure: Measure, own = false): (at: number) => keyof Sides | undefined {
    const isRatio = findKey(this.#formSet, key)?.indicator.kind === "ratio";
    const whole = this.book.reader(key, measure);
    const ofKind = this.#byKind((kind) => ({
      readers: this.asked.needs(kind, key, measure, own).map((leaf) => this.book.reader(leaf.key, measure)),
      stores: !isRatio && (own || this.#counts(kind, key)) && this.asked.asks(kind, key, measure),
    }));
    return (at) => {
      const found = ofKind(at);
      if (found === undefined || found.readers.length === 0) return undefined;
      if (found.readers.every((read) => read(at) !== undefined)) return "complete";
      return found.stores && whole(at) !== undefined ? "stored" : "missing";
    };
  }

  #sides(key: ValueKey, measure: Measure, { at: list, own = false }: UnitList): Sides {
    const sides = { complete: [] as number[], stored: [] as number[], missing: [] as number[] };
    const sideOf = this.sides(key, measure, own);
    for (const at of list) {
      const side = sideOf(at);
      if (side !== undefined) sides[side].push(at);
    }
    return sides;
  }

  /** Worked out over units that are all complete. */
  #valueOver(key: ValueKey, measure: Measure, list: UnitList): number | undefined {
    const formula = this.#formulaOf(key);
    if (formula !== undefined) {
      const value = evaluate(formula, {
        resolve: ({ table, key: operand }) => {
          if (table === "p") return this.#formSet.parameters[operand];
          return table === undefined ? this.#valueOver(operand, measure, list) : undefined;
        },
      });
      return typeof value === "number" ? value : undefined;
    }
    const adds = this.#adds(key, measure, list);
    const read = this.book.reader(key, measure);
    let sum: number | undefined;
    for (const at of list.at) {
      const value = adds(at) ? read(at) : undefined;
      if (value !== undefined) sum = (sum ?? 0) + value;
    }
    return sum;
  }

  /** Whether a unit's typed figure is added: its own source, or the unit itself is asked about. */
  #adds(key: ValueKey, measure: Measure, { own = false }: UnitList): (at: number) => boolean | undefined {
    return this.#byKind((kind) => this.asked.needs(kind, key, measure, own).length > 0);
  }

  #formulaOf(key: ValueKey) {
    const meaning = findKey(this.#formSet, key);
    if (meaning === undefined || meaning.member !== undefined || isTypedKey(this.#formSet, key)) return undefined;
    return formulaOf(this.#formSet, meaning.indicator);
  }

  /** Whether a share's operands come from several sources. */
  crosses(key: ValueKey, measure: Measure): boolean {
    if (findKey(this.#formSet, key)?.indicator.kind !== "ratio") return false;
    const leaves = this.asked.leaves(key);
    return this.#formSet.unitKinds.some(({ id }) => {
      const asked = this.asked.needs(id, key, measure, false).length;
      return asked > 0 && asked < leaves.length;
    });
  }

  /** The total of a figure over units. */
  over(key: ValueKey, measure: Measure, list: UnitList): Total {
    const { own = false, part = false } = list;
    // enterprises with self-defence of the whole province are no share of those of one area
    if (part && this.crosses(key, measure)) return this.over(key, measure, { at: [] });
    const sides = this.#sides(key, measure, list);
    const { complete, stored, missing } = sides;
    const units = this.book.units;
    const inTotal = [...complete, ...stored].sort((a, b) => a - b);
    const value = ((): number | undefined => {
      if (stored.length === 0) return this.#valueOver(key, measure, { at: complete, own });
      const parts = [
        ...complete.map((at) => this.#valueOver(key, measure, { at: [at], own })),
        ...stored.map((at) => this.book.value(at, key, measure)),
      ];
      return parts.reduce<number | undefined>((sum, part) => (part === undefined ? sum : (sum ?? 0) + part), undefined);
    })();
    const period = this.book.period.id;
    const coverage: FigureCoverage =
      inTotal.length === 0 && missing.length === 0
        ? NO_COVERAGE
        : {
            asked: [...inTotal, ...missing].filter((at) => units[at]?.standing !== "notAsked").length,
            counted: inTotal.flatMap((at) => units[at]?.code ?? []),
            missing: missing.flatMap((at) => {
              const unit = units[at];
              if (unit === undefined || unit.standing === "notAsked") return [];
              const reason = unit.standing === "counted" ? "blank" : unit.standing;
              return [{ unit: unit.code, name: unit.name, reason, period }];
            }),
            toExplain: inTotal.flatMap((at) => (units[at]?.toExplain ? (units[at]?.code ?? []) : [])),
          };
    const [first] = inTotal;
    const kind = own && first !== undefined ? units[first]?.kind : undefined;
    return {
      key,
      measure,
      period,
      ...(value === undefined ? {} : { value }),
      coverage,
      secondSource: kind !== undefined && !this.#counts(kind, key),
      trace: () => this.#trace(key, measure, list, sides, value, coverage),
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
    const formula = this.#formulaOf(key) === undefined ? undefined : meaning?.indicator.formula;
    if (formula === undefined) {
      const parts = list.at.filter(this.#adds(key, measure, list)).map((at) => this.#cell(at, key, measure));
      const [only] = parts;
      if (list.own && parts.length === 1 && only !== undefined) return only;
      return { kind: "sum", label, ...valued, parts, missing };
    }
    const operands = this.#operands(key).map((name) => {
      const [table, parameter] = name.split(".");
      const node: TraceNode =
        table === "p" && parameter !== undefined
          ? this.#parameter(parameter)
          : this.#node(name, measure, list, missing);
      return { name, node };
    });
    return { kind: "formula", label, formula, ...valued, operands };
  }

  /** References of a formula as they stand in its text, `sum(A01)` as its parts. */
  #operands(key: ValueKey): readonly string[] {
    const formula = this.#formulaOf(key);
    return formula === undefined ? [] : references(formula).map(printReference);
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
