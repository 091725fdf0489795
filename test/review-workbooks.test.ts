/** Workbooks: values as their cells show them, and what lies beneath: numbers, formulas. */
import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFlows } from "../src/review/compare/compare-flows.js";
import type { Flow } from "../src/review/flow/flow.js";
import { plainLines } from "../src/review/report/plain-text.js";
import { printFormatted } from "../src/review/versions/number-formats.js";
import { flowOfXlsx } from "../src/review/versions/read-xlsx.js";

type Cell = string | number | Date | { readonly formula: string; readonly result: number };

async function workbook(
  rows: readonly (readonly Cell[])[],
  formats: Readonly<Record<string, string>> = {},
  name = "Biểu 01",
): Promise<Flow> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);
  for (const [address, format] of Object.entries(formats)) sheet.getCell(address).numFmt = format;
  const flow = flowOfXlsx(new Uint8Array(await book.xlsx.writeBuffer()));
  if (!("blocks" in flow)) throw new Error(flow.kind);
  return flow;
}

const told = async (old: Promise<Flow>, neu: Promise<Flow>) =>
  compareFlows(await old, await neu).changes.map(({ kind, oldText, newText, figure, new: place }) => [
    kind,
    figure?.old ?? oldText,
    figure?.new ?? newText,
    place?.cell,
  ]);

const HEAD = ["TT", "Đơn vị", "Giao", "Đạt", "Tỷ lệ"];
const rows = (...all: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] => [HEAD, ...all];
const BEN_GO = (rate: number): Cell[] => [1, "Xã Bến Gỗ", 20, 12, rate];

describe("numbers", () => {
  it.each([
    [0.6, "0.0%", "60,0%"],
    [1, "0%", "100%"],
    [1054, "#,##0", "1.054"],
    [1234567.5, "#,##0.00", "1.234.567,50"],
    [5, "00", "05"],
    [12.5, '0.0" ha"', "12,5 ha"],
    [2.345, "0.0#", "2,35"],
    [0.125, "0.0##", "0,125"],
    [-3, "0", "-3"],
  ])("%d in %s are %s", (value, format, shown) => expect(printFormatted(value, format)).toBe(shown));

  it.each(["General", "0,", "0.00E+00", "# ?/?", "[>5]0;0.0", "dd/mm"])("in %s are shown as they are", (format) => {
    expect(printFormatted(1234.5, format)).toBeUndefined();
  });

  it("are never shown with other digits than they have", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }), (whole, decimals) => {
        const value = whole / 10 ** decimals;
        const shown = printFormatted(value, `#,##0${decimals === 0 ? "" : `.${"0".repeat(decimals)}`}`) ?? "";
        expect(Number(shown.replaceAll(".", "").replace(",", "."))).toBe(value);
      }),
    );
  });

  it("are read as their cells show them", async () => {
    expect(plainLines(await workbook(rows(BEN_GO(0.6)), { E2: "0.0%", C2: "#,##0" }))).toEqual([
      "Biểu 01",
      "TT | Đơn vị | Giao | Đạt | Tỷ lệ",
      "1 | Xã Bến Gỗ | 20 | 12 | 60,0%",
    ]);
  });

  it("that differ beneath what is shown are changed figures; other formats of one number are none", async () => {
    const percent = { E2: "0%" };
    expect(await told(workbook(rows(BEN_GO(0.6)), percent), workbook(rows(BEN_GO(0.604)), percent))).toEqual([
      ["figure", "0,6", "0,604", "E2"],
    ]);
    expect(await told(workbook(rows(BEN_GO(0.6)), percent), workbook(rows(BEN_GO(0.6)), { E2: "0.00" }))).toEqual([]);
  });

  it("that are dates are told by their cell", async () => {
    const dated = (day: number) => workbook([["Ngày lập"], [new Date(Date.UTC(2026, 5, day))]], { A2: "dd/mm/yyyy" });
    expect(await told(dated(15), dated(16))).toEqual([["figure", "15/06/2026", "16/06/2026", "A2"]]);
  });
});

describe("formulas", () => {
  const units = ["Xã Bến Gỗ", "Xã Cầu Ngói", "Xã Lạc Viên"];
  const table = (names: readonly string[], sum: string): Promise<Flow> =>
    workbook([
      ["Đơn vị", "Giao", "Đạt", "Còn"],
      ...names.map((name, index): Cell[] => [name, 20, 12, { formula: `B${index + 2}-C${index + 2}`, result: 8 }]),
      ["Cộng", { formula: sum, result: 60 }, 36, 24],
    ]);

  it("are told where they changed and their results did not", async () => {
    expect(await told(table(units, "SUM(B2:B4)"), table(units, "SUM(B2:B3)"))).toEqual([
      ["formula", "=SUM(B2:B4)", "=SUM(B2:B3)", "B5"],
    ]);
  });

  it("that only follow a row that was put in are none", async () => {
    const more = [units[0] ?? "", "Xã Đồng Vọng", ...units.slice(1)];
    expect((await told(table(units, "SUM(B2:B4)"), table(more, "SUM(B2:B5)"))).map(([kind]) => kind)).toEqual([
      "rowAdded",
    ]);
    expect((await told(table(more, "SUM(B2:B5)"), table(units, "SUM(B2:B4)"))).map(([kind]) => kind)).toEqual([
      "rowRemoved",
    ]);
  });
});

describe("a renamed sheet", () => {
  it("is one change, and its number no figure", async () => {
    const named = (name: string) => workbook(rows(BEN_GO(0.6)), {}, name);
    expect(await told(named("Biểu 01"), named("Biểu 02"))).toEqual([["heading", "Biểu 01", "Biểu 02", undefined]]);
    expect(await told(named("Biểu 01"), named("Tổng hợp"))).toEqual([["heading", "Biểu 01", "Tổng hợp", undefined]]);
  });
});
