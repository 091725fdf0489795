import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines } from "../../src/layout/line-breaking.js";
import { type ColumnNeeds, shareWidth } from "../../src/layout/style/columns.js";
import { Looks } from "../../src/layout/style/looks.js";
import { styleTable } from "../../src/layout/style/table.js";
import type { StyledTable } from "../../src/layout/styled.js";
import type { Table } from "../../src/model/table.js";
import { HD05 } from "../../src/norms/hd05.js";

const cell = (text: string, more: object = {}) => ({ paragraphs: [[{ kind: "text" as const, text }]], ...more });

/** Words that were cut, because their column is narrower than they are. */
function cutWords(table: StyledTable): string[] {
  const cut: string[] = [];
  const busy: number[] = table.columns.map(() => 0);
  for (const [row, { cells }] of table.rows.entries()) {
    let column = 0;
    for (const each of cells) {
      while ((busy[column] ?? 0) > row) column++;
      let width = 0;
      for (let covered = 0; covered < each.colSpan; covered++) {
        width += table.columns[column + covered] ?? 0;
        busy[column + covered] = row + each.rowSpan;
      }
      column += each.colSpan;
      for (const block of each.blocks) {
        if (block.kind === "table") continue;
        const room = width - 2 * table.padX;
        for (const line of breakLines(block, Number.MAX_SAFE_INTEGER)) {
          for (const word of line.words)
            if (word.width > room + 0.001) cut.push(word.pieces.map((piece) => piece.text).join(""));
        }
      }
    }
  }
  return cut;
}

const LANDSCAPE = 728.5;
const PAGE = 467.7;

describe("shareWidth", () => {
  const needs = fc.record({
    kind: fc.constantFrom("ordinal", "number", "short", "text"),
    least: fc.integer({ min: 10, max: 60 }),
    extra: fc.integer({ min: 0, max: 500 }),
  });

  it("gives every column at least its longest word, and the whole width, in whole twips", () => {
    fc.assert(
      fc.property(fc.array(needs, { minLength: 1, maxLength: 10 }), (list) => {
        const columns = list.map(
          ({ kind, least, extra }): ColumnNeeds => ({ kind, least, most: least + extra }) as ColumnNeeds,
        );
        const total = 620;
        const widths = shareWidth(columns, [], total);
        const least = columns.reduce((sum, column) => sum + column.least, 0);
        if (least > total) return expect(widths).toBeUndefined();
        expect(widths?.reduce((sum, width) => sum + width, 0)).toBeCloseTo(total, 6);
        for (const [index, width] of (widths ?? []).entries()) {
          expect(width).toBeGreaterThan((columns[index]?.least ?? 0) - 0.051);
          expect(Math.abs(width * 20 - Math.round(width * 20))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it("makes room for a merged cell that is wider than the columns under it", () => {
    const columns: ColumnNeeds[] = [1, 2, 3].map(() => ({ kind: "number", least: 20, most: 20 }));
    const widths = shareWidth(columns, [{ from: 1, count: 2, least: 90 }], 130) ?? [];
    expect((widths[1] ?? 0) + (widths[2] ?? 0)).toBeGreaterThanOrEqual(90);
  });

  it("keeps the width that the author gives", () => {
    const widths = shareWidth(
      [
        { kind: "text", least: 20, most: 200, fixed: 60 },
        { kind: "text", least: 20, most: 400 },
      ],
      [],
      300,
    );
    expect(widths?.[0]).toBe(60);
  });
});

describe("styleTable", () => {
  it("fits a form of 26 columns on a landscape page with no word broken", () => {
    const head = [
      "Tổng số",
      "Công ty cổ phần",
      "Trách nhiệm hữu hạn",
      "Doanh nghiệp tư nhân",
      "Hợp danh",
      "Vốn đầu tư nước ngoài",
      "Hợp tác xã",
      "Sự nghiệp ngoài công lập",
    ];
    const groups = ["Tổ chức đảng", "Đảng viên kết nạp", "Công đoàn cơ sở"];
    const table: Table = {
      columns: Array.from({ length: 26 }, () => ({})),
      headerRows: 3,
      rows: [
        [
          cell("STT", { rowSpan: 2 }),
          cell("Đơn vị", { rowSpan: 2 }),
          ...groups.map((group) => cell(group, { colSpan: 8 })),
        ],
        groups.flatMap(() => head.map((name) => cell(name))),
        Array.from({ length: 26 }, (_, index) => cell(String(index + 1))),
        ...Array.from({ length: 24 }, (_, unit) => [
          cell(String(unit + 1)),
          cell(`Phường Bình An ${unit + 1}`),
          ...Array.from({ length: 24 }, (_, value) => cell(String((unit * 7 + value * 13) % 1100))),
        ]),
      ],
    };
    const styled = styleTable(table, new Looks(HD05), LANDSCAPE, 480);
    expect(cutWords(styled)).toEqual([]);
    expect(styled.columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(LANDSCAPE, 6);
    expect(styled.columns[0]).toBeLessThan(styled.columns[1] ?? 0);
  });

  it("keeps STT and figures narrow and gives prose the room", () => {
    const table: Table = {
      columns: [{}, {}, {}],
      headerRows: 1,
      rows: [
        [cell("STT"), cell("Nhiệm vụ"), cell("Số lượng")],
        [
          cell("1"),
          cell("Rà soát doanh nghiệp đủ điều kiện thành lập tổ chức đảng trên địa bàn phường"),
          cell("1.054"),
        ],
        [
          cell("2"),
          cell("Bồi dưỡng nhận thức về Đảng cho quần chúng ưu tú là công nhân trực tiếp sản xuất"),
          cell("85"),
        ],
      ],
    };
    const { columns, rows } = styleTable(table, new Looks(HD05), PAGE, 700);
    expect(columns[0]).toBeLessThan(45);
    expect(columns[1]).toBeGreaterThan(250);
    const alignments = rows[1]?.cells.map(({ blocks }) =>
      blocks[0]?.kind === "paragraph" ? blocks[0].align : undefined,
    );
    expect(alignments).toEqual(["center", "left", "right"]);
    expect(rows[0]?.header).toBe(true);
  });
});
