/** Pages of PDFs: turned ones, heads and feet, page numbers. */
import { describe, expect, it } from "vitest";
import { compareFlows } from "../src/review/compare/compare-flows.js";
import type { PdfContent, Run } from "../src/review/pdf/content.js";
import { flowOfPdf } from "../src/review/pdf/flow-of-pdf.js";
import { gravityOf } from "../src/review/report/result.js";
import { baseVersion, docxFlow, pdfFlow, pdfOf } from "./review.sample.js";
import { makeDocx, paragraph } from "./source-docx.sample.js";

/** A PDF in which the pages' dictionaries hold something more; readers find objects anew where offsets are wrong. */
function withPageEntry(pdf: Uint8Array, entry: string, page: number): Uint8Array {
  let count = 0;
  const text = Buffer.from(pdf).toString("latin1");
  const edited = text.replace(/\/Type \/Page\b(?!s)/gu, (found) => (++count === page ? `${entry} ${found}` : found));
  if (edited === text) throw new Error(`no page ${page}`);
  return new Uint8Array(Buffer.from(edited, "latin1"));
}

describe("a page that was turned", () => {
  it.each([90, 180, 270])("by %d degrees has the same words, and is told", async (degrees) => {
    const pdf = await pdfOf(await baseVersion());
    const [old, neu] = [await pdfFlow(pdf), await pdfFlow(withPageEntry(pdf, `/Rotate ${degrees}`, 2))];
    for (const [one, other] of [
      [old, neu],
      [neu, old],
    ] as const) {
      const { changes } = compareFlows(one, other);
      expect(changes.map(({ kind, new: place }) => [kind, place?.page])).toEqual([["margins", 2]]);
      expect(gravityOf(changes)).toBe(1);
    }
    expect(compareFlows(neu, neu).changes).toEqual([]);
  });
});

const SAID = [
  "Chi bộ Bến Gỗ họp ngày đầu tháng",
  "Đảng uỷ giao Văn phòng tổng hợp",
  "Các khu phố gửi danh sách",
  "Uỷ ban Kiểm tra giám sát",
  "Ban Xây dựng Đảng đôn đốc",
];

/** Five pages of one line each, with what stands above and below it. */
function printed(head: (page: number) => string, foot: (page: number) => string = () => ""): PdfContent {
  const run = (text: string, y: number): Run => ({ text, x: 90, y, width: 6 * text.length, size: 14, font: 0 });
  return {
    fonts: ["TimesNewRoman"],
    pages: SAID.map((said, index) => ({
      width: 595,
      height: 842,
      rules: [],
      runs: [run(head(index + 1), 40), run(said, 300), run(foot(index + 1), 800)].filter(({ text }) => text !== ""),
    })),
  };
}

describe("heads and feet of pages", () => {
  const told = (old: PdfContent, neu: PdfContent) =>
    compareFlows(flowOfPdf(old), flowOfPdf(neu)).changes.map(({ kind, oldText, newText, old: was, new: is }) => [
      kind,
      oldText,
      newText,
      (is ?? was)?.part,
      (is ?? was)?.page,
    ]);
  const numbered = (page: number): string => (page === 1 ? "" : String(page));

  it("are told where they came, went or changed", () => {
    const secret = (page: number): string => (page === 1 ? "" : `${page} MẬT`);
    expect(told(printed(numbered), printed(secret))).toEqual([["added", undefined, "MẬT", "header", 2]]);
    expect(told(printed(secret), printed(numbered))).toEqual([["removed", "MẬT", undefined, "header", 2]]);
    const office = (name: string) => (page: number) => `${name} - trang ${page}`;
    expect(told(printed(numbered, office("Văn phòng")), printed(numbered, office("Sở Công Thương")))).toEqual([
      ["wording", "Văn phòng - trang", "Sở Công Thương - trang", "footer", 1],
    ]);
  });

  it("hold numbers of pages that are none of the text", () => {
    const forms = [
      numbered,
      (page: number) => `- ${page} -`,
      (page: number) => `Trang ${page}/5`,
      (page: number) => (page === 1 ? "" : `${page + 6}`),
      () => "",
      (page: number) => (page === 4 ? "" : String(page < 4 ? page : page - 3)),
    ];
    for (const one of forms) for (const other of forms) expect(told(printed(one), printed(other))).toEqual([]);
  });

  it("tell a number that does not count the pages", () => {
    expect(
      told(
        printed(numbered),
        printed((page) => (page === 3 ? "5" : numbered(page))),
      ),
    ).toEqual([["added", undefined, "5", "header", 3]]);
    const year = (value: number) => (page: number) => `Kế hoạch năm ${value} | ${page}`;
    expect(told(printed(year(2026)), printed(year(2027)))).toEqual([
      ["figure", "Kế hoạch năm 2026 |", "Kế hoạch năm 2027 |", "header", 1],
    ]);
  });

  it("of a Word file are those of its PDF", () => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const file = makeDocx({
      body: `${SAID.map((said) => paragraph(said)).join("")}<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>`,
      parts: {
        "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h1" Type="${R}/header" Target="header1.xml"/></Relationships>`,
        "word/header1.xml": `<w:hdr ${W}>${paragraph("MẬT")}</w:hdr>`,
      },
    });
    const flow = docxFlow(file);
    expect(flow.blocks[0]).toMatchObject({ text: "MẬT", place: { part: "header" } });
    const secret = flowOfPdf(printed((page) => `${page} MẬT`));
    expect(compareFlows(flow, secret, { ignoreLayout: true }).changes).toEqual([]);
    expect(compareFlows(flow, flowOfPdf(printed(numbered)), { ignoreLayout: true }).changes).toMatchObject([
      { kind: "removed", oldText: "MẬT", old: { part: "header" } },
    ]);
  });
});

describe("ornaments", () => {
  it("inside a paragraph are none of its words", () => {
    const starred = (sign: string): string =>
      `<w:p><w:r><w:t>ĐẢNG BỘ TỈNH HÀ TRUNG</w:t><w:br/><w:t>${sign}</w:t></w:r></w:p>`;
    const [one, other] = ["*", "-----"].map((sign) => docxFlow(makeDocx(starred(sign) + paragraph("Chi bộ Bến Gỗ"))));
    if (one === undefined || other === undefined) throw new Error("no flow");
    expect(one.blocks.map((block) => (block.kind === "row" ? "" : block.text))).toEqual([
      "ĐẢNG BỘ TỈNH HÀ TRUNG",
      "Chi bộ Bến Gỗ",
    ]);
    expect(compareFlows(one, other, { ignoreLayout: true }).changes).toEqual([]);
  });
});
