import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columnFormula,
  type Expression,
  evaluate,
  expandParts,
  parseExpression,
  printExcel,
  printReference,
  type Reference,
  references,
} from "../src/forms/expression.js";
import { numberTree, type Tree, truthTree, withoutPlaces, write } from "./forms-expression.arbitraries.js";
import { exact, plain, readExcel } from "./forms-expression.oracle.js";

function parsed(text: string): Expression {
  const { expression, fault } = parseExpression(text);
  if (fault !== undefined) throw new Error(`${text}: ${fault.id} at ${fault.column}`);
  return expression;
}
const faultOf = (text: string) => {
  const { fault } = parseExpression(text);
  return fault && [fault.id, fault.column];
};
const value = (text: string, values: { readonly [name: string]: number } = {}) =>
  evaluate(parsed(text), { resolve: (reference) => values[printReference(reference)] });

const anyTree = fc.oneof(numberTree(3), truthTree(2));

describe("the expression language", () => {
  it("reads back the tree of any expression, whatever the brackets", () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(withoutPlaces(parsed(write(tree)))).toEqual(tree);
      }),
    );
  });

  it("gives what exact fractions give, also with operands missing", () => {
    const values = fc.dictionary(
      fc.constantFrom("A01", "A01.CP", "B05", "B05a", "C02", "C06", "prior.B05", "half.C02", "p.nguong", "rows.B6"),
      fc.integer({ min: 0, max: 60 }),
    );
    fc.assert(
      fc.property(fc.oneof(numberTree(2), truthTree(2)), values, (tree, given) => {
        const resolve = (reference: Reference) => given[printReference(reference)];
        const expected = plain(exact(tree, resolve));
        const found = evaluate(parsed(write(tree)), { resolve });
        if (typeof expected === "number") expect(found).toBeCloseTo(expected, 6);
        else expect(found).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("prints Excel formulas that Excel reads as the same tree", () => {
    const cells = new Map<string, Reference>();
    const cellOf = (reference: Reference): string => {
      const cell = `v_${printReference(reference).replaceAll(".", "_")}`;
      cells.set(cell, reference);
      return cell;
    };
    const referenceOf = (cell: string): Reference => cells.get(cell) ?? { key: cell };
    fc.assert(
      fc.property(anyTree, (tree: Tree) => {
        const formula = printExcel(parsed(write(tree)), cellOf) ?? "";
        expect(readExcel(formula, referenceOf)).toEqual(tree);
      }),
      { numRuns: 500 },
    );
  });

  it("binds as arithmetic does", () => {
    expect(value("1 + 2 * 3 - 8 / 4 / 2")).toBe(6);
    expect(value("10 - 3 - 2")).toBe(5);
    expect(value("-2 * 3")).toBe(-6);
    expect(value("1 > 2 || 2 > 1 && 3 != 4")).toBe(true);
    expect(value("!(1 > 2) && abs(3 - 5) == 2")).toBe(true);
  });

  it("tells a missing operand from zero, unless it cannot decide", () => {
    expect(value("B01 + B02", { B01: 1 })).toBeUndefined();
    expect(value("B01 == B02", { B01: 1 })).toBeUndefined();
    expect(value("present(B02)", { B01: 1 })).toBe(false);
    expect(value("present(B02) && B02 > 3")).toBe(false);
    expect(value("B01 > 0 || B02 == 0", { B01: 1 })).toBe(true);
    expect(value("B01 > 0 && B02 == 0", { B01: 1 })).toBeUndefined();
    expect(value("B01 / B02", { B01: 1, B02: 0 })).toBeUndefined();
    expect(value("min(B01, B02)", { B01: 1 })).toBeUndefined();
  });

  it("takes shares that differ by rounding alone as equal", () => {
    expect(value("0.1 + 0.2 == 0.3")).toBe(true);
    expect(value("0.1 + 0.2 > 0.3")).toBe(false);
    expect(value("0.1 + 0.2 <= 0.3")).toBe(true);
  });

  it("adds up the parts of an indicator only when they have been named", () => {
    const text = "sum(A01) == A01 && sum(prior.A01) <= 9";
    const expanded = expandParts(parsed(text), (code) => [`${code}.CP`, `${code}.HTX`]);
    expect(references(expanded).map(printReference)).toEqual([
      "A01.CP",
      "A01.HTX",
      "A01",
      "prior.A01.CP",
      "prior.A01.HTX",
    ]);
    expect(printExcel(expanded, printReference)).toBe(
      "AND(SUM(A01.CP,A01.HTX)=A01,SUM(prior.A01.CP,prior.A01.HTX)<=9)",
    );
    expect(() => evaluate(parsed(text), { resolve: () => 1 })).toThrow("expanded");
    expect(printExcel(parsed(text), printReference)).toBeUndefined();
  });

  it("prints nothing when a reference has no cell", () => {
    expect(printExcel(parsed("B01 + B02"), ({ key }) => (key === "B01" ? "C4" : undefined))).toBeUndefined();
  });

  it.each([
    ["", "unfinished", 1],
    ["B01 + ", "unfinished", 7],
    ["B01 + (B02", "unfinished", 11],
    ["B01 + B02)", "unexpected", 10],
    ["B01 B02", "unexpected", 5],
    ["B01 + * B02", "unexpected", 7],
    ["B01 = B02", "single-equals", 5],
    ["B01 <> B02", "unexpected", 6],
    ["B01 * 1,5", "decimal-comma", 8],
    ["B01 × 2", "character", 5],
    ["B01\u00a0+ B02", "character", 4],
    ['B01 == "x"', "character", 8],
    ["B01[0]", "character", 4],
    ["B01 ? 1 : 2", "character", 5],
    ["1e5 > B01", "constant", 1],
    ["B01 && B02 > 1", "needs-truth", 1],
    ["B02 > 1 && B01", "needs-truth", 12],
    ["(B01 > 1) + 2", "needs-number", 2],
    ["1 < B01 < 3", "needs-number", 1],
    ["!B01", "needs-truth", 2],
    ["B01 + tong(B02)", "not-a-function", 7],
    ["max(B01)", "function-arguments", 1],
    ["present(B01 + 1)", "function-arguments", 1],
    ["sum(B01 + 1)", "function-arguments", 1],
    ["B01 + A01.CP.X", "not-a-reference", 7],
    ["prior > 1", "not-a-reference", 1],
    ["this.constructor.constructor(B01)", "not-a-function", 1],
  ])("refuses %j at its column", (text, id, column) => {
    expect(faultOf(text)).toEqual([id, column]);
  });

  it("refuses what nobody writes by hand", () => {
    expect(faultOf(`${"(".repeat(100)}1${")".repeat(100)}`)).toEqual(["too-long", 61]);
    expect(faultOf(`${"1+".repeat(1500)}1`)).toEqual(["too-long", 2001]);
    expect(typeof value(`${"!".repeat(1990)}(1>2)`)).toBe("boolean");
  });

  it("survives whatever is typed", () => {
    const piece = fc.constantFrom(
      "(",
      ")",
      ",",
      "B01",
      "1",
      "+",
      "-",
      "!",
      "==",
      "=",
      ".",
      "sum",
      " ",
      "&&",
      "prior",
      "'",
    );
    const typed = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.array(piece, { maxLength: 30 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { fault } = parseExpression(text);
        if (fault === undefined) return;
        expect(fault.column).toBeGreaterThan(0);
        expect(fault.column).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("formulas of columns", () => {
  it("takes short figures as columns and long ones as constants", () => {
    const { expression } = columnFormula("4*100/5");
    if (expression === undefined) throw new Error("refused");
    expect(references(expression)).toEqual([{ key: "4" }, { key: "5" }]);
    expect(evaluate(expression, { resolve: ({ key }) => ({ "4": 30, "5": 40 })[key] })).toBe(75);
    expect(evaluate(expression, { resolve: ({ key }) => ({ "4": 30, "5": 0 })[key] })).toBeUndefined();
    expect(printExcel(expression, ({ key }) => `R${key}`)).toBe("R4*100/R5");
  });
});
