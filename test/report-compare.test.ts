import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type FormSet, readBundledFormSet } from "../src/forms/index.js";
import { loadUnits } from "../src/organisation/load-units.js";
import type { UnitRegister } from "../src/organisation/register.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { Figures, type ResolvedFigure } from "../src/report/totals/index.js";
import { type HeldPeriod, ledgerOf, type Sent } from "./report-ledger.js";
import { faultsOfTrace } from "./report-traces.js";

let formSet: FormSet;
let register: UnitRegister;
beforeAll(async () => {
  formSet = await readBundledFormSet();
  const loaded = loadUnits(
    readFileSync(new URL("../fixtures/sap-xep/don-vi.yaml", import.meta.url), "utf8"),
    "don-vi.yaml",
  );
  if (loaded.register === undefined) throw new Error("no register");
  register = loaded.register;
});

type Units = Readonly<Record<string, Sent>>;

function figuresOf(periods: Readonly<Record<string, HeldPeriod>>, plan = { first: 2025, last: 2030 }): Figures {
  return new Figures({ ledger: ledgerOf(periods), formSet, register, kinds: PERIOD_KINDS, plan });
}

function ask(figures: Figures, path: string): ResolvedFigure {
  const { figure, finding } = figures.resolve(path);
  if (figure === undefined) throw new Error(`${finding?.found} ${finding?.remedy}`);
  expect(faultsOfTrace(figure.trace())).toEqual([]);
  return figure;
}

/** Before 01/7/2025: districts and two committees. */
const BEFORE: Units = {
  "thanh-uy-ha-trung": { C02: 40 },
  "hu-tan-linh": { C02: 10 },
  "hu-kim-son": { C02: 9 },
  "hu-dao-yen": { C02: 3 },
  "kcn-ha-trung": { C02: 12 },
  "kkt-son-vong": { C02: 6 },
};
const AFTER: Units = {
  "p-song-kim": { C02: 30 },
  "p-tan-linh": { C02: 14 },
  "x-hai-thuan": { C02: 8 },
  "x-phu-khe": { C02: 5 },
  "x-khe-sen": { C02: 4 },
  "x-da-dung": { C02: 2 },
  "dk-dao-yen": { C02: 3 },
  kcn: { C02: 9 },
};
const LAST = "2025-6t";
const NOW = "2026-6t";

const around = (before: Units, after: Units): Figures =>
  figuresOf({ [LAST]: { units: before, loaded: true }, [NOW]: { units: after } });

describe("comparison across 01/7/2025", () => {
  it("1:1 and n:1: a unit is compared with what it alone comes from", () => {
    const figures = around(BEFORE, AFTER);
    expect(ask(figures, "vt:C02/dk-dao-yen/2026-6t/cung-ky")).toMatchObject({ value: 3, printed: "03" });
    expect(ask(figures, "vt:C02/dk-dao-yen/2026-6t/chieu-huong")).toMatchObject({ class: "same", printed: "bằng" });
    expect(ask(figures, "vt:C02/kcn/2026-6t/cung-ky").value).toBe(18);
    expect(ask(figures, "vt:C02/kcn/2026-6t/chenh-lech")).toMatchObject({ value: -9, printed: "09" });
    expect(ask(figures, "vt:C02/kcn/2026-6t/chieu-huong").printed).toBe("giảm");
    expect(ask(figures, "vt:C02/kcn/2026-6t/phan-tram-cung-ky").printed).toBe("50%");
  });

  it("1:n and n:m: one of several successors is not compared, their group is", () => {
    const figures = around(BEFORE, AFTER);
    for (const [unit, units, value, earlier] of [
      ["x-phu-khe", 3, 11, 9],
      ["p-tan-linh", 3, 52, 50],
    ] as const) {
      const figure = ask(figures, `vt:C02/${unit}/2026-6t/chenh-lech`);
      expect(figure).toMatchObject({ status: "notComparable", printed: "không so sánh được" });
      expect(figure.comparison).toMatchObject({
        kind: "compared",
        ground: "group",
        value: { value },
        earlier: { value: earlier },
      });
      expect(figure.comparison?.kind === "compared" && figure.comparison.units).toHaveLength(units);
    }
  });

  it("areas and the whole are compared over all their groups", () => {
    const figures = around(BEFORE, AFTER);
    expect(ask(figures, "vt:C02/khu-vuc-mien-nui-hai-dao/2026-6t/cung-ky").value).toBe(12);
    expect(ask(figures, "vt:C02/tinh/2026-6t/cung-ky").value).toBe(80);
    expect(ask(figures, "vt:C02/tinh/2026-6t/chenh-lech")).toMatchObject({ value: -5, printed: "05" });
    const change = ask(figures, "vt:C02/tinh/2026-6t/phan-tram-chenh-lech");
    expect(change.printed).toBe("6,25%");
  });

  it("a group in which one has not reported is left out on both sides, and named", () => {
    const figures = around(BEFORE, { ...AFTER, "x-khe-sen": "notSent" });
    const figure = ask(figures, "vt:C02/tinh/2026-6t/cung-ky");
    expect(figure.value).toBe(71);
    expect(figure.comparison).toMatchObject({
      value: { value: 64 },
      leftOut: ["x-phu-khe", "x-da-dung"],
    });
    // the total itself is over all that reported
    expect(ask(figures, "vt:C02/tinh/2026-6t")).toMatchObject({ value: 71, coverage: { asked: 8 } });
  });

  it("where a district's own figure is missing, its group is not compared; where nothing is known, nothing is", () => {
    const { "hu-tan-linh": _, ...rest } = BEFORE;
    const figures = around(rest, AFTER);
    expect(ask(figures, "vt:C02/tinh/2026-6t/cung-ky").value).toBe(30);
    expect(ask(figures, "vt:C02/khu-vuc-dong-bang/2026-6t/cung-ky").status).toBe("notComparable");
    const nothing = around({}, AFTER);
    expect(ask(nothing, "vt:C02/tinh/2026-6t/cung-ky")).toMatchObject({
      status: "notComparable",
      comparison: { kind: "notComparable", reason: "noEarlierFigures" },
    });
  });

  it("nothing last year: no percentage; nothing in both: it did not occur", () => {
    const zero = (units: Units): Units => Object.fromEntries(Object.keys(units).map((unit) => [unit, { C02: 0 }]));
    const grown = around(zero(BEFORE), AFTER);
    expect(ask(grown, "vt:C02/tinh/2026-6t/chieu-huong").class).toBe("fromZero");
    expect(ask(grown, "vt:C02/tinh/2026-6t/phan-tram-cung-ky")).toMatchObject({
      status: "noBase",
      printed: "cùng kỳ không phát sinh",
    });
    const none = around(zero(BEFORE), zero(AFTER));
    expect(ask(none, "vt:C02/tinh/2026-6t/chieu-huong").printed).toBe("không phát sinh");
  });

  it("is of what was done, never of estimates", () => {
    const figures = around(BEFORE, { ...AFTER, kcn: { C02: 9, "C02/estimate": 20 } });
    expect(ask(figures, "vt:C02/kcn/2026-6t/uoc").value).toBe(20);
    expect(ask(figures, "vt:C02/kcn/2026-6t/chenh-lech").value).toBe(-9);
    expect(ask(figures, "vt:C02/tinh/2026-6t/uoc")).toMatchObject({
      value: 20,
      coverage: { asked: 8, counted: ["kcn"] },
    });
    expect(ask(figures, "vt:C02/kcn/2026-6t/chinh-thuc").status).not.toBe("reported");
  });

  it("adds up to the same totals however units were regrouped (random)", () => {
    const amounts = (units: Units) =>
      fc.record(
        Object.fromEntries(Object.keys(units).map((unit) => [unit, fc.option(fc.integer({ min: 0, max: 99 }))])),
      );
    /** Groups of fixtures/sap-xep, written out by hand. */
    const GROUPS = [
      [
        ["thanh-uy-ha-trung", "hu-tan-linh"],
        ["p-song-kim", "p-tan-linh", "x-hai-thuan"],
      ],
      [["hu-kim-son"], ["x-phu-khe", "x-khe-sen", "x-da-dung"]],
      [["hu-dao-yen"], ["dk-dao-yen"]],
      [["kcn-ha-trung", "kkt-son-vong"], ["kcn"]],
    ] as const;
    fc.assert(
      fc.property(amounts(BEFORE), amounts(AFTER), (before, after) => {
        const held = (units: Readonly<Record<string, number | null>>): Units =>
          Object.fromEntries(Object.entries(units).map(([unit, C02]) => [unit, C02 === null ? "notSent" : { C02 }]));
        const figures = around(held(before), held(after));
        let [now, earlier, compared] = [0, 0, 0];
        for (const [old, young] of GROUPS) {
          const [olds, youngs] = [old.map((unit) => before[unit] ?? null), young.map((unit) => after[unit] ?? null)];
          if ([...olds, ...youngs].includes(null)) continue;
          compared += 1;
          for (const value of olds) earlier += value ?? 0;
          for (const value of youngs) now += value ?? 0;
        }
        const reported = Object.values(after).filter((value) => value !== null);
        const total = ask(figures, "vt:C02/tinh/2026-6t");
        expect(total.value).toBe(reported.length === 0 ? undefined : reported.reduce((a, b) => a + b, 0));
        expect(total.coverage).toMatchObject({ asked: 8 });
        expect(total.coverage.counted).toHaveLength(reported.length);
        const difference = ask(figures, "vt:C02/tinh/2026-6t/chenh-lech");
        expect(difference.value).toBe(compared === 0 ? undefined : now - earlier);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe("targets", () => {
  const targets = (value: number): HeldPeriod => ({
    units: { kcn: { T01: value, T02: 50 }, "dk-dao-yen": { T01: 2 } },
    loaded: true,
  });
  const reached = (C02: number, target: number): Figures =>
    figuresOf({ [NOW]: { units: { kcn: { C02 }, "dk-dao-yen": { C02: 2 } } }, "2026-chi-tieu": targets(target) });

  it.each([
    [12, 10, "vượt", "120%"],
    [10, 10, "đạt", "100%"],
    [9, 10, "chưa đạt", "90%"],
  ])("%i of %i is %s, %s, before the year is over as well", (value, target, word, percent) => {
    const figures = reached(value, target);
    expect(ask(figures, "vt:C02/kcn/2026-6t/danh-gia").printed).toBe(word);
    expect(ask(figures, "vt:C02/kcn/2026-6t/phan-tram-chi-tieu").printed).toBe(percent);
    expect(ask(figures, "vt:C02/tinh/2026-6t/chi-tieu").value).toBe(target + 2);
    expect(ask(figures, "vt:T01/tinh/2026-6t").value).toBe(target + 2);
    expect(ask(figures, "vt:C02/kcn/2026-6t/con-lai").value).toBe(Math.max(0, target - value));
  });

  it("of shares are compared as such: at least 85, more than 90", () => {
    const share = (D05: number, M05: number): Figures =>
      figuresOf({
        [NOW]: {
          units: { lddl: { D05, A06: 200 }, "quan-su": { M05 }, "p-song-kim": { B06: 100 }, kcn: { B06: 100 } },
        },
      });
    expect(ask(share(170, 180), "vt:D06/tinh/2026-6t/danh-gia").printed).toBe("đạt");
    expect(ask(share(171, 180), "vt:D06/tinh/2026-6t/danh-gia").printed).toBe("vượt");
    expect(ask(share(169, 180), "vt:D06/tinh/2026-6t")).toMatchObject({ printed: "84,5%" });
    expect(ask(share(169, 180), "vt:D06/tinh/2026-6t/danh-gia").printed).toBe("chưa đạt");
    // exactly 90 is not more than 90; numerator and denominator come from two sources
    expect(ask(share(170, 180), "vt:M06/tinh/2026-6t")).toMatchObject({ value: 90 });
    expect(ask(share(170, 180), "vt:M06/tinh/2026-6t/danh-gia").printed).toBe("chưa đạt");
    expect(ask(share(170, 181), "vt:M06/tinh/2026-6t/danh-gia").printed).toBe("đạt");
    expect(ask(share(170, 181), "vt:M06/tinh/2026-6t/phan-tram-chi-tieu").status).toBe("notAsked");
  });

  it("without a figure are not missed but open; without a target there is no verdict", () => {
    const figures = figuresOf({ [NOW]: { units: { kcn: "notSent", lddl: "notSent" } }, "2026-chi-tieu": targets(5) });
    expect(ask(figures, "vt:C02/kcn/2026-6t/danh-gia")).toMatchObject({
      class: "noFigure",
      printed: "chưa có số liệu",
    });
    expect(ask(figures, "vt:D06/tinh/2026-6t/danh-gia").class).toBe("noFigure");
    expect(ask(figures, "vt:C07/kcn/2026-6t/danh-gia").status).toBe("noTarget");
  });
});

describe("cumulative figures", () => {
  const years = (second: Sent): Figures =>
    figuresOf(
      {
        "2026-nam": { units: { kcn: { C02: 20, C06: 300 }, "dk-dao-yen": { C02: 4 } } },
        "2027-nam": { units: { kcn: second, "dk-dao-yen": { C02: 5 } } },
        "2028-6t": { units: { kcn: { C02: 7, C06: 310 }, "dk-dao-yen": { C02: 1 } } },
        "2028-chi-tieu": { units: { kcn: { T02: 40, T01: 20 } }, loaded: true },
      },
      { first: 2026, last: 2030 },
    );

  it("add the flows of the plan's years; stocks are blocked", () => {
    const figures = years({ C02: 13, C06: 305 });
    expect(ask(figures, "vt:C02/kcn/2028-6t/luy-ke").value).toBe(40);
    expect(ask(figures, "vt:C02/tinh/2028-6t/luy-ke").value).toBe(50);
    expect(ask(figures, "vt:C02/tinh/2028-6t/luy-ke-nam").value).toBe(8);
    expect(ask(figures, "vt:C06/kcn/2028-6t/luy-ke")).toMatchObject({ status: "notAsked", printed: "X" });
    expect(ask(figures, "vt:C02/kcn/2028-6t/danh-gia-giai-doan").printed).toBe("đạt");
    expect(ask(figures, "vt:C02/kcn/2028-6t/danh-gia").printed).toBe("chưa đạt");
  });

  it("have a gap where a year is not known, and name who is missing", () => {
    const figures = years("notSent");
    expect(ask(figures, "vt:C02/kcn/2028-6t/luy-ke").status).toBe("notReported");
    const whole = ask(figures, "vt:C02/tinh/2028-6t/luy-ke");
    expect(whole.value).toBe(20 + 4 + 5 + 8);
    expect(whole.coverage.missing).toMatchObject([{ unit: "kcn", period: "2027-nam", reason: "notSent" }]);
  });
});

describe("paths", () => {
  const known = () => around(BEFORE, AFTER);

  it.each([
    ["vt:C02/tinh", "report/path-malformed", "ví dụ vt:C02/tinh/2026-nam"],
    ["vt:C2/tinh/2026-6t", "report/unknown-indicator", "vt:C02/tinh/2026-6t"],
    ["vt:C02/kcnn/2026-6t", "report/unknown-scope", "vt:C02/kcn/2026-6t"],
    ["vt:C02/Khu vực đồng bằng/2026-6t", "report/path-malformed", "vt:C02/khu-vuc-dong-bang/2026-6t"],
    ["vt:C02/tinh/2026-6t/cungky", "report/unknown-measure", "vt:C02/tinh/2026-6t/cung-ky"],
    ["vt:C02/tinh/2026-6t/gi-do", "report/unknown-measure", "Các số đo: thuc-hien, uoc"],
    ["vt:C02/tinh/2026-6", "period/unknown-kind", "2026-"],
    ["vt:C02/tinh/2029-6t", "report/unknown-period", "vt:C02/tinh/2026-6t"],
  ])("%s", (path, id, remedy) => {
    const { finding } = known().resolve(path);
    expect(finding?.id).toBe(id);
    expect(finding?.remedy).toContain(remedy);
  });

  it("are read in any Unicode form and printed in one", () => {
    const figure = ask(known(), " C02/tinh/2026-6t/thuc-hien");
    expect(figure.binding).toBe("vt:C02/tinh/2026-6t");
  });
});
