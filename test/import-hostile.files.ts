/** Files that somebody might send in place of a Word file, and Word files made to exhaust whoever reads them. */
import { strToU8, unzipSync, zipSync } from "fflate";
import { DOCX_LIMITS } from "../src/source/docx/index.js";
import { makeDocx, paragraph, run } from "./source-docx.sample.js";
import { bodyOf, bold, justified, TYPED_REPORT, typed, typedReport } from "./source-docx-typed.sample.js";

const whole = typedReport();
const withPart = (name: string, bytes: Uint8Array): Uint8Array => zipSync({ ...unzipSync(whole), [name]: bytes });
const without = (name: string): Uint8Array => {
  const { [name]: _, ...parts } = unzipSync(whole);
  return zipSync(parts);
};

/** Compound file of a program of the nineties, with the name of a stream in it. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(`${stream}\0`, "utf16le"), 1024);
  return bytes;
}

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha ha ha"><!ENTITY b "${"&a;".repeat(50)}"><!ENTITY c "${"&b;".repeat(50)}">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>`;
const EXTERNAL = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`;

/** What cannot be taken over: name of the file, its bytes, words of the message. */
export const REFUSED: readonly (readonly [name: string, bytes: () => Uint8Array, words: string])[] = [
  ["rong.docx", () => new Uint8Array(), "trống"],
  ["toan-so-khong.docx", () => new Uint8Array(4096), "trống"],
  ["cut.docx", () => whole.slice(0, whole.length - 40), "cắt cụt"],
  ["cut-nua.docx", () => whole.slice(0, whole.length / 2), "cắt cụt"],
  ["bang-tinh.docx", () => zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }), "không phải văn bản Word"],
  ["odt.docx", () => zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") }), "không phải văn bản Word"],
  ["mat-khau.docx", () => compound("EncryptedPackage"), "mật khẩu"],
  ["cu.doc", () => compound("WordDocument"), "Word 97–2003"],
  ["cu.docx", () => compound("WordDocument"), "Lưu thành"],
  ["quet.pdf", () => strToU8("%PDF-1.7\n%âãÏÓ\n"), "PDF"],
  ["doi-ten.docx", () => strToU8("%PDF-1.7\n%âãÏÓ\n"), "PDF"],
  ["anh.docx", () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]), "ảnh"],
  ["cu.rtf", () => strToU8("{\\rtf1\\ansi Báo cáo}"), "RTF"],
  ["bom.docx", () => withPart("word/document.xml", strToU8(" ".repeat(DOCX_LIMITS.part + 1))), "bung ra quá lớn"],
  ["thuc-the.docx", () => withPart("word/document.xml", strToU8(LAUGHS)), "DOCTYPE"],
  ["tep-ngoai.docx", () => withPart("word/document.xml", strToU8(EXTERNAL)), "DOCTYPE"],
  ["bang-long-bang.docx", () => makeDocx(`<w:tbl><w:tr><w:tc>${paragraph("a")}`.repeat(10_000)), "lồng quá sâu"],
  ["doan-long-doan.docx", () => makeDocx("<w:p><w:r>".repeat(10_000)), "lồng quá sâu"],
  ["vo-tan.docx", () => makeDocx(paragraph("a").repeat(DOCX_LIMITS.paragraphs + 1)), "50.000 đoạn"],
  ["thieu-than.docx", () => without("word/document.xml"), "hỏng"],
];

/** A page of seven paragraphs. */
const page = (number: number): string =>
  justified(bold(`${(number % 40) + 1}. Nội dung ${number}`)) +
  Array.from({ length: 6 }, (_, index) =>
    justified(
      typed(`Năm ${2000 + index} kết nạp ${number * 7 + index} đảng viên, tăng ${index},5% so với cùng kỳ; `.repeat(4)),
    ),
  ).join("");
const LINE = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>';
const withBody = (body: string): Uint8Array => makeDocx(bodyOf({ ...TYPED_REPORT, body }));
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("");

/** What is odd but readable. */
export const ODD: Readonly<Record<string, () => Uint8Array>> = {
  "500 pages": () => withBody(many(500, page)),
  "ten thousand levels of XML": () => makeDocx("<w:x>".repeat(10_000) + bodyOf(TYPED_REPORT) + "</w:x>".repeat(10_000)),
  "without styles, types and links": () =>
    zipSync({ "word/document.xml": unzipSync(whole)["word/document.xml"] ?? new Uint8Array() }),
  "styles that are garbage": () => withPart("word/styles.xml", strToU8("<w:styles><w:style w:styleId=")),
};

/** What is read all the same, though its writer hoped that it would take for ever. */
export const ENDURED: Readonly<Record<string, () => Uint8Array>> = {
  "half a million blanks": () => withBody(justified(typed(`a${" ".repeat(500_000)}b`))),
  "a line of tabs": () =>
    makeDocx(
      paragraph(
        "",
        "",
        many(10_000, () => "<w:r><w:tab/></w:r><w:r><w:t>A</w:t></w:r>"),
      ),
    ),
  "a number of dots": () => makeDocx(paragraph("", "", typed(`Số ${".".repeat(200_000)}`))),
  "a date of days": () => makeDocx(paragraph("", "", typed("ngày ".repeat(40_000)))),
  "a paragraph of line breaks": () =>
    withBody(justified(typed("a") + many(8_000, () => "<w:r><w:br/></w:r><w:r><w:t>- a;</w:t></w:r>"))),
  "runs of changing looks": () =>
    withBody(
      justified(many(30_000, (index) => `<w:r>${index % 2 === 0 ? "" : "<w:rPr><w:b/></w:rPr>"}<w:t>a </w:t></w:r>`)),
    ),
  "bookmarks that never close": () =>
    withBody(justified(many(20_000, (id) => `<w:bookmarkStart w:id="${id}" w:name="vt_${id}"/>${run("a")}`))),
  "insertions in insertions": () => withBody(justified('<w:ins w:id="1" w:author="x">'.repeat(10_000) + run("a"))),
  "a table of five thousand rows": () =>
    withBody(
      `<w:tbl>${LINE}${many(5_000, () => `<w:tr><w:tc>${paragraph("a")}</w:tc><w:tc>${paragraph("b")}</w:tc></w:tr>`)}</w:tbl>`,
    ),
  "a cell merged over all of them": () =>
    withBody(
      `<w:tbl>${LINE}${many(5_000, (row) => `<w:tr><w:tc><w:tcPr><w:vMerge w:val="${row === 0 ? "restart" : "continue"}"/></w:tcPr>${paragraph("a")}</w:tc><w:tc>${paragraph("b")}</w:tc></w:tr>`)}</w:tbl>`,
    ),
  "brackets that never close": () =>
    withBody(justified(typed("[".repeat(30_000))) + justified(typed("<!--".repeat(10_000)))),
  "a recipients' line on every page": () => withBody(many(5_000, () => paragraph("Nơi nhận:"))),
  "a signature on every page": () =>
    makeDocx(bodyOf({ ...TYPED_REPORT, closing: "", body: many(5_000, () => paragraph("T/M ĐẢNG UỶ")) })),
  "a header that never ends": () => makeDocx(many(10_000, () => paragraph("ĐẢNG UỶ XÃ"))),
  "annexes without end": () => makeDocx(bodyOf(TYPED_REPORT) + many(5_000, () => paragraph("PHỤ LỤC 1"))),
};
