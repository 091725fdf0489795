/** The graph of succession (reporting §8.2): what became of units between two days, through any number of steps. */
import { existsOn } from "./lookup.js";
import type { Day, Succession, UnitRegister } from "./register.js";

export type SuccessionShape = "1:1" | "n:1" | "1:n" | "n:m";

/** Units before and after; a unit that goes on with another area stands on both sides. */
export function shapeOf({ from, to }: Succession): SuccessionShape {
  if (from.length === 1) return to.length === 1 ? "1:1" : "1:n";
  return to.length === 1 ? "n:1" : "n:m";
}

/** The steps after one day and up to another, the earliest first. */
export function stepsBetween({ successions }: UnitRegister, earlier: Day, later: Day): readonly Succession[] {
  return successions
    .filter(({ day }) => earlier < day && day <= later)
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

const makers = new WeakMap<UnitRegister, ReadonlyMap<string, readonly Succession[]>>();

/** Steps by the units that they lead to, the latest first. */
function makersOf(register: UnitRegister): ReadonlyMap<string, readonly Succession[]> {
  const known = makers.get(register);
  if (known !== undefined) return known;
  const index = new Map<string, Succession[]>();
  for (const step of [...register.successions].sort((a, b) => (a.day > b.day ? -1 : Number(a.day < b.day)))) {
    for (const code of step.to) index.set(code, [...(index.get(code) ?? []), step]);
  }
  makers.set(register, index);
  return index;
}

/** The last step between two days, the first day excluded, that led to a unit. */
export function lastStepInto(register: UnitRegister, code: string, earlier: Day, later: Day): Succession | undefined {
  return makersOf(register)
    .get(code)
    ?.find(({ day }) => earlier < day && day <= later);
}

type Side = "from" | "to";

/** Steps of one day happen at once: what one of them makes is not touched by another. */
function byDay(steps: readonly Succession[]): readonly (readonly Succession[])[] {
  const days = new Map<Day, Succession[]>();
  for (const step of steps) days.set(step.day, [...(days.get(step.day) ?? []), step]);
  return [...days.values()];
}

/** Follows units across steps, from the side where they stand to the other. */
function follow(start: string, days: readonly (readonly Succession[])[], here: Side, there: Side): ReadonlySet<string> {
  let units: ReadonlySet<string> = new Set([start]);
  for (const steps of days) {
    const touched = steps.filter((step) => step[here].some((code) => units.has(code)));
    const left = new Set(touched.flatMap((step) => step[here]));
    units = new Set([...[...units].filter((code) => !left.has(code)), ...touched.flatMap((step) => step[there])]);
  }
  return units;
}

const existing = (register: UnitRegister, codes: ReadonlySet<string>, day: Day): readonly string[] =>
  register.units.filter((unit) => codes.has(unit.code) && existsOn(unit, day)).map(({ code }) => code);

/**
 * What a unit of an earlier day has become by a later one.
 *
 * @returns codes of units that exist on the later day; the unit itself when nothing happened to it, none when it ended
 */
export function successorsOf(register: UnitRegister, code: string, earlier: Day, later: Day): readonly string[] {
  const days = byDay(stepsBetween(register, earlier, later));
  return existing(register, follow(code, days, "from", "to"), later);
}

/**
 * What a unit of a later day comes from.
 *
 * @returns codes of units that exist on the earlier day; none when it was founded anew in between
 */
export function predecessorsOf(register: UnitRegister, code: string, earlier: Day, later: Day): readonly string[] {
  const days = [...byDay(stepsBetween(register, earlier, later))].reverse();
  return existing(register, follow(code, days, "to", "from"), earlier);
}

/**
 * Units that figures of two days can be compared on: together they cover the same on both.
 */
export interface ClosedGroup {
  /** Codes of units on the earlier day, none when the others were founded since. */
  readonly before: readonly string[];
  /** Codes of units on the later day, none when the others ended without successor. */
  readonly after: readonly string[];
}

/** Origins, on the earlier day, of all that exists after each step. */
function originsAfter(days: readonly (readonly Succession[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const origins = new Map<string, ReadonlySet<string>>();
  const of = (code: string): ReadonlySet<string> => origins.get(code) ?? new Set([code]);
  for (const steps of days) {
    const next = new Map<string, Set<string>>();
    for (const { from, to } of steps) {
      for (const code of to) {
        const known = next.get(code) ?? new Set();
        for (const each of from) for (const origin of of(each)) known.add(origin);
        next.set(code, known);
      }
    }
    for (const [code, known] of next) origins.set(code, known);
  }
  return origins;
}

/** Joins keys into sets that have something in common. */
function joiner() {
  const parents = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    for (let at = key; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  const join = (a: string, b: string): void => {
    const [one, other] = [find(a), find(b)];
    if (one !== other) parents.set(one, other);
  };
  return { find, join };
}

/**
 * The smallest groups of units that are closed under succession between two days: whatever a unit of the group has
 * become, or comes from, is in the group. Every unit of either day is in exactly one.
 *
 * @param dayA before `dayB`, or after it: `before` is always the earlier of the two
 * @returns in the order of the register
 */
export function closedGroups(register: UnitRegister, dayA: Day, dayB: Day): readonly ClosedGroup[] {
  const [earlier, later] = dayA <= dayB ? [dayA, dayB] : [dayB, dayA];
  const before = register.units.filter((unit) => existsOn(unit, earlier)).map(({ code }) => code);
  const after = register.units.filter((unit) => existsOn(unit, later)).map(({ code }) => code);
  const known = new Set(before);
  const origins = originsAfter(byDay(stepsBetween(register, earlier, later)));
  const { find, join } = joiner();
  const [old, young] = [(code: string) => `< ${code}`, (code: string) => `> ${code}`];
  for (const code of after) {
    for (const origin of origins.get(code) ?? [code]) if (known.has(origin)) join(old(origin), young(code));
  }
  const groups = new Map<string, { before: string[]; after: string[] }>();
  const groupOf = (key: string) => {
    const root = find(key);
    const group = groups.get(root) ?? { before: [], after: [] };
    groups.set(root, group);
    return group;
  };
  for (const code of before) groupOf(old(code)).before.push(code);
  for (const code of after) groupOf(young(code)).after.push(code);
  return [...groups.values()];
}

/** The closed group of a unit, of either day. */
export function groupOf(groups: readonly ClosedGroup[], code: string): ClosedGroup | undefined {
  return groups.find(({ after }) => after.includes(code)) ?? groups.find(({ before }) => before.includes(code));
}
