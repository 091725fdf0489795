/** How one figure is worked out over units of a period: who counts for it, what is read, by which formula. */
import { isAuthoritative } from "../../cycle/sources/index.js";
import { type Expression, findKey, formulaOf, isTypedKey, type Measure, type ValueKey } from "../../forms/index.js";
import type { AskedFigures } from "./asked-figures.js";
import type { PeriodBook } from "./book.js";

/**
 * How a unit stands towards a figure. `complete`: it has all that the figure is worked out from. `stored`: it has the figure
 * itself and not that, as opening figures do. `missing`: it was asked for it.
 */
export type Side = "complete" | "stored" | "missing";

export interface FigurePlan {
  /** Of a computed indicator. */
  readonly formula?: Expression;
  /** Undefined where a unit is not asked for the figure. */
  readonly side: (at: number) => Side | undefined;
  /** Whether a unit's typed figure is added: its own source, or the unit itself is asked about. */
  readonly adds: (at: number) => boolean;
  readonly read: (at: number) => number | undefined;
}

const SIDES: readonly (Side | undefined)[] = [undefined, "complete", "stored", "missing"];
const UNKNOWN = 255;

/** Plans of a period's figures, each made once. */
export class FigurePlans {
  readonly #plans = new Map<string, FigurePlan>();

  constructor(
    readonly book: PeriodBook,
    readonly asked: AskedFigures,
  ) {}

  /** @param own the unit stands for itself: also what it reports as a second source */
  plan(key: ValueKey, measure: Measure, own = false): FigurePlan {
    const name = `${key}/${measure}/${own}`;
    const known = this.#plans.get(name);
    if (known !== undefined) return known;
    const formula = this.#formulaOf(key);
    const ofKind = this.#byKind((kind) => this.asked.needs(kind, key, measure, own).length > 0, false);
    const plan: FigurePlan = {
      ...(formula === undefined ? {} : { formula }),
      side: this.#sides(key, measure, own),
      adds: ofKind,
      read: this.book.reader(key, measure),
    };
    this.#plans.set(name, plan);
    return plan;
  }

  /** Whether a kind's figures count for a figure, with all that it is worked out from. */
  counts(kind: string, key: ValueKey): boolean {
    return this.asked.leaves(key).every((leaf) => isAuthoritative(this.asked.formSet, leaf.key, kind));
  }

  /** Whether a share's operands come from several sources. */
  crosses(key: ValueKey, measure: Measure): boolean {
    const { formSet } = this.asked;
    if (findKey(formSet, key)?.indicator.kind !== "ratio") return false;
    const leaves = this.asked.leaves(key);
    return formSet.unitKinds.some(({ id }) => {
      const asked = this.asked.needs(id, key, measure, false).length;
      return asked > 0 && asked < leaves.length;
    });
  }

  #formulaOf(key: ValueKey): Expression | undefined {
    const { formSet } = this.asked;
    const meaning = findKey(formSet, key);
    if (meaning === undefined || meaning.member !== undefined || isTypedKey(formSet, key)) return undefined;
    return formulaOf(formSet, meaning.indicator);
  }

  /** Something that depends on the kind of a unit alone, worked out once a kind. */
  #byKind<T>(make: (kind: string) => T, otherwise: T): (at: number) => T {
    const known = new Map<string, T>();
    const { units } = this.book;
    return (at) => {
      const kind = units[at]?.kind;
      if (kind === undefined) return otherwise;
      const found = known.get(kind) ?? make(kind);
      known.set(kind, found);
      return found;
    };
  }

  #sides(key: ValueKey, measure: Measure, own: boolean): (at: number) => Side | undefined {
    const isRatio = findKey(this.asked.formSet, key)?.indicator.kind === "ratio";
    const whole = this.book.reader(key, measure);
    const ofKind = this.#byKind(
      (kind) => ({
        readers: this.asked.needs(kind, key, measure, own).map((leaf) => this.book.reader(leaf.key, measure)),
        stores: !isRatio && (own || this.counts(kind, key)) && this.asked.asks(kind, key, measure),
      }),
      { readers: [], stores: false },
    );
    const find = (at: number): Side | undefined => {
      const { readers, stores } = ofKind(at);
      if (readers.length === 0) return undefined;
      if (readers.every((read) => read(at) !== undefined)) return "complete";
      return stores && whole(at) !== undefined ? "stored" : "missing";
    };
    // asked again and again, for the whole, for areas and for comparisons
    const known = new Uint8Array(this.book.units.length).fill(UNKNOWN);
    return (at) => {
      if (known[at] === UNKNOWN) known[at] = SIDES.indexOf(find(at));
      return SIDES[known[at] ?? 0];
    };
  }
}
