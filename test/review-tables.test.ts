/** Tables: which cell is which, empty and merged cells, heads in two lines. */
import { describe, expect, it } from "vitest";
import type { Change } from "../src/review/compare/change.js";
import { compareFlows } from "../src/review/compare/compare-flows.js";
import type { Flow, FlowCell } from "../src/review/flow/flow.js";
import { type RawRow, tableRows } from "../src/review/flow/places.js";
import { plainLines } from "../src/review/report/plain-text.js";
import { documentOf, docxFlow, docxOf, flowIn } from "./review.sample.js";
import { makeDocx, paragraph } from "./source-docx.sample.js";

const told = (changes: readonly Change[]) =>
  changes.map(({ kind, figure }) => [kind, figure?.old, figure?.new, figure?.row, figure?.column]);

const BODY = (cells: string): string => `Kết quả thực hiện của các đơn vị trong quý như sau:

| TT | Đơn vị | Kế hoạch | Thực hiện | Tỷ lệ |
| --- | --- | --- | --- | --- |
| 1 | Chi bộ Bến Gỗ | 12 | 9 | 75 |
| 2 | Chi bộ Cầu Ngói | ${cells} |
`;

describe("an emptied cell", () => {
  it.each(["draft", "docx", "pdf"] as const)("is told in its column: %s", async (form) => {
    const [old, neu] = [await documentOf(BODY("8 | 0 | 0")), await documentOf(BODY("8 |  | 0"))];
    const { changes } = compareFlows(await flowIn(form, { document: old }), await flowIn(form, { document: neu }));
    expect(told(changes)).toEqual([["figure", "0", undefined, "Chi bộ Cầu Ngói", "Thực hiện"]]);
  });

  it("keeps its place in the words of one file", async () => {
    const flow = docxFlow(await docxOf({ document: await documentOf(BODY("8 |  | 0")) }));
    expect(plainLines(flow)).toContain("2 | Chi bộ Cầu Ngói | 8 |  | 0");
  });
});

describe("a workbook's cells", () => {
  const sheet = (...values: (string | undefined)[]): Flow => {
    const cells = values.flatMap((text, column): FlowCell[] =>
      text === undefined ? [] : [{ column, text, address: `${"ABCDE"[column]}7` }],
    );
    return { kind: "xlsx", fidelity: "model", blocks: tableRows([{ header: false, place: { table: 1 }, cells }]) };
  };

  it("are told by their address, emptied ones too", () => {
    const { changes } = compareFlows(sheet("Xã Bãi Cát", "5", "0", "0"), sheet("Xã Bãi Cát", "5", undefined, "0"));
    expect(changes.map((change) => [change.figure?.old, change.old?.cell, change.new?.cell])).toEqual([
      ["0", "C7", "C7"],
    ]);
    const { changes: rows } = compareFlows({ ...sheet(), blocks: [] }, sheet("Xã Bãi Cát", "5", "0"));
    expect(rows.map((change) => change.new?.cell)).toEqual(["A7:C7"]);
  });
});

describe("merged cells", () => {
  const cell = (text: string, span = 1): string =>
    `<w:tc><w:tcPr>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ""}</w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
  const file = (total: string): Flow =>
    docxFlow(
      makeDocx(
        `${paragraph("Danh mục các cụm công nghiệp của tỉnh")}<w:tbl>${row(cell("TT"), cell("Cụm"), cell("Địa điểm"), cell("Diện tích"))}${row(cell("1"), cell("Báo Đáp"), cell("Xã Quy Mông"), cell("14,5"))}${row(cell("Tổng cộng", 3), cell(total))}</w:tbl>`,
      ),
    );

  it("do not shift the columns behind them", () => {
    const { changes } = compareFlows(file("970,46"), file("970,64"));
    expect(told(changes)).toEqual([["figure", "970,46", "970,64", "Tổng cộng", "Diện tích"]]);
  });

  it("give the columns below them a head in two lines", () => {
    const heads: RawRow[] = [
      {
        header: true,
        place: { table: 1 },
        cells: [
          { column: 0, text: "Chi bộ" },
          { column: 1, text: "Năm 2025", span: 2 },
          { column: 3, text: "Năm 2026", span: 2 },
        ],
      },
      {
        header: true,
        place: { table: 1 },
        cells: ["Chỉ tiêu", "Thực hiện", "Chỉ tiêu", "Thực hiện"].map((text, at) => ({ column: at + 1, text })),
      },
    ];
    const table = (last: string): Flow => ({
      kind: "draft",
      fidelity: "model",
      blocks: tableRows([
        ...heads,
        {
          header: false,
          place: { table: 1 },
          cells: ["Chi bộ Bến Gỗ", "9", "8", "9", last].map((text, column) => ({ column, text })),
        },
      ]),
    });
    expect(told(compareFlows(table("11"), table("13")).changes)).toEqual([
      ["figure", "11", "13", "Chi bộ Bến Gỗ", "Năm 2026 › Thực hiện"],
    ]);
  });
});

describe("a unit on a line of its own", () => {
  it("in a head is part of it, a star below a text is none", () => {
    const lines = (...texts: string[]): string => `<w:tc>${texts.map((text) => paragraph(text)).join("")}</w:tc>`;
    const file = docxFlow(
      makeDocx(
        `<w:tbl><w:tr>${lines("Đơn vị", "*")}${lines("Tỷ lệ", "(%)")}</w:tr><w:tr>${lines("Xã Bến Gỗ")}${lines("-")}</w:tr></w:tbl>`,
      ),
    );
    expect(plainLines(file)).toEqual(["Đơn vị | Tỷ lệ (%)", "Xã Bến Gỗ | -"]);
  });
});

describe("an added column", () => {
  const table = (heads: string[], cells: string[]): Flow => ({
    kind: "draft",
    fidelity: "model",
    blocks: tableRows(
      [heads, cells].map((texts, index) => ({
        header: index === 0,
        place: { table: 1 },
        cells: texts.map((text, column) => ({ column, text })),
      })),
    ),
  });

  it("leaves the figures of the others where they are", () => {
    const { changes } = compareFlows(
      table(["Đơn vị", "Kế hoạch", "Thực hiện"], ["Chi bộ Bến Gỗ", "12", "9"]),
      table(["Đơn vị", "Giao", "Kế hoạch", "Thực hiện"], ["Chi bộ Bến Gỗ", "12", "15", "9"]),
    );
    expect(told(changes.filter(({ kind }) => kind === "figure"))).toEqual([
      ["figure", undefined, "12", "Chi bộ Bến Gỗ", "Giao"],
      ["figure", "12", "15", "Chi bộ Bến Gỗ", "Kế hoạch"],
    ]);
  });
});
