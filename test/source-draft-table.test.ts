import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../src/model/table.js";
import { type DraftReading, parseDraft } from "../src/source/draft/index.js";
import { readColumns } from "../src/source/draft/table/columns.js";
import { printDate, printNumber } from "../src/source/draft/table/number-format.js";
import { cellName, readRange } from "../src/source/draft/table/range.js";
import { isRule, splitRow } from "../src/source/draft/table/rows.js";

type Files = Readonly<Record<string, Uint8Array | string>>;

function parse(lines: readonly string[], files: Files = {}): Promise<DraftReading> {
  return parseDraft(["---", "thể loại: Kế hoạch", "---", ...lines].join("\n"), {
    readAttachment: async (path) => {
      const file = files[path];
      return typeof file === "string" ? new TextEncoder().encode(file) : file;
    },
  });
}

async function read(lines: readonly string[], files: Files = {}): Promise<Table> {
  const { document, findings } = await parse(lines, files);
  expect(findings).toEqual([]);
  const [block] = document?.body ?? [];
  if (block?.kind !== "table") throw new Error("no table");
  return block.table;
}

/** Cells in a short form: paragraphs joined by "¶", then spans. */
function cells(table: Table): string[][] {
  return table.rows.map((row) =>
    row.map(({ paragraphs, colSpan, rowSpan }) => {
      const words = paragraphs
        .map((all) => all.map((inline) => ("text" in inline ? inline.text : "^")).join(""))
        .join("¶");
      return words + (colSpan === undefined ? "" : ` ↔${colSpan}`) + (rowSpan === undefined ? "" : ` ↕${rowSpan}`);
    }),
  );
}

const block = (...lines: string[]): string[] => ["```bảng", ...lines, "```"];

describe("rows", () => {
  it.each([
    ["| a | b |", ["a", "b"]],
    ["a | b", ["a", "b"]],
    ["| a | b", ["a", "b"]],
    ["|a||c|", ["a", "", "c"]],
    ["  |  | ", [""]],
    ["| a \\| b | \\\\ | c", ["a \\| b", "\\\\", "c"]],
  ])("%s", (text, expected) => {
    expect(splitRow({ text, number: 1 }).map((cell) => cell.text)).toEqual(expected);
  });

  it.each(["| --- | :-: |", "|-|", "--- | ---", "|:--|--:|"])("%s is a rule", (text) => {
    expect(isRule(text)).toBe(true);
  });
  it.each(["---", "| a | - |", "| | - |", "| - - |", "|:|"])("%s is none", (text) => {
    expect(isRule(text)).toBe(false);
  });
});

describe("a pipe table", () => {
  it("has one row of the head and alignments", async () => {
    const table = await read(["| TT | Tên | Số |", "| :-: | --- | --: |", "| 1 | **A** \\| B | 1.054 |", "", "Hết"]);
    expect(table).toMatchObject({ headerRows: 1, columns: [{ align: "center" }, {}, { align: "right" }] });
    expect(cells(table)).toEqual([
      ["TT", "Tên", "Số"],
      ["1", "A | B", "1.054"],
    ]);
  });

  it("may follow a paragraph and ends with its last pipe", async () => {
    const { document } = await parse(["Bảng sau:", "| a |", "| --- |", "| b |", "Nguồn: Ban Tổ chức"]);
    expect(document?.body.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
  });

  it("merges cells and parts paragraphs", async () => {
    const table = await read(["| a | < | b |", "| --- | --- | --- |", "| c<br> d | \\< | \\^ |", "| ^ | e | < |"]);
    expect(cells(table)).toEqual([["a ↔2", "b"], ["c¶d ↕2", "<", "^"], ["e ↔2"]]);
  });

  it("keeps emphasis across paragraphs of a cell", async () => {
    const table = await read(["| <b>a<br>b</b> |", "| --- |"]);
    expect(table.rows[0]?.[0]?.paragraphs).toEqual([
      [{ kind: "text", text: "a", bold: true }],
      [{ kind: "text", text: "b", bold: true }],
    ]);
  });
});

describe("a table block", () => {
  it("has several rows of the head, merged in both directions", async () => {
    const table = await read(
      block(
        "cột: 12mm stt giữa, * chữ đều, 25.5mm số phải, ngắn",
        "Cỡ chữ: 12,5",
        "",
        "| TT | Đơn vị | Kết nạp | < |",
        "| ^ | ^ | Số | Tỉ lệ |",
        "| --- |",
        "| 1 | A | 2 | 3% |",
      ),
    );
    expect(table).toMatchObject({
      size: 12.5,
      headerRows: 2,
      columns: [
        { width: 12, kind: "ordinal", align: "center" },
        { kind: "text", align: "justify" },
        { width: 25.5, kind: "number", align: "right" },
        { kind: "short" },
      ],
    });
    expect(cells(table)).toEqual([
      ["TT ↕2", "Đơn vị ↕2", "Kết nạp ↔2"],
      ["Số", "Tỉ lệ"],
      ["1", "A", "2", "3%"],
    ]);
  });

  it("without a rule has no head", async () => {
    expect(await read(["~~~bang", "| a | b |", "~~~"])).toMatchObject({ headerRows: 0 });
  });

  it("names the wrong word of an option", async () => {
    expect(readColumns("10mm, dài")).toEqual({ unknown: "dài" });
    expect(readColumns("0mm")).toEqual({ unknown: "0mm" });
  });
});

describe("a list beside the draft", () => {
  it("is read like rows of the draft", async () => {
    const csv = '\uFEFFTT;Họ tên;Ghi chú\r\n1;"Lê ""Ba"" A\nđảng viên";**mới**\r\n2;<;5" x\r\n';
    const table = await read(block("tệp: ds.csv"), { "ds.csv": csv });
    expect(table.headerRows).toBe(1);
    expect(cells(table)).toEqual([
      ["TT", "Họ tên", "Ghi chú"],
      ["1", 'Lê "Ba" A¶đảng viên', "mới"],
      ["2 ↔2", '5" x'],
    ]);
  });

  it("may be taken in part, without a head", async () => {
    const table = await read(block("tệp: ds.csv", "vùng: B2:C3", "dòng tiêu đề: 0"), {
      "ds.csv": "a,b,c\nd,e,f\ng,h,i\n",
    });
    expect(table.headerRows).toBe(0);
    expect(cells(table)).toEqual([
      ["e", "f"],
      ["h", "i"],
    ]);
  });

  it("tells the line of a fault in it", async () => {
    const { findings } = await parse(block("tệp: ds.csv"), { "ds.csv": "a,b\nc\n<b>d,e\n" });
    expect(findings.map(({ id, place }) => [id, place?.file, place?.line])).toEqual([
      ["draft/table-ragged", "ds.csv", 2],
      ["draft/tag-unclosed", "ds.csv", 3],
    ]);
  });
});

describe("a workbook beside the draft", () => {
  async function workbook(): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Bìa");
    const sheet = book.addWorksheet("Biểu 01");
    sheet.addRow([]);
    sheet.addRow([null, "TT", "Đơn vị", "Kết nạp", null]);
    sheet.addRow([null, null, null, "Số", "Tỉ lệ"]);
    sheet.addRow([null, 1, { richText: [{ text: "Xã " }, { text: "A*", font: { bold: true } }] }, 1234, 0.8547]);
    sheet.addRow([null, 2, "Xã B\nvà C", { formula: "D4*2", result: 0 }, new Date(Date.UTC(2026, 1, 5))]);
    for (const range of ["B2:B3", "C2:C3", "D2:E2"]) sheet.mergeCells(range);
    sheet.getCell("D4").numFmt = "#,##0";
    sheet.getCell("E4").numFmt = "0.0%";
    sheet.getCell("E5").numFmt = "dd/mm/yyyy";
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  it("gives merged cells, rich text and printed numbers", async () => {
    const table = await read(block("tệp: so-lieu.xlsx", "trang tính: biểu 01", "dòng tiêu đề: 2"), {
      "so-lieu.xlsx": await workbook(),
    });
    expect(table.headerRows).toBe(2);
    expect(cells(table)).toEqual([
      ["TT ↕2", "Đơn vị ↕2", "Kết nạp ↔2"],
      ["Số", "Tỉ lệ"],
      ["1", "Xã A*", "1.234", "85,5%"],
      ["2", "Xã B¶và C", "0", "05/02/2026"],
    ]);
    expect(table.rows[2]?.[1]?.paragraphs[0]).toEqual([
      { kind: "text", text: "Xã " },
      { kind: "text", text: "A*", bold: true },
    ]);
  });

  it("gives a range of the sheet", async () => {
    const table = await read(block("tệp: so-lieu.xlsx", "trang tính: Biểu 01", "vùng: $D$4:E5", "dòng tiêu đề: 0"), {
      "so-lieu.xlsx": await workbook(),
    });
    expect(cells(table)).toEqual([
      ["1.234", "85,5%"],
      ["0", "05/02/2026"],
    ]);
  });

  it("without content is an empty table", async () => {
    const { findings } = await parse(block("tệp: so-lieu.xlsx"), { "so-lieu.xlsx": await workbook() });
    expect(findings.map(({ id }) => id)).toEqual(["draft/table-empty"]);
  });
});

describe("numbers of a workbook", () => {
  it.each([
    [1234, "General", "1234"],
    [1234567, "#,##0", "1.234.567"],
    [12.5, "General", "12,5"],
    [0.1 + 0.2, "General", "0,3"],
    [1.005, "0.00", "1,01"],
    [2.5, "0", "3"],
    [-2.5, "0", "-3"],
    [1234.5, "#,##0.00", "1.234,50"],
    [1234.5, "#,##0.##", "1.234,5"],
    [1234, "#,##0.##", "1.234"],
    [0.85, "0%", "85%"],
    [0.9228, "0.00%", "92,28%"],
    [5, "00", "05"],
    [12, '0" người"', "12 người"],
    [12, "0 \\đ", "12 đ"],
    [1500000, "#,##0,", "1.500"],
    [-1234, "#,##0;(#,##0)", "(1.234)"],
    [0, '0;-0;"không"', "không"],
    [0, '#,##0;-#,##0;"-"', "-"],
    [1234, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "1.234"],
    [1234.5, "#,##0.0 [$₫-42A]", "1.234,5 ₫"],
    [7, "[Red]0", "7"],
    [0, "#", ""],
    [0.004, "0.00", "0,00"],
    [-0.004, "0.00", "0,00"],
    [3, "@", "3"],
    [1e21, "General", "1000000000000000000000"],
    [1e-7, "General", "0,0000001"],
  ])("%d in %s is %s", (value, format, text) => {
    expect(printNumber(value, format)).toEqual({ text, known: true });
  });

  it.each(["# ?/?", "0.00E+00", "[>100]0", "0-00", "dd/mm"])("%s is beyond us", (format) => {
    expect(printNumber(12.5, format)).toEqual({ text: "12,5", known: false });
  });

  it("agree with the language's own printing", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (units, places) => {
        const value = units / 10 ** places;
        const format = places === 0 ? "#,##0" : `#,##0.${"0".repeat(places)}`;
        const own = value.toLocaleString("vi-VN", { minimumFractionDigits: places, maximumFractionDigits: places });
        expect(printNumber(value, format).text).toBe(own);
      }),
    );
  });

  it("never fail, whatever the format", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.string({ unit: "grapheme" }),
        (value, format) => {
          expect(typeof printNumber(value, format).text).toBe("string");
        },
      ),
    );
  });

  it.each([
    ["dd/mm/yyyy", "05/02/2026"],
    ["mm-dd-yy", "05/02/2026"],
    ["mm/yyyy", "02/2026"],
    ["yyyy", "2026"],
    ["dd/mm/yyyy hh:mm", "05/02/2026 07:30"],
    ["h:mm", "07:30"],
    ['"ngày" d', "05"],
  ])("dates in %s", (format, text) => {
    expect(printDate(new Date(Date.UTC(2026, 1, 5, 7, 30)), format)).toBe(text);
  });

  it("pad days and the first two months only", () => {
    expect(printDate(new Date(Date.UTC(2026, 3, 15)), "d/m/yyyy")).toBe("15/4/2026");
  });
});

describe("ranges", () => {
  it("are read and named", () => {
    expect(readRange("a1:L30")).toEqual({ top: 1, left: 1, bottom: 30, right: 12 });
    expect(readRange("AA2:AB3")).toEqual({ top: 2, left: 27, bottom: 3, right: 28 });
    for (const wrong of ["A1", "B1:A1", "A2:A1", "A0:B1", "1A:2B"]) expect(readRange(wrong)).toBeUndefined();
    expect(cellName(5, 28)).toBe("AB5");
    expect(cellName(1, 26)).toBe("Z1");
  });
});
