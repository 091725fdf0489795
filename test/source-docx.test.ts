import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DOCX_LIMITS, type DocxText, readDocx } from "../src/source/docx/index.js";
import { makeDocx, paragraph, run } from "./source-docx.sample.js";

function textOf(bytes: Uint8Array): DocxText {
  const read = readDocx(bytes);
  if (typeof read === "string") throw new Error(read);
  return read;
}

const lines = (bytes: Uint8Array): readonly string[] =>
  textOf(bytes).blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

describe("text of a Word file", () => {
  it("is composed, with single blanks and typed line breaks", () => {
    const decomposed = "Đảng uỷ  phường\u00A0Sông Kim".normalize("NFD");
    const runs = `${run(decomposed)}<w:r><w:br/></w:r>${run("báo cáo")}<w:r><w:tab/></w:r>${run("quý I")}`;
    expect(lines(makeDocx(paragraph("", "", runs)))).toEqual(["Đảng uỷ phường Sông Kim\nbáo cáo quý I"]);
  });

  it("reads any prefix of the namespace", () => {
    expect(lines(makeDocx({ body: paragraph("Kết quả"), prefix: "ns0" }))).toEqual(["Kết quả"]);
  });

  it("leaves out what nobody sees: hidden runs, field codes, the second copy of a drawing", () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph("Trong khung")}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph("Trong khung")}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
    const body = paragraph("", "", `${run("Trang ")}${field}${run(" nháp", "<w:vanish/>")}${box}`);
    expect(lines(makeDocx(body))).toEqual(["Trong khung", "Trang 7"]);
  });

  it("takes style names and outline levels, also from the style a style is based on", () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:basedOn w:val="Heading2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Vong"><w:name w:val="Vòng"/><w:basedOn w:val="Vong"/></w:style>';
    const body =
      paragraph("Một", '<w:pStyle w:val="Muc"/>') +
      paragraph("Hai", '<w:pStyle w:val="Muc"/><w:outlineLvl w:val="9"/>') +
      paragraph("Ba", '<w:pStyle w:val="Vong"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>') +
      paragraph("", "", run("Bốn", "<w:b/>"));
    expect(textOf(makeDocx({ body, styles })).blocks).toMatchObject([
      { text: "Một", style: "Mục", outlineLevel: 2, bold: false, numbered: false },
      { text: "Hai", style: "Mục", bold: false },
      { text: "Ba", style: "Vòng", numbered: true },
      { text: "Bốn", bold: true },
    ]);
    expect(textOf(makeDocx({ body, styles })).blocks[1]).not.toHaveProperty("outlineLevel");
  });

  it("keeps the text of tables apart, tables in cells included", () => {
    const row = (...cells: readonly string[]): string =>
      `<w:tr>${cells.map((inner) => `<w:tc>${inner}</w:tc>`).join("")}</w:tr>`;
    const inner = `<w:tbl>${row(paragraph("a"), paragraph("b"))}</w:tbl>`;
    const table = `<w:tbl>${row(paragraph("TỈNH UỶ") + paragraph("HÀ TRUNG"), paragraph("ĐẢNG") + inner)}${row(paragraph(""), paragraph(""))}</w:tbl>`;
    expect(textOf(makeDocx(paragraph("Trước") + table + paragraph("Sau"))).blocks).toMatchObject([
      { kind: "paragraph", text: "Trước" },
      { kind: "table", rows: [["TỈNH UỶ\nHÀ TRUNG", "ĐẢNG\na b"]] },
      { kind: "paragraph", text: "Sau" },
    ]);
  });

  it("accepts tracked changes: insertions stay, deletions go, and both are counted", () => {
    const body =
      paragraph(
        "",
        "",
        `${run("Kết nạp ")}<w:del w:id="1">${run("05")}</w:del><w:ins w:id="2">${run("06")}</w:ins> ${run(" đảng viên")}`,
      ) +
      paragraph("Câu thứ", '<w:rPr><w:del w:id="3"/></w:rPr>') +
      paragraph(" nhất.", "<w:pPrChange><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange>") +
      `<w:moveFrom w:id="4">${run("chỗ cũ")}</w:moveFrom>` +
      paragraph("", "", `<w:moveTo w:id="5">${run("chỗ mới")}</w:moveTo>`) +
      `<w:tbl><w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc>${paragraph("dòng xoá")}</w:tc></w:tr><w:tr><w:tc>${paragraph("dòng còn")}</w:tc></w:tr></w:tbl>`;
    const { blocks, changes } = textOf(makeDocx(body));
    expect(blocks).toMatchObject([
      { text: "Kết nạp 06 đảng viên" },
      { text: "Câu thứ nhất." },
      { text: "chỗ mới" },
      { rows: [["dòng còn"]] },
    ]);
    expect(blocks[1]).not.toHaveProperty("outlineLevel");
    expect(changes).toEqual({ inserted: 2, deleted: 4 });
  });

  it("puts the texts of footnotes to the paragraph of their mark", () => {
    const footnotes =
      `<w:footnote w:type="separator" w:id="-1">${paragraph("---")}</w:footnote>` +
      `<w:footnote w:id="2">${paragraph("Theo số liệu của ngành.")}</w:footnote>`;
    const body = paragraph("", "", `${run("Lao động tăng")}<w:r><w:footnoteReference w:id="2"/></w:r>${run(".")}`);
    expect(textOf(makeDocx({ body, footnotes })).blocks).toMatchObject([
      { text: "Lao động tăng.", notes: ["Theo số liệu của ngành."] },
    ]);
  });
});

describe("files that are no readable Word file", () => {
  const whole = makeDocx(paragraph("Nội dung"));
  it.each([
    ["empty", new Uint8Array()],
    ["empty", new Uint8Array(64)],
    ["notWord", new TextEncoder().encode("Kính gửi")],
    ["cut", whole.slice(0, whole.length - 30)],
    ["notWord", zipSync({ "xl/workbook.xml": new Uint8Array([60]) })],
    ["broken", zipSync({ "word/styles.xml": new Uint8Array([60]) })],
  ] as const)("says %s", (fault, bytes) => {
    expect(readDocx(bytes)).toBe(fault);
  });

  it("stops at its limits", () => {
    expect(readDocx(whole, { ...DOCX_LIMITS, file: 10 })).toBe("tooLarge");
    expect(readDocx(whole, { ...DOCX_LIMITS, parts: 1 })).toBe("bomb");
    expect(readDocx(whole, { ...DOCX_LIMITS, part: 20 })).toBe("bomb");
  });

  it("never throws, however the file is cut or garbled", () => {
    for (let length = 0; length < whole.length; length += 7) {
      expect(() => readDocx(whole.slice(0, length))).not.toThrow();
      const garbled = whole.slice();
      garbled[length] = 255 - (garbled[length] ?? 0);
      expect(() => readDocx(garbled)).not.toThrow();
    }
  });

  it("reads what is there of broken XML", () => {
    expect(lines(makeDocx("<w:p><w:r><w:t>Dở dang</w:t></w:r>"))).toEqual(["Dở dang"]);
  });
});
