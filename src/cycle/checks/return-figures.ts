/** The figures of a return, or of a total, as conditions and formulas ask for them. */

import { formulaOf } from "../../forms/compiled.js";
import { type Expression, evaluate, type Reference, references, type Scope } from "../../forms/expression.js";
import type { FormSet, Measure, ValueKey } from "../../forms/form-set.js";
import { findKey } from "../../forms/indicators.js";
import { isEarlier } from "../../forms/measures.js";
import type { CellPlace } from "../returns.js";
import type { EarlierFigures } from "./earlier-figures.js";

/** A figure by key and measure; its cell where it has one. */
export interface KnownFigure {
  readonly key: ValueKey;
  readonly measure: Measure;
  readonly value?: number;
  readonly cell?: CellPlace;
}

/** Measures in which checks are tried, the period's own figures first. */
const TRIED: readonly Measure[] = ["actual", "estimate", "official"];

export class ReturnFigures {
  readonly #formSet: FormSet;
  readonly #known: ReadonlyMap<string, KnownFigure>;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #earlier: EarlierFigures;
  readonly #computed = new Map<string, number | undefined>();

  /**
   * @param known computed figures already worked out again from the typed ones
   * @param rows filled rows of each list form
   */
  constructor(
    formSet: FormSet,
    known: readonly KnownFigure[],
    rows: ReadonlyMap<string, number>,
    earlier: EarlierFigures,
  ) {
    this.#formSet = formSet;
    this.#known = new Map(known.map((figure) => [`${figure.key}/${figure.measure}`, figure]));
    this.#rows = rows;
    this.#earlier = earlier;
  }

  /** Measures that the figures have. */
  get measures(): readonly Measure[] {
    const present = new Set([...this.#known.values()].map(({ measure }) => measure));
    return TRIED.filter((measure) => present.has(measure));
  }

  /** Those of earlier times among them: in a review the years of its span, and the one before. */
  get earlierMeasures(): readonly Measure[] {
    return [...new Set([...this.#known.values()].map(({ measure }) => measure))].filter(isEarlier);
  }

  /** Whether a figure is an opening stock: it was filled before the unit had the workbook. */
  isOpening(key: ValueKey): boolean {
    return findKey(this.#formSet, key)?.indicator.opens !== undefined;
  }

  /** The figure with its cell; an opening stock has one for all measures of a period. */
  figure(key: ValueKey, measure: Measure): KnownFigure | undefined {
    const own = this.#known.get(`${key}/${measure}`);
    if (own !== undefined || measure === "actual" || isEarlier(measure)) return own;
    const opens = findKey(this.#formSet, key)?.indicator.opens !== undefined;
    return opens ? this.#known.get(`${key}/actual`) : undefined;
  }

  /** A figure; one that has no cell is worked out by its formula. Undefined when anything is missing. */
  value(key: ValueKey, measure: Measure): number | undefined {
    const figure = this.figure(key, measure);
    if (figure !== undefined) return figure.value;
    const id = `${key}/${measure}`;
    if (this.#computed.has(id)) return this.#computed.get(id);
    // a formula that waits for itself is unknown; form sets with circles are not loaded
    this.#computed.set(id, undefined);
    const formula = this.#formulaOf(key);
    const result = formula === undefined ? undefined : evaluate(formula, this.scope(measure));
    const set = formula === undefined && measure === "actual" ? this.#targetOf(key) : undefined;
    const value = typeof result === "number" ? result : set;
    this.#computed.set(id, value);
    return value;
  }

  /** Where expressions find their values in a measure. Earlier figures are those of cut-offs: only `actual` meets them. */
  scope(measure: Measure): Scope {
    return { resolve: (reference) => this.#resolve(reference, measure) };
  }

  /** Figures with cells that an expression rests on in a measure, in the order of first use, formulas followed. */
  figuresIn(expression: Expression, measure: Measure): readonly KnownFigure[] {
    const found = new Map<string, KnownFigure>();
    const open = new Set<ValueKey>();
    const follow = (node: Expression): void => {
      for (const { table, key } of references(node)) {
        if (table !== undefined || open.has(key)) continue;
        open.add(key);
        const figure = this.figure(key, measure);
        const formula = figure === undefined ? this.#formulaOf(key) : undefined;
        if (figure !== undefined) found.set(`${figure.key}/${figure.measure}`, figure);
        else if (formula !== undefined) follow(formula);
      }
    };
    follow(expression);
    return [...found.values()];
  }

  /** A target that was set for the unit stands in no cell that it types into. */
  #targetOf(key: ValueKey): number | undefined {
    return findKey(this.#formSet, key)?.indicator.kind === "target" ? this.#earlier.target?.(key) : undefined;
  }

  #formulaOf(key: ValueKey): Expression | undefined {
    const meaning = findKey(this.#formSet, key);
    return meaning === undefined || meaning.member !== undefined
      ? undefined
      : formulaOf(this.#formSet, meaning.indicator);
  }

  #resolve({ table, key }: Reference, measure: Measure): number | undefined {
    switch (table) {
      case undefined:
        return this.value(key, measure);
      case "p":
        return this.#formSet.parameters[key];
      case "rows":
        // lists name what is there at the cut-off, not what is expected
        return measure === "actual" ? this.#rows.get(key) : undefined;
      default:
        return measure === "actual" ? this.#earlier[table](key) : undefined;
    }
  }
}
