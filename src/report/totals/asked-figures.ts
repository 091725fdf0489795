/** Which figures the forms ask of a kind of unit, and what computed ones rest on. */
import { isAuthoritative } from "../../cycle/sources/index.js";
import {
  type FormColumn,
  type FormSet,
  findKey,
  formsFor,
  formulaOf,
  isTypedKey,
  type Measure,
  references,
  rowsFor,
  type ValueKey,
} from "../../forms/index.js";

/** A figure's name: `C02/actual`. */
export const figureName = (key: ValueKey, measure: Measure): string => `${key}/${measure}`;

/** The measure whose values a column takes in; undefined for what is prefilled or computed from other columns. */
function measureOf({ content, year }: FormColumn): Measure | undefined {
  switch (content) {
    case "actual":
    case "estimate":
    case "official":
    case "baseline":
      return content;
    case "spanTotal":
      return "actual";
    case "ofYear":
      return `year${year ?? 1}`;
    default:
      return undefined;
  }
}

/** A typed figure under a computed one. */
export interface Leaf {
  readonly key: ValueKey;
  readonly name: string;
}

/** What the forms of one kind of period ask, worked out once. */
export class AskedFigures {
  readonly #asked = new Map<string, ReadonlySet<string>>();
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

  /** The typed figures that a figure is worked out from; itself when it is typed. */
  leaves(key: ValueKey): readonly Leaf[] {
    const known = this.#leaves.get(key);
    if (known !== undefined) return known;
    const found = new Map<ValueKey, Leaf>();
    const seen = new Set<ValueKey>();
    const follow = (each: ValueKey): void => {
      if (seen.has(each)) return;
      seen.add(each);
      const meaning = findKey(this.formSet, each);
      if (meaning === undefined) return;
      const formula = meaning.member === undefined ? formulaOf(this.formSet, meaning.indicator) : undefined;
      if (formula === undefined || isTypedKey(this.formSet, each)) found.set(each, { key: each, name: each });
      else for (const { table, key: operand } of references(formula)) if (table === undefined) follow(operand);
    };
    follow(key);
    const leaves = [...found.values()];
    this.#leaves.set(key, leaves);
    return leaves;
  }

  /**
   * The typed figures that a unit of a kind must have so that it counts for a figure.
   *
   * @param own the unit stands for itself: also what it reports as a second source
   * @returns none when it is not asked for the figure
   */
  needs(unitKind: string, key: ValueKey, measure: Measure, own: boolean): readonly Leaf[] {
    const name = `${unitKind}/${key}/${measure}/${own}`;
    const known = this.#needs.get(name);
    if (known !== undefined) return known;
    const leaves = this.leaves(key);
    const asked = leaves.filter(
      (leaf) => this.asks(unitKind, leaf.key, measure) && (own || isAuthoritative(this.formSet, leaf.key, unitKind)),
    );
    // a figure of one unit needs all its operands there; a total may take them from several sources
    const needs = own && asked.length < leaves.length ? [] : asked;
    this.#needs.set(name, needs);
    return needs;
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
