/** Registers of units that were merged, divided and regrouped in several steps, with handovers that add up. */
import fc from "fast-check";
import type { Day, Handover, Succession, Unit, UnitRegister } from "../src/organisation/index.js";
import { addDays } from "../src/periods/index.js";

export interface History {
  readonly register: UnitRegister;
  readonly first: Day;
  readonly last: Day;
  /** Stock of each unit that exists on the first day. */
  readonly closings: ReadonlyMap<string, number>;
  /** Stock of each unit that exists on the last day, had nothing else happened. */
  readonly openings: ReadonlyMap<string, number>;
}

const FIRST = "2024-12-15";
export const INDICATOR = "B05";

/** What happens to one group of units in a step: how many follow, whether the first goes on, in what shares. */
interface Regrouping {
  readonly from: number;
  readonly to: number;
  readonly goesOn: boolean;
  readonly shares: readonly number[];
}

const regrouping: fc.Arbitrary<Regrouping> = fc.record({
  from: fc.integer({ min: 1, max: 3 }),
  to: fc.integer({ min: 1, max: 3 }),
  goesOn: fc.boolean(),
  shares: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 }),
});

/** Divides a whole in proportion to weights; the rest goes to the last. */
function divide(whole: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const parts = weights.slice(0, -1).map((weight) => Math.floor((whole * weight) / total));
  return [...parts, whole - parts.reduce((sum, part) => sum + part, 0)];
}

function build(count: number, stocks: readonly number[], steps: readonly (readonly Regrouping[])[]): History {
  const units = new Map<string, { code: string; from?: Day; until?: Day }>();
  const stock = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    units.set(`u${index}`, { code: `u${index}` });
    stock.set(`u${index}`, stocks[index] ?? 0);
  }
  const closings = new Map(stock);
  const successions: Succession[] = [];
  steps.forEach((groups, index) => {
    const day = addDays(FIRST, 30 * (index + 1));
    const pool = [...stock.keys()];
    for (const group of groups) {
      const from = pool.splice(0, group.from);
      const [kept] = from;
      if (kept === undefined) break;
      const alone = from.length === 1 && group.to === 1;
      const to = Array.from({ length: group.to }, (_, position) => {
        if (position === 0 && group.goesOn && !alone) return kept;
        const code = `u${units.size}`;
        units.set(code, { code, from: day });
        return code;
      });
      const given = from.map((code, row) =>
        divide(
          stock.get(code) ?? 0,
          to.map((_, column) => group.shares[row * 3 + column] ?? 0),
        ),
      );
      const handovers: Handover[] =
        to.length === 1
          ? []
          : from.flatMap((giver, row) =>
              to.map((taker, column) => ({
                from: giver,
                to: taker,
                indicator: INDICATOR,
                value: given[row]?.[column] ?? 0,
              })),
            );
      for (const code of from) {
        stock.delete(code);
        const unit = units.get(code);
        if (unit !== undefined && !to.includes(code)) unit.until = addDays(day, -1);
      }
      for (const [column, code] of to.entries()) {
        stock.set(
          code,
          given.reduce((sum, row) => sum + (row[column] ?? 0), 0),
        );
      }
      successions.push({ day, from, to, handovers });
    }
  });
  const register: UnitRegister = {
    units: [...units.values()].map((unit): Unit => ({ ...unit, kind: "x", names: [{ official: unit.code }] })),
    successions,
  };
  return { register, first: FIRST, last: addDays(FIRST, 30 * steps.length + 10), closings, openings: stock };
}

/** Histories of up to 10 units at first and four steps. */
export const history: fc.Arbitrary<History> = fc
  .tuple(
    fc.integer({ min: 1, max: 10 }),
    fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 10, maxLength: 10 }),
    fc.array(fc.array(regrouping, { maxLength: 4 }), { maxLength: 4 }),
  )
  .map(([count, stocks, steps]) => build(count, stocks, steps));
