import { describe, expect, it } from "vitest";
import { READ_LIMITS } from "../src/workbook/read/limits.js";
import { isPackage, openPackage } from "../src/workbook/read/package/open-package.js";
import { cellKey, keyOfAddress } from "../src/workbook/read/sheet/address.js";
import { formulaText, type SheetCell, type SheetGrid } from "../src/workbook/read/sheet/cell.js";
import { dayOfSerial } from "../src/workbook/read/sheet/serial-day.js";
import { shiftFormula } from "../src/workbook/read/sheet/shift-formula.js";
import { type HandMade, makeWorkbook } from "./workbook-read.zips.js";

function read(rows: string, more: Partial<HandMade> = {}, limits = READ_LIMITS): SheetGrid {
  const workbook = openPackage(makeWorkbook({ sheets: { S: rows }, ...more }), limits);
  const sheet = isPackage(workbook) ? workbook.sheet("S") : undefined;
  if (sheet === undefined || typeof sheet === "string") throw new Error(`${sheet}`);
  return sheet;
}

const at = (sheet: SheetGrid, address: string): SheetCell | undefined => sheet.cells.get(keyOfAddress(address) ?? 0);
const formula = (cell: SheetCell | undefined) => cell?.formula && formulaText(cell.formula);
const content = (rows: string, address: string, more?: Partial<HandMade>) => at(read(rows, more), address)?.content;

describe("cells", () => {
  it("reads numbers, exponents and what Excel rounds to 15 digits", () => {
    const sheet = read(
      '<row r="3"><c r="A3"><v>12</v></c><c r="B3"><v> 1.5E2 </v></c><c r="C3"><v>0.30000000000000004</v></c><c r="D3"><v/></c><c r="E3" s="4"/></row>',
    );
    expect([..."ABCDE"].map((letter) => at(sheet, `${letter}3`)?.content)).toEqual([
      { kind: "number", value: 12, date: false },
      { kind: "number", value: 150, date: false },
      { kind: "number", value: 0.3, date: false },
      undefined,
      undefined,
    ]);
  });

  it("reads shared, inline and formula texts, runs, escapes and CDATA", () => {
    const strings =
      '<sst><si><t xml:space="preserve"> một </t></si><si><r><t>hai</t></r><r><rPr><b/></rPr><t> &amp; ba</t></r><rPh sb="0" eb="1"><t>bỏ</t></rPh></si><si/><si><t>dòng_x000A_hai</t></si></sst>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>99</v></c><c r="F1" t="inlineStr"><is><r><t>a</t></r><r><t><![CDATA[<b>]]></t></r></is></c><c r="G1" t="str"><f>A1</f><v>x &#x1EA1;</v></c></row>';
    const sheet = read(rows, { strings });
    expect([..."ABCDEFG"].map((letter) => at(sheet, `${letter}1`)?.content)).toEqual([
      { kind: "text", text: " một " },
      { kind: "text", text: "hai & ba" },
      undefined,
      { kind: "text", text: "dòng\nhai" },
      undefined,
      { kind: "text", text: "a<b>" },
      { kind: "text", text: "x ạ" },
    ]);
  });

  it("reads booleans, errors, ISO days and dates by their style", () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\/mm\\/yyyy"/><numFmt numFmtId="171" formatCode="#,##0&quot; ngày&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const rows =
      '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>false</v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="d"><v>2026-06-05</v></c><c r="E1" s="1"><v>46178</v></c><c r="F1" s="2"><v>46178</v></c><c r="G1" s="3"><v>5</v></c></row>';
    const sheet = read(rows, { styles });
    expect([..."ABCDEFG"].map((letter) => at(sheet, `${letter}1`)?.content)).toEqual([
      { kind: "boolean", value: true },
      { kind: "boolean", value: false },
      { kind: "error", code: "#REF!" },
      { kind: "day", iso: "2026-06-05" },
      { kind: "number", value: 46178, date: true },
      { kind: "number", value: 46178, date: true },
      { kind: "number", value: 5, date: false },
    ]);
  });

  it("keeps formulas with and without results, and writes shared ones out", () => {
    const sheet = read(
      `<row r="1"><c r="A1"><f>SUM(B1:C1)</f></c><c r="B1"><f>1+1</f><v>2</v></c></row>
       <row r="2"><c r="D2"><f t="shared" ref="D2:D3" si="0">B2+$C$1-'Biểu 2'!B2*LOG10(C2)&amp;"B2"</f><v>3</v></c></row>
       <row r="3"><c r="D3"><f t="shared" si="0"/><v>4</v></c></row>`,
    );
    expect(at(sheet, "A1")?.content).toEqual({ kind: "none" });
    expect(formula(at(sheet, "A1"))).toBe("SUM(B1:C1)");
    expect(at(sheet, "B1")?.content).toEqual({ kind: "number", value: 2, date: false });
    expect(formula(at(sheet, "D3"))).toBe("B3+$C$1-'Biểu 2'!B3*LOG10(C3)&\"B2\"");
    expect(shiftFormula("A1+v_B01_actual", -1, 0)).toBe("#REF!+v_B01_actual");
  });

  it("places cells without addresses after the one before", () => {
    const sheet = read(
      '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    );
    expect(["A1", "C1", "C5", "D5", "A6"].map((address) => at(sheet, address)?.content)).toEqual(
      [1, 2, 3, 4, 5].map((value) => ({ kind: "number", value, date: false })),
    );
  });

  it("reads elements with prefixes, comments between them and quotes of either kind", () => {
    const xml =
      "<x:worksheet xmlns:x='m'><!-- <c r=\"A1\"> --><x:sheetData><x:row r='1' spans='1:2'><x:c r='A1' t='inlineStr' cm=\"a>b\"><x:is><x:t>chữ</x:t></x:is></x:c></x:row></x:sheetData><x:sheetProtection sheet='true'/><x:mergeCells count='1'><x:mergeCell ref='B2:D4'/></x:mergeCells></x:worksheet>";
    const sheet = read("", { parts: { "xl/worksheets/sheet1.xml": xml } });
    expect(at(sheet, "A1")?.content).toEqual({ kind: "text", text: "chữ" });
    expect(sheet.merges).toEqual([{ top: 2, left: 2, bottom: 4, right: 4 }]);
    expect(sheet.protected).toBe(true);
  });

  it("reads UTF-16", () => {
    const xml = '<worksheet><sheetData><row r="1"><c r="A1"><v>8</v></c></row></sheetData></worksheet>';
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(xml, "utf16le")]);
    expect(content("", "A1", { parts: { "xl/worksheets/sheet1.xml": wide } })).toMatchObject({ value: 8 });
  });

  it("counts days from 1900 and from 1904", () => {
    expect(dayOfSerial(46178, false)).toBe("2026-06-05");
    expect(dayOfSerial(46178 - 1462, true)).toBe("2026-06-05");
    expect(dayOfSerial(1, false)).toBe("1900-01-01");
    expect(dayOfSerial(61, false)).toBe("1900-03-01");
    expect(dayOfSerial(-5, false)).toBeUndefined();
    expect(dayOfSerial(1e9, false)).toBeUndefined();
  });
});

describe("sheets that are too large", () => {
  it("reads a million formatted rows in good time", () => {
    const row = (number: number): string => `<row r="${number}" s="1" customFormat="1"><c r="A${number}" s="1"/></row>`;
    const rows = `<row r="1"><c r="A1"><v>7</v></c></row>${Array.from({ length: 1_048_575 }, (_, index) => row(index + 2)).join("")}`;
    const bytes = makeWorkbook({ sheets: { S: rows } });
    // the processor's time: what else the machine does is not counted
    const start = process.cpuUsage();
    const workbook = openPackage(bytes, READ_LIMITS);
    const sheet = isPackage(workbook) ? workbook.sheet("S") : undefined;
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
    if (sheet === undefined || typeof sheet === "string") throw new Error(`${sheet}`);
    expect(sheet.cells.size).toBe(1);
    // All rows within the limit are there; what was cut off lies behind them.
    expect(sheet.cut).toBe(false);
    expect(sheet.overflow).toBe(false);
    expect(sheet.long).toBe(true);
  });

  it("says when rows within the limit could not be read", () => {
    const rows = Array.from({ length: 100 }, (_, index) => `<row r="${index + 1}"><c r="A1"><v>1</v></c></row>`);
    expect(read(rows.join(""), {}, { ...READ_LIMITS, sheet: 1024 })).toMatchObject({ cut: true });
  });

  it("says when something stands where nothing is read", () => {
    const limits = { ...READ_LIMITS, rows: 10, columns: 5 };
    expect(read('<row r="11"><c r="A11"><v>1</v></c></row>', {}, limits)).toMatchObject({ overflow: true });
    expect(read('<row r="1"><c r="F1"><v>1</v></c></row>', {}, limits)).toMatchObject({ overflow: true });
    expect(read('<row r="11"><c r="A11" s="1"/></row>', {}, limits)).toMatchObject({ overflow: false });
  });

  it("passes over a hundred thousand validations and conditional formats", () => {
    const many = `<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>`;
    const afterRows = `${many.repeat(50_000)}<mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
    const start = process.cpuUsage();
    expect(read('<row r="1"><c r="A1"><v>1</v></c></row>', { afterRows }).merges).toHaveLength(1);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
    expect(cellKey(1, 1)).toBe(16_384);
  });
});
