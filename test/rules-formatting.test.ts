import { describe, expect, it } from "vitest";
import { NORMS } from "../src/norms/choose.js";
import type { Formatting, NormRow, Range } from "../src/norms/norm.js";
import { compareFormatting, type ObservedPage } from "../src/rules/formatting/index.js";
import { formattingRule, type Property } from "../src/rules/formatting/rules.js";

const observed = (row: NormRow, formatting: Partial<Formatting>, fonts?: string[]) => ({
  paragraphs: [{ component: row.component, formatting, quote: "chữ", ...(fonts === undefined ? {} : { fonts }) }],
});

/** A value that the row does not accept. */
function wrongValue(row: NormRow, property: Property): Formatting[Property] {
  const use = row.use[property];
  const limit = row.accept[property];
  if (typeof use === "boolean") return !use;
  if (typeof use === "number") {
    const { min, max } = limit as Range;
    return max === undefined ? min - 2 : max + 2;
  }
  if (typeof use === "object") return { rule: use.rule === "exact" ? "auto" : "exact", value: 99 };
  const others = { letterCase: ["capitals", "sentence"], align: ["left", "center", "right", "justify"] } as const;
  const all = others[property as "letterCase" | "align"] as readonly string[];
  return all.find((value) => !(limit as readonly string[]).includes(value)) as Formatting[Property];
}

const cases = NORMS.flatMap((norm) =>
  norm.rows.flatMap((row) => (Object.keys(row.accept) as Property[]).map((property) => ({ norm, row, property }))),
);

describe("formatting against the norms' rows", () => {
  it("finds nothing wrong in what the generator sets", () => {
    for (const norm of NORMS)
      for (const row of norm.rows)
        expect(
          compareFormatting(observed(row, row.use, ["Times New Roman"]), norm),
          `${norm.id} ${row.component}`,
        ).toEqual([]);
  });

  it("finds each property that departs, alone, under its rule", () => {
    for (const { norm, row, property } of cases) {
      const faults = compareFormatting(observed(row, { ...row.use, [property]: wrongValue(row, property) }), norm);
      expect(
        faults.map(({ rule }) => rule),
        `${norm.id} ${row.component} ${property}`,
      ).toEqual([formattingRule(norm.family, row.component, property)]);
    }
    expect(cases.length).toBeGreaterThan(300);
  });

  it("makes nothing an error that the norm does not say itself", () => {
    for (const { norm, row, property } of cases) {
      const [fault] = compareFormatting(observed(row, { ...row.use, [property]: wrongValue(row, property) }), norm);
      const confidence = row.confidenceBy?.[property] ?? row.confidence;
      const sure = confidence === "N" || confidence === "N-scan";
      expect(fault?.judgement.severity, `${norm.id} ${row.component} ${property}`).toBe(sure ? "error" : "warning");
    }
  });

  it("does not judge what was not observed", () => {
    for (const norm of NORMS)
      for (const row of norm.rows) expect(compareFormatting(observed(row, {}), norm)).toEqual([]);
  });

  it("judges margins, paper, page number and font", () => {
    const [hd05] = NORMS;
    if (hd05 === undefined) throw new Error("no norm");
    const page: ObservedPage = {
      size: { width: 210, height: 297 },
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      numberFromTop: 10,
    };
    const judge = (changes: Partial<ObservedPage>) =>
      compareFormatting({ paragraphs: [], pages: [{ ...page, ...changes }] }, hd05).map(
        ({ rule, found }) => `${rule} ${found}`,
      );
    expect(judge({})).toEqual([]);
    expect(judge({ margins: { top: 20, bottom: 20, left: 35, right: 20 } })).toEqual([
      "P59 Lề trái 35 mm.",
      "P59 Lề phải 20 mm.",
    ]);
    expect(judge({ size: { width: 216, height: 279 } })).toEqual(["V20 Khổ giấy 216 × 279 mm."]);
    expect(judge({ numberFromTop: 285 })).toEqual(["P61 Số trang cách mép trên 285 mm."]);
    const [row] = hd05.rows;
    if (row === undefined) throw new Error("no row");
    expect(compareFormatting(observed(row, {}, ["Calibri"]), hd05).map(({ rule }) => rule)).toEqual(["P60"]);
  });

  it("asks the State's sizes to go together", () => {
    const nd30 = NORMS.find(({ id }) => id === "nd30");
    if (nd30 === undefined) throw new Error("no norm");
    const sizes = (one: number, other: number, date: number) =>
      compareFormatting(
        {
          paragraphs: [
            { component: "nationalTitle", formatting: { size: one }, quote: "" },
            { component: "motto", formatting: { size: other }, quote: "" },
            { component: "placeDate", formatting: { size: date }, quote: "" },
          ],
        },
        nd30,
      ).map(({ rule }) => rule);
    expect(sizes(13, 14, 14)).toEqual([]);
    expect(sizes(12, 13, 13)).toEqual([]);
    expect(sizes(12, 14, 13)).toEqual(["S32"]);
  });
});
