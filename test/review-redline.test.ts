/** Redlines: all changes accepted give the new text, all rejected the old one. LibreOffice says the same in the interop tests. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { compareFlows } from "../src/review/compare/compare-flows.js";
import { makeRedline, redline } from "../src/review/redline/redline.js";
import { BODY, baseVersion, documentOf, docxFlow, docxOf } from "./review.sample.js";
import { REDLINED, redlinedVersion } from "./review-redline.sample.js";

const PARTS = ["word/document.xml", "word/footnotes.xml"];

function withXml(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const name of PARTS) {
    const part = parts[name];
    if (part !== undefined) parts[name] = strToU8(change(strFromU8(part)));
  }
  return zipSync(parts);
}

/** What was put in is taken out and the other way round: a reader that shows accepted changes then shows rejected ones. */
const exchanged = (xml: string): string =>
  xml
    .replaceAll(/<(\/?)w:(ins|del)\b/gu, (_, end, name) => `<${end}w:${name === "ins" ? "del" : "ins"}`)
    .replaceAll("w:delText", "w:t");

function made(old: Uint8Array, neu: Uint8Array): Uint8Array {
  const file = redline(old, neu);
  if (typeof file === "string") throw new Error(file);
  return file;
}

const TRACKED = /<w:(?:ins|del) /u;
const xmlOf = (bytes: Uint8Array, part = "word/document.xml"): string =>
  strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());
const changesBetween = (one: Uint8Array, other: Uint8Array) =>
  compareFlows(docxFlow(one), docxFlow(other), { ignoreLayout: true }).changes;

describe.each(Object.keys(REDLINED))("the redline of %s", (name) => {
  it("holds both versions", async () => {
    const [old, neu] = [await docxOf(await baseVersion()), await docxOf(await redlinedVersion(name))];
    for (const [from, to] of [
      [old, neu],
      [neu, old],
    ] as const) {
      const file = made(from, to);
      expect(PARTS.some((part) => TRACKED.test(xmlOf(file, part)))).toBe(true);
      expect(xmlOf(file).includes("<w:move")).toBe(false);
      expect(changesBetween(to, file)).toEqual([]);
      expect(changesBetween(from, withXml(file, exchanged))).toEqual([]);
      expect(made(from, to)).toEqual(file);
    }
  });
});

describe("a note that was taken out", () => {
  it("is struck, and looks as it did", async () => {
    const two = `${BODY.replace("đạt 52,5% kế hoạch năm", "đạt 52,5% kế hoạch năm[^2]")}\n[^2]: Theo kế hoạch đã giao.\n`;
    const one = two.replace("[^1].", ".").replace(/^\[\^1\]:.*\n/mu, "");
    const [old, neu] = await Promise.all([two, one].map(async (body) => docxOf({ document: await documentOf(body) })));
    if (old === undefined || neu === undefined) throw new Error("no file");
    const notes = xmlOf(made(old, neu), "word/footnotes.xml");
    const note = notes.slice(notes.lastIndexOf("<w:footnote "));
    expect(note).toMatch(/<w:p><w:pPr><w:pStyle w:val="FootnoteText"\/><\/w:pPr>/u);
    expect(note).toMatch(
      /<w:delText xml:space="preserve">\(<.*<w:footnoteRef\/>.*<w:delText xml:space="preserve">\)</u,
    );
    expect(note).toContain("Số liệu của cơ quan thuế tính đến ngày 15/5/2026.</w:delText>");
    expect(note).not.toContain("<w:t ");
  });
});

/** Word files of real offices, where they are at hand. */
const REAL = new URL("../../shared/real/", import.meta.url).pathname;
const realFiles = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith(".docx")) : [];

describe.skipIf(realFiles.length === 0)("the redline of two real files that have nothing in common", () => {
  const pairs = realFiles.map((name, index) => [name, realFiles[(index + 1) % realFiles.length] ?? name] as const);
  it.each(pairs.filter((_, index) => index % 3 === 0))("%s, %s", (oldName, newName) => {
    const [old, neu] = [readFileSync(join(REAL, oldName)), readFileSync(join(REAL, newName))];
    const file = made(old, neu);
    expect(changesBetween(neu, file)).toEqual([]);
    expect(changesBetween(old, withXml(file, exchanged))).toEqual([]);
  });
});

describe("a redline", () => {
  it("of equal versions is the new one", async () => {
    const bytes = await docxOf(await baseVersion());
    expect(xmlOf(made(bytes, bytes))).toBe(xmlOf(bytes));
  });

  it("marks a changed figure and nothing around it", async () => {
    const old = await docxOf(await baseVersion());
    const neu = withXml(old, (xml) => xml.replace("6.480 lao", "6.408 lao"));
    const xml = xmlOf(made(old, neu));
    expect(xml.match(/<w:del /gu)).toHaveLength(1);
    expect(xml).toMatch(/<w:del [^>]*><w:r><w:delText xml:space="preserve">6\.480<\/w:delText><\/w:r><\/w:del>/u);
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t xml:space="preserve">6\.408<\/w:t><\/w:r><\/w:ins>/u);
  });

  it("takes changes that a version already tracks for accepted", async () => {
    const [old, neu] = [await docxOf(await baseVersion()), await docxOf(await redlinedVersion("rows and cells"))];
    const again = made(made(old, neu), neu);
    expect(TRACKED.test(xmlOf(again))).toBe(false);
  });

  /** A version with a head on its pages. */
  function withHead(bytes: Uint8Array, words: string, page = 3): Uint8Array {
    const parts = unzipSync(bytes);
    const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${page}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    parts["word/dau.xml"] = strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:hdr xmlns:w="${w}"><w:p><w:r><w:t>${words}</w:t></w:r></w:p><w:p>${field}</w:p></w:hdr>`,
    );
    const edit = (name: string, change: (xml: string) => string): void => {
      parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
    };
    edit("word/_rels/document.xml.rels", (xml) =>
      xml.replace(
        "</Relationships>",
        '<Relationship Id="rDau" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="dau.xml"/></Relationships>',
      ),
    );
    edit("word/document.xml", (xml) =>
      xml.replace(/<w:sectPr[^>]*>/gu, '$&<w:headerReference w:type="even" r:id="rDau"/>'),
    );
    return zipSync(parts);
  }

  it("tracks what was changed in the head of the pages, and no number of a page", async () => {
    const bytes = await docxOf(await baseVersion());
    const [old, neu] = [withHead(bytes, "Dự thảo lần 1", 3), withHead(bytes, "Dự thảo lần 2", 4)];
    const xml = xmlOf(made(old, neu), "word/dau.xml");
    expect(xml).toMatch(/<w:del [^>]*><w:r><w:delText[^>]*>1<\/w:delText><\/w:r><\/w:del>/u);
    expect(xml).toMatch(/<w:ins [^>]*><w:r><w:t[^>]*>2<\/w:t><\/w:r><\/w:ins>/u);
    expect(xml.match(/<w:(?:ins|del) /gu)).toHaveLength(2);
    expect(xmlOf(made(old, withHead(bytes, "Dự thảo lần 1", 4)), "word/dau.xml")).not.toMatch(TRACKED);
  });

  it("says which head of pages only one version has", async () => {
    const bytes = await docxOf(await baseVersion());
    for (const [old, neu] of [
      [bytes, withHead(bytes, "Dự thảo lần 2")],
      [withHead(bytes, "Dự thảo lần 2"), bytes],
    ] as const)
      expect(makeRedline(old, neu)).toMatchObject({ untracked: ["Dự thảo lần 2 #"] });
    expect(makeRedline(bytes, bytes)).toMatchObject({ untracked: [] });
  });

  it.each([
    ["the office", "PHƯỜNG SÔNG KIM", "SÔNG", "CẦU"],
    ["the Party's heading", "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG", "CÔNG"],
  ])("tracks a change in the letterhead: %s", async (_, place, before, after) => {
    const old = await docxOf(await baseVersion());
    const xml = xmlOf(
      made(
        old,
        withXml(old, (text) => text.replaceAll(place, place.replace(before, after))),
      ),
    );
    expect(xml).toMatch(new RegExp(`<w:delText[^>]*>${before}</w:delText>`, "u"));
    expect(xml).toMatch(new RegExp(`<w:ins [^>]*><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>${after}</w:t>`, "u"));
  });

  it("is refused for what is no Word file", async () => {
    const bytes = await docxOf(await baseVersion());
    expect(redline(bytes, new Uint8Array([1, 2, 3]))).toBe("broken");
    expect(redline(bytes.slice(0, 5_000), bytes)).toBe("broken");
    const cut = withXml(bytes, (xml) => xml.slice(0, xml.length / 2));
    expect(redline(bytes, cut)).toBe("broken");
  });
});
