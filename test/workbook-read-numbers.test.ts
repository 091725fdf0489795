import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NumberContext, parseTypedNumber } from "../src/workbook/read/numbers/typed-number.js";

const PEOPLE: NumberContext = { number: "whole", unit: "người" };
const SHARE: NumberContext = { number: "decimal", unit: "%" };

const value = (typed: string, context = PEOPLE): unknown => {
  const parsed = parseTypedNumber(typed, context);
  return parsed.kind === "number" ? parsed.value : parsed.kind === "blank" ? "blank" : parsed.why;
};

describe("typed numbers", () => {
  it.each([
    ["1.234,5", 1234.5],
    ["1.234", 1234],
    ["1.234.567", 1_234_567],
    ["1 234", 1234],
    ["1\u00A0234", 1234],
    ["1\u202F234,5", 1234.5],
    ["05", 5],
    ["007", 7],
    ["'05", 5],
    ["１２", 12],
    ["12.", 12],
    ["+7", 7],
    ["-7", -7],
    ["\u22127", -7],
    ["1,5", 1.5],
    ["\uFEFF12\u200B", 12],
  ])("reads %s", (typed, expected) => {
    expect(parseTypedNumber(typed, PEOPLE)).toEqual({ kind: "number", value: expected });
  });

  it.each([
    ["-", 0, "none"],
    ["–", 0, "none"],
    ["không có", 0, "none"],
    ["Không", 0, "none"],
    ["không phát sinh.", 0, "none"],
    ["kho\u0302ng co\u0301", 0, "none"],
    ["12 người", 12, "unit"],
    ["05 đ/c", 5, "unit"],
    ["05 đồng chí", 5, "unit"],
    ["1,234.5", 1234.5, "english"],
    ["1,234,567", 1_234_567, "english"],
    ["1.5", 1.5, "english"],
  ])("reads %s with a remark", (typed, expected, remark) => {
    const parsed = parseTypedNumber(typed, PEOPLE);
    expect(parsed.kind === "number" ? parsed.value : parsed.kind === "unreadable" && parsed.why).toBe(expected);
    expect(parsed.kind === "number" ? parsed.remark : undefined).toBe(remark);
  });

  it.each(["", " ", "\u00A0", "\t\n", "\u3000", "\u200B", "'"])("takes %j as blank, not as zero", (typed) => {
    expect(parseTypedNumber(typed, PEOPLE)).toEqual({ kind: "blank" });
  });

  it.each([
    ["1,234", "ambiguous"],
    ["12/15", "several"],
    ["12 15", "several"],
    ["1.2.3", "several"],
    ["12 (trong đó 3 nữ)", "several"],
    ["12 (nữ)", "text"],
    ["khoảng 12", "approximate"],
    [">10", "approximate"],
    ["1,2 nghìn", "multiplier"],
    ["3 chục", "multiplier"],
    ["12%", "percent"],
    ["x", "notApplicable"],
    ["X", "notApplicable"],
    ["…", "unknown"],
    ["...", "unknown"],
    ["chưa rõ", "unknown"],
    ["đang tổng hợp", "unknown"],
    ["O5", "lookalike"],
    ["l2", "lookalike"],
    ["mười hai", "text"],
    ["12²", "text"],
    ["(5)", "text"],
    ["5 và tăng", "text"],
    ["- 5", "text"],
    ["1e5", "several"],
    ["0912345678901234567", "text"],
  ])("does not guess at %s (%s)", (typed, why) => {
    expect(value(typed)).toBe(why);
  });

  it("asks about decimals that may be thousands, and says both readings", () => {
    expect(parseTypedNumber("1,234", PEOPLE)).toEqual({
      kind: "unreadable",
      why: "ambiguous",
      readings: [1234, 1.234],
    });
    expect(parseTypedNumber("-1.234", SHARE)).toEqual({
      kind: "unreadable",
      why: "ambiguous",
      readings: [-1234, -1.234],
    });
    expect(value("12,345", SHARE)).toBe(12.345);
    expect(value("12,5%", SHARE)).toBe(12.5);
    expect(parseTypedNumber("85 %", SHARE)).toEqual({ kind: "number", value: 85 });
  });

  it("reads every whole number in each Vietnamese way of writing it", () => {
    const grouped = (number: number, sign: string): string => String(number).replace(/\B(?=(?:\d{3})+$)/gu, sign);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom("", ".", " ", "\u00A0", "\u2009"),
        fc.constantFrom("", " ", "\u00A0"),
        (number, sign, edge) => {
          expect(value(edge + grouped(number, sign) + edge)).toBe(number);
        },
      ),
    );
  });

  it("reads decimals as they are printed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 99 }), (whole, hundredths) => {
        const typed = `${String(whole).replace(/\B(?=(?:\d{3})+$)/gu, ".")},${String(hundredths).padStart(2, "0")}`;
        expect(value(typed, SHARE)).toBeCloseTo(whole + hundredths / 100, 6);
      }),
    );
  });

  it("never throws, and gives a number only to digits or a word for nothing", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."0123456789.,- '()%/xXkhôngcó \u00A0") }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(PEOPLE, SHARE), (typed, context) => {
        const parsed = parseTypedNumber(typed, context);
        if (parsed.kind !== "number") return;
        expect(Number.isFinite(parsed.value)).toBe(true);
        expect(Object.is(parsed.value, -0)).toBe(false);
        expect(/[\d\uFF10-\uFF19]/u.test(typed) || parsed.remark === "none").toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
