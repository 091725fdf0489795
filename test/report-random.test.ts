import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type FormSet, isTypedKey, placedKeys, readBundledFormSet } from "../src/forms/index.js";
import type { UnitRegister } from "../src/organisation/register.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { Figures } from "../src/report/totals/index.js";
import { sampleRegister } from "./cycle-collect.sample.js";
import { ledgerOf, type Sent } from "./report-ledger.js";
import { naiveTotal, ofOne, type RawUnit, SHARES, SUMS } from "./report-naive.js";
import { faultsOfTrace } from "./report-traces.js";

let formSet: FormSet;
let register: UnitRegister;
/** Keys that are typed, by kind of unit: units of one kind share the list. */
const typed = new Map<string, readonly string[]>();
beforeAll(async () => {
  formSet = await readBundledFormSet();
  register = sampleRegister();
  for (const { id } of formSet.unitKinds) {
    typed.set(
      id,
      placedKeys(formSet, id, "nam").filter((key) => isTypedKey(formSet, key)),
    );
  }
});

const close = (a: number | undefined, b: number | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a)));

/** Some blanks, and zeros that are no blanks. */
const figure = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 2000 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const sent = (kind: string): fc.Arbitrary<Sent> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<Sent>("notSent", "toCorrect") },
    {
      weight: 5,
      arbitrary: fc.array(figure, { minLength: 200, maxLength: 200 }).map((values): Sent => {
        const entries = (typed.get(kind) ?? []).map((key, at) => [key, values[at] ?? null] as const);
        return Object.fromEntries(entries.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
      }),
    },
  );

describe("totals of random returns", () => {
  it("equal the naive ones in every scope, blanks and all, and their traces add up", () => {
    const units = fc.record(Object.fromEntries(register.units.map(({ code, kind }) => [code, sent(kind)])));
    fc.assert(
      fc.property(units, (held) => {
        const raws = register.units.flatMap(({ code, kind, area }): RawUnit[] => {
          const own = held[code];
          if (typeof own !== "object") return [];
          const raw = new Map(Object.entries(own).map(([key, value]) => [`${key}/actual`, { value, cell: "" }]));
          return [{ unit: code, kind, ...(area === undefined ? {} : { area }), raw }];
        });
        const ledger = ledgerOf({ "2026-nam": { units: held } });
        const totals = new Figures({ ledger, formSet, register, kinds: PERIOD_KINDS }).period("2026-nam");
        if (totals === undefined) throw new Error("no totals");
        const wrong: string[] = [];
        const check = (name: string, value: number | undefined, naive: number | undefined): void => {
          if (!close(value, naive)) wrong.push(`${name}: ${value}, naive ${naive}`);
        };
        const keys = [
          ...Object.keys(SUMS),
          ...Object.keys(SHARES),
          "A01.CP",
          "B02",
          "C02",
          "D05",
          "M05",
          "K01",
          "B07x",
        ];
        for (const key of keys) {
          const total = totals.total(key);
          check(key, total.value, naiveTotal(raws, key));
          wrong.push(...faultsOfTrace(total.trace()));
          for (const area of register.areas ?? []) {
            const scope = [...totals.scopes.values()].find((each) => each.area === area);
            const own = raws.filter((unit) => unit.area === area);
            if (scope !== undefined && key !== "M06")
              check(`${key} ${area}`, totals.total(key, scope).value, naiveTotal(own, key));
          }
          for (const { unit, raw } of raws) check(`${key} ${unit}`, totals.total(key, unit).value, ofOne(raw, key));
          const { asked, counted, missing } = total.coverage;
          if (asked !== counted.length + missing.length) wrong.push(`${key}: coverage`);
        }
        expect(wrong.slice(0, 5)).toEqual([]);
      }),
      { numRuns: 12, seed: 5 },
    );
  });
});
