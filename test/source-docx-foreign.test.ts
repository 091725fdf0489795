import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type Imported, importDocx } from "../src/importing/index.js";
import { render } from "../src/render.js";
import { readForeignDocx } from "../src/source/docx/document/read-document.js";
import { writeDraft } from "../src/writers/draft/index.js";
import { FONTS } from "./fixture-documents.js";
import { makeDocx, paragraph, run } from "./source-docx.sample.js";
import {
  blank,
  bodyOf,
  bold,
  centred,
  columns,
  justified,
  REPORT,
  REPORT_CLOSING,
  sides,
  TAB,
  TYPED_REPORT,
  typed,
  typedReport,
} from "./source-docx-typed.sample.js";

/** A file of ours without the model that it carries. */
const withoutModel = (bytes: Uint8Array): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith("customXml/"))));

async function take(bytes: Uint8Array): Promise<Imported> {
  const outcome = await importDocx(bytes, { file: "thu.docx" });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.findings));
  return outcome.value;
}

const idsOf = ({ findings }: Imported): readonly string[] => findings.map(({ id }) => id);

async function expectReport(bytes: Uint8Array): Promise<Imported> {
  const imported = await take(bytes);
  expect(imported.document).toMatchObject({ ...REPORT, ...REPORT_CLOSING });
  expect([...imported.lost, ...imported.invented]).toEqual([]);
  return imported;
}

const lines = (...texts: readonly string[]): string => texts.map((text) => centred(typed(text))).join("");
const HEAD_LEFT = ["ĐẢNG BỘ TỈNH HÀ TRUNG", "ĐẢNG UỶ XÃ BẢN MÂY", "*", "Số 12-BC/ĐU"];
const HEAD_RIGHT = ["ĐẢNG CỘNG SẢN VIỆT NAM", "Bản Mây, ngày 22 tháng 5 năm 2026"];
const SIGNED = ["T/M ĐẢNG UỶ", "PHÓ BÍ THƯ", "", "", "Hà Văn Sơn"];
const LISTED = ["Nơi nhận:", "- Ban Tổ chức Tỉnh uỷ,", "- Các chi bộ trực thuộc,", "- Lưu Văn phòng Đảng uỷ."];
/** As Word 2010 and later write a text box. */
const box = (inner: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
/** As Word 2003 and WPS write it. */
const oldBox = (inner: string): string =>
  `<w:r><w:pict><v:shape type="#_x0000_t202"><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

describe("a report that was typed by hand", () => {
  it("with tabs and blank lines as layout and rules as underscores", async () => {
    const { document, changes, annotations } = await expectReport(typedReport());
    expect(changes).toEqual([]);
    expect(annotations).toEqual([]);
    expect(document.body).toMatchObject([
      { kind: "paragraph", inlines: [{ text: "Đảng uỷ xã báo cáo kết quả như sau:" }] },
      { kind: "heading", mark: { form: "roman", text: "I-" }, inlines: [{ text: "KẾT QUẢ" }] },
      { kind: "heading", mark: { form: "number", text: "1." }, inlines: [{ text: "Tạo nguồn" }] },
      { kind: "paragraph", inlines: [{ text: "Có 14 quần chúng được giới thiệu, đạt 93,3% kế hoạch." }] },
      { kind: "paragraph", mark: { form: "dash" }, inlines: [{ text: "Chi bộ Nà Lùng: 05 quần chúng;" }] },
      { kind: "heading", mark: { form: "roman", text: "II-" }, inlines: [{ text: "PHƯƠNG HƯỚNG" }] },
      { kind: "paragraph", inlines: [{ text: "Kết nạp từ 10 đến 12 đảng viên./." }] },
    ]);
    expect(document.body).toHaveLength(7);
  });

  it.each([
    ["in a table", columns(lines(...HEAD_LEFT), lines(...HEAD_RIGHT))],
    [
      "in a table of several rows",
      `<w:tbl>${[0, 1, 2, 3].map((row) => `<w:tr><w:tc>${lines(HEAD_LEFT[row] ?? "")}</w:tc><w:tc>${lines([HEAD_RIGHT[0], "", "", HEAD_RIGHT[1]][row] ?? "")}</w:tc></w:tr>`).join("")}</w:tbl>`,
    ],
    ["in text boxes", paragraph("", "", box(lines(...HEAD_LEFT)) + box(lines(...HEAD_RIGHT)))],
    ["in text boxes of old Word", paragraph("", "", oldBox(lines(...HEAD_LEFT)) + oldBox(lines(...HEAD_RIGHT)))],
    [
      "with line breaks in one paragraph a column",
      columns(
        paragraph("", "", HEAD_LEFT.map((text) => typed(text)).join("<w:r><w:br/></w:r>")),
        paragraph("", "", HEAD_RIGHT.map((text) => typed(text)).join("<w:r><w:br/></w:r>")),
      ),
    ],
    [
      "with rows of blanks between the sides",
      paragraph("", "", typed(`${HEAD_LEFT[0]}          ${HEAD_RIGHT[0]}`)) +
        lines(HEAD_LEFT[1] ?? "", "*") +
        paragraph("", "", typed(`${HEAD_LEFT[3]}               ${HEAD_RIGHT[1]}`)),
    ],
    ["one below the other", lines(...HEAD_LEFT, ...HEAD_RIGHT)],
    [
      "in a content control",
      `<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>${columns(lines(...HEAD_LEFT), lines(...HEAD_RIGHT))}</w:sdtContent></w:sdt>`,
    ],
    [
      "with rules drawn as shapes",
      columns(
        lines(...HEAD_LEFT),
        lines(HEAD_RIGHT[0] ?? "") +
          paragraph("", "", '<w:r><w:pict><v:line from="0,0" to="100,0"/></w:pict></w:r>') +
          lines(HEAD_RIGHT[1] ?? ""),
      ),
    ],
  ])("has its header %s", async (_, head) => {
    await expectReport(typedReport({ head }));
  });

  it.each([
    ["in a table", columns(lines(...LISTED), lines(...SIGNED))],
    [
      "in a table, the name in a row of its own",
      `<w:tbl><w:tr><w:tc>${lines(...LISTED)}</w:tc><w:tc>${lines("T/M ĐẢNG UỶ", "PHÓ BÍ THƯ")}</w:tc></w:tr><w:tr><w:tc>${blank}</w:tc><w:tc>${lines("Hà Văn Sơn")}</w:tc></w:tr></w:tbl>`,
    ],
    [
      "with the name of who signed below “(Đã ký)”",
      columns(lines(...LISTED), lines("T/M ĐẢNG UỶ", "PHÓ BÍ THƯ", "", "Hà Văn Sơn")),
    ],
    [
      "in a text box beside the recipients",
      paragraph("", "", `${oldBox(lines(...SIGNED))}${typed("Nơi nhận:")}`) +
        LISTED.slice(1)
          .map((text) => paragraph("", "", typed(text)))
          .join(""),
    ],
    [
      "with the recipients on top",
      LISTED.map((text) => paragraph("", "", typed(text))).join("") + blank + lines(...SIGNED),
    ],
    ["with the signature on top", lines(...SIGNED) + LISTED.map((text) => paragraph("", "", typed(text))).join("")],
  ])("has its closing %s", async (_, closing) => {
    await expectReport(typedReport({ closing }));
  });

  it("keeps every word of a stamp, a seal's text box and a line nobody can place", async () => {
    const stamp = paragraph("", "", oldBox(lines("CÔNG VĂN ĐẾN", "Số: 88", "Ngày: 23/5/2026")));
    const { annotations, lost } = await take(typedReport({ head: TYPED_REPORT.head + stamp }));
    expect(lost).toEqual([]);
    expect(annotations.map(({ text }) => text).join(" ")).toMatch(/CÔNG VĂN ĐẾN/u);
  });
});

describe("what readers changed and noted under tracking", () => {
  const by = 'w:id="7" w:author="Lan"';
  const changed = justified(
    typed("Kết nạp "),
    `<w:del ${by}><w:r><w:delText>11</w:delText></w:r></w:del>`,
    `<w:ins ${by}>${typed("12")}</w:ins>`,
    typed(" đảng viên."),
  );
  it("is reported by author, never merged in silence", async () => {
    const imported = await take(typedReport({ body: TYPED_REPORT.body + changed }));
    expect(imported.document.body.at(-1)).toMatchObject({ inlines: [{ text: "Kết nạp 12 đảng viên." }] });
    expect(imported.annotations).toMatchObject([
      { kind: "deleted", text: "11", author: "Lan" },
      { kind: "inserted", text: "12", author: "Lan" },
    ]);
    expect(idsOf(imported)).toEqual(["import/deleted", "import/inserted"]);
    expect(imported.findings[0]?.found).toContain("Lan");
    expect(imported.lost).toEqual([]);
  });

  it("also where whole paragraphs were inserted or run together", async () => {
    const joined =
      paragraph("", '<w:rPr><w:del w:id="1" w:author="Lan"/></w:rPr>', typed("Kết nạp 12")) +
      paragraph("", "", typed(" đảng viên."));
    const imported = await take(typedReport({ body: joined }));
    expect(imported.document.body).toMatchObject([{ inlines: [{ text: "Kết nạp 12 đảng viên." }] }]);
  });

  it("comments and hidden words are kept beside the text", async () => {
    const comments = `<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="3" w:author="Sơn">${paragraph("Đối chiếu lại số liệu")}</w:comment></w:comments>`;
    const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`;
    const noted = justified(
      typed("Kết nạp 12 đảng viên."),
      '<w:r><w:commentReference w:id="3"/></w:r>',
      typed("Bản nháp cũ", "<w:vanish/>"),
    );
    const imported = await take(
      typedReport({ body: noted }, { "word/comments.xml": comments, "word/_rels/document.xml.rels": links }),
    );
    expect(imported.document.body).toMatchObject([{ inlines: [{ text: "Kết nạp 12 đảng viên." }] }]);
    expect(imported.annotations).toMatchObject([
      { kind: "comment", text: "Đối chiếu lại số liệu", author: "Sơn" },
      { kind: "hidden", text: "Bản nháp cũ" },
    ]);
  });
});

describe("fonts from before Unicode", () => {
  const inFont = (text: string, font: string): string =>
    run(text, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/><w:sz w:val="28"/>`);
  /** As typists of the nineties had it; nothing of these strings was made with our tables. */
  it.each([
    [".VnTime", "B¸o c¸o kÕt qu¶ thùc hiÖn nghÞ quyÕt cña §¶ng", "Báo cáo kết quả thực hiện nghị quyết của Đảng"],
    [".VnTimeH", "Céng hoµ x· héi chñ nghÜa viÖt nam", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["VNI-Times", "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    [
      "VNI-Times",
      "Uûy ban nhaân daân quyeát ñònh, töôùng ñöôïc kyõ thuaät, caên cöù ñaëc bieät, thaúng baèng traéng, laõnh ñaïo, lyù kyø kyû kî, vuï höõu döï, toå soá hoïp boàn loãi, gôïi môùi nôû côõ bôø, eùp beû meï keõ heø, leä neàn ñeå deã theá, ít gì bò mó tænh",
      "Ủy ban nhân dân quyết định, tướng được kỹ thuật, căn cứ đặc biệt, thẳng bằng trắng, lãnh đạo, lý kỳ kỷ kỵ, vụ hữu dự, tổ số họp bồn lỗi, gợi mới nở cỡ bờ, ép bẻ mẹ kẽ hè, lệ nền để dễ thế, ít gì bị mĩ tỉnh",
    ],
    ["VNI-Times", "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"],
  ])("%s is decoded, with a warning", async (font, text, unicode) => {
    const imported = await take(typedReport({ body: TYPED_REPORT.body + justified(inFont(`${text}.`, font)) }));
    expect(imported.document.body.at(-1)).toMatchObject({ inlines: [{ text: `${unicode}.` }] });
    const [warning] = imported.findings;
    expect(warning).toMatchObject({ id: "import/legacy-decoded", severity: "warning" });
  });

  it("that nobody keeps a table of are refused, with what to do", async () => {
    const outcome = await importDocx(typedReport({ body: justified(inFont("Baïo caïo", "VPS Times")) }));
    if (outcome.ok) throw new Error("read");
    expect(outcome.findings).toMatchObject([{ id: "import/legacy-unreadable", severity: "error" }]);
    expect(outcome.findings[0]?.remedy).toContain("UniKey");
  });

  it("are left alone where the text is Unicode in spite of the font", async () => {
    const imported = await take(typedReport({ body: justified(inFont("Kết quả đạt được.", ".VnTime")) }));
    expect(imported.document.body).toMatchObject([{ inlines: [{ text: "Kết quả đạt được." }] }]);
    expect(imported.findings).toEqual([]);
  });
});

describe("traits of other programs", () => {
  it("LibreOffice: styles by name, frames, page numbers in fields, soft page breaks", async () => {
    const framed = paragraph(
      "",
      '<w:pStyle w:val="Frame"/><w:framePr w:w="4000" w:hSpace="141" w:wrap="around"/>',
      typed("Số 12-BC/ĐU"),
    );
    const head = lines(...HEAD_LEFT.slice(0, 3)) + framed + lines(...HEAD_RIGHT);
    await expectReport(typedReport({ head }));
  });

  it("WPS: indents in characters, East Asian hints, its own boxes", async () => {
    const wps = run(
      "Có 14 quần chúng.",
      '<w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun"/><w:kern w:val="2"/><w:sz w:val="28"/>',
    );
    const bytes = typedReport({ body: paragraph("", '<w:ind w:firstLine="560" w:firstLineChars="200"/>', wps) });
    const reading = readForeignDocx(bytes, {});
    if (!reading.ok) throw new Error(reading.fault);
    const seen = reading.value.observed.paragraphs.find(({ component }) => component === "body");
    expect(seen?.formatting).toMatchObject({ size: 14, firstIndent: 9.9 });
    await expectReport(bytes);
  });

  it("old Word: smart tags, fields, soft and unbreakable hyphens, a footnote", async () => {
    const odd = justified(
      typed("Giai đoạn 2026"),
      "<w:r><w:noBreakHyphen/></w:r>",
      `<w:smartTag w:element="metricconverter">${typed("2030")}</w:smartTag>`,
      `<w:fldSimple w:instr="DOCPROPERTY X">${typed(" tại xã")}</w:fldSimple>`,
      "<w:r><w:softHyphen/></w:r>",
      typed("."),
    );
    const { document } = await expectReport(typedReport({ body: odd }));
    expect(document.body).toMatchObject([{ inlines: [{ text: "Giai đoạn 2026-2030 tại xã." }] }]);
  });

  it("a footnote where words alone can stand: its words in brackets behind what they explain, told as a change", async () => {
    const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const footnotes = [
      `<w:footnote w:id="2">${paragraph("", "", typed(" Các xã: Bản Mây, Nà Lùng."))}</w:footnote>`,
      `<w:footnote w:id="3">${paragraph("", "", typed("Theo số liệu của ngành."))}</w:footnote>`,
      `<w:footnote w:id="4">${paragraph("", "", typed("Nhận bản điện tử"))}</w:footnote>`,
    ].join("");
    const body = bodyOf({
      ...TYPED_REPORT,
      title:
        TYPED_REPORT.title +
        paragraph("", "", typed("Kính gửi:")) +
        paragraph("", '<w:ind w:left="2800"/>', typed("- Ban Thường vụ Tỉnh uỷ;")) +
        paragraph("", '<w:ind w:left="2800"/>', `${typed("- Đảng uỷ các xã biên giới")}${note(2)}${typed(".")}`),
      body: TYPED_REPORT.body.replace("đạt 93,3% kế hoạch.</w:t></w:r>", `đạt 93,3% kế hoạch.</w:t></w:r>${note(3)}`),
      closing: TYPED_REPORT.closing.replace(
        "- Các chi bộ trực thuộc,</w:t></w:r>",
        `- Các chi bộ trực thuộc,</w:t></w:r>${note(4)}`,
      ),
    });
    const { document, changes, lost, invented, annotations } = await take(makeDocx({ body, footnotes }));
    expect(document.addressees?.names).toEqual([
      ["Ban Thường vụ Tỉnh uỷ;"],
      ["Đảng uỷ các xã biên giới (Các xã: Bản Mây, Nà Lùng)."],
    ]);
    expect(document.recipients?.[1]).toEqual({
      kind: "recipient",
      lines: ["Các chi bộ trực thuộc (Nhận bản điện tử),"],
    });
    // a note of the text is a footnote as ever, the first one now
    expect(document.notes).toMatchObject([{ paragraphs: [[{ text: "Theo số liệu của ngành." }]] }]);
    expect(changes.filter(({ component }) => component.startsWith("Chú thích"))).toEqual([
      { component: "Chú thích ở Kính gửi", from: "Các xã: Bản Mây, Nà Lùng", to: "(Các xã: Bản Mây, Nà Lùng)" },
      { component: "Chú thích ở Nơi nhận", from: "Nhận bản điện tử", to: "(Nhận bản điện tử)" },
    ]);
    expect([...lost, ...invented, ...annotations]).toEqual([]);
  });

  it("a footnote at the very end of a numbered paragraph, of a list item, and before a line break", async () => {
    const note = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const footnotes = [2, 3, 4]
      .map((id) => `<w:footnote w:id="${id}">${paragraph("", "", typed(`Lời chú ${id}.`))}</w:footnote>`)
      .join("");
    const noted = [
      justified(typed("1. Đảng uỷ xã phân công từng đồng chí phụ trách chi bộ, hằng tháng dự sinh hoạt."), note(2)),
      justified(typed("- Chi bộ Nà Lùng;"), note(3)),
      justified(typed("Kết quả được báo cáo"), note(4), "<w:r><w:br/></w:r>", typed("trong tháng 6.")),
    ].join("");
    const { document, annotations } = await take(
      makeDocx({ body: bodyOf({ ...TYPED_REPORT, body: noted }), footnotes }),
    );
    expect(document.body).toMatchObject([
      { mark: { text: "1." }, inlines: [{ kind: "text" }, { kind: "noteMark", note: 1 }] },
      { mark: { text: "-" }, inlines: [{ text: "Chi bộ Nà Lùng;" }, { kind: "noteMark", note: 2 }] },
      { inlines: [{ text: "Kết quả được báo cáo" }, { kind: "noteMark", note: 3 }, { text: " trong tháng 6." }] },
    ]);
    expect(document.notes).toHaveLength(3);
    expect(annotations).toEqual([]);
  });

  it("text in columns without lines is printed without lines, a table as a table", async () => {
    const cells = columns(
      justified(typed("Thành phần: bí thư các chi bộ trực thuộc Đảng uỷ xã.")),
      justified(typed("Địa điểm: Hội trường Đảng uỷ xã.")),
    );
    const table = (properties: string): string => cells.replace("<w:tblPr/>", `<w:tblPr>${properties}</w:tblPr>`);
    const styles =
      '<w:style w:type="table" w:styleId="Luoi"><w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style>' +
      '<w:style w:type="table" w:styleId="Dong"><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>' +
      '<w:style w:type="table" w:styleId="Tron"><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="nil"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>';
    const bordersOf = async (inner: string) => {
      const body = bodyOf({ ...TYPED_REPORT, body: TYPED_REPORT.body + inner + justified(typed("Hết.")) });
      const { document } = await take(makeDocx({ body, styles }));
      const [found] = document.body.flatMap((block) => (block.kind === "table" ? [block.table] : []));
      return { document, borders: found?.borders };
    };
    for (const plain of ["", '<w:tblStyle w:val="Tron"/>', '<w:tblBorders><w:top w:val="nil"/></w:tblBorders>'])
      expect((await bordersOf(table(plain))).borders, plain).toBe("none");
    for (const lined of [
      '<w:tblStyle w:val="Luoi"/>',
      '<w:tblStyle w:val="Dong"/>',
      '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>',
    ])
      expect((await bordersOf(table(lined))).borders, lined).toBeUndefined();
    const { document } = await bordersOf(table(""));
    expect(writeDraft(document)).toContain("```bảng\nkhung: không\n");
    const { files } = await render({ document }, { formats: ["docx"], fonts: FONTS });
    const printed = await take(withoutModel(files[0]?.bytes ?? new Uint8Array()));
    expect(printed.document.body.at(-2)).toMatchObject({ kind: "table", table: { borders: "none" } });
  });

  it("space between paragraphs is the larger of what stands below and above, added only where a setting says so", () => {
    const spaced = (inner: string): number | undefined => {
      const settings = `<w:settings xmlns:w="w"><w:compat>${inner}</w:compat></w:settings>`;
      const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/></Relationships>`;
      const body = paragraph("", '<w:spacing w:before="100" w:after="120"/>', typed("Một đoạn văn."));
      const parts = { "word/settings.xml": settings, "word/_rels/document.xml.rels": links };
      const reading = readForeignDocx(typedReport({ body }, parts), {});
      if (!reading.ok) throw new Error(reading.fault);
      return reading.value.observed.paragraphs.find(({ component }) => component === "body")?.formatting.after;
    };
    expect(spaced("")).toBe(6);
    expect(spaced("<w:doNotUseHTMLParagraphAutoSpacing/>")).toBe(11);
    expect(spaced('<w:doNotUseHTMLParagraphAutoSpacing w:val="0"/>')).toBe(6);
  });

  it("lists that Word numbers: marks are read as they are shown, bullets as dashes", async () => {
    const level = (format: string, text: string, id: number): string =>
      `<w:lvl w:ilvl="${id}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="1">${level("upperRoman", "%1.", 0)}${level("decimal", "%2.", 1)}${level("lowerLetter", "%3)", 2)}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="2">${level("bullet", "-", 0)}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>';
    const item = (list: number, at: number, content: string): string =>
      paragraph(
        "",
        `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr><w:jc w:val="both"/>`,
        content,
      );
    const body =
      item(1, 0, bold("KẾT QUẢ")) +
      item(1, 1, bold("Tạo nguồn")) +
      item(1, 2, typed("Nội dung một;")) +
      item(1, 2, typed("Nội dung hai.")) +
      item(2, 0, typed("Chi bộ Nà Lùng.")) +
      item(1, 0, bold("PHƯƠNG HƯỚNG"));
    const bytes = makeDocx({ body: bodyOf({ ...TYPED_REPORT, body }), numbering });
    const { document } = await expectReport(bytes);
    expect(document.body).toMatchObject([
      { kind: "heading", mark: { form: "roman", text: "I." }, inlines: [{ text: "KẾT QUẢ" }] },
      { kind: "heading", mark: { form: "number", text: "1." }, inlines: [{ text: "Tạo nguồn" }] },
      { kind: "paragraph", mark: { form: "letter", text: "a)" }, inlines: [{ text: "Nội dung một;" }] },
      { kind: "paragraph", mark: { form: "letter", text: "b)" }, inlines: [{ text: "Nội dung hai." }] },
      { kind: "paragraph", mark: { form: "dash", text: "-" }, inlines: [{ text: "Chi bộ Nà Lùng." }] },
      { kind: "heading", mark: { form: "roman", text: "II." }, inlines: [{ text: "PHƯƠNG HƯỚNG" }] },
    ]);
  });

  it("pages are named only where Word left its own marks", async () => {
    const second = paragraph("", "", `<w:r><w:lastRenderedPageBreak/></w:r>${typed("Trang sau.")}`);
    const paged = await take(typedReport({ body: justified(typed("Trang đầu.")) + second }));
    const [first, last] = paged.document.body;
    expect(paged.places.of(first as object)).toMatchObject({ page: 1 });
    expect(paged.places.of(last as object)).toMatchObject({ page: 2, paragraph: 13, file: "thu.docx" });
    const unpaged = await take(typedReport());
    expect(unpaged.places.of(unpaged.document.body[0] as object)).not.toHaveProperty("page");
  });

  it("a picture, a chart and a drawing of shapes are told, for they are not taken over", async () => {
    const picture = paragraph("", "", '<w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r>');
    const chart = paragraph(
      "",
      "",
      '<w:r><w:drawing><a:graphicData><c:chart r:id="y"/></a:graphicData></w:drawing></w:r>',
    );
    const imported = await take(typedReport({ body: TYPED_REPORT.body + picture + chart }));
    expect(imported.findings).toMatchObject([{ id: "import/pictures" }]);
    expect(imported.findings[0]?.found).toContain("2");
  });
});

describe("what a hand-typed text lacks", () => {
  it("stays absent: no number, no date, no signer is made up", async () => {
    const head =
      sides(bold("ĐẢNG UỶ XÃ BẢN MÂY"), bold("ĐẢNG CỘNG SẢN VIỆT NAM")) +
      sides(typed("Số       -BC/ĐU"), typed("Bản Mây, ngày      tháng 5 năm 2026"));
    const closing =
      sides(typed("Nơi nhận:"), bold("T/M ĐẢNG UỶ")) + sides(typed("- Lưu Văn phòng Đảng uỷ."), typed("PHÓ BÍ THƯ"));
    const { document, findings, lost } = await take(typedReport({ head, closing }));
    expect(document.number).toEqual({ typeCode: "BC", bodyCode: "ĐU" });
    expect(document.date).toEqual({ month: 5, year: 2026 });
    expect(document.signatures).toEqual([{ lines: ["T/M ĐẢNG UỶ", "PHÓ BÍ THƯ"] }]);
    expect(lost).toEqual([]);
    expect(findings.filter(({ id }) => id === "import/missing").map(({ found }) => found)).toEqual([
      "Văn bản không có số văn bản.",
      "Văn bản không có ngày, tháng, năm ký.",
      "Văn bản không có họ và tên người ký.",
    ]);
  });

  it("a table without lines that holds one cell of words is layout", async () => {
    const inner = justified(bold("1. Tạo nguồn")) + justified(typed("Có 14 quần chúng."));
    const { document, lost } = await take(typedReport({ body: columns(inner) }));
    expect(document.body).toMatchObject([
      { kind: "heading", mark: { text: "1." } },
      { kind: "paragraph", inlines: [{ text: "Có 14 quần chúng." }] },
    ]);
    expect(lost).toEqual([]);
  });

  it("the name of the body alone is a signature without a signer", async () => {
    const closing =
      columns(blank, lines("VĂN PHÒNG ĐẢNG UỶ")) + centred(bold("PHỤ LỤC 1")) + centred(bold("DANH SÁCH"));
    const { document, findings } = await take(typedReport({ closing }));
    expect(document.signatures).toEqual([{ lines: ["VĂN PHÒNG ĐẢNG UỶ"] }]);
    expect(document.annexes).toMatchObject([{ label: "PHỤ LỤC 1" }]);
    expect(findings.map(({ found }) => found)).toContain("Văn bản không có họ và tên người ký.");
  });

  it("a typed tab before the first word is an indent that is not measured", () => {
    const reading = readForeignDocx(typedReport({ body: paragraph("", "", TAB + typed("Mở đầu.")) }), {});
    if (!reading.ok) throw new Error(reading.fault);
    const seen = reading.value.observed.paragraphs.find(({ quote }) => quote === "Mở đầu.");
    expect(seen?.formatting).not.toHaveProperty("firstIndent");
  });
});
