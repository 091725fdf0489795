/** The form set that is shipped, laid out for every kind of unit and period. */
import { describe, expect, it } from "vitest";
import { type FormSet, filedIndicators, formsFor, periodKindsOf, readBundledFormSet } from "../src/forms/index.js";
import { layoutWorkbook, type SheetLayout, type WorkbookLayout } from "../src/workbook/layout/index.js";

/** Most characters of a formula, and of a sheet's name. */
const LONGEST_FORMULA = 8192;
const LONGEST_NAME = 31;

const formSet: FormSet = await readBundledFormSet();
const kinds = formSet.unitKinds.flatMap(({ id: unitKind }) =>
  periodKindsOf(formSet)
    .filter((periodKind) => formsFor(formSet, unitKind, periodKind).length > 0)
    .map((periodKind): [string, string] => [unitKind, periodKind]),
);

function formulasOf(sheet: SheetLayout): readonly string[] {
  switch (sheet.kind) {
    case "form":
      return [
        ...sheet.alarms.flatMap(({ rows }) => rows.map(({ formula }) => formula)),
        ...sheet.cells.flatMap(({ content }) => (content.kind === "formula" ? [content.formula] : [])),
      ];
    case "outline":
      return sheet.sections.flatMap(({ figures }) => figures?.formula ?? []);
    case "checks":
      return [
        ...sheet.counts.map(({ formula }) => formula),
        ...sheet.lines.flatMap((line) => [line.resultFormula ?? "", line.figures ?? "", line.messageFormula ?? ""]),
      ];
    default:
      return [];
  }
}

describe.each(kinds)("%s, %s", (unitKind, periodKind) => {
  const layout: WorkbookLayout = layoutWorkbook(formSet, unitKind, periodKind);
  const formulas = [...layout.sheets.flatMap(formulasOf), ...layout.values.flatMap(({ formula }) => formula ?? [])];

  it("gives every indicator that the unit files a cell of its own", () => {
    const own = new Set(layout.values.filter(({ role }) => role !== "echo").map(({ key }) => key));
    expect(filedIndicators(formSet, unitKind, periodKind).filter((key) => !own.has(key))).toEqual([]);
  });

  it("uses only names that it defines", () => {
    const defined = new Set(layout.names.map(({ name }) => name));
    const used = formulas.flatMap((formula) => {
      const code = formula.replace(/"(?:[^"]|"")*"/gu, '""').replace(/'[^']*'!/gu, "");
      return code.match(/(?<![\w.$])[a-z]+_\w+/gu) ?? [];
    });
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  it("stays within Excel's limits", () => {
    for (const formula of formulas) {
      expect(formula.length).toBeLessThanOrEqual(LONGEST_FORMULA);
      for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/gu)) expect(text.length).toBeLessThanOrEqual(257);
    }
    for (const { sheet } of layout.sheets) expect(sheet.length).toBeLessThanOrEqual(LONGEST_NAME);
  });

  it("gives no two names one cell", () => {
    const cells = layout.names.filter(({ refersTo }) => !refersTo.includes(":")).map(({ refersTo }) => refersTo);
    expect(new Set(cells).size).toBe(cells.length);
  });
});
