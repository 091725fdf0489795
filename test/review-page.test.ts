/** What the page shows of rows and of moved text: every cell under its head, both places of what was moved. */
import { describe, expect, it } from "vitest";
import { compareFlows } from "../src/review/compare/compare-flows.js";
import type { Flow, FlowBlock } from "../src/review/flow/flow.js";
import { tableRows } from "../src/review/flow/places.js";
import { comparisonPage } from "../src/review/page/page.js";
import { sideBySide, type ViewLine } from "../src/review/page/side-by-side.js";
import { resultOf } from "../src/review/report/result.js";

const paragraph = (text: string): FlowBlock => ({ kind: "paragraph", text, place: { page: 1 } });

function table(...rows: readonly (readonly string[])[]): FlowBlock[] {
  return tableRows(
    rows.map((texts, index) => ({
      cells: texts.flatMap((text, column) => (text === "" ? [] : [{ column, text }])),
      header: index === 0,
      place: { table: 1, page: 1 },
    })),
  );
}

const flow = (...blocks: readonly FlowBlock[]): Flow => ({ kind: "docx", fidelity: "file", blocks });
const linesOf = (old: Flow, neu: Flow): readonly ViewLine[] =>
  sideBySide(compareFlows(old, neu), "dong-").flatMap(({ lines }) => lines);
const textOf = (side: ViewLine["old"]): string[] | undefined =>
  side?.cells?.map(({ pieces }) =>
    pieces.map(({ text, removed, added }) => (removed ? `-${text}` : added ? `+${text}` : text)).join(""),
  );

const HEADS = ["Đơn vị", "Chỉ tiêu", "Thực hiện", "Tỷ lệ"];
const UNITS = ["Bến Trạm", "Cầu Ngói", "Lạc Viên", "Đồng Vọng", "Thanh Trạch", "Phú Khê"];
const rows = (last: readonly string[]): string[][] => [
  ...UNITS.map((unit, at) => [unit, `${at + 11}`, "", `${at + 31},5`]),
  [...last],
];

describe("rows", () => {
  const old = flow(...table(HEADS, ...rows(["Hải Thuận", "15", "12", "80"])));

  it("keep every column, empty ones too, and what did not change", () => {
    const neu = flow(...table(HEADS, ...rows(["Hải Thuận", "15", "", "80"])));
    const changed = linesOf(old, neu).find(({ id }) => id !== undefined);
    expect(textOf(changed?.old)).toEqual(["Hải Thuận", "15", "-12", "80"]);
    expect(textOf(changed?.new)).toEqual(["Hải Thuận", "15", "", "80"]);
    expect(changed?.old?.columns).toEqual(changed?.new?.columns);
    expect(changed?.old?.columns?.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0);
    expect(changed?.new?.cells?.map(({ head }) => head)).toEqual(HEADS);
  });

  it("stand under their heads where the rows between are folded away", () => {
    const neu = flow(...table(HEADS, ...rows(["Hải Thuận", "15", "13", "80"])));
    const runs = sideBySide(compareFlows(old, neu), "dong-");
    expect(runs.map(({ folded }) => folded)).toEqual([6, undefined]);
    const [heads, , changed] = runs[1]?.lines ?? [];
    expect([heads?.heads, textOf(heads?.new)]).toEqual([true, HEADS]);
    expect(textOf(changed?.new)).toEqual(["Hải Thuận", "15", "+13", "80"]);
    expect(runs[0]?.lines.filter(({ heads: repeated }) => repeated)).toEqual([]);
  });

  it("of many columns stand below each other", () => {
    const wide = (figure: string) =>
      flow(
        ...table(
          ["a", "b", "c", "d", "e", "g", "h"].map((one) => `Cột ${one}`),
          ["Cầu Ngói", "1", "2", "3", "4", "5", figure],
        ),
      );
    expect(linesOf(wide("6"), wide("7")).every(({ wide: stacked }) => stacked)).toBe(true);
    expect(
      linesOf(old, flow(...table(HEADS, ...rows(["Hải Thuận", "15", "13", "80"])))).some(
        ({ wide: stacked }) => stacked,
      ),
    ).toBe(false);
  });
});

describe("moved text", () => {
  const TEXTS = [
    "Thứ nhất, rà soát đội ngũ cán bộ.",
    "Thứ hai, mở lớp bồi dưỡng nghiệp vụ.",
    "Thứ ba, kiểm tra việc thu nộp đảng phí.",
    "Thứ tư, tổng hợp báo cáo cấp trên.",
    "Thứ năm, khen thưởng tập thể tiêu biểu.",
  ];

  it("stands where it was and where it went", () => {
    const [first = "", ...others] = TEXTS;
    const neu = [...others, first];
    const lines = linesOf(flow(...TEXTS.map(paragraph)), flow(...neu.map(paragraph)));
    const side = (which: "old" | "new") =>
      lines.flatMap((line) => line[which]?.pieces?.map(({ text }) => text).join("") ?? []);
    expect(side("old")).toEqual(TEXTS);
    expect(side("new")).toEqual(neu);
    const to = lines.find(({ id }) => id !== undefined);
    expect(lines.find(({ movedTo }) => movedTo !== undefined)?.movedTo).toBe(to?.id);
    expect([to?.old, to?.kind]).toEqual([undefined, "moved"]);
  });
});

describe("the list of changes", () => {
  it("names the figures that went with their words", () => {
    const old = flow(paragraph("Đảng uỷ họp thường kỳ."), paragraph("Chi 25 triệu đồng cho 3 lớp."));
    const neu = flow(paragraph("Đảng uỷ họp thường kỳ."));
    const comparison = compareFlows(old, neu);
    const compared = { comparison, result: resultOf(comparison, "cu.md", "moi.md") };
    expect(comparisonPage([compared])).toContain("Số liệu bỏ: 25 triệu đồng; 3.");
  });
});
