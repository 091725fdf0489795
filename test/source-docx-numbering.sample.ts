/** Documents with automatic numbering: built by the `docx` library, and an OpenDocument text for LibreOffice. */

import { Document, HeadingLevel, LevelFormat, LevelSuffix, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { makeDocx, paragraph } from "./source-docx.sample.js";

interface Item {
  readonly text: string;
  readonly list?: string;
  readonly level?: number;
  readonly instance?: number;
  readonly heading?: boolean;
}

const REPORT = "bao-cao";
const item = (text: string, level: number, more: Partial<Item> = {}): Item => ({ text, level, list: REPORT, ...more });

/** A báo cáo in four levels, with text between, a list that starts at 5, bullets, and a second instance. */
const ITEMS: readonly Item[] = [
  item("ĐẶC ĐIỂM TÌNH HÌNH", 0, { heading: true }),
  { text: "Một phường ven sông." },
  item("KẾT QUẢ THỰC HIỆN", 0, { heading: true }),
  item("Công tác lãnh đạo", 1),
  item("Quán triệt", 2),
  item("Ban hành văn bản", 2),
  item("Nghị quyết", 3),
  item("Kế hoạch", 3),
  item("Tổ chức đảng", 1),
  item("Thành lập mới", 2),
  item("NHIỆM VỤ", 0, { heading: true }),
  item("Rà soát", 1),
  { text: "Chỉ tiêu", list: "nam", level: 0 },
  { text: "Giải pháp", list: "nam", level: 0 },
  { text: "Ba đồng chí", list: "gach", level: 0 },
  { text: "Chỉ tiêu lần hai", list: "nam", level: 0, instance: 2 },
  item("Kết nạp", 1),
];

/** What Word shows of it. */
export const SHOWN: readonly string[] = [
  "I. ĐẶC ĐIỂM TÌNH HÌNH",
  "Một phường ven sông.",
  "II. KẾT QUẢ THỰC HIỆN",
  "1. Công tác lãnh đạo",
  "1.1. Quán triệt",
  "1.2. Ban hành văn bản",
  "a) Nghị quyết",
  "b) Kế hoạch",
  "2. Tổ chức đảng",
  "2.1. Thành lập mới",
  "III. NHIỆM VỤ",
  "1. Rà soát",
  "5) Chỉ tiêu",
  "6) Giải pháp",
  "- Ba đồng chí",
  "5) Chỉ tiêu lần hai",
  "2. Kết nạp",
];

export async function numberedDocx(): Promise<Uint8Array> {
  const { DECIMAL, UPPER_ROMAN, LOWER_LETTER, BULLET } = LevelFormat;
  const document = new Document({
    numbering: {
      config: [
        {
          reference: REPORT,
          levels: [
            { level: 0, format: UPPER_ROMAN, text: "%1." },
            { level: 1, format: DECIMAL, text: "%2." },
            { level: 2, format: DECIMAL, text: "%2.%3." },
            { level: 3, format: LOWER_LETTER, text: "%4)", suffix: LevelSuffix.SPACE },
          ],
        },
        { reference: "nam", levels: [{ level: 0, format: DECIMAL, text: "%1)", start: 5 }] },
        { reference: "gach", levels: [{ level: 0, format: BULLET, text: "-" }] },
      ],
    },
    sections: [
      {
        children: ITEMS.map(
          ({ text, list, level = 0, instance = 0, heading }) =>
            new Paragraph({
              text,
              ...(heading ? { heading: HeadingLevel.HEADING_1 } : {}),
              ...(list === undefined ? {} : { numbering: { reference: list, level, instance } }),
            }),
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Numbers in cells of a table, counted on from those before it. */
export async function numberedTable(): Promise<Uint8Array> {
  const numbered = (text: string) => new Paragraph({ text, numbering: { reference: "tt", level: 0 } });
  const document = new Document({
    numbering: { config: [{ reference: "tt", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1" }] }] },
    sections: [
      {
        children: [
          numbered("Trước bảng"),
          new Table({
            rows: ["Một", "Hai"].map(
              (text) => new TableRow({ children: [new TableCell({ children: [numbered(text)] })] }),
            ),
          }),
          numbered("Sau bảng"),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const heading = (level: number, text: string): string =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${text}</text:h>`;
const line = (text: string): string => `<text:p>${text}</text:p>`;
const list = (style: string, items: readonly string[], more = ""): string =>
  `<text:list text:style-name="${style}"${more}>${items.map((inner) => `<text:list-item>${inner}</text:list-item>`).join("")}</text:list>`;
const level = (at: number, format: string, suffix: string, more = ""): string =>
  `<text:list-level-style-number text:level="${at}" style:num-format="${format}" style:num-suffix="${suffix}"${more}/>`;
const outline = (at: number, format: string, suffix: string, more = ""): string =>
  `<text:outline-level-style text:level="${at}" style:num-format="${format}" style:num-suffix="${suffix}"${more}/>`;

const NAMESPACES = ["office", "text", "style", "fo"]
  .map((name) => {
    const last = name === "fo" ? "xsl-fo-compatible" : name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${last}:1.0"`;
  })
  .join(" ");

/** A flat OpenDocument text: numbered headings through their styles, lists that go on, begin anew and nest. */
export const OPEN_DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
${[1, 2, 3].map((at) => `<style:style style:name="Heading_20_${at}" style:display-name="Heading ${at}" style:family="paragraph" style:default-outline-level="${at}"/>`).join("")}
<text:outline-style style:name="Outline">${outline(1, "I", ".")}${outline(2, "1", ".")}${outline(3, "1", ".", ' text:display-levels="2"')}</text:outline-style>
</office:styles>
<office:automatic-styles>
<text:list-style style:name="L1">${level(1, "a", ")")}${level(2, "i", ".")}</text:list-style>
<text:list-style style:name="L2">${level(1, "1", "/", ' text:start-value="4"')}</text:list-style>
</office:automatic-styles>
<office:body><office:text>
${heading(1, "Đặc điểm tình hình")}${line("Một xã miền núi.")}
${heading(1, "Kết quả thực hiện")}${heading(2, "Tổ chức đảng")}${heading(3, "Thành lập mới")}${heading(3, "Giải thể")}
${list("L1", [line("Chi bộ may"), line("Chi bộ thép") + list("L1", [line("Tổ một"), line("Tổ hai")]), line("Chi bộ vận tải")])}
${heading(2, "Đảng viên")}${heading(3, "Kết nạp")}
${list("L2", [line("Quý bốn"), line("Quý năm")])}
${list("L1", [line("Bắt đầu lại")])}
${heading(1, "Kiến nghị")}${heading(2, "Với tỉnh")}
</office:text></office:body></office:document>`;

/** Its texts by the numbers that an office sees before them. */
export const OPEN_DOCUMENT_SHOWN: readonly string[] = [
  "I. Đặc điểm tình hình",
  "Một xã miền núi.",
  "II. Kết quả thực hiện",
  "1. Tổ chức đảng",
  "1.1. Thành lập mới",
  "1.2. Giải thể",
  "a) Chi bộ may",
  "b) Chi bộ thép",
  "i. Tổ một",
  "ii. Tổ hai",
  "c) Chi bộ vận tải",
  "2. Đảng viên",
  "2.1. Kết nạp",
  "4/ Quý bốn",
  "5/ Quý năm",
  "a) Bắt đầu lại",
  "III. Kiến nghị",
  "1. Với tỉnh",
];

const lvl = (at: number, format: string, text: string, more = ""): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, inner: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`;
const num = (id: number, list: number, overrides = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${list}"/>${overrides}</w:num>`;
export const numbered = (text: string, id: number, at = 0, more = ""): string =>
  paragraph(text, `${more}<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

/** What Word's own files have and builders seldom: overrides, restarts, styles with lists, references between lists. */
interface Tricky {
  readonly 0: string;
  readonly 1: string | undefined;
  /** Where LibreOffice shows something else: it knows neither `isLgl` nor `lvlRestart` (ECMA-376 part 1, 17.9.4, 17.9.10). */
  readonly 2?: string;
}

const TRICKY: readonly Tricky[] = [
  [paragraph("Phần một", '<w:pStyle w:val="Muc1"/>'), "A. Phần một"],
  [paragraph("Mục nhỏ", '<w:pStyle w:val="Muc2"/>'), "A.01 Mục nhỏ"],
  [paragraph("Theo kiểu kế thừa", '<w:pStyle w:val="Muc2Con"/>'), "A.02 Theo kiểu kế thừa"],
  [
    paragraph("Không đánh số", '<w:pStyle w:val="Muc2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
    "Không đánh số",
  ],
  [paragraph("Phần hai", '<w:pStyle w:val="Muc1"/>'), "B. Phần hai"],
  [paragraph("Lại từ đầu", '<w:pStyle w:val="Muc2"/>'), "B.01 Lại từ đầu"],
  [numbered("Theo luật", 1, 2), "2.1.1) Theo luật", "B.01.1) Theo luật"],
  [numbered("Một", 2), "1. Một"],
  [numbered("Chạy suốt", 2, 1), "(i) Chạy suốt"],
  [numbered("Hai", 2), "2. Hai"],
  [numbered("Vẫn chạy suốt", 2, 1), "(ii) Vẫn chạy suốt", "(i) Vẫn chạy suốt"],
  [numbered("Cùng danh sách", 3), "3. Cùng danh sách"],
  [numbered("Bắt đầu từ mười", 4), "10. Bắt đầu từ mười"],
  [numbered("Mười một", 4), "11. Mười một"],
  [numbered("", 4), undefined, "12."],
  [numbered("Mười ba", 4), "13. Mười ba"],
  [numbered("Không có cấp trên", 5, 1), "1.1 Không có cấp trên"],
];

const NUMBERING =
  abstract(
    1,
    lvl(0, "upperLetter", "%1.", '<w:pStyle w:val="Muc1"/>') +
      lvl(1, "decimalZero", "%1.%2", '<w:pStyle w:val="Muc2"/>') +
      lvl(2, "decimal", "%1.%2.%3)", "<w:isLgl/>"),
  ) +
  abstract(2, lvl(0, "decimal", "%1.") + lvl(1, "lowerRoman", "(%2)", '<w:lvlRestart w:val="0"/>')) +
  abstract(3, lvl(0, "decimal", "%1") + lvl(1, "decimal", "%1.%2")) +
  num(1, 1) +
  num(2, 2) +
  num(3, 2) +
  num(4, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride>') +
  num(5, 3);

const STYLES =
  '<w:style w:type="paragraph" w:styleId="Muc1"><w:name w:val="Mục 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Muc2"><w:name w:val="Mục 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="Muc2Con"><w:name w:val="Mục 2 con"/><w:basedOn w:val="Muc2"/></w:style>';

export const trickyDocx = (): Uint8Array =>
  makeDocx({ body: TRICKY.map((each) => each[0]).join(""), styles: STYLES, numbering: NUMBERING });
export const TRICKY_SHOWN: readonly string[] = TRICKY.flatMap((each) => each[1] ?? []);
export const TRICKY_IN_LIBREOFFICE: readonly string[] = TRICKY.flatMap((each) => each[2] ?? each[1] ?? []);
