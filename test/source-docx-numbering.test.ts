import { beforeAll, describe, expect, it } from "vitest";
import { readBundledFormSet } from "../src/forms/bundled.js";
import { outlineFor } from "../src/forms/filing.js";
import { type DocxText, matchOutline, readDocx } from "../src/source/docx/index.js";
import { printBullet, printListNumber } from "../src/source/docx/number-format.js";
import { makeDocx, paragraph, run } from "./source-docx.sample.js";
import {
  numbered,
  numberedDocx,
  numberedTable,
  SHOWN,
  TRICKY_SHOWN,
  trickyDocx,
} from "./source-docx-numbering.sample.js";

function read(bytes: Uint8Array): DocxText {
  const text = readDocx(bytes);
  if (typeof text === "string") throw new Error(text);
  return text;
}

const linesOf = (bytes: Uint8Array): readonly string[] =>
  read(bytes).blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : block.rows.flat()));

const level = (at: number, inner: string): string => `<w:lvl w:ilvl="${at}">${inner}</w:lvl>`;
const decimal = '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>';
const num = (id: number, list: number): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/></w:num>`;
const simple = `<w:abstractNum w:abstractNumId="1">${level(0, decimal)}</w:abstractNum>${num(1, 1)}`;

describe("automatic numbers", () => {
  it("are read with the text, as the docx library writes them", async () => {
    expect(linesOf(await numberedDocx())).toEqual(SHOWN);
    expect(linesOf(await numberedTable())).toEqual(["1 Trước bảng", "2 Một", "3 Hai", "4 Sau bảng"]);
  });

  it("follow overrides, restarts, styles and styles of styles", () => {
    expect(linesOf(trickyDocx())).toEqual(TRICKY_SHOWN);
  });

  it("are told apart from typed ones", () => {
    const [auto, typed] = read(
      makeDocx({ body: numbered("Tự động", 1) + paragraph("1. Gõ tay"), numbering: simple }),
    ).blocks;
    expect(auto).toMatchObject({ text: "1. Tự động", number: "1.", numbered: true });
    expect(typed).toMatchObject({ text: "1. Gõ tay", numbered: false });
    expect(typed).not.toHaveProperty("number");
  });

  it("are read where a list takes its levels from a numbering style", () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Kieu"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Kieu"/>${level(0, decimal)}</w:abstractNum>` +
      num(1, 1) +
      num(2, 2);
    expect(linesOf(makeDocx({ body: numbered("Một", 1) + numbered("Hai", 2), numbering }))).toEqual([
      "1. Một",
      "2. Hai",
    ]);
  });

  it("take the level that a list gives to a style", () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, decimal)}${level(1, '<w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:pStyle w:val="Diem"/><w:lvlText w:val="%2)"/>')}</w:abstractNum>${num(1, 1)}`;
    const styles =
      '<w:style w:styleId="Diem"><w:name w:val="Điểm"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = numbered("Khoản", 1) + paragraph("Điểm", '<w:pStyle w:val="Diem"/>');
    expect(linesOf(makeDocx({ body, styles, numbering }))).toEqual(["1. Khoản", "a) Điểm"]);
  });

  it("are counted once all tracked changes are accepted", () => {
    const body =
      numbered("Một", 1) +
      paragraph(
        "xoá cả dấu đoạn, ",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>',
      ) +
      numbered("hai", 1) +
      paragraph(
        "Ba",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:pPrChange>',
      );
    expect(linesOf(makeDocx({ body, numbering: simple }))).toEqual(["1. Một", "2. xoá cả dấu đoạn, hai", "3. Ba"]);
  });

  it("of lists that are not declared are only known to be there", () => {
    const [block] = read(makeDocx({ body: numbered("Mục", 9), numbering: simple })).blocks;
    expect(block).toMatchObject({ text: "Mục", numbered: true });
  });

  it("do not grow, whatever a file declares", () => {
    const huge = level(
      0,
      `<w:start w:val="2147483647"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="${"%1".repeat(100_000)}"/>`,
    );
    const numbering = `<w:abstractNum w:abstractNumId="1">${huge}</w:abstractNum>${num(1, 1)}`;
    const body = Array.from({ length: 2000 }, (_, index) => numbered(`Đoạn ${index}`, 1)).join("");
    expect(Math.max(...linesOf(makeDocx({ body, numbering })).map(({ length }) => length))).toBeLessThan(2000);
  });
});

describe("formats of automatic numbers", () => {
  it.each([
    ["decimal", 12, "12"],
    ["decimalZero", 7, "07"],
    ["upperRoman", 14, "XIV"],
    ["lowerRoman", 4, "iv"],
    ["upperLetter", 27, "AA"],
    ["lowerLetter", 54, "bbb"],
    ["lowerLetter", 0, "0"],
    ["upperRoman", 5000, "5000"],
    ["none", 3, ""],
    ["chineseCounting", 3, "3"],
  ])("%s: %i is %s", (name, value, printed) => {
    expect(printListNumber(value, { name })).toBe(printed);
  });

  it("pads as a custom format shows", () => {
    expect(printListNumber(12, { name: "custom", pattern: "001, 002, 003, ..." })).toBe("012");
  });

  it("reads signs of symbol fonts as what they look like", () => {
    expect(["\uF0B7", "\uF02D", "+", "–"].map(printBullet)).toEqual(["•", "-", "+", "–"]);
  });
});

describe("headings of the outline that Word numbers", () => {
  let sections: Parameters<typeof matchOutline>[1];
  beforeAll(async () => {
    sections = outlineFor(await readBundledFormSet(), "xa-phuong", "6t")?.sections ?? [];
  });

  it("are found, and a heading of the unit's own ends the section before it", () => {
    const roman = '<w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>';
    const second = '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/>';
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, roman)}${level(1, second)}</w:abstractNum>${num(1, 1)}`;
    const body =
      numbered("ĐẶC ĐIỂM TÌNH HÌNH", 1) +
      paragraph("Một phường ven sông.") +
      numbered("KẾT QUẢ THỰC HIỆN", 1) +
      numbered("Công tác lãnh đạo, quán triệt, ban hành văn bản", 1, 1) +
      paragraph("Ba văn bản.") +
      numbered("Dân vận", 1, 1) +
      paragraph("", "", run("Hai cuộc."));
    const { sections: found, unplaced } = matchOutline(read(makeDocx({ body, numbering })), sections);
    expect(found.map(({ section, text }) => [section.mark, text])).toEqual([
      ["I", "Một phường ven sông."],
      ["II", ""],
      ["1", "Ba văn bản."],
    ]);
    expect(unplaced).toEqual([{ heading: "2. Dân vận", text: "Hai cuộc." }]);
  });
});
