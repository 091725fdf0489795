/** Which figures the forms ask of a kind of unit, and what computed ones rest on. */
import { isAuthoritative } from "../../cycle/sources/index.js";
import {
  type Expression,
  type FormSet,
  findKey,
  formsFor,
  formulaOf,
  isTypedKey,
  type Measure,
  measureOf,
  references,
  rowsFor,
  type ValueKey,
} from "../../forms/index.js";

/** A figure's name: `C02/actual`. */
export const figureName = (key: ValueKey, measure: Measure): string => `${key}/${measure}`;

/** A figure in a cell, under a computed one or itself. */
export interface Leaf {
  readonly key: ValueKey;
  readonly name: string;
}

/** What the forms of one kind of period ask, worked out once. */
export class AskedFigures {
  readonly #asked = new Map<string, ReadonlySet<string>>();
  readonly #given = new Map<string, boolean>();
  readonly #leaves = new Map<string, readonly Leaf[]>();
  readonly #needs = new Map<string, readonly Leaf[]>();

  constructor(
    readonly formSet: FormSet,
    readonly periodKind: string,
  ) {}

  /** Whether a kind of unit has a place for a figure in its own forms. */
  asks(unitKind: string, key: ValueKey, measure: Measure): boolean {
    const known = this.#asked.get(unitKind) ?? new Set(this.#placesOf(unitKind));
    this.#asked.set(unitKind, known);
    return known.has(figureName(key, measure)) || (this.#opens(key, measure) && known.has(figureName(key, "actual")));
  }

  /**
   * Whether a kind of unit gives a computed figure itself, as stocks at the end of a year in a review: the figure has its
   * place there, and what it would be worked out from has none. Shares are never given.
   */
  gives(unitKind: string, key: ValueKey, measure: Measure): boolean {
    const name = `${unitKind}/${key}/${measure}`;
    const known = this.#given.get(name);
    if (known !== undefined) return known;
    const formula = this.#formulaOf(key);
    const given =
      formula !== undefined &&
      findKey(this.formSet, key)?.indicator.kind !== "ratio" &&
      this.asks(unitKind, key, measure) &&
      !references(formula).every(({ table, key: of }) => table !== undefined || this.asks(unitKind, of, measure));
    this.#given.set(name, given);
    return given;
  }

  /** The figures in cells that a kind of unit's figure is worked out from; itself when it is typed or given. */
  leaves(unitKind: string, key: ValueKey, measure: Measure): readonly Leaf[] {
    const name = `${unitKind}/${key}/${measure}`;
    const known = this.#leaves.get(name);
    if (known !== undefined) return known;
    const found = new Map<ValueKey, Leaf>();
    const seen = new Set<ValueKey>();
    const follow = (each: ValueKey): void => {
      if (seen.has(each)) return;
      seen.add(each);
      if (findKey(this.formSet, each) === undefined) return;
      const formula = this.#formulaOf(each);
      if (formula === undefined || this.gives(unitKind, each, measure)) found.set(each, { key: each, name: each });
      else for (const { table, key: operand } of references(formula)) if (table === undefined) follow(operand);
    };
    follow(key);
    const leaves = [...found.values()];
    this.#leaves.set(name, leaves);
    return leaves;
  }

  /**
   * The figures in cells that a unit of a kind must have so that it counts for a figure.
   *
   * @param own the unit stands for itself: also what it reports as a second source
   * @returns none when it is not asked for the figure
   */
  needs(unitKind: string, key: ValueKey, measure: Measure, own: boolean): readonly Leaf[] {
    const name = `${unitKind}/${key}/${measure}/${own}`;
    const known = this.#needs.get(name);
    if (known !== undefined) return known;
    const leaves = this.leaves(unitKind, key, measure);
    const asked = leaves.filter(
      (leaf) => this.asks(unitKind, leaf.key, measure) && (own || isAuthoritative(this.formSet, leaf.key, unitKind)),
    );
    // a figure of one unit needs all its operands there; a total may take them from several sources
    const needs = own && asked.length < leaves.length ? [] : asked;
    this.#needs.set(name, needs);
    return needs;
  }

  /** The formula of a computed key; undefined of what is typed. */
  #formulaOf(key: ValueKey): Expression | undefined {
    const meaning = findKey(this.formSet, key);
    if (meaning === undefined || meaning.member !== undefined || isTypedKey(this.formSet, key)) return undefined;
    return formulaOf(this.formSet, meaning.indicator);
  }

  /** An opening is known when the period begins: it is the same in every measure (reporting §8.1). */
  #opens(key: ValueKey, measure: Measure): boolean {
    const own = measure === "estimate" || measure === "official";
    return own && findKey(this.formSet, key)?.indicator.opens !== undefined;
  }

  *#placesOf(unitKind: string): Generator<string> {
    for (const form of formsFor(this.formSet, unitKind, this.periodKind)) {
      for (const { indicator, shown, notApplicable } of rowsFor(this.formSet, form, this.periodKind)) {
        if (indicator === undefined || shown) continue;
        for (const column of form.columns) {
          const measure = measureOf(column);
          if (measure !== undefined && !notApplicable?.includes(column.number)) yield figureName(indicator, measure);
        }
      }
    }
  }
}
