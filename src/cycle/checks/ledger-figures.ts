/** Earlier figures out of the ledger, led through the succession of units (reporting §8.1, §8.2). */
import type { Measure, ValueKey } from "../../forms/form-set.js";
import { existsOn, findUnit } from "../../organisation/lookup.js";
import { openingExpectation } from "../../organisation/openings.js";
import type { Day, UnitRegister } from "../../organisation/register.js";
import { type ClosedGroup, closedGroups } from "../../organisation/succession.js";
import type { Period, PeriodKind } from "../../periods/period.js";
import { periodOfYear } from "../../periods/read-period.js";
import type { LedgerReading } from "../ledger/index.js";
import { targetPeriod } from "../open/targets.js";
import type { EarlierFigures } from "./earlier-figures.js";
import { type EarlierPeriods, earlierPeriods } from "./earlier-periods.js";

export type FigureLedger = Pick<LedgerReading, "priorFigures" | "counted" | "values">;

/** Figures of a unit in a period, by `key/measure`. */
export type Figures = ReadonlyMap<string, number>;

/** Figures of a unit in a period, and whether they can still change. */
export interface UnitFigures {
  readonly values: Figures;
  /** Locked and not re-opened, or loaded from a file. */
  readonly settled: boolean;
}

/** Figures of units and periods, locked ones first, each asked for once. */
export function figureSource(ledger: FigureLedger): (unit: string, period: string) => UnitFigures {
  const kept = new Map<string, UnitFigures>();
  return (unit, period) => {
    const name = `${period}/${unit}`;
    const known = kept.get(name);
    if (known !== undefined) return known;
    const locked = ledger.priorFigures(unit, period);
    // what is not locked yet may still count, as the six months of this year
    const counted = locked === undefined ? ledger.counted(unit, period) : undefined;
    const values = locked?.figures ?? (counted === undefined ? [] : ledger.values(counted.id));
    const figures = {
      values: new Map(
        values.flatMap(({ key, measure, value }) =>
          value === undefined ? [] : [[`${key}/${measure}`, value] as const],
        ),
      ),
      settled: locked?.reopened === false,
    };
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

/** Year of a plan that a measure speaks of, the one before its span being 0. */
export function yearNumber(measure: Measure): number | undefined {
  if (measure === "baseline") return 0;
  return measure.startsWith("year") ? Number(measure.slice("year".length)) : undefined;
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
  const groupOf = groupSource(register);
  const known = new Map<string, EarlierPeriods>();
  const before = (period: Period): EarlierPeriods => {
    const found = known.get(period.id) ?? earlierPeriods(period, kinds);
    known.set(period.id, found);
    return found;
  };
  const measured = (key: ValueKey, measure: Measure = "actual"): string => `${key}/${measure}`;

  return (unit, period) => {
    // for one unit only: a period that is not locked may get other figures in the same run
    const figuresOf = figureSource(ledger);
    const { yearBefore, half, sameLastYear } = before(period);

    const opening: EarlierFigures["opening"] = (closing) => {
      if (yearBefore === undefined) return { parts: [], lacking: [] };
      // units formed inside the window continue those they come from
      const span = { earlier: yearBefore.window.to, later: period.window.to };
      return openingExpectation(register, unit, closing, span, (code, key) =>
        figuresOf(code, yearBefore.id).values.get(measured(key)),
      );
    };
    const compared = (earlier: Period | undefined, key: ValueKey): number | undefined => {
      if (earlier === undefined || earlier.window.to >= period.window.to) return undefined;
      const group = groupOf(earlier.window.to, period.window.to, unit);
      return comparable(group, unit, (code) => figuresOf(code, earlier.id).values.get(measured(key)));
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
      ofYear: (key, measure) => {
        const number = yearNumber(measure);
        const reported = number === undefined ? undefined : periodOfYear(period, number, kinds);
        if (reported === undefined) return undefined;
        const group = groupOf(reported.window.to, period.window.to, unit);
        const value = comparable(group, unit, (code) => figuresOf(code, reported.id).values.get(measured(key)));
        if (value === undefined) return undefined;
        const settled = (group?.before ?? []).every((code) => figuresOf(code, reported.id).settled);
        return { value, settled, period: reported.name };
      },
      target: (key) => figuresOf(unit, targetPeriod(period.year)).values.get(measured(key)),
    };
  };
}
