import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { READ_LIMITS } from "../src/workbook/read/limits.js";
import { foreignContents } from "../src/workbook/read/package/contents.js";
import { isPackage, openPackage, type WorkbookPackage } from "../src/workbook/read/package/open-package.js";
import { declareSizes, makeWorkbook, relationships, zip } from "./workbook-read.zips.js";

const open = (bytes: Uint8Array, limits = READ_LIMITS) => openPackage(bytes, limits);

function opened(bytes: Uint8Array, limits = READ_LIMITS): WorkbookPackage {
  const workbook = open(bytes, limits);
  if (!isPackage(workbook)) throw new Error(JSON.stringify(workbook));
  return workbook;
}

const PLAIN = { sheets: { "Biểu 1": '<row r="1"><c r="A1"><v>7</v></c></row>' } } as const;

const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1016),
    Buffer.from(`${stream}\0`, "utf16le"),
    Buffer.alloc(512),
  ]);

describe("files that are no workbook", () => {
  it.each([
    ["empty", new Uint8Array()],
    ["zeros", new Uint8Array(4096)],
    ["encrypted", compound("EncryptedPackage")],
    ["xls", compound("Workbook")],
    ["xls", compound("Book")],
    ["word97", compound("WordDocument")],
    ["pdf", strToU8("%PDF-1.7\n%âãÏÓ")],
    ["html", strToU8("  <html><body><table><tr><td>1</td></tr></table></body></html>")],
    ["html", strToU8("MIME-Version: 1.0\nX-Document-Type: Workbook\n")],
    [
      "spreadsheetXml",
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ["text", strToU8("TT;Tiêu chí;Kỳ này\n1;Kết nạp;5\n")],
    ["text", new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from("TT\t1\r\n", "utf16le"))])],
    ["image", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["rar", strToU8("Rar!\x1a\x07")],
    ["shortcut", strToU8('{"url": "https://example.org", "doc_id": "1"}')],
    ["unknown", new Uint8Array([1, 2, 3, 0, 5])],
    [
      "docx",
      zip({ "_rels/.rels": relationships([["r1", "officeDocument", "word/document.xml"]]), "word/document.xml": "" }),
    ],
    [
      "xlsb",
      zip({ "_rels/.rels": relationships([["r1", "officeDocument", "xl/workbook.bin"]]), "xl/workbook.bin": "" }),
    ],
    ["ods", zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>" })],
    ["zip", zip({ "bao-cao.xlsx": "x" })],
  ])("recognises %s", (what, bytes) => {
    expect(open(bytes)).toEqual({ kind: "other", what });
  });
});

describe("damaged and hostile zips", () => {
  const whole = makeWorkbook(PLAIN);

  it("says that a file is cut off, wherever that is", () => {
    for (const share of [0.1, 0.5, 0.9]) {
      expect(open(whole.subarray(0, Math.floor(whole.length * share)))).toEqual({ kind: "cut" });
    }
    expect(open(whole.subarray(0, whole.length - 1))).toEqual({ kind: "cut" });
  });

  it("never throws on changed bytes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }),
        (changes) => {
          const copy = whole.slice();
          for (const [at, byte] of changes) copy[at] = byte;
          const workbook = open(copy);
          if (isPackage(workbook)) for (const name of workbook.sheets) workbook.sheet(name);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("finds a changed figure by the checksum", () => {
    const stored = zipSync({ a: strToU8("x") }, { level: 0 });
    const copy = zipSync(
      Object.fromEntries(
        Object.entries({
          "_rels/.rels": relationships([["r1", "officeDocument", "xl/workbook.xml"]]),
          "xl/workbook.xml": '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
          "xl/_rels/workbook.xml.rels": relationships([["r1", "worksheet", "sheet.xml"]]),
          "xl/sheet.xml": "<worksheet><sheetData><row><c><v>4711</v></c></row></sheetData></worksheet>",
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
      { level: 0 },
    );
    expect(stored.length).toBeGreaterThan(0);
    const at = Buffer.from(copy).indexOf("4711");
    expect(opened(copy).sheet("S")).toHaveProperty("cells");
    copy[at] = 0x35;
    expect(opened(copy).sheet("S")).toBe("broken");
  });

  it("refuses parts that unpack to more than they declare, or than is allowed", () => {
    const rows = `<row r="1"><c r="A1"><v>${"1".repeat(100_000)}</v></c></row>`;
    const bomb = makeWorkbook({ sheets: { S: rows } });
    const lying = declareSizes(bomb, (size, name) => (name.includes("sheet1") ? 100 : size));
    expect(opened(lying).sheet("S")).toBe("tooLarge");
    expect(open(declareSizes(bomb, () => 0xfffffff0))).toEqual({ kind: "bomb" });
    expect(open(bomb, { ...READ_LIMITS, parts: 3 })).toEqual({ kind: "bomb" });
    expect(open(bomb, { ...READ_LIMITS, total: 300 })).toEqual({ kind: "bomb" });
    expect(open(bomb, { ...READ_LIMITS, file: 1024 })).toEqual({ kind: "tooLarge", megabytes: 1 });
  });

  it("refuses two parts with one name, and encrypted parts", () => {
    const twice = zip({ ...{ "xl/workbook.xml": "<workbook/>" }, "XL/workbook.xml": "<workbook/>" });
    expect(open(twice)).toEqual({ kind: "broken" });
    const locked = whole.slice();
    const view = new DataView(locked.buffer);
    for (let at = 0; at + 46 <= locked.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    expect(open(locked)).toEqual({ kind: "encryptedParts" });
  });

  it("does not expand entities of a document type", () => {
    const billion = `<!DOCTYPE a [<!ENTITY b "${"c".repeat(50)}">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;&amp;</t></is></c></row></sheetData></worksheet>`;
    const sheet = opened(makeWorkbook({ ...PLAIN, parts: { "xl/worksheets/sheet1.xml": billion } })).sheet("Biểu 1");
    expect(typeof sheet === "string" ? sheet : [...sheet.cells.values()]).toEqual([
      { content: { kind: "text", text: "&b;&" } },
    ]);
  });

  it("reads a workbook among 60 MB of pictures within the limit, without unpacking them", () => {
    const picture = new Uint8Array(30 * 1024 * 1024);
    const heavy = zipSync(
      {
        ...Object.fromEntries(Object.entries({ "xl/media/a.png": picture, "xl/media/b.png": picture })),
        "_rels/.rels": strToU8(relationships([["r1", "officeDocument", "xl/workbook.xml"]])),
        "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
        "xl/_rels/workbook.xml.rels": strToU8(relationships([["r1", "worksheet", "s.xml"]])),
        "xl/s.xml": strToU8("<worksheet><sheetData/></worksheet>"),
      },
      { level: 0 },
    );
    const start = process.cpuUsage();
    expect(opened(heavy).sheet("S")).toHaveProperty("cells");
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(200);
  });
});

describe("packages as other programs write them", () => {
  it("takes other names of parts, absolute and backslashed targets, and strict types", () => {
    const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const bytes = zip({
      "_rels/.rels": `<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="${strict}/officeDocument" Target="/xl\\book.xml"/></p:Relationships>`,
      "xl\\book.xml":
        '<x:workbook><x:workbookPr date1904="true"/><x:sheets><x:sheet name="A &amp; B" q:id="z"/></x:sheets></x:workbook>',
      "xl/_rels/book.xml.rels": `<Relationships><Relationship Id='z' Type='${strict}/worksheet' Target='./../xl/tabs/one.xml'/></Relationships>`,
      "xl/tabs/one.xml":
        '<x:worksheet><x:sheetData><x:row r="2"><x:c r="B2"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    const workbook = opened(bytes);
    expect(workbook.sheets).toEqual(["A & B"]);
    expect(workbook.date1904).toBe(true);
    expect(workbook.sheet("a & b")).toMatchObject({ name: "a & b" });
  });

  it("reads defined names, and leaves out those that lost their cells", () => {
    const names = [
      "<definedName name=\"v_B01_actual\">'Biểu ''1'''!$D$12</definedName>",
      '<definedName name="V_b02_actual">=Sheet1!$A$1:$B$3</definedName>',
      '<definedName name="lost">#REF!</definedName>',
      '<definedName name="gone">Sheet1!#REF!</definedName>',
      '<definedName name="abroad">[1]Sheet1!$A$1</definedName>',
      '<definedName name="constant">42</definedName>',
      '<definedName name="several">Sheet1!$A$1,Sheet1!$B$1</definedName>',
      '<definedName name="offset">OFFSET(Sheet1!$A$1,1,Sheet1!$B$1)</definedName>',
      '<definedName name="v_b01_actual" localSheetId="0">Sheet1!$Z$9</definedName>',
    ];
    const workbook = opened(makeWorkbook({ ...PLAIN, names: names.join("") }));
    const area = { top: 12, left: 4, bottom: 12, right: 4 };
    expect(workbook.names.get("v_b01_ACTUAL")).toEqual({ sheet: "Biểu '1'", area });
    expect(workbook.names.get("v_B02_actual")).toEqual({
      sheet: "Sheet1",
      area: { top: 1, left: 1, bottom: 3, right: 2 },
    });
    for (const name of ["lost", "gone", "abroad", "constant", "several", "offset", "unheard"]) {
      expect(workbook.names.get(name)).toBeUndefined();
    }
  });

  it("reports macros, links and pivot tables", () => {
    const links = `<Relationships><Relationship Id="r1" Type="x/externalLinkPath" Target="file:///C:/Bao%20cao/Th%C3%A1ng%205.xlsx" TargetMode="External"/></Relationships>`;
    const bytes = makeWorkbook({
      ...PLAIN,
      parts: {
        "xl/vbaProject.bin": "x",
        "xl/pivotTables/pivotTable1.xml": "<a/>",
        "xl/externalLinks/externalLink1.xml": "<a/>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": links,
        "xl/_rels/workbook.xml.rels": relationships([
          ["r1", "worksheet", "worksheets/sheet1.xml"],
          ["r2", "externalLink", "externalLinks/externalLink1.xml"],
        ]),
      },
    });
    expect(foreignContents(opened(bytes))).toEqual({ macros: true, pivotTables: true, links: ["Tháng 5.xlsx"] });
    expect(foreignContents(opened(makeWorkbook(PLAIN)))).toEqual({ macros: false, pivotTables: false, links: [] });
  });
});
