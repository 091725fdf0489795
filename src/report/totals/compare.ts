/**
 * Comparison with the same period of last year (reporting §8.2): over groups of units that are closed under succession
 * and complete on both sides; else over the area, else over the whole; else it is said not to be comparable.
 */
import type { ValueKey } from "../../forms/index.js";
import type { UnitRegister } from "../../organisation/index.js";
import { groupsBetween } from "./groups.js";
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

interface Ground {
  readonly ground: GroundKind;
  readonly groups: readonly Group[];
  readonly own: boolean;
}

const ACTUAL = "actual";

/** Figures of a period held against those of an earlier one. */
export class Comparing {
  readonly #groups: readonly Group[];
  readonly #scopes = new Map<Scope, { readonly groups: readonly Group[]; readonly outside: readonly number[] }>();

  constructor(
    readonly now: Sums,
    readonly earlier: Sums,
    register: UnitRegister,
    /** The area of a unit. */
    readonly areaOf: (unit: Scope) => Scope | undefined,
  ) {
    const groups = groupsBetween(earlier.book, now.book, register).map((group) => {
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
  }

  #codes(sums: Sums, list: readonly number[]): readonly string[] {
    return list.flatMap((at) => sums.book.units[at]?.code ?? []);
  }

  /** Compares a figure over groups; undefined when none of them is complete on both sides. */
  #over(key: ValueKey, groups: readonly Group[], ground: GroundKind, own: boolean): Compared | readonly number[] {
    const nowSide = this.now.plans.plan(key, ACTUAL, own).side;
    const earlierSide = this.earlier.plans.plan(key, ACTUAL, own).side;
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
    if (after.length === 0 || (leftOut.length > 0 && this.now.plans.crosses(key, ACTUAL)))
      return [...after, ...leftOut];
    const value = this.now.over(key, ACTUAL, { at: after.sort((a, b) => a - b), own });
    const earlier = this.earlier.over(key, ACTUAL, { at: before.sort((a, b) => a - b), own });
    if (value.value === undefined || earlier.value === undefined) return [...after, ...leftOut];
    const codes = {
      now: (list: readonly number[]) => this.#codes(this.now, list),
      earlier: this.#codes.bind(this, this.earlier),
    };
    return {
      kind: "compared",
      ground,
      value,
      earlier,
      get units() {
        return codes.now(after);
      },
      get before() {
        return codes.earlier(before);
      },
      leftOut: codes.now(leftOut.filter(reported)),
    };
  }

  /** The groups around a scope, and their units outside of it, found once. */
  #around(scope: Scope): { readonly groups: readonly Group[]; readonly outside: readonly number[] } {
    const known = this.#scopes.get(scope);
    if (known !== undefined) return known;
    const inside = (at: number): boolean => {
      const unit = this.now.book.units[at];
      return unit !== undefined && holds(scope, unit);
    };
    const groups = this.#groups.filter(({ after }) => after.some(inside));
    const outside = groups.flatMap(({ after }) => after.filter((at) => !inside(at)));
    this.#scopes.set(scope, { groups, outside });
    return { groups, outside };
  }

  /** The groups on which a scope stands, from the narrowest ground to the widest. */
  #grounds(scope: Scope, key: ValueKey): readonly Ground[] {
    const whole: Ground = { ground: "whole", groups: this.#groups, own: false };
    if (scope.kind === "whole") return [{ ...whole, ground: "scope" }];
    const { side } = this.now.plans.plan(key, ACTUAL);
    /** A scope is closed for a figure when nobody outside of it, but of its groups, is asked for that. */
    const closed = (outside: readonly number[]): boolean => outside.every((at) => side(at) === undefined);
    const { groups, outside } = this.#around(scope);
    if (scope.kind !== "unit") return closed(outside) ? [{ ground: "scope", groups, own: false }, whole] : [whole];
    const first: Ground = { ground: outside.length === 0 ? "scope" : "group", groups, own: true };
    const area = this.areaOf(scope);
    const around = area === undefined ? undefined : this.#around(area);
    if (around === undefined || !closed(around.outside)) return [first, whole];
    return [first, { ground: "area", groups: around.groups, own: false }, whole];
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
