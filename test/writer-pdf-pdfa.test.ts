/**
 * What PDF/A-2b (ISO 19005-2) asks of a file and can be seen from its objects. This is our own list; it does not take
 * the place of a validator.
 */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { beforeAll, describe, expect, it } from "vitest";
import { type PdfOptions, writePdf } from "../src/writers/pdf/index.js";
import { OPTIONS, styledDocument } from "./writer-pdf.builder.js";
import { type PdfDict, PdfFile, PdfString, type PdfValue, Ref, readMarks } from "./writer-pdf.reader.js";
import { samplePages } from "./writer-pdf.sample.js";

const TITLE = 'Kế hoạch "A & B" <2026>';
const SOURCE = { name: "bản thảo.md", data: new TextEncoder().encode("# Kế hoạch\n"), mimeType: "text/markdown" };

async function write(more: Partial<PdfOptions> = {}): Promise<PdfFile> {
  const details = { subject: "Rà soát & đối chiếu", keywords: "đảng viên, hồ sơ" };
  return new PdfFile(await writePdf(samplePages(), styledDocument(TITLE), { ...OPTIONS, ...details, ...more }));
}

const objectsOf = (file: PdfFile): { readonly ref: Ref; readonly value: PdfValue }[] =>
  Array.from({ length: file.objectCount - 1 }, (_, index) => new Ref(index + 1)).map((ref) => ({
    ref,
    value: file.resolve(ref),
  }));

const isDict = (value: PdfValue): value is PdfDict =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof PdfString || value instanceof Ref);

function xmpOf(file: PdfFile): string {
  return file.stream(file.catalog.Metadata).toString("utf8");
}

describe("PDF/A-2b", () => {
  let file: PdfFile;
  beforeAll(async () => {
    file = await write();
  });

  it("begins with a header and a binary comment (6.1.2)", () => {
    const [header, comment] = Buffer.from(file.bytes.subarray(0, 32)).toString("latin1").split("\n");
    expect(header).toBe("%PDF-1.7");
    expect(comment).toMatch(/^%[\x80-\xff]{4,}$/);
    expect(Buffer.from(file.bytes.subarray(-6)).toString("latin1").trim()).toBe("%%EOF");
  });

  it("has an identifier and no encryption (6.1.3)", () => {
    const id = file.array(file.trailer.ID);
    expect(id).toHaveLength(2);
    for (const half of id)
      expect(half instanceof PdfString && half.bytes.length === 16 && half.bytes.some(Boolean)).toBe(true);
    expect(file.trailer.Encrypt).toBeUndefined();
  });

  it("has an identifier of its own for other contents under the same metadata", async () => {
    const other = new PdfFile(await writePdf(samplePages().slice(0, 1), styledDocument(TITLE), OPTIONS));
    const same = new PdfFile(await writePdf(samplePages(), styledDocument(TITLE), OPTIONS));
    expect(other.trailer.ID).not.toEqual(same.trailer.ID);
  });

  it("has streams of their stated length, in filters that are allowed (6.1.7)", () => {
    const source = Buffer.from(file.bytes).toString("latin1");
    const streams = [...source.matchAll(/\nstream\n/g)];
    expect(streams.length).toBeGreaterThan(8);
    for (const { value } of objectsOf(file)) {
      if (!isDict(value) || value.Length === undefined) continue;
      expect(["/FlateDecode", "/DCTDecode", undefined]).toContain(value.Filter);
      expect(value.F).toBeUndefined();
    }
    for (const start of streams) {
      const dict = source.slice(source.lastIndexOf(" obj", start.index), start.index);
      const end = start.index + start[0].length + Number(/\/Length (\d+)/.exec(dict)?.[1]);
      expect(source.slice(end, end + 10)).toBe("\nendstream");
    }
  });

  it("says in an output intent what its colours mean (6.2.3)", () => {
    const intents = file.array(file.catalog.OutputIntents);
    expect(intents).toHaveLength(1);
    const intent = file.dict(intents[0]);
    expect(intent).toMatchObject({ Type: "/OutputIntent", S: "/GTS_PDFA1" });
    expect(file.text(intent.OutputConditionIdentifier)).toBeTruthy();
    expect(file.dict(intent.DestOutputProfile).N).toBe(3);
    const profile = file.stream(intent.DestOutputProfile);
    expect(profile.toString("latin1", 36, 40)).toBe("acsp");
    expect(profile.toString("latin1", 12, 20)).toBe("mntrRGB ");
  });

  it("draws in grey and RGB only (6.2.4)", () => {
    for (const { dict } of file.pages) {
      const content = file.stream(dict.Contents).toString("latin1");
      expect(content).not.toMatch(/(?:^|\s)(?:k|K|cs|CS|sc|SC|scn|SCN|sh|gs)\s/);
    }
    for (const { value } of objectsOf(file)) {
      if (!isDict(value) || value.Subtype !== "/Image") continue;
      expect(["/DeviceRGB", "/DeviceGray"]).toContain(value.ColorSpace);
      expect(value.Interpolate ?? false).toBe(false);
      expect(value.Alternates ?? value.OPI).toBeUndefined();
    }
  });

  it("nests its operators (6.1.13)", () => {
    for (const { dict } of file.pages) {
      const words = file
        .stream(dict.Contents)
        .toString("latin1")
        .replace(/<[0-9a-f]*>/g, "")
        .split(/\s+/);
      const count = (word: string): number => words.filter((each) => each === word).length;
      expect(count("q")).toBe(count("Q"));
      expect(count("BT")).toBe(count("ET"));
      expect(count("BDC")).toBe(count("EMC"));
      expect(count("BDC")).toBeGreaterThan(3);
    }
  });

  it("embeds every font, with widths and text for every glyph it shows (6.2.11)", () => {
    const fonts = objectsOf(file).filter(({ value }) => isDict(value) && value.Subtype === "/Type0");
    expect(fonts.length).toBe(4);
    for (const { value } of fonts) {
      const font = file.dict(value);
      expect(font.Encoding).toBe("/Identity-H");
      expect(font.BaseFont).toMatch(/^\/[A-Z]{6}\+Tinos/);
      const descendant = file.dict(file.array(font.DescendantFonts)[0]);
      expect(descendant).toMatchObject({ Subtype: "/CIDFontType2", CIDToGIDMap: "/Identity", BaseFont: font.BaseFont });
      const descriptor = file.dict(descendant.FontDescriptor);
      expect(descriptor.FontName).toBe(font.BaseFont);
      const program = file.stream(descriptor.FontFile2);
      const advances = advancesOf(program);
      const widths = file.array(file.array(descendant.W)[1]).map(Number);
      for (const [code, width] of widths.entries()) expect(Math.abs(width - (advances[code] ?? 0))).toBeLessThan(1);
      const unicode = file.unicodeOf(value);
      expect(unicode).toHaveLength(widths.length);
      for (const words of unicode) expect(words).toMatch(/^[^\0\ufeff\ufffe]+$/);
    }
    const shown = file.pages.flatMap(({ dict }) => readMarks(file, dict)).map((mark) => mark.text);
    expect(shown.join("")).not.toMatch(/[\0?\ufffd]/);
  });

  it("runs nothing and reaches nowhere (6.5, 6.6.1)", () => {
    const text = Buffer.from(file.bytes).toString("latin1");
    expect(text).not.toMatch(/\/(?:JavaScript|JS|Launch|URI|OpenAction|AA|Movie|Sound|SubmitForm|ImportData|XFA)\b/);
    expect(text).not.toMatch(/\/(?:EmbeddedFiles|Annots|LZWDecode|Encrypt)\b/);
  });

  it("describes itself in XMP as in its information dictionary (6.6.2)", () => {
    const xmp = xmpOf(file);
    expect(file.dict(file.catalog.Metadata)).toMatchObject({ Type: "/Metadata", Subtype: "/XML" });
    expect(file.dict(file.catalog.Metadata).Filter).toBeUndefined();
    expect(xmp).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/);
    expect(xmp).toMatch(/<\?xpacket end="w"\?>$/);
    expect(XMLValidator.validate(xmp)).toBe(true);
    const rdf = new XMLParser({ parseTagValue: false }).parse(xmp)["x:xmpmeta"]["rdf:RDF"];
    const all = Object.assign({}, ...rdf["rdf:Description"]);
    expect(all).toMatchObject({
      "pdfaid:part": "2",
      "pdfaid:conformance": "B",
      "xmp:CreateDate": "2026-03-02T01:02:03Z",
      "xmp:ModifyDate": "2026-03-02T01:02:03Z",
      "pdf:Keywords": "đảng viên, hồ sơ",
      "dc:title": { "rdf:Alt": { "rdf:li": TITLE } },
      "dc:description": { "rdf:Alt": { "rdf:li": "Rà soát & đối chiếu" } },
      "dc:language": { "rdf:Bag": { "rdf:li": "vi-VN" } },
    });
    const info = file.dict(file.trailer.Info);
    expect(file.text(info.Title)).toBe(TITLE);
    expect(file.text(info.Subject)).toBe("Rà soát & đối chiếu");
    expect(file.text(info.CreationDate)).toBe("D:20260302010203Z");
    expect(file.text(info.ModDate)).toBe("D:20260302010203Z");
    expect(file.text(info.Producer)).toBe(all["pdf:Producer"]);
    expect(file.text(info.Creator)).toBe(all["xmp:CreatorTool"]);
  });

  it("tells its language, that it is tagged, and to show its title", () => {
    expect(file.text(file.catalog.Lang)).toBe("vi-VN");
    expect(file.dict(file.catalog.MarkInfo)).toEqual({ Marked: true });
    expect(file.dict(file.catalog.StructTreeRoot).Type).toBe("/StructTreeRoot");
    expect(file.dict(file.catalog.ViewerPreferences).DisplayDocTitle).toBe(true);
  });
});

describe("PDF/A-3b", () => {
  it("takes the source in as an attachment, and says so", async () => {
    const file = await write({ source: SOURCE });
    expect(xmpOf(file)).toContain("<pdfaid:part>3</pdfaid:part>");
    const [attached] = file.array(file.catalog.AF);
    const specification = file.dict(attached);
    expect(specification).toMatchObject({ Type: "/Filespec", AFRelationship: "/Source" });
    expect([file.text(specification.F), file.text(specification.UF)]).toEqual([SOURCE.name, SOURCE.name]);
    const embedded = file.dict(specification.EF).F;
    expect(file.dict(embedded)).toMatchObject({ Type: "/EmbeddedFile", Subtype: "/text/markdown" });
    const parameters = file.dict(file.dict(embedded).Params);
    expect(file.text(parameters.ModDate)).toBe("D:20260302010203Z");
    expect(parameters.Size).toBe(SOURCE.data.length);
    expect(file.stream(embedded).toString("utf8")).toBe("# Kế hoạch\n");
    const names = file.array(file.dict(file.dict(file.catalog.Names).EmbeddedFiles).Names);
    expect(file.text(names[0])).toBe(SOURCE.name);
    expect(names[1]).toEqual(attached);
  });
});

describe("metadata", () => {
  it("leaves out what it was not given, and what XML cannot hold", async () => {
    const file = new PdfFile(await writePdf(samplePages(), styledDocument("A\u0001B"), OPTIONS));
    expect(xmpOf(file)).not.toMatch(/pdf:Keywords|dc:description/);
    expect(xmpOf(file)).toContain(">AB</rdf:li>");
    expect(XMLValidator.validate(xmpOf(file))).toBe(true);
  });
});

/** Advances of a font program's glyphs, thousandths of the size. */
function advancesOf(program: Buffer): number[] {
  const tables = new Map<string, number>();
  for (let entry = 12; tables.size < program.readUInt16BE(4); entry += 16) {
    tables.set(program.toString("latin1", entry, entry + 4), program.readUInt32BE(entry + 8));
  }
  const unitsPerEm = program.readUInt16BE((tables.get("head") ?? 0) + 18);
  const count = program.readUInt16BE((tables.get("hhea") ?? 0) + 34);
  const start = tables.get("hmtx") ?? 0;
  return Array.from({ length: count }, (_, glyph) => (program.readUInt16BE(start + glyph * 4) / unitsPerEm) * 1000);
}
