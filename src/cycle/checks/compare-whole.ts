/**
 * The sums of a period held against those of earlier periods. Compared are only groups of units that are closed under
 * succession and have counted as a whole in both (reporting §8.2); what is left out is named.
 */
import { placedKeys } from "../../forms/filing.js";
import type { FormSet, ValueKey } from "../../forms/form-set.js";
import { keysOf } from "../../forms/indicators.js";
import { type ClosedGroup, closedGroups, findUnit, type UnitRegister } from "../../organisation/index.js";
import type { Period, PeriodKind } from "../../periods/period.js";
import { isAuthoritative, type SourcedReturn } from "../sources/second-sources.js";
import type { EarlierFigures } from "./earlier-figures.js";
import { earlierPeriods } from "./earlier-periods.js";
import { type FigureLedger, type Figures, figureSource } from "./ledger-figures.js";

/**
 * What a sum is held against: `opening`, an opening stock against the closing of last year that it continues; `prior`, a
 * stock against its closing of last year; `half`, a flow against its first six months; `lastYear`, the same period.
 */
export type ComparisonBasis = "opening" | "half" | "lastYear" | "prior";

/** One sum of a period beside an earlier one, over the same ground. */
export interface Comparison {
  readonly basis: ComparisonBasis;
  readonly key: ValueKey;
  /** The earlier figure's key: of an opening the closing that it continues, else the same. */
  readonly earlierKey: ValueKey;
  /** Id of the earlier period. */
  readonly period: string;
  /** Sum over the units compared. */
  readonly value: number;
  readonly earlier: number;
  readonly units: readonly string[];
  /** Units that count and were not compared: something of their group is missing on one of the sides. */
  readonly leftOut: readonly string[];
}

/** A figure of this period and the one that it is held against. */
interface Pair {
  readonly key: ValueKey;
  readonly earlierKey: ValueKey;
}

interface Side {
  readonly basis: ComparisonBasis;
  readonly period: Period;
  readonly pairs: readonly Pair[];
}

interface Line {
  value: number;
  earlier: number;
  readonly units: string[];
  readonly leftOut: string[];
}

const same = (key: ValueKey): Pair => ({ key, earlierKey: key });

/** The comparisons that a period allows, each with the figures that it is made of. */
function sidesOf(formSet: FormSet, period: Period, kinds: readonly PeriodKind[]): readonly Side[] {
  const { yearBefore, half, sameLastYear } = earlierPeriods(period, kinds);
  const keys = [...keysOf(formSet)];
  const ofKind = (kind: string): readonly Pair[] =>
    keys.flatMap(([key, { indicator }]) => (indicator.kind === kind ? [same(key)] : []));
  const openings = keys.flatMap(([key, { indicator, member }]): readonly Pair[] => {
    const { opens } = indicator;
    return opens === undefined ? [] : [{ key, earlierKey: member === undefined ? opens : `${opens}.${member.code}` }];
  });
  const opening = new Set(openings.map(({ key }) => key));
  const stocks = ofKind("stock").filter(({ key }) => !opening.has(key));
  const [flows, compared] = [ofKind("flow"), [...ofKind("flow"), ...stocks]];
  const side = (basis: ComparisonBasis, earlier: Period | undefined, pairs: readonly Pair[]): readonly Side[] =>
    earlier === undefined || earlier.window.to >= period.window.to ? [] : [{ basis, period: earlier, pairs }];
  return [
    ...side("opening", yearBefore, openings),
    ...side("half", half, flows),
    ...side("lastYear", sameLastYear, compared),
    // at the year's end the same period of last year is the closing itself
    ...(sameLastYear?.id === yearBefore?.id ? [] : side("prior", yearBefore, stocks)),
  ];
}

interface GroupContext {
  readonly register: UnitRegister;
  readonly formSet: FormSet;
  /** Figures of this period, of units that count. */
  readonly figures: ReadonlyMap<string, Figures>;
  readonly earlierOf: (unit: string, period: string) => Figures;
  /** Whether the forms of a unit have a place for a key. */
  readonly files: (unit: string, key: ValueKey) => boolean;
}

const measured = (key: ValueKey): string => `${key}/actual`;

/** A sum over the units that file a figure; undefined when one of them has none, or nobody files it. */
function sumOf(
  units: readonly string[],
  key: ValueKey,
  files: GroupContext["files"],
  figuresOf: (unit: string) => Figures | undefined,
): number | undefined {
  let sum: number | undefined;
  for (const unit of units) {
    const value = figuresOf(unit)?.get(measured(key));
    if (value !== undefined) sum = (sum ?? 0) + value;
    else if (files(unit, key)) return undefined;
  }
  return sum;
}

/** Adds a group of units to the lines of a comparison, or notes that it cannot be compared. */
function addGroup(lines: Map<ValueKey, Line>, side: Side, group: ClosedGroup, context: GroupContext): void {
  const { register, formSet, figures, earlierOf, files } = context;
  const kindOf = (unit: string): string => findUnit(register, unit)?.kind ?? "";
  for (const { key, earlierKey } of side.pairs) {
    const counts = (unit: string): boolean => isAuthoritative(formSet, key, kindOf(unit));
    const counted = group.after.filter((unit) => counts(unit) && figures.get(unit)?.has(measured(key)));
    if (counted.length === 0) continue;
    const value = sumOf(group.after.filter(counts), key, files, (unit) => figures.get(unit));
    // units that were founded since open at 0
    const founded = side.basis === "opening" && group.before.length === 0;
    const earlier = founded
      ? 0
      : sumOf(group.before.filter(counts), earlierKey, files, (unit) => earlierOf(unit, side.period.id));
    const line = lines.get(key) ?? { value: 0, earlier: 0, units: [], leftOut: [] };
    lines.set(key, line);
    if (value === undefined || earlier === undefined) {
      line.leftOut.push(...counted);
    } else {
      line.value += value;
      line.earlier += earlier;
      line.units.push(...counted);
    }
  }
}

/** Groups of a span by the units of its later day. */
function groupsOf(register: UnitRegister, side: Side, period: Period) {
  const groups = closedGroups(register, side.period.window.to, period.window.to);
  return new Map(groups.flatMap((group) => group.after.map((unit) => [unit, group] as const)));
}

export interface WholePeriod {
  readonly formSet: FormSet;
  readonly period: Period;
  /** All kinds of period of the office. */
  readonly kinds: readonly PeriodKind[];
  readonly register: UnitRegister;
  readonly ledger: FigureLedger;
}

/**
 * Holds the sums of a period against those of earlier ones, as far as the ledger has them.
 *
 * @param returns counted returns; gone through once, and kept only while units of their groups are still to come
 * @returns in the order of the form set, the bases one after the other
 */
export function compareWhole(
  returns: Iterable<SourcedReturn>,
  { formSet, period, kinds, register, ledger }: WholePeriod,
): readonly Comparison[] {
  const figures = figureSource(ledger);
  const figuresOf = (unit: string, period: string): Figures => figures(unit, period).values;
  const places = new Map<string, ReadonlySet<ValueKey>>();
  const files = (unit: string, key: ValueKey): boolean => {
    const kind = findUnit(register, unit)?.kind ?? "";
    const known = places.get(kind) ?? new Set(placedKeys(formSet, kind, period.kind));
    places.set(kind, known);
    return known.has(key);
  };
  const sides = sidesOf(formSet, period, kinds).map((side) => ({
    side,
    groups: groupsOf(register, side, period),
    lines: new Map<ValueKey, Line>(),
    waiting: new Map<ClosedGroup, Map<string, Figures>>(),
  }));
  const add = (of: (typeof sides)[number], group: ClosedGroup, figures: ReadonlyMap<string, Figures>): void =>
    addGroup(of.lines, of.side, group, { register, formSet, figures, earlierOf: figuresOf, files });
  for (const { unit, values } of returns) {
    const figures: Figures = new Map(
      values.flatMap(({ key, measure, value }) => (value === undefined ? [] : [[`${key}/${measure}`, value] as const])),
    );
    for (const of of sides) {
      // a unit that ended inside the period stands for itself
      const group = of.groups.get(unit) ?? { before: [], after: [unit] };
      const arrived = (of.waiting.get(group) ?? new Map<string, Figures>()).set(unit, figures);
      of.waiting.set(group, arrived);
      if (arrived.size < group.after.length) continue;
      of.waiting.delete(group);
      add(of, group, arrived);
    }
  }
  for (const of of sides) for (const [group, arrived] of of.waiting) add(of, group, arrived);
  return sides.flatMap(({ side, lines }) =>
    side.pairs.flatMap(({ key, earlierKey }): readonly Comparison[] => {
      const line = lines.get(key);
      return line === undefined ? [] : [{ basis: side.basis, key, earlierKey, period: side.period.id, ...line }];
    }),
  );
}

/**
 * Earlier figures of the whole, for checks of the form set that ask for them: only where every unit that counts could be
 * compared, since the sums that they are held against are of all of them.
 */
export function earlierOfWhole(comparisons: readonly Comparison[]): EarlierFigures {
  const yearBefore = comparisons.find(({ basis }) => basis === "opening")?.period;
  const known = new Map(
    comparisons.flatMap(({ basis, earlierKey, period, earlier, leftOut }) => {
      if (leftOut.length > 0) return [];
      const bases = basis === "lastYear" && period === yearBefore ? ["lastYear", "prior"] : [basis];
      return bases.map((each) => [`${each}/${earlierKey}`, earlier] as const);
    }),
  );
  const closing = (key: ValueKey): number | undefined => known.get(`prior/${key}`) ?? known.get(`opening/${key}`);
  return {
    opening: (key) => {
      const value = closing(key);
      return { parts: [], lacking: [], ...(value === undefined ? {} : { value }) };
    },
    prior: closing,
    half: (key) => known.get(`half/${key}`),
    lastYear: (key) => known.get(`lastYear/${key}`),
    // a review is held against its years unit by unit
    ofYear: () => undefined,
  };
}
