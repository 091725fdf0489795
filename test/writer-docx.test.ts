import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { StyledDocument, StyledInline, StyledParagraph } from "../src/layout/styled.js";
import { bookmarkName } from "../src/writers/docx/bookmarks.js";
import { COMPATIBILITY_MODE, writeDocx } from "../src/writers/docx/index.js";
import {
  bodyText,
  cell,
  document,
  fullSample,
  heading,
  paragraph,
  picture,
  row,
  section,
  TEXT_WIDTH,
  table,
  text,
} from "./writer-docx-sample.js";

const CREATED = new Date("2026-06-05T01:02:03Z");

async function partsOf(styled: StyledDocument): Promise<(path: string) => string> {
  const parts = unzipSync(await writeDocx(styled, { created: CREATED }));
  return (path) => strFromU8(parts[path] ?? new Uint8Array());
}

const bodyOf = async (styled: StyledDocument): Promise<string> => (await partsOf(styled))("word/document.xml");

/** The paragraphs of a story, properties and all; those in cells too, without nesting. */
const paragraphs = (xml: string): string[] => xml.match(/<w:p>.*?<\/w:p>|<w:p\/>/gsu) ?? [];
const propertiesOf = (xml: string): string => /<w:pPr>.*?<\/w:pPr>/su.exec(xml)?.[0] ?? "";

async function written(...content: StyledParagraph[]): Promise<string[]> {
  return paragraphs(await bodyOf(document([section(content)])));
}

describe("paragraphs", () => {
  it("name their style and nothing that the style says already", async () => {
    const [plain] = await written(paragraph("Body", "Một đoạn văn."));
    expect(propertiesOf(plain ?? "")).toBe('<w:pPr><w:pStyle w:val="Body"/></w:pPr>');
    expect(plain).toContain('<w:r><w:t xml:space="preserve">Một đoạn văn.</w:t></w:r>');
  });

  it("state what differs from the style, each value with its rule", async () => {
    const [odd] = await written(
      paragraph("Body", "x", { before: 12, firstIndent: -14.2, left: 14.2, line: { rule: "auto", value: 1.5 } }),
    );
    expect(odd).toContain('<w:spacing w:before="240" w:line="360" w:lineRule="auto"/>');
    expect(odd).toContain('<w:ind w:left="284" w:hanging="284"/>');
  });

  it("state the rule again when only the value of the line differs", async () => {
    const [exact] = await written(paragraph("Body", "x", { line: { rule: "exact", value: 20 } }));
    expect(exact).toContain('<w:spacing w:line="400" w:lineRule="exact"/>');
  });

  it("undo a hanging indent and the emphasis of their style", async () => {
    const [flush] = await written(paragraph("Recipient", "x", { firstIndent: 0 }));
    expect(flush).toContain('<w:ind w:firstLine="0"/>');
    const [light] = await written(
      paragraph("NumberHeading", [{ kind: "text", text: "nhẹ", size: 14 }], { keepNext: false, keepLines: false }),
    );
    expect(light).toContain('<w:b w:val="false"/>');
    expect(light).toContain('<w:keepNext w:val="false"/>');
  });

  it("keep the height of an empty paragraph in its mark", async () => {
    const [empty] = await written(paragraph("Body", "", { markSize: 4, line: { rule: "exact", value: 4 } }));
    expect(empty).toContain('<w:rPr><w:sz w:val="8"/><w:szCs w:val="8"/></w:rPr></w:pPr>');
  });

  it("draw border lines in eighths of a point", async () => {
    const line = { width: 0.75, space: 1 };
    const [ruled, boxed] = await written(
      paragraph("Centred", "", { borderTop: line }),
      paragraph("Centred", "KHẨN", { box: { width: 1, space: 3.5 } }),
    );
    expect(ruled).toContain('<w:pBdr><w:top w:val="single" w:color="000000" w:sz="6" w:space="1"/></w:pBdr>');
    expect(
      boxed?.match(/<w:(?:top|bottom|left|right) w:val="single" w:color="000000" w:sz="8" w:space="4"\/>/gu),
    ).toHaveLength(4);
  });

  it("write the looks of runs", async () => {
    const look = { bold: true, italic: true, underline: true, superscript: true, color: "FF0000", size: 12 };
    const [styled] = await written(paragraph("Body", [{ kind: "text", text: "x", ...look }]));
    for (const property of ["<w:b/>", "<w:i/>", '<w:u w:val="single"/>', '<w:vertAlign w:val="superscript"/>']) {
      expect(styled).toContain(property);
    }
    expect(styled).toContain('<w:color w:val="FF0000"/>');
    expect(styled).toContain('<w:sz w:val="24"/>');
  });

  it("drop characters that XML forbids", async () => {
    const [clean] = await written(paragraph("Body", "a\u0007b\u0000c"));
    expect(clean).toContain(">abc<");
  });
});

describe("styles", () => {
  it("are the office's own, with Vietnamese names, based on Normal", async () => {
    const styles = (await partsOf(document([section([heading("1. Một")])])))("word/styles.xml");
    expect(styles).toContain(
      'w:styleId="NumberHeading"><w:name w:val="Đề mục số"/><w:basedOn w:val="Normal"/><w:qFormat/>',
    );
    expect(styles).toContain('<w:outlineLvl w:val="1"/>');
    expect(styles).not.toContain("heading 1");
    expect(styles).not.toContain("w:kern");
    expect(styles.match(/<w:style /gu)?.length).toBe(styles.match(/<\/w:style>/gu)?.length);
  });

  it("set the font for all scripts and the language in the defaults", async () => {
    const styles = (await partsOf(document([section(bodyText(1))])))("word/styles.xml");
    const defaults = /<w:rPrDefault>.*?<\/w:rPrDefault>/su.exec(styles)?.[0] ?? "";
    for (const script of ["ascii", "hAnsi", "cs", "eastAsia"])
      expect(defaults).toContain(`w:${script}="Times New Roman"`);
    expect(defaults).toContain('<w:lang w:val="vi-VN"');
  });

  it("give footnotes and page numbers Word's own styles with the look of the declared ones", async () => {
    const base = document(
      [section([paragraph("Body", [text("Body", "x"), { kind: "noteMark", note: 1, text: "1", size: 14 }])])],
      [
        {
          note: 1,
          markText: "1",
          markSize: 10,
          paragraphs: [paragraph("FootnoteText", "Chú thích.", { style: "VbFootnote" })],
        },
      ],
    );
    const styles = base.styles.map((style) =>
      style.id === "FootnoteText" ? { ...style, id: "VbFootnote", name: "VB Chú thích" } : style,
    );
    const part = await partsOf({ ...base, styles });
    expect(part("word/styles.xml")).toContain(
      'w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:aliases w:val="VB Chú thích"/>',
    );
    expect(part("word/styles.xml")).not.toContain("VbFootnote");
    expect(part("word/footnotes.xml")).toContain('<w:pStyle w:val="FootnoteText"/>');
  });

  it("have no comma in their names, which would begin an alias", async () => {
    const base = document([section(bodyText(1))]);
    const styles = base.styles.map((style) =>
      style.id === "Body" ? { ...style, name: "Địa danh, ngày tháng" } : style,
    );
    const xml = (await partsOf({ ...base, styles }))("word/styles.xml");
    expect(xml).toContain('<w:name w:val="Địa danh – ngày tháng"/>');
  });

  it("give a paragraph of an unknown style all its properties", async () => {
    const [lost] = await written(paragraph("Body", "x", { style: "Lost", after: 3 }));
    expect(lost).not.toContain("w:pStyle");
    expect(lost).toContain('<w:jc w:val="both"/>');
    expect(lost).toContain('<w:spacing w:after="60" w:line="360" w:lineRule="exact"/>');
  });

  it("take a paragraph that is no heading out of the outline, and put one that is into it", async () => {
    const [out, into] = await written(
      paragraph("NumberHeading", "x"),
      paragraph("Body", "Điều 1", { structure: { kind: "heading", level: 3, title: "Điều 1" } }),
    );
    expect(out).toContain('<w:outlineLvl w:val="9"/>');
    expect(into).toContain('<w:outlineLvl w:val="2"/>');
  });
});

describe("footnotes", () => {
  const mark = (note: number, printed = `(${note})`): StyledInline => ({
    kind: "noteMark",
    note,
    text: printed,
    size: 14,
  });
  const note = (number: number, markText = `(${number})`) => ({
    note: number,
    markText,
    markSize: 11,
    paragraphs: [paragraph("FootnoteText", `Chú thích ${number}.`)],
  });
  const withNotes = (inlines: readonly StyledInline[], ...notes: ReturnType<typeof note>[]) =>
    document([section([paragraph("Body", inlines)])], notes);

  it("put the brackets in raised runs around the number, in the text and before the note", async () => {
    const part = await partsOf(withNotes([text("Body", "a"), mark(1)], note(1)));
    const raised = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';
    const open = `${raised}<w:t xml:space="preserve">(</w:t></w:r>`;
    const close = `${raised}<w:t xml:space="preserve">)</w:t></w:r>`;
    expect(part("word/document.xml")).toContain(`${open}${raised}<w:footnoteReference w:id="1"/></w:r>${close}`);
    expect(part("word/footnotes.xml")).toContain(
      `${open}${raised}<w:footnoteRef/></w:r>${close}<w:r><w:t xml:space="preserve"> </w:t></w:r><w:r><w:t xml:space="preserve">Chú thích 1.`,
    );
  });

  it("write a plain number without brackets", async () => {
    const part = await partsOf(withNotes([text("Body", "a"), mark(1, "1")], note(1, "1")));
    expect(part("word/document.xml")).not.toContain(">(<");
    expect(part("word/footnotes.xml")).not.toContain(">(<");
  });

  it("hold the notes that are referred to, in the order of their marks, once each", async () => {
    const inlines = [mark(2), text("Body", "a"), mark(1), mark(2), mark(9)];
    const part = await partsOf(withNotes(inlines, note(1), note(2), note(3)));
    const notes = part("word/footnotes.xml");
    expect(notes.match(/Chú thích \d/gu)).toEqual(["Chú thích 2", "Chú thích 1"]);
    expect(part("word/document.xml").match(/<w:footnoteReference /gu)).toHaveLength(2);
    expect(part("word/document.xml")).toContain(">(9)<");
  });
});

describe("bound figures", () => {
  const figure = (value: string, binding: string): StyledInline => ({ kind: "text", text: value, size: 14, binding });

  it("stand in bookmarks named after their path, numbered by repeat", async () => {
    const path = "vt:C02/tinh/2026-nam";
    const xml = await bodyOf(
      document([
        section([
          paragraph("Body", [
            figure("1.054", path),
            text("Body", " và "),
            figure("12", "vt:C03/tinh/2026-nam"),
            figure("1.054", path),
          ]),
        ]),
      ]),
    );
    const names = [
      ...xml.matchAll(
        /<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"|<w:bookmarkStart w:name="([^"]+)" w:id="(\d+)"/gu,
      ),
    ];
    expect(names.map((match) => match[2] ?? match[3])).toEqual([
      bookmarkName(path, 1),
      bookmarkName("vt:C03/tinh/2026-nam", 1),
      bookmarkName(path, 2),
    ]);
    expect(xml).toMatch(
      /<w:bookmarkStart [^>]*\/><w:r><w:t xml:space="preserve">1\.054<\/w:t><\/w:r><w:bookmarkEnd w:id="1"\/>/u,
    );
  });

  it("have names that Word accepts", () => {
    for (const n of [1, 99_999])
      expect(bookmarkName("vt:ĐB.7/phường Sông Kim/2026-Q1/lũy-kế", n)).toMatch(/^vt_[0-9a-f]{10}_\d+$/u);
    expect(bookmarkName("x".repeat(500), 99_999).length).toBeLessThanOrEqual(40);
  });
});

describe("tables", () => {
  const plain = (value: string) => cell([paragraph("Centred", value)]);

  it("state their widths and bring their edge back to the margin", async () => {
    const xml = await bodyOf(
      document([section([table([100, 353.55], [row([plain("a"), plain("b")])]), paragraph("Body", "x")])]),
    );
    expect(xml).toContain('<w:tblW w:type="dxa" w:w="9071"/>');
    expect(xml).toContain('<w:tblInd w:type="dxa" w:w="108"/>');
    expect(xml).toContain('<w:tblLayout w:type="fixed"/>');
    expect(xml).toContain('<w:gridCol w:w="2000"/><w:gridCol w:w="7071"/>');
    expect(xml).toContain("<w:cantSplit/>");
  });

  it("draw all borders or none", async () => {
    const one = async (border: number) =>
      bodyOf(document([section([table([100], [row([plain("a")])], { border }), paragraph("Body", "x")])]));
    expect(await one(0)).not.toContain('w:val="single"');
    expect(
      (await one(0.5)).match(
        /<w:(?:top|bottom|left|right|insideH|insideV) w:val="single" w:color="000000" w:sz="4"\/>/gu,
      ),
    ).toHaveLength(6);
  });

  it("merge cells across and down, in any mixture", async () => {
    const merged = table(
      [50, 60, 70, 80],
      [
        row(
          [
            cell([paragraph("Centred", "A")], { rowSpan: 3 }),
            cell([paragraph("Centred", "B")], { colSpan: 2 }),
            plain("C"),
          ],
          { header: true },
        ),
        row([cell([paragraph("Centred", "D")], { colSpan: 2, rowSpan: 2 }), plain("E")], { header: true }),
        row([plain("F")]),
        row([plain("G"), plain("H"), plain("I"), plain("K")]),
      ],
    );
    const xml = await bodyOf(document([section([merged, paragraph("Body", "x")])]));
    const rows = (xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? []).map((each) =>
      (each.match(/<w:tc>.*?<\/w:tc>/gsu) ?? []).map((tc) => {
        const width = /<w:tcW w:type="dxa" w:w="(\d+)"/u.exec(tc)?.[1];
        const span = /<w:gridSpan w:val="(\d+)"/u.exec(tc)?.[1] ?? "1";
        const merge = /<w:vMerge w:val="(\w+)"/u.exec(tc)?.[1] ?? "-";
        return `${width}/${span}/${merge}/${/<w:t [^>]*>(.*?)<\/w:t>/u.exec(tc)?.[1] ?? ""}`;
      }),
    );
    expect(rows).toEqual([
      ["1000/1/restart/A", "2600/2/-/B", "1600/1/-/C"],
      ["1000/1/continue/", "2600/2/restart/D", "1600/1/-/E"],
      ["1000/1/continue/", "2600/2/continue/", "1600/1/-/F"],
      ["1000/1/-/G", "1200/1/-/H", "1400/1/-/I", "1600/1/-/K"],
    ]);
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(2);
  });

  it("end cells and sections in a paragraph, and do not indent a table in a cell", async () => {
    const inner = table([40, 40], [row([plain("a"), plain("b")])]);
    const xml = await bodyOf(
      document([section([table([TEXT_WIDTH], [row([cell([paragraph("Centred", "x"), inner])])])])]),
    );
    expect(xml).toMatch(/<\/w:tbl><w:p><w:pPr>[^/]*w:line="20" w:lineRule="exact"/u);
    expect(xml).toMatch(/<\/w:tbl><w:p>(?:(?!<\/w:p>).)*<\/w:p><\/w:tc>/su);
    expect(xml).toMatch(/<\/w:tbl><w:p>(?:(?!<\/w:p>).)*<\/w:p><w:sectPr>/su);
    expect(xml.match(/<w:tblInd /gu)).toHaveLength(1);
  });
});

describe("sections", () => {
  it("number their pages, from the second on, from their own first number", async () => {
    const part = await partsOf(document([section(bodyText(1)), section(bodyText(1), { firstPageNumber: 7 })]));
    const [first, second] = part("word/document.xml").match(/<w:sectPr>.*?<\/w:sectPr>/gsu) ?? [];
    expect(first).toContain("<w:titlePg/>");
    expect(first).toContain('w:start="1"');
    expect(second).toContain('w:start="7"');
    expect(part("word/header1.xml")).toContain("PAGE");
    expect(part("word/header2.xml")).not.toContain("PAGE");
  });

  it("lie across where the page does", async () => {
    const wide = section(bodyText(1), { width: 841.9, height: 595.3, orientation: "landscape" });
    const xml = await bodyOf(document([section(bodyText(1)), wide]));
    expect(xml.match(/<w:pgSz [^>]*>/gu)?.[0]).toMatch(/w:w="11906" w:h="16838"/u);
    expect(xml.match(/<w:pgSz [^>]*>/gu)?.[1]).toMatch(/w:w="16838" w:h="11906" w:orient="landscape"/u);
  });

  it("mirror margins only for sheets printed on both sides", async () => {
    const one = await partsOf(document([section(bodyText(1))]));
    const both = await partsOf(document([section(bodyText(1), { mirrored: true })]));
    expect(one("word/settings.xml")).not.toContain("mirrorMargins");
    expect(both("word/settings.xml")).toContain("<w:mirrorMargins/>");
  });

  it("have first-page footers of their own once one section has", async () => {
    const foot = [paragraph("Centred", "Điện thoại: 0200 000 000")];
    const part = await partsOf(document([section(bodyText(1), { firstPageFoot: foot }), section(bodyText(1))]));
    expect(part("word/document.xml").match(/<w:footerReference [^>]*w:type="first"/gu)).toHaveLength(2);
    expect(part("word/footer1.xml")).toContain("Điện thoại");
    expect(part("word/footer2.xml")).not.toContain("Điện thoại");
  });

  it("hang the notice of the last page in a frame before their last, empty paragraph", async () => {
    const notice = paragraph("Centred", "Không phổ biến");
    const ending = table([100], [row([cell([paragraph("Centred", "a")])])]);
    for (const blocks of [
      bodyText(1),
      [ending],
      [...bodyText(1), paragraph("Body", "", { line: { rule: "exact", value: 1 } })],
    ]) {
      const xml = await bodyOf(document([section(blocks, { lastPageFoot: [notice] })]));
      const all = paragraphs(xml);
      expect(all.at(-2)).toContain('<w:framePr w:w="9071"');
      expect(all.at(-2)).toContain('w:vAnchor="page"');
      expect(all.at(-1)).not.toContain("<w:t ");
      expect(all.at(-1)).not.toContain("framePr");
    }
  });

  it("place the notice's lower edge by the distance from the page's edge", async () => {
    const notice = paragraph("Centred", "Không phổ biến", { line: { rule: "exact", value: 15 } });
    const xml = await bodyOf(document([section(bodyText(1), { lastPageFoot: [notice] })]));
    expect(/<w:framePr [^>]*w:y="(\d+)"/u.exec(xml)?.[1]).toBe(String(Math.round((841.9 - 28.35 - 15) * 20)));
  });
});

describe("the file", () => {
  it("is in the compatibility mode in which readers agree", async () => {
    expect(COMPATIBILITY_MODE).toBe(14);
    const settings = (await partsOf(fullSample()))("word/settings.xml");
    expect(settings).toContain('w:name="compatibilityMode"');
    expect(settings).toMatch(/<w:compatSetting [^>]*w:val="14"/u);
  });

  it("names no person, and the dates it was given", async () => {
    const parts = unzipSync(
      await writeDocx(fullSample(), { created: CREATED, title: "Tên", subject: "Việc", keywords: "a, b" }),
    );
    const core = strFromU8(parts["docProps/core.xml"] ?? new Uint8Array());
    expect(core).toContain("<dc:title>Tên</dc:title><dc:subject>Việc</dc:subject><dc:creator>vanthu</dc:creator>");
    expect(core).toContain("<cp:keywords>a, b</cp:keywords>");
    expect(core.match(/2026-06-05T01:02:03Z/gu)).toHaveLength(2);
    expect(Object.keys(parts).join()).not.toMatch(/comments|people/u);
  });

  it("shows images with their description", async () => {
    const xml = await bodyOf(document([section([paragraph("Centred", [picture()])])]));
    expect(xml).toContain('descr="Chữ ký mẫu"');
    expect(xml).toContain('<wp:extent cx="1143000" cy="571500"/>');
  });
});
