/**
 * Comparison with the same period of last year (reporting §8.2): over groups of units that are closed under succession
 * and complete on both sides; else over the area, else over the whole; else it is said not to be comparable.
 */
import type { ValueKey } from "../../forms/index.js";
import { closedGroups, type UnitRegister } from "../../organisation/index.js";
import { holds, type Scope } from "./scopes.js";
import type { Sums, Total } from "./sums.js";

/** On what a comparison stands: the scope itself, the group of a unit that was divided or regrouped, its area, the whole. */
export type GroundKind = "scope" | "group" | "area" | "whole";

export interface Compared {
  readonly kind: "compared";
  readonly ground: GroundKind;
  /** Over the same ground, which may be less than the scope: see `leftOut`. */
  readonly value: Total;
  readonly earlier: Total;
  /** Codes of the units compared, of this period and of the earlier one. */
  readonly units: readonly string[];
  readonly before: readonly string[];
  /** Units in the total of the ground that are not compared: something of their group is missing on one of the sides. */
  readonly leftOut: readonly string[];
}

/** `noEarlierPeriod`: of a review there is none. `noEarlierFigures`: nothing is known of it on any common ground. */
export interface NotComparable {
  readonly kind: "notComparable";
  readonly reason: "noEarlierPeriod" | "noEarlierFigures" | "regrouped";
  readonly leftOut: readonly string[];
}

export type Comparison = Compared | NotComparable;

interface Group {
  /** Places in the books. */
  readonly after: readonly number[];
  readonly before: readonly number[];
  /** A unit of the earlier day is not in its book: nothing is known of it. */
  readonly lacking: boolean;
}

const ACTUAL = "actual";

/** Figures of a period held against those of an earlier one. */
export class Comparing {
  readonly #groups: readonly Group[];
  readonly #groupOf: ReadonlyMap<number, Group>;

  constructor(
    readonly now: Sums,
    readonly earlier: Sums,
    register: UnitRegister,
  ) {
    const groups = closedGroups(register, earlier.book.period.window.to, now.book.period.window.to).map((group) => {
      const before = group.before.flatMap((code) => earlier.book.indexOf(code) ?? []);
      const after = group.after.flatMap((code) => now.book.indexOf(code) ?? []);
      return { after, before, lacking: before.length < group.before.length };
    });
    const grouped = new Set(groups.flatMap(({ after }) => after));
    // a unit that ended inside the period stands for itself
    const others = now.book.units.flatMap((_, at) =>
      grouped.has(at) ? [] : [{ after: [at], before: [], lacking: true }],
    );
    this.#groups = [...groups, ...others].filter(({ after }) => after.length > 0);
    this.#groupOf = new Map(this.#groups.flatMap((group) => group.after.map((at) => [at, group] as const)));
  }

  #codes(sums: Sums, list: readonly number[]): readonly string[] {
    return list.flatMap((at) => sums.book.units[at]?.code ?? []);
  }

  /** Compares a figure over groups; undefined when none of them is complete on both sides. */
  #over(key: ValueKey, groups: readonly Group[], ground: GroundKind, own: boolean): Compared | readonly number[] {
    const nowSide = this.now.sides(key, ACTUAL, own);
    const earlierSide = this.earlier.sides(key, ACTUAL, own);
    const [after, before, leftOut]: [number[], number[], number[]] = [[], [], []];
    const reported = (at: number): boolean => nowSide(at) !== "missing";
    for (const group of groups) {
      const asked = group.after.filter((at) => nowSide(at) !== undefined);
      if (asked.length === 0) continue;
      const earlier = group.before.filter((at) => earlierSide(at) !== undefined);
      const complete =
        !group.lacking &&
        earlier.length > 0 &&
        asked.every(reported) &&
        earlier.every((at) => earlierSide(at) !== "missing");
      if (complete) {
        after.push(...asked);
        before.push(...earlier);
      } else leftOut.push(...asked);
    }
    // a share over units of several sources is only right where nobody is left out
    if (after.length === 0 || (leftOut.length > 0 && this.now.crosses(key, ACTUAL))) return [...after, ...leftOut];
    const value = this.now.over(key, ACTUAL, { at: after.sort((a, b) => a - b), own });
    const earlier = this.earlier.over(key, ACTUAL, { at: before.sort((a, b) => a - b), own });
    if (value.value === undefined || earlier.value === undefined) return [...after, ...leftOut];
    return {
      kind: "compared",
      ground,
      value,
      earlier,
      units: this.#codes(this.now, after),
      before: this.#codes(this.earlier, before),
      leftOut: this.#codes(this.now, leftOut.filter(reported)),
    };
  }

  /** The groups on which a scope stands, from the narrowest ground to the widest. */
  #grounds(scope: Scope, key: ValueKey) {
    const { units } = this.now.book;
    const within = (test: (at: number) => boolean): readonly Group[] =>
      this.#groups.filter(({ after }) => after.some(test));
    const holding = (each: Scope) => (at: number) => {
      const unit = units[at];
      return unit !== undefined && holds(each, unit);
    };
    const whole = { ground: "whole" as const, groups: this.#groups, own: false };
    if (scope.kind === "whole") return [{ ...whole, ground: "scope" as const }];
    const side = this.now.sides(key, ACTUAL);
    const closed = (groups: readonly Group[], test: (at: number) => boolean): boolean =>
      groups.every(({ after }) => after.every((at) => test(at) || side(at) === undefined));
    if (scope.kind !== "unit") {
      const inside = holding(scope);
      const groups = within(inside);
      const own = { ground: "scope" as const, groups, own: false };
      return closed(groups, inside) ? [own, whole] : [whole];
    }
    const at = this.now.book.indexOf(scope.id);
    const group = at === undefined ? undefined : this.#groupOf.get(at);
    if (at === undefined || group === undefined) return [];
    const alone = group.after.length === 1;
    const first = { ground: alone ? ("scope" as const) : ("group" as const), groups: [group], own: true };
    const area = units[at]?.area;
    if (area === undefined) return [first, whole];
    const inside = (each: number): boolean => units[each]?.area === area;
    const around = within(inside);
    const wider = { ground: "area" as const, groups: around, own: false };
    return closed(around, inside) ? [first, wider, whole] : [first, whole];
  }

  /** A figure beside that of the earlier period, on the narrowest ground that allows it. */
  compare(key: ValueKey, scope: Scope): Comparison {
    let leftOut: readonly number[] | undefined;
    const grounds = this.#grounds(scope, key);
    for (const { ground, groups, own } of grounds) {
      const result = this.#over(key, groups, ground, own);
      if ("kind" in result) return result;
      leftOut ??= result;
    }
    const regrouped = scope.kind !== "whole" && grounds[0]?.ground !== "scope";
    return {
      kind: "notComparable",
      reason: regrouped ? "regrouped" : "noEarlierFigures",
      leftOut: this.#codes(this.now, leftOut ?? []),
    };
  }
}
