/** Earlier figures out of the ledger, led through the succession of units (reporting §8.1, §8.2). */
import type { Measure, ValueKey } from "../../forms/form-set.js";
import { existsOn, findUnit } from "../../organisation/lookup.js";
import { openingExpectation } from "../../organisation/openings.js";
import type { Day, UnitRegister } from "../../organisation/register.js";
import { type ClosedGroup, closedGroups } from "../../organisation/succession.js";
import { YEAR_KIND } from "../../periods/kinds.js";
import type { Period, PeriodKind } from "../../periods/period.js";
import { readPeriod } from "../../periods/read-period.js";
import type { LedgerReading } from "../ledger/index.js";
import { targetPeriod } from "../open/targets.js";
import type { EarlierFigures } from "./earlier-figures.js";

/** Kind of period that later ones of the same year are held against. */
const HALF_KIND = "6t";
/** Units whose figures are kept at hand; a merged one needs those of all it comes from. */
const AT_HAND = 200;

export type FigureLedger = Pick<LedgerReading, "priorFigures" | "counted" | "values">;

type Figures = ReadonlyMap<string, number>;

/** Figures of units and periods, the last ones asked for kept. */
function figureSource(ledger: FigureLedger): (unit: string, period: string) => Figures {
  const kept = new Map<string, Figures>();
  return (unit, period) => {
    const name = `${period}/${unit}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    if (kept.size >= AT_HAND) kept.clear();
    const locked = ledger.priorFigures(unit, period)?.figures;
    // what is not locked yet may still count, as the six months of this year
    const counted = locked === undefined ? ledger.counted(unit, period) : undefined;
    const values = locked ?? (counted === undefined ? [] : ledger.values(counted.id));
    const figures = new Map(
      values.flatMap(({ key, measure, value }) => (value === undefined ? [] : [[`${key}/${measure}`, value] as const])),
    );
    kept.set(name, figures);
    return figures;
  };
}

/**
 * A unit's figure of an earlier period: its own, or the sum of those that it alone comes from. Undefined where others also
 * come from them ("không so sánh được"), and where one of them has none.
 */
function comparable(
  group: ClosedGroup | undefined,
  unit: string,
  figureOf: (unit: string) => number | undefined,
): number | undefined {
  if (group === undefined || group.before.length === 0 || group.after.some((code) => code !== unit)) return undefined;
  let sum = 0;
  for (const code of group.before) {
    const value = figureOf(code);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** Closed groups by unit of the later day, worked out once for each pair of days. */
function groupSource(register: UnitRegister): (earlier: Day, later: Day, unit: string) => ClosedGroup | undefined {
  const known = new Map<string, ReadonlyMap<string, ClosedGroup>>();
  return (earlier, later, unit) => {
    const name = `${earlier}/${later}`;
    let groups = known.get(name);
    if (groups === undefined) {
      groups = new Map(
        closedGroups(register, earlier, later).flatMap((group) => group.after.map((code) => [code, group])),
      );
      known.set(name, groups);
    }
    return groups.get(unit);
  };
}

/** Gives a unit's earlier figures for a period. */
export type EarlierFigureSource = (unit: string, period: Period) => EarlierFigures;

/**
 * Earlier figures as the ledger has them. Outlines are prefilled with them and returns held against them, so both must
 * ask here.
 *
 * @param kinds all kinds of period of the office
 */
export function earlierFiguresFrom(
  ledger: FigureLedger,
  register: UnitRegister,
  kinds: readonly PeriodKind[],
): EarlierFigureSource {
  const figuresOf = figureSource(ledger);
  const groupOf = groupSource(register);
  const periods = new Map<string, Period | undefined>();
  const periodOf = (id: string): Period | undefined => {
    if (!periods.has(id)) periods.set(id, readPeriod(id, kinds));
    return periods.get(id);
  };
  const measured = (key: ValueKey, measure: Measure = "actual"): string => `${key}/${measure}`;

  return (unit, period) => {
    const oneYear = period.firstYear === period.year;
    const yearBefore = periodOf(`${period.firstYear - 1}-${YEAR_KIND}`);
    const half = oneYear && period.kind !== HALF_KIND ? periodOf(`${period.year}-${HALF_KIND}`) : undefined;
    const sameLastYear = oneYear ? periodOf(`${period.year - 1}-${period.kind}`) : undefined;

    const opening: EarlierFigures["opening"] = (closing) => {
      if (yearBefore === undefined) return { parts: [], lacking: [] };
      // units formed inside the window continue those they come from
      const span = { earlier: yearBefore.window.to, later: period.window.to };
      return openingExpectation(register, unit, closing, span, (code, key) =>
        figuresOf(code, yearBefore.id).get(measured(key)),
      );
    };
    const compared = (earlier: Period | undefined, key: ValueKey): number | undefined => {
      if (earlier === undefined || earlier.window.to >= period.window.to) return undefined;
      const group = groupOf(earlier.window.to, period.window.to, unit);
      return comparable(group, unit, (code) => figuresOf(code, earlier.id).get(measured(key)));
    };
    return {
      opening,
      prior: (key) => {
        const known = findUnit(register, unit);
        // a unit founded anew has no closing, which is not the same as one of 0
        const founded = known !== undefined && yearBefore !== undefined && !existsOn(known, yearBefore.window.to);
        const { value, parts } = opening(key);
        return founded && parts.every(({ basis }) => basis === "founded") ? undefined : value;
      },
      half: (key) => compared(half, key),
      lastYear: (key) => compared(sameLastYear, key),
      target: (key) => figuresOf(unit, targetPeriod(period.year)).get(measured(key)),
    };
  };
}
