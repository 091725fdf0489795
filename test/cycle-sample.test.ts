import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SampleFigures, sampleFigures } from "../src/cli/demo/cycle/sample-figures.js";

/** Sums and parts, wholes first: what every return of the sample must obey. */
const IDENTITIES: readonly (readonly [closing: string, plus: readonly string[], minus: readonly string[]])[] = [
  ["B05", ["B01", "B02", "B03"], ["B04"]],
  ["B05", ["B05a", "B05b"], []],
  ["C06", ["C01", "C02", "C03a", "C03b", "C03c", "C03d"], ["C04a", "C04b", "C05a", "C05b", "C05c", "C05d"]],
  ["D04", ["D01", "D02"], ["D03"]],
  ["D08", ["D08a"], ["D08b"]],
  ["D09", ["D07", "D08"], []],
  ["C06", ["C01", "C02", "C03"], ["C04", "C05"]],
  ["D11", ["C02e"], []],
  ["E04", ["E01", "E02"], ["E03"]],
  ["F04", ["F01", "F02"], ["F03"]],
  ["H04", ["H01", "H02"], ["H03"]],
  ["M04", ["M01", "M02"], ["M03"]],
  ["A01", ["A01.CP", "A01.TNHH", "A01.DNTN", "A01.HD", "A01.FDI"], []],
  ...["B02", "B05", "C06"].map(
    (code) =>
      [code, ["CP", "TNHH", "DNTN", "HD", "FDI", "HTX", "NCL"].map((member) => `${code}.${member}`), []] as const,
  ),
];

const AT_MOST: readonly (readonly [part: string, whole: readonly string[]])[] = [
  ["A01.FDI100", ["A01.FDI"]],
  ["C06.FDI100", ["C06.FDI"]],
  ["A04n", ["A04"]],
  ["A06", ["A01"]],
  ["B06", ["A01"]],
  ["B06", ["B05", "B05c"]],
  ...["C02a", "C02b", "C02c", "C02d", "C02e", "C02f"].map((part) => [part, ["C02"]] as const),
  ...["C06a", "C06b", "C06c", "C06d"].map((part) => [part, ["C06"]] as const),
  ["C06d", ["C06c"]],
  ["C06d", ["B05", "B05c"]],
  ["C06", ["G01"]],
  ["C08", ["C07"]],
  ["D05", ["A06"]],
  ["D09", ["A04"]],
  ["D11", ["D10"]],
  ["D12", ["D04"]],
  ["E07", ["E04"]],
  ["F05", ["A04n"]],
  ["M05", ["B06"]],
  ["M05", ["M04"]],
  ["M07d", ["M07"]],
];

const OPENED: Readonly<Record<string, string>> = {
  B01: "B05",
  C01: "C06",
  D01: "D04",
  D07: "D09",
  E01: "E04",
  F01: "F04",
  H01: "H04",
  M01: "M04",
};

const sum = (figures: SampleFigures, codes: readonly string[]): number =>
  codes.reduce((total, code) => total + (figures[code] ?? Number.NaN), 0);

const anyUnit = fc.record({
  index: fc.integer({ min: 0, max: 3_500 }),
  seed: fc.integer({ min: 0, max: 1_000 }),
  year: fc.integer({ min: 0, max: 4 }),
});
const period = fc.constantFrom("6t" as const, "nam" as const);

describe("sample figures", () => {
  it("obey every identity, for any unit, year and period", () => {
    fc.assert(
      fc.property(anyUnit, period, ({ index, seed, year }, kind) => {
        const figures = sampleFigures(index, seed, { year, period: kind });
        for (const [code, value] of Object.entries(figures)) {
          expect([code, Number.isInteger(value) && value >= 0]).toEqual([code, true]);
        }
        for (const [closing, plus, minus] of IDENTITIES) {
          expect([closing, sum(figures, plus) - sum(figures, minus)]).toEqual([closing, figures[closing]]);
        }
        for (const [part, whole] of AT_MOST) {
          expect([part, (figures[part] ?? Number.NaN) <= sum(figures, whole)]).toEqual([part, true]);
        }
      }),
    );
  });

  it("are plausible: few admissions, no sudden drop, enough members, few excellent", () => {
    fc.assert(
      fc.property(anyUnit, ({ index, seed, year }) => {
        const figures = sampleFigures(index, seed, { year, period: "nam" });
        const of = (code: string): number => figures[code] ?? Number.NaN;
        expect(of("C02")).toBeLessThanOrEqual(of("C01") * 0.2);
        expect(of("C06")).toBeGreaterThanOrEqual(of("C01") * 0.9);
        expect(of("C06")).toBeGreaterThanOrEqual(3 * of("B05b"));
        expect(of("A05")).toBeLessThanOrEqual(of("A01") - of("B06"));
        expect(of("B07x")).toBeLessThanOrEqual((of("B07x") + of("B07t")) * 0.2);
        expect(sum(figures, ["B07x", "B07t", "B07h", "B07k"])).toBe(of("B05"));
      }),
    );
  });

  it("open a year, and its half-year, with the closings of the year before; the half has no more than the whole", () => {
    fc.assert(
      fc.property(anyUnit, ({ index, seed, year }) => {
        const before = sampleFigures(index, seed, { year, period: "nam" });
        const half = sampleFigures(index, seed, { year: year + 1, period: "6t" });
        const whole = sampleFigures(index, seed, { year: year + 1, period: "nam" });
        for (const [opening, closing] of Object.entries(OPENED)) {
          expect([opening, half[opening], whole[opening]]).toEqual([opening, before[closing], before[closing]]);
        }
        for (const flow of ["B02", "C02", "C02e", "C03b", "C04b", "D02", "D08a", "E02", "K05"]) {
          expect(half[flow]).toBeLessThanOrEqual(whole[flow] ?? 0);
        }
      }),
    );
  });

  it("let members move within the province without losing any", () => {
    for (const kind of ["6t", "nam"] as const) {
      const units = Array.from({ length: 24 }, (_, index) => sampleFigures(index, 7, { period: kind }));
      const total = (code: string): number => units.reduce((all, figures) => all + (figures[code] ?? Number.NaN), 0);
      expect(total("C03b")).toBe(total("C04b"));
      expect(total("C02")).toBeGreaterThan(0);
    }
  });

  it("differ from unit to unit and seed to seed, and stay the same for both", () => {
    const texts = Array.from({ length: 24 }, (_, index) => JSON.stringify(sampleFigures(index, 1)));
    expect(new Set(texts).size).toBe(24);
    expect(texts).toEqual(Array.from({ length: 24 }, (_, index) => JSON.stringify(sampleFigures(index, 1))));
    expect(JSON.stringify(sampleFigures(3, 2))).not.toBe(texts[3]);
  });
});
