import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { changesBetween } from "../src/cycle/ledger/changes.js";
import { figuresHash } from "../src/cycle/ledger/index.js";
import { uniqueValues } from "../src/cycle/ledger/values.js";
import type { ReturnedValue } from "../src/cycle/returns.js";
import { newFolder, opened, removeFolders } from "./ledger.folders.js";
import { FORM_SET, figure, HALF, sampleReturn } from "./ledger.sample.js";

afterEach(removeFolders);

const measures = ["actual", "estimate", "official"] as const;

const value: fc.Arbitrary<ReturnedValue> = fc
  .record({
    key: fc.constantFrom("A01", "A01.CP", "B05", "C02", "C02a", "C06", "M07d"),
    measure: fc.constantFrom(...measures),
    value: fc.option(fc.oneof(fc.nat(5000), fc.double({ noNaN: true, noDefaultInfinity: true })), { nil: undefined }),
    typed: fc.option(fc.string({ unit: "grapheme" }), { nil: undefined }),
    cell: fc.record({ sheet: fc.constantFrom("Biểu 1", "Biểu 2 (mới)"), address: fc.constantFrom("D7", "E12", "AA3") }),
  })
  // -0 is 0 in a workbook
  .map(({ value: number, typed, ...rest }) => ({
    ...rest,
    ...(number === undefined ? {} : { value: number === 0 ? 0 : number }),
    ...(typed === undefined ? {} : { typed: typed.replaceAll("\0", "") }),
  }));

const returned = fc.uniqueArray(value, { selector: ({ key, measure }) => `${key}/${measure}`, maxLength: 12 });

const byName = (values: readonly ReturnedValue[]) =>
  new Map(values.map((entry) => [`${entry.key}/${entry.measure}`, entry]));

describe("values", () => {
  it("come back to the bit, with their cells and what was typed, and texts that end early are not cut", async () => {
    const ledger = await opened(newFolder());
    await ledger.openPeriod({ period: HALF, formSet: FORM_SET, who: "a" });
    let unit = 0;
    await ledger.batch(() =>
      fc.assert(
        fc.asyncProperty(returned, async (values) => {
          unit += 1;
          const outcome = await ledger.recordRevision(sampleReturn(`u${unit}`, "1", { values }));
          if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.findings));
          expect(byName(ledger.values(outcome.revision.id))).toEqual(byName(values));
        }),
        { numRuns: 200 },
      ),
    );
    const nul = sampleReturn("u0", "1", { values: [{ ...figure("C02", 1), typed: "a\0b" }] });
    await ledger.recordRevision(nul);
    expect(ledger.values(ledger.latest("u0", HALF.id)?.id ?? 0)[0]?.typed).toBe("a\u{FFFD}b");
    await ledger.close();
  });

  it("have the same hash wherever they stand and however they are typed, and another for another figure", () => {
    fc.assert(
      fc.property(returned, (values) => {
        const moved = values
          .toReversed()
          .map((entry) => ({ ...entry, typed: "x", cell: { sheet: "Khác", address: "A1" } }));
        expect(figuresHash(moved)).toBe(figuresHash(values));
        const first = values.find((entry) => entry.value !== undefined);
        if (first === undefined) return;
        const changed = values.map((entry) =>
          entry === first ? { ...entry, value: entry.value === 1 ? 2 : 1 } : entry,
        );
        expect(figuresHash(changed)).not.toBe(figuresHash(values));
      }),
    );
  });

  it("that stand in several cells are one figure, and a filled cell goes before a blank one", () => {
    const blank = { ...figure("C02", undefined), cell: { sheet: "Biểu 1", address: "N7" } };
    expect(uniqueValues([blank, figure("C02", 4), blank])).toEqual({ values: [figure("C02", 4)] });
    expect(uniqueValues([blank, blank])).toEqual({ values: [blank] });
  });
});

describe("changes", () => {
  it("lead from the old figures to the new ones", () => {
    fc.assert(
      fc.property(returned, returned, (before, after) => {
        const numbers = (values: readonly ReturnedValue[]) =>
          new Map(
            values.flatMap((entry) =>
              entry.value === undefined ? [] : [[`${entry.key}/${entry.measure}`, entry.value]],
            ),
          );
        const figures = numbers(before);
        for (const { key, measure, change, before: old, after: now } of changesBetween(before, after)) {
          const name = `${key}/${measure}`;
          expect(figures.get(name)).toBe(old);
          expect(change === "same").toBe(old === now);
          expect(change === "created").toBe(old === undefined && now !== undefined);
          expect(change === "removed").toBe(old !== undefined && now === undefined);
          if (now === undefined) figures.delete(name);
          else figures.set(name, now);
        }
        expect(figures).toEqual(numbers(after));
      }),
    );
  });

  it("of a return against itself are none", () => {
    fc.assert(
      fc.property(returned, (values) => {
        expect(changesBetween(values, values).every(({ change }) => change === "same")).toBe(true);
      }),
    );
  });
});
