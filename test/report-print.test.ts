import { describe, expect, it } from "vitest";
import { printFigure, roundFigure, type TargetRule, verdictOf } from "../src/report/totals/index.js";

describe("figures as printed", () => {
  it.each([
    [5, "người", "05", "5"],
    [0, "người", "0", "0"],
    [10, "người", "10", "10"],
    [1054, "người", "1.054", "1.054"],
    [1234567.891, "người", "1.234.567,89", "1.234.567,89"],
    [92.2818, "%", "92,28%", "92,28"],
    [85, "%", "85%", "85"],
    [62.5, "%", "62,5%", "62,5"],
    [1.005, "%", "1,01%", "1,01"],
    [-12, "người", "-12", "-12"],
    [0.001, "%", "0%", "0"],
  ])("%d %s is %s in prose, %s in a table", (value, unit, prose, table) => {
    expect(printFigure(value, unit)).toBe(prose);
    expect(printFigure(value, unit, "table")).toBe(table);
  });

  it("are rounded half away from zero", () => {
    expect([2.345, -2.345, 2.344999, 1e-9].map(roundFigure)).toEqual([2.35, -2.35, 2.34, 0]);
  });
});

describe("verdicts", () => {
  const rule = (comparator: Exclude<TargetRule["comparator"], "range">): TargetRule => ({ comparator, value: 10 });

  it.each([
    [">=", ["missed", "met", "exceeded"]],
    [">", ["missed", "missed", "met"]],
    ["=", ["missed", "met", "missed"]],
    ["<=", ["met", "met", "missed"]],
    ["<", ["met", "missed", "missed"]],
  ] as const)("%s 10: of 9, 10 and 11", (comparator, expected) => {
    expect([9, 10, 11].map((value) => verdictOf(value, rule(comparator)))).toEqual(expected);
  });

  it("of a range include both ends; of nothing there is none; quotients are not held against their last bit", () => {
    const range: TargetRule = { comparator: "range", value: 10, upTo: 12 };
    expect([9, 10, 12, 13].map((value) => verdictOf(value, range))).toEqual(["missed", "met", "met", "missed"]);
    expect(verdictOf(undefined, range)).toBe("noFigure");
    expect(verdictOf(0.1 + 0.2, { comparator: ">=", value: 0.3 })).toBe("met");
  });
});
