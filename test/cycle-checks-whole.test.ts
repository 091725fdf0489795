import { beforeAll, describe, expect, it } from "vitest";
import { checkWhole, totalsOf } from "../src/cycle/checks/index.js";
import type { ReturnedValue } from "../src/cycle/returns.js";
import { type SourcedReturn, splitSources } from "../src/cycle/sources/index.js";
import { readBundledFormSet } from "../src/forms/bundled.js";
import type { FormSet } from "../src/forms/form-set.js";
import { sampleFigures } from "./cycle-sample.js";

let formSet: FormSet;
beforeAll(async () => {
  formSet = await readBundledFormSet();
});

const values = (figures: Readonly<Record<string, number>>): readonly ReturnedValue[] =>
  Object.entries(figures).map(([key, value], row) => ({
    key,
    measure: "actual",
    value,
    cell: { sheet: "Biểu 1", address: `E${row + 10}` },
  }));

const commune = (unit: string, figures: Readonly<Record<string, number>>): SourcedReturn => ({
  unit,
  unitKind: "xa-phuong",
  values: values(figures),
});
const union = (figures: Readonly<Record<string, number>>): SourcedReturn => ({
  unit: "lddl",
  unitKind: "doan-the-lddl",
  values: values(figures),
});

const rules = (returns: readonly SourcedReturn[]): readonly string[] =>
  checkWhole(returns, { formSet, periodKind: "6t" }).findings.map(({ rule, weight }) => `${rule} ${weight}`);

describe("sums of what counts", () => {
  it("take every figure from its own source", () => {
    const totals = totalsOf(formSet, [commune("a", { C02: 2, D02: 5 }), commune("b", { C02: 3 }), union({ D02: 7 })]);
    expect(totals).toContainEqual({ key: "C02", measure: "actual", value: 5 });
    expect(totals).toContainEqual({ key: "D02", measure: "actual", value: 7 });
  });

  it("leave shares to be worked out, and what nobody reported open", () => {
    const totals = totalsOf(formSet, [union({ D06: 85, D05: 1, A06: 2 })]);
    expect(totals.map(({ key }) => key)).toEqual(["D05", "A06"]);
  });
});

describe("checks of the whole", () => {
  it("are met by returns that are right", () => {
    const returns = Array.from({ length: 19 }, (_, index) => commune(`x-${index}`, sampleFigures(index, 7)));
    const found = rules([...returns, union(sampleFigures(20, 7))]);
    expect(found.filter((rule) => !/KT-T-(?:D|CHUYEN)/u.test(rule))).toEqual([]);
  });

  it("find identities that do not hold, without a cell but with figures", () => {
    const returns = [
      commune("a", { B01: 4, B02: 1, B03: 0, B04: 0, B05: 5 }),
      commune("b", { B01: 2, B02: 1, B03: 0, B04: 0, B05: 2 }),
    ];
    const { findings } = checkWhole(returns, { formSet, periodKind: "6t" });
    expect(findings).toMatchObject([{ rule: "KT-T-B05", weight: "error" }]);
    expect(findings[0]).not.toHaveProperty("cell");
    expect(findings[0]?.found).toContain("7 khác 6 + 2 + 0 - 0");
  });

  it("are strict where units only had to explain: figures of two bases", () => {
    expect(rules([commune("a", { A01: 3, B06: 4 })])).toEqual(["KT-T-B06-A01 error"]);
  });

  it("make an error of a unit's check that crosses bases, when the form set says nothing of the whole", () => {
    const crossing: FormSet = {
      ...formSet,
      checks: formSet.checks
        .filter(({ scope }) => scope === "unit")
        .map((check) => (check.id === "KT-B06-A01" ? { ...check, severity: "error" } : check)),
    };
    const { findings } = checkWhole([commune("a", { A01: 3, B06: 4 })], { formSet: crossing, periodKind: "6t" });
    expect(findings).toMatchObject([{ rule: "KT-B06-A01", weight: "error" }]);
  });

  it("know the targets that were given to units", () => {
    const strict: FormSet = { ...formSet, parameters: { ...formSet.parameters, chiTieuKetNapNam: 200 } };
    const targets = [
      { key: "T01", value: 120 },
      { key: "T01", value: 60 },
    ];
    const { findings } = checkWhole([commune("a", { C02: 1 })], { formSet: strict, periodKind: "6t", targets });
    expect(findings.map(({ rule }) => rule)).toContain("KT-T-T01");
    expect(findings.find(({ rule }) => rule === "KT-T-T01")?.found).toContain("180");
  });
});

describe("second sources", () => {
  it("are parted from what counts", () => {
    const { counted, second } = splitSources(formSet, "xa-phuong", values({ C02: 2, D02: 5 }));
    expect(counted.map(({ key }) => key)).toEqual(["C02"]);
    expect(second.map(({ key }) => key)).toEqual(["D02"]);
  });

  it("stand beside the authoritative figure, unit by unit, and are in no total", () => {
    const { reconciliation } = checkWhole([commune("a", { D02: 5 }), commune("b", { D02: 1 }), union({ D02: 7 })], {
      formSet,
      periodKind: "6t",
    });
    expect(reconciliation).toEqual([
      {
        key: "D02",
        measure: "actual",
        source: "doan-the-lddl",
        counted: 7,
        countedFigures: [{ unit: "lddl", value: 7, cell: { sheet: "Biểu 1", address: "E10" } }],
        second: 6,
        secondFigures: [
          { unit: "a", value: 5, cell: { sheet: "Biểu 1", address: "E10" } },
          { unit: "b", value: 1, cell: { sheet: "Biểu 1", address: "E10" } },
        ],
      },
    ]);
  });
});
