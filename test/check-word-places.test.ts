import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkWord } from "../src/checking/check-word.js";
import { readWord } from "../src/checking/read-word.js";
import type { Finding } from "../src/index.js";
import { paragraph, stateDocument, type TypedDocument, type TypedLine, zipDocx } from "./typed-docx.sample.js";

const REPORT = {
  name: "báo cáo",
  issuer: ["ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN TRE"],
  number: "Số: 47/BC-UBND",
  placeDate: "Bến Tre, ngày 14 tháng 9 năm 2026",
  title: "BÁO CÁO",
  subject: ["Kết quả trồng cây xanh năm 2026"],
  body: ["Ủy ban nhân dân phường báo cáo kết quả như sau:", "MARKER", "Trân trọng báo cáo./."],
  recipients: ["- Các tổ dân phố;", "- Lưu: VT."],
  signature: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đỗ Văn Phúc"],
};

function findingsOf(
  { xml, header }: TypedDocument,
  change: (xml: string) => string = (one) => one,
): readonly Finding[] {
  const changed = change(xml);
  const reading = readWord(zipDocx(changed, header));
  return reading.ok ? checkWord(reading.value, reading.value.document) : reading.findings;
}

/** Ordinals of the paragraphs, as a reader counts them. */
function ordinalOf(xml: string, words: string): number {
  const before = xml.slice(0, xml.indexOf(words));
  return before.match(/<w:p[ >]/gu)?.length ?? 0;
}

const cell = (line: TypedLine): string =>
  `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${paragraph(line)}</w:tc>`;
const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
  .join("");
/** A table with lines, its first row bold. */
const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol w:w="3000"/>'.repeat(rows[0]?.length ?? 0)}</w:tblGrid>${rows
    .map((row, index) => `<w:tr>${row.map((text) => cell({ text, size: 13, bold: index === 0 })).join("")}</w:tr>`)
    .join("")}</w:tbl>`;

describe("the place of a finding in a Word file", () => {
  it("of a table is the paragraph of the cell", () => {
    const rows = [
      ["TT", "Việc", "Ghi chú"],
      ["1", "Trồng cây bóng mát", "Xong"],
      ["2", "Chăm sóc cây", "Theo Quyết định số 512/QĐ-UBND, ngày 31/4/2026"],
    ];
    let xml = "";
    const findings = findingsOf(stateDocument(REPORT), (typed) => {
      xml = typed.replace(/<w:p>(?:(?!<w:p>).)*MARKER.*?<\/w:p>/su, table(rows));
      return xml;
    });
    const at = ordinalOf(xml, "512/QĐ-UBND");
    expect(at).toBeGreaterThan(12);
    const inTable = findings.filter(({ found, quote }) => /512|31\/4/u.test(`${found} ${quote}`));
    expect(inTable.length).toBeGreaterThanOrEqual(2);
    for (const { found, place } of inTable) expect(place?.paragraph, found).toBe(at);
  });

  it("has a page by Word's own marks, as far as these can be right", () => {
    const sentence = "Các tổ dân phố đã trồng và chăm sóc cây theo kế hoạch, có biên bản giao nhận từng loại cây. ";
    const long = (count: number) =>
      Array.from({ length: count }, (_, index) => `${sentence.repeat(4)}Lần ${index + 1}.`);
    const body = ["Thứ nhất ,", ...long(6), "Thứ hai ,", ...long(6), "Thứ ba ,", "Hết./."];
    const typed = stateDocument({ ...REPORT, body });
    const mark = (xml: string, words: string) =>
      xml.replace(new RegExp(`(<w:t xml:space="preserve">${words})`, "u"), "<w:lastRenderedPageBreak/>$1");
    const pages = (xml: string) => {
      const findings = findingsOf({ ...typed, xml }).filter(({ rule }) => rule === "C06");
      return findings.map(({ quote, place }) => [quote, place?.page]);
    };
    expect(pages(mark(mark(typed.xml, "Thứ hai"), "Thứ ba"))).toEqual([
      ["nhất ,", 1],
      ["hai ,", 2],
      ["ba ,", 3],
    ]);
    // another program has added pages behind the marks that Word left
    const more = stateDocument({ ...REPORT, body: ["Thứ nhất ,", ...long(6), "Thứ hai ,", ...long(30), "Hết ,"] });
    expect(pages(mark(more.xml, "Thứ hai"))).toEqual([
      ["nhất ,", 1],
      ["hai ,", undefined],
      ["Hết ,", undefined],
    ]);
  });

  it("has no page behind a row of a table that goes over to the next", () => {
    const broken = '<w:t>Việc một ,</w:t><w:lastRenderedPageBreak/><w:t xml:space="preserve"> việc hai.</w:t>';
    const rows = [
      ["TT", "Việc", "Ghi chú"],
      ["1", "BROKEN", "Không ,"],
    ];
    const findings = findingsOf(stateDocument({ ...REPORT, body: ["Xem bảng ,", "MARKER", "Hết ,"] }), (xml) =>
      xml
        .replace(/<w:p>(?:(?!<w:p>).)*MARKER.*?<\/w:p>/su, table(rows))
        .replace('<w:t xml:space="preserve">BROKEN</w:t>', broken),
    );
    const pages = findings.filter(({ rule }) => rule === "C06").map(({ quote, place }) => [quote, place?.page]);
    expect(pages).toEqual([
      ["bảng ,", 1],
      ["một ,", 1],
      ["Không ,", undefined],
      ["Hết ,", undefined],
    ]);
  });

  it("of a signature is its line, and its component the signature", () => {
    const signature = ["T/M ỦY BAN NHÂN DÂN", "K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH", "ThS. Đỗ Văn Phúc"];
    const typed = stateDocument({ ...REPORT, body: ["Phường đã trồng 120 cây./."], signature });
    const findings = findingsOf(typed);
    const placeOf = (words: string) => findings.find(({ quote }) => quote === words)?.place;
    for (const words of ["T/M ỦY BAN NHÂN DÂN", "K/T CHỦ TỊCH", "ThS. Đỗ Văn Phúc"])
      expect(placeOf(words), words).toMatchObject({ paragraph: ordinalOf(typed.xml, words), component: "Phần ký" });
  });
});

/** Files of real offices, where they lie. */
const REAL = new URL("../../shared/real/", import.meta.url).pathname;
const FAULTY = stateDocument({
  ...REPORT,
  superior: ["UBND TỈNH HÀ TRUNG"],
  number: "Số 5-BC/UBND",
  subject: ["KẾT QUẢ TRỒNG CÂY", "xanh năm 2026"],
  body: ["a. Trồng cây ,", "f. Họp thứ Hai, ngày 15/9/2026 ;", "Theo Công văn 77/SNV-VP của UBND tỉnh"],
  recipients: ["- Các tổ dân phố,", "- Lưu VT"],
  signature: ["T/M ỦY BAN NHÂN DÂN", "K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đ/c Đỗ Văn Phúc"],
});
const FILES: readonly (readonly [string, () => Uint8Array])[] = [
  ["a file full of faults", () => zipDocx(FAULTY.xml, FAULTY.header)],
  ...(existsSync(REAL) ? readdirSync(REAL) : [])
    .filter((name) => name.endsWith(".docx"))
    .map((name) => [name, () => new Uint8Array(readFileSync(join(REAL, name)))] as const),
];

describe("words that a finding quotes", () => {
  const squeeze = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim().toLocaleLowerCase("vi");

  it.each(FILES)("stand in its paragraph: %s", (name, bytes) => {
    const reading = readWord(bytes());
    if (!reading.ok) throw new Error("unread");
    const { value } = reading;
    const quoted = checkWord(value, value.document).filter(
      ({ quote, place, id }) => quote !== undefined && place?.paragraph !== undefined && !id.startsWith("check/"),
    );
    const astray = quoted.filter(
      ({ quote = "", place }) => !squeeze(value.places.texts.get(place?.paragraph ?? 0) ?? "").includes(squeeze(quote)),
    );
    expect(astray.map(({ rule, quote, place }) => [rule, quote, place?.paragraph])).toEqual([]);
    if (name === "a file full of faults") expect(quoted.length).toBeGreaterThan(12);
  });
});
