import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { StyledDocument } from "../src/layout/styled.js";
import { readEmbeddedModel, readVisibleText, writeDocx } from "../src/writers/docx/index.js";
import { visibleTextOf } from "../src/writers/docx/visible-text.js";
import { escapeXml, scanXml, unescapeXml } from "../src/writers/docx/xml-scan.js";
import { bodyText, cell, document, fullSample, paragraph, row, section, table } from "./writer-docx-sample.js";

const CREATED = new Date("2026-06-05T00:00:00Z");
const write = (styled: StyledDocument, model?: unknown) => writeDocx(styled, { created: CREATED, model });

/** The file with one part changed. */
function edit(bytes: Uint8Array, path: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[path] ?? new Uint8Array());
  const after = change(before);
  expect(after).not.toBe(before);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

describe("the visible text", () => {
  it("has every paragraph in order, with marks as printed and without page numbers", async () => {
    const text = readVisibleText(await write(fullSample()));
    expect(text.slice(0, 8)).toEqual([
      "ĐẢNG BỘ TỈNH HÀ TRUNG",
      "ĐẢNG UỶ PHƯỜNG SÔNG KIM",
      "*",
      "Số 12-KH/ĐU",
      "ĐẢNG CỘNG SẢN VIỆT NAM",
      "Sông Kim, ngày 05 tháng 6 năm 2026",
      "KẾ HOẠCH",
      "-----",
    ]);
    expect(text[9]).toBe(
      "Năm 2026, toàn đảng bộ có 1.054 đảng viên(1), trong đó đảng viên dự bị chiếm tỉ lệ 3,5%; so với 1.054 của kỳ trước, số liệu không đổi.",
    );
    expect(text.slice(-5)).toEqual([
      "(1) Số liệu đến ngày 31/5/2026, không tính đảng viên chuyển sinh hoạt tạm thời.",
      "(2) Quy định số 07-QĐ/ĐU, ngày 02/3/2026.",
      "Thay thế Quy định số 03-QĐ/ĐU.",
      "LƯU HÀNH NỘI BỘ",
      "Số điện thoại: 0200 000 000",
    ]);
  });

  it("is what was written, whatever the characters", async () => {
    const line = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
    // what a document's text can hold: no control characters, no lone surrogates, something to see
    const visible = line.filter((each) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(each) && each.trim() !== "");
    await fc.assert(
      fc.asyncProperty(fc.array(visible, { minLength: 1, maxLength: 5 }), async (lines) => {
        const styled = document([section(lines.map((each) => paragraph("Body", each)))]);
        expect(readVisibleText(await write(styled))).toEqual(lines.map((each) => each.normalize("NFC")));
      }),
      { numRuns: 40 },
    );
  });

  it("leaves out what is not printed", () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`;
    const t = (value: string) => `<w:t>${value}</w:t>`;
    const field = (code: string, result: string) =>
      `${run('<w:fldChar w:fldCharType="begin"/>')}${run(`<w:instrText> ${code} </w:instrText>`)}${run('<w:fldChar w:fldCharType="separate"/>')}${run(t(result))}${run('<w:fldChar w:fldCharType="end"/>')}`;
    const body = [
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run(t("a"))}<w:del>${run("<w:delText>x</w:delText>")}</w:del><w:ins>${run(t("b"))}</w:ins></w:p>`,
      `<w:p>${run(`<w:rPr><w:vanish/></w:rPr>${t("ẩn")}`)}${run(t("c"))}${run(`<w:rPr><w:vanish w:val="0"/></w:rPr>${t("d")}`)}</w:p>`,
      `<w:p>${field("PAGE", "3")}${field("REF x", "Điểm 2")}<w:fldSimple w:instr="NUMPAGES">${run(t("9"))}</w:fldSimple></w:p>`,
      `<w:p><mc:AlternateContent><mc:Choice>${run(t("hộp"))}</mc:Choice><mc:Fallback>${run(t("hộp"))}</mc:Fallback></mc:AlternateContent></w:p>`,
      `<w:p>${run(`<w:tab/>${t("e &amp; &#x1EC7;")}<w:br/><w:br w:type="page"/><w:noBreakHyphen/>`)}</w:p>`,
      "<w:p/><w:p><w:r><w:t xml:space='preserve'>  </w:t></w:r></w:p><!-- <w:p><w:r><w:t>x</w:t></w:r></w:p> -->",
    ].join("");
    const parts = (prefix: string) =>
      new Map([
        [
          "word/document.xml",
          `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
            .replace(/(<\/?|\s)w:/gu, `$1${prefix}:`)
            .replace("xmlns:w", `xmlns:${prefix}`),
        ],
      ]);
    const expected = ["ab", "cd", "Điểm 2", "hộp", "\te & ệ\n\u2011"];
    expect(visibleTextOf(parts("w")).body).toEqual(expected);
    expect(visibleTextOf(parts("ns0")).body).toEqual(expected);
  });
});

describe("the embedded model", () => {
  const model = { type: "ke-hoach", body: [{ text: 'a < b & "c" ]]> \u0001\ufffe 𝒳 \ud800' }], none: null };

  it("comes back as it was, in a file that nobody edited", async () => {
    expect(readEmbeddedModel(await write(fullSample(), model))).toEqual({ model, intact: true });
  });

  it("comes back whatever it is", async () => {
    const styled = document([section(bodyText(1))]);
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (drawn) => {
        // JSON has no -0
        const value: unknown = JSON.parse(JSON.stringify(drawn));
        expect(readEmbeddedModel(await write(styled, value))).toEqual({ model: value, intact: true });
      }),
      { numRuns: 40 },
    );
  });

  it("is not intact after an edit of the text, anywhere", async () => {
    const bytes = await write(fullSample(), model);
    const edits: [string, string, string][] = [
      ["word/document.xml", "Tổ chức thực hiện", "Tổ chức  thực hiện"],
      ["word/document.xml", "Chỉ tiêu", "Chỉ tiêu 2"],
      ["word/footnotes.xml", "31/5/2026", "30/5/2026"],
      ["word/header2.xml", "LƯU HÀNH NỘI BỘ", ""],
      ["word/footer1.xml", "0200 000 000", "0200 000 001"],
    ];
    for (const [path, from, to] of edits) {
      expect(readEmbeddedModel(edit(bytes, path, (xml) => xml.replace(from, to)))).toEqual({ model, intact: false });
    }
  });

  it("stays intact when only the formatting changes", async () => {
    const bytes = await write(fullSample(), model);
    const bold = edit(bytes, "word/document.xml", (xml) =>
      xml.replace("<w:r><w:t ", "<w:r><w:rPr><w:b/></w:rPr><w:t "),
    );
    expect(readEmbeddedModel(bold)?.intact).toBe(true);
    const split = edit(bold, "word/document.xml", (xml) =>
      xml.replace("Tổ chức thực hiện", 'Tổ chức</w:t></w:r><w:r><w:t xml:space="preserve"> thực hiện'),
    );
    expect(readEmbeddedModel(split)?.intact).toBe(true);
  });

  it("is not intact when a cell's text moves to its neighbour", async () => {
    const at = (a: string, b: string) =>
      document([section([table([99, 99], [row([cell([paragraph("Body", a)]), cell([paragraph("Body", b)])])])])]);
    const hashOf = async (styled: StyledDocument) =>
      /textHash="([^"]+)"/u.exec(
        strFromU8(unzipSync(await write(styled, 1))["customXml/item1.xml"] ?? new Uint8Array()),
      )?.[1];
    expect(await hashOf(at("1", "23"))).not.toBe(await hashOf(at("12", "3")));
  });

  it("is not there in a file without one, of another version, or broken", async () => {
    const styled = document([section(bodyText(1))]);
    expect(readEmbeddedModel(await write(styled))).toBeUndefined();
    const bytes = await write(styled, model);
    expect(
      readEmbeddedModel(edit(bytes, "customXml/item1.xml", (xml) => xml.replace('version="1" ', 'version="2" '))),
    ).toBeUndefined();
    expect(readEmbeddedModel(edit(bytes, "customXml/item1.xml", (xml) => xml.replace("{", "{{")))).toBeUndefined();
    expect(
      readEmbeddedModel(
        edit(bytes, "word/_rels/document.xml.rels", (xml) =>
          xml.replace("../customXml/item1.xml", "../customXml/item9.xml"),
        ),
      ),
    ).toBeUndefined();
  });

  it("refuses what is no package", () => {
    expect(() => readEmbeddedModel(new Uint8Array([1, 2, 3]))).toThrow();
    expect(() => readVisibleText(zipSync({ "a.txt": strToU8("a") }))).toThrow("word/document.xml");
  });
});

describe("scanning XML", () => {
  it("undoes escaping", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (value) => unescapeXml(escapeXml(value)) === value));
    expect(unescapeXml("&#x110;&#273;&unknown;&#x110000;&amp;lt;")).toBe("Đđ&unknown;&#x110000;&lt;");
  });

  it("reports elements, attributes and texts in order", () => {
    const seen: string[] = [];
    scanXml(`<?xml version="1.0"?><!DOCTYPE a><a x:b='1>"' c="&lt;2"><d/>t&amp;<![CDATA[<u>]]><!-- <e> --></a >`, {
      start: (name, attribute) => seen.push(`${name} ${attribute("b")} ${attribute("c")} ${attribute("x")}`),
      text: (text) => seen.push(text),
      end: (name) => seen.push(`/${name}`),
    });
    expect(seen).toEqual(['a 1>" <2 undefined', "d undefined undefined undefined", "/d", "t&", "<u>", "/a"]);
  });

  it("stops where the text is cut off", () => {
    const names: string[] = [];
    scanXml('<a><b c="', { start: (name) => names.push(name), text: () => {}, end: () => {} });
    expect(names).toEqual(["a"]);
  });
});
