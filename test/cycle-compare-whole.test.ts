import { beforeAll, describe, expect, it } from "vitest";
import { type Comparison, type ComparisonBasis, checkWhole, compareWhole } from "../src/cycle/checks/index.js";
import type { SourcedReturn } from "../src/cycle/sources/index.js";
import { type FormSet, readBundledFormSet } from "../src/forms/index.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { periodNamed } from "./cycle-collect.sample.js";
import { type Held, ledgerWith, REGISTER, valuesOf } from "./cycle-earlier.sample.js";

let formSet: FormSet;
beforeAll(async () => {
  formSet = await readBundledFormSet();
});

const counted = (unit: string, figures: Readonly<Record<string, number>>): SourcedReturn => ({
  unit,
  unitKind: "xa-phuong",
  values: valuesOf(figures),
});

function compare(id: string, returns: readonly SourcedReturn[], locked: Held, open: Held = {}): readonly Comparison[] {
  const ledger = ledgerWith(locked, open);
  return compareWhole(returns, { formSet, period: periodNamed(id), kinds: PERIOD_KINDS, register: REGISTER, ledger });
}

const line = (lines: readonly Comparison[], basis: ComparisonBasis, key: string): Comparison | undefined =>
  lines.find((each) => each.basis === basis && each.key === key);

const rules = (id: string, comparisons: readonly Comparison[], set = formSet): readonly string[] =>
  checkWhole([], { formSet: set, periodKind: periodNamed(id).kind, comparisons }).findings.map(({ rule }) => rule);

describe("the same period of last year", () => {
  const locked = {
    "2025-6t/nguyen": { C02: 5 },
    "2025-6t/gop-1": { C02: 2 },
    "2025-6t/gop-2": { C02: 3 },
    "2025-6t/chia-cu": { C02: 8 },
    "2025-6t/nm-1": { C02: 1 },
    "2025-6t/nm-2": { C02: 1 },
  };
  const returns = [
    counted("nguyen", { C02: 6 }),
    counted("gop", { C02: 4 }),
    counted("chia-1", { C02: 5 }),
    counted("chia-2", { C02: 7 }),
    counted("nm-a", { C02: 9 }),
    counted("moi", { C02: 2 }),
  ];

  it("is compared on groups closed under succession that count as a whole; the others are named", () => {
    // a split unit is compared where all its parts count; nm-b has not come, so nm-a is not compared; moi is new
    expect(line(compare("2026-6t", returns, locked), "lastYear", "C02")).toEqual({
      basis: "lastYear",
      key: "C02",
      earlierKey: "C02",
      period: "2025-6t",
      value: 6 + 4 + 12,
      earlier: 5 + 5 + 8,
      units: ["nguyen", "gop", "chia-1", "chia-2"],
      leftOut: expect.toSatisfy((units: readonly string[]) => [...units].sort().join() === "moi,nm-a"),
    });
  });

  it("is not compared where one of the units has no figure of it", () => {
    const lines = compare("2026-6t", [counted("gop", { C02: 4 })], { "2025-6t/gop-1": { C02: 2 } });
    expect(line(lines, "lastYear", "C02")).toMatchObject({ units: [], leftOut: ["gop"] });
  });

  it("takes every figure from its own source", () => {
    const lines = compare("2026-6t", [counted("nguyen", { D09: 6 })], { "2025-6t/nguyen": { D09: 6 } });
    expect(line(lines, "lastYear", "D09")).toBeUndefined();
  });
});

describe("openings of the whole", () => {
  const locked = { "2024-nam/nguyen": { B05: 9 }, "2024-nam/chia-cu": { B05: 12 } };

  it("continue the closings of the year before, through handovers that add up", () => {
    const returns = [counted("nguyen", { B01: 9 }), counted("chia-1", { B01: 5 }), counted("chia-2", { B01: 7 })];
    const lines = compare("2025-nam", returns, locked);
    expect(line(lines, "opening", "B01")).toMatchObject({ earlierKey: "B05", value: 21, earlier: 21, leftOut: [] });
    expect(rules("2025-nam", lines)).toEqual([]);
  });

  it("that do not are an error of the whole, though each unit continues its own handover", () => {
    const returns = [counted("chia-1", { B01: 4 }), counted("chia-2", { B01: 5 })];
    const lines = compare("2025-nam", returns, locked);
    const { findings } = checkWhole([], { formSet, periodKind: "nam", comparisons: lines });
    expect(findings).toMatchObject([{ rule: "SL-T-DAU-KY", weight: "error" }]);
    expect(findings[0]?.found).toContain("là 9, khác tổng số chốt cuối năm trước là 12 (trên 2 đơn vị so sánh được)");
  });

  it("of units that were founded since are 0", () => {
    const lines = compare("2025-nam", [counted("moi", { B01: 3 })], {});
    expect(line(lines, "opening", "B01")).toMatchObject({ value: 3, earlier: 0, units: ["moi"] });
    expect(rules("2025-nam", lines)).toEqual(["SL-T-DAU-KY"]);
  });
});

describe("flows since the beginning of the year", () => {
  it("are not less than after six months, whether those are locked or only count", () => {
    const half = { "2026-6t/nguyen": { C02: 5 } };
    for (const [locked, open] of [
      [half, {}],
      [{}, half],
    ] as const) {
      const lines = compare("2026-nam", [counted("nguyen", { C02: 4 })], locked, open);
      expect(line(lines, "half", "C02")).toMatchObject({ value: 4, earlier: 5, period: "2026-6t" });
      expect(rules("2026-nam", lines)).toEqual(["SL-T-6T"]);
    }
    expect(rules("2026-nam", compare("2026-nam", [counted("nguyen", { C02: 5 })], half))).toEqual([]);
  });

  it("are held against the half-year by later periods only", () => {
    const lines = compare("2026-q1", [counted("nguyen", { C02: 4 })], { "2026-6t/nguyen": { C02: 5 } });
    expect(line(lines, "half", "C02")).toBeUndefined();
  });
});

describe("checks of a form set that ask for earlier sums", () => {
  const asking = (holds: string): FormSet => ({
    ...formSet,
    checks: [{ id: "KT-T-X", holds, severity: "explain", scope: "whole", message: "{C02}", remedy: "Xem lại." }],
  });
  const tried = (set: FormSet, returns: readonly SourcedReturn[], id: string, locked: Held): readonly string[] =>
    checkWhole(returns, {
      formSet: set,
      periodKind: periodNamed(id).kind,
      comparisons: compare(id, returns, locked),
    }).findings.map(({ rule }) => rule);

  it("are tried where every unit that counts can be compared", () => {
    const locked = { "2025-6t/nguyen": { C02: 5 }, "2025-nam/nguyen": { C06: 90 } };
    expect(tried(asking("C02 >= lastYear.C02"), [counted("nguyen", { C02: 4 })], "2026-6t", locked)).toEqual([
      "KT-T-X",
    ]);
    expect(tried(asking("C06 >= prior.C06"), [counted("nguyen", { C06: 80 })], "2026-6t", locked)).toEqual(["KT-T-X"]);
    expect(
      tried(asking("C06 >= prior.C06"), [counted("nguyen", { C06: 80, B01: 1 })], "2026-nam", {
        ...locked,
        "2025-nam/nguyen": { C06: 90, B05: 1 },
      }),
    ).toEqual(["KT-T-X"]);
  });

  it("are left alone where the sums are of more units than the earlier ones", () => {
    const returns = [counted("nguyen", { C02: 4 }), counted("moi", { C02: 0 })];
    expect(tried(asking("C02 >= lastYear.C02"), returns, "2026-6t", { "2025-6t/nguyen": { C02: 5 } })).toEqual([]);
  });
});
