/** What LibreOffice makes of outline workbooks: computed values, live checks, pages. Needs soffice and pdftotext. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  conditionOf,
  evaluate,
  formulaOf,
  type Reference,
  readBundledFormSet,
  type Scope,
} from "../../src/forms/index.js";
import type { CheckSheet } from "../../src/workbook/layout/index.js";
import { makeStencil, type Stencil, writeOutline } from "../../src/workbook/write/index.js";
import { fillCells, NO_PREFILL, sampleOptions, textParts } from "../workbook-filling.js";
import { SAMPLE_FORM_SET, UNIT_KIND } from "../workbook-form-set.js";

const run = promisify(execFile);

function present(...tools: string[]): boolean {
  try {
    for (const tool of tools) execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

type Figures = Readonly<Record<string, number>>;

/** What a unit types, by key; estimates are twice as much. */
const RETURNS: { readonly [name: string]: { readonly typed: Figures; readonly rows: number; readonly note?: string } } =
  {
    sound: {
      typed: { C02: 5, C02a: 2, C03: 3, C04: 1, A01: 30, "A01.CP": 10, "A01.TNHH": 20, B06: 7, B07: 2 },
      rows: 5,
    },
    broken: {
      typed: { C02: 40, C02a: 41, C03: 0, C04: 0, A01: 0, "A01.CP": 1, "A01.TNHH": 0, B06: 0, B07: 0 },
      rows: 2,
    },
    explained: {
      typed: { C02: 40, C02a: 4, C03: 0, C04: 0, A01: 1, "A01.CP": 1, "A01.TNHH": 0, B06: 1, B07: 0 },
      rows: 12,
      note: "Tiếp nhận theo sắp xếp",
    },
    unfinished: { typed: { C02: 5, C03: 0, "A01.CP": 1 }, rows: 0 },
  };
const OPENINGS: Figures = { C01: 120 };
const HALF: Figures = { C02: 3 };
const EXPLAINED = "KT-TANG";

describe.skipIf(!present("soffice", "pdftotext"))("LibreOffice", () => {
  let folder = "";
  let stencil: Stencil;
  const books = new Map<string, { readonly book: exceljs.Workbook; readonly bytes: Uint8Array }>();

  async function convert(format: string, files: readonly string[]): Promise<void> {
    await run("soffice", [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      format,
      "--outdir",
      join(folder, format.split(":")[0] ?? ""),
      ...files.map((name) => join(folder, `${name}.xlsx`)),
    ]);
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-interop-"));
    stencil = await makeStencil(SAMPLE_FORM_SET, UNIT_KIND, "nam");
    const { layout } = stencil;
    const prefill = { ...NO_PREFILL, openings: OPENINGS, half: HALF, samePeriod: { C02: 4 }, targets: { T01: 4 } };
    const outline = writeOutline(stencil, sampleOptions({ prefill }));
    const list = layout.sheets.find((sheet) => sheet.kind === "form" && sheet.list !== undefined);
    for (const [name, { typed, rows, note }] of Object.entries(RETURNS)) {
      const figures = layout.values.flatMap(({ sheet, address, key, measure, role }) => {
        const value = typed[key];
        return role === "typed" && value !== undefined
          ? [{ sheet, address, value: measure === "actual" ? value : value * 2 }]
          : [];
      });
      const first = list?.kind === "form" ? list.body.first : 1;
      const names = Array.from({ length: rows }, (_, index) => ({
        sheet: list?.sheet ?? "",
        address: `C${first + index}`,
        value: `Người thứ ${index + 1}`,
      }));
      const place = layout.notes.find(({ definedName }) => definedName === "n_B1_C02");
      const notes = note === undefined || place === undefined ? [] : [{ ...place, value: note }];
      await writeFile(join(folder, `${name}.xlsx`), fillCells(outline, layout, [...figures, ...names, ...notes]));
    }
    await convert("xlsx", Object.keys(RETURNS));
    await convert("pdf", ["broken"]);
    for (const name of Object.keys(RETURNS)) {
      const bytes = new Uint8Array(await readFile(join(folder, "xlsx", `${name}.xlsx`)));
      const book = new exceljs.Workbook();
      await book.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
      books.set(name, { book, bytes });
    }
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const resultAt = (name: string, sheet: string, address: string): unknown => {
    const result: unknown = books.get(name)?.book.getWorksheet(sheet)?.getCell(address).result;
    return result === "" ? undefined : result;
  };

  /** The return's values by our own evaluator. */
  function scopeOf(name: string): Scope {
    const { typed = {}, rows = 0 } = RETURNS[name] ?? {};
    const resolve = ({ table, key }: Reference): number | undefined => {
      if (table === "p") return SAMPLE_FORM_SET.parameters[key];
      if (table === "half") return HALF[key];
      if (table === "rows") return rows;
      const indicator = SAMPLE_FORM_SET.indicators.find(({ code }) => code === key);
      const formula = indicator && formulaOf(SAMPLE_FORM_SET, indicator);
      if (formula === undefined) return typed[key] ?? OPENINGS[key];
      const value = evaluate(formula, { resolve });
      return typeof value === "number" ? value : undefined;
    };
    return { resolve };
  }

  it.each(Object.keys(RETURNS))("computes as our evaluator does (%s)", (name) => {
    const { resolve } = scopeOf(name);
    const computed = stencil.layout.values.filter(
      ({ role, measure }) => measure === "actual" && (role === "computed" || role === "echo"),
    );
    expect(computed.length).toBeGreaterThan(3);
    for (const { key, sheet, address } of computed) {
      const wanted = resolve({ key });
      const found = resultAt(name, sheet, address);
      if (wanted === undefined) expect(found, `${name} ${key}`).toBeUndefined();
      else expect(found, `${name} ${key}`).toBeCloseTo(wanted, 9);
    }
  });

  it.each(Object.keys(RETURNS))("judges as our evaluator does (%s)", (name) => {
    const checks = stencil.layout.sheets.find((sheet): sheet is CheckSheet => sheet.kind === "checks");
    for (const { check, result, resultFormula } of checks?.lines ?? []) {
      if (resultFormula === undefined) continue;
      const holds = evaluate(conditionOf(SAMPLE_FORM_SET, check), scopeOf(name));
      const explained = name === "explained" && check.id === EXPLAINED;
      const broken = check.severity === "explain" ? (explained ? "Đã giải trình" : "Cần giải trình") : "Chưa đạt";
      const wanted = holds === undefined ? "Thiếu số liệu" : holds ? "Đạt" : broken;
      expect(resultAt(name, result.sheet, result.address), `${name} ${check.id}`).toBe(wanted);
    }
  });

  it("names broken checks beside the rows, and says what is wrong with figures", () => {
    const sheet = stencil.layout.values.find(({ definedName }) => definedName === "v_C02a_actual");
    expect(resultAt("broken", "Biểu 1", `L${sheet?.row}`)).toBe("KT-C02A ");
    expect(resultAt("sound", "Biểu 1", `L${sheet?.row}`)).toBeUndefined();
    const checks = stencil.layout.sheets.find((one): one is CheckSheet => one.kind === "checks");
    const line = checks?.lines.find(({ check }) => check.id === "KT-C02A");
    expect(resultAt("broken", "Kiểm tra", `G${line?.row}`)).toBe(
      "Kết nạp là nữ (41) lớn hơn tổng số kết nạp (40). Xem lại hai số này.",
    );
    expect(resultAt("broken", "Kiểm tra", `F${line?.row}`)).toBe("41 ≤ 40");
  });

  it("counts blank cells and broken checks", () => {
    const checks = stencil.layout.sheets.find((one): one is CheckSheet => one.kind === "checks");
    const count = (name: string, id: string) => {
      const cell = checks?.counts.find(({ cell: { definedName } }) => definedName === `vt_dem_${id}`)?.cell;
      return resultAt(name, cell?.sheet ?? "", cell?.address ?? "");
    };
    expect([count("sound", "blank"), count("sound", "error")]).toEqual([0, 0]);
    expect([count("unfinished", "blank"), count("broken", "error")]).toEqual([6, 3]);
  });

  it("keeps red rules, locks, names, help and the hidden sheet when it saves", () => {
    const parts = textParts(books.get("broken")?.bytes ?? new Uint8Array());
    const form = parts["xl/worksheets/sheet3.xml"] ?? "";
    expect(form).toMatch(/<cfRule type="expression"[^>]*><formula>LEN\(\$L10\)&gt;0<\/formula>/u);
    expect(form).toMatch(/<sheetProtection[^>]*sheet="(?:1|true)"/u);
    expect(form).toContain("Không phát sinh thì ghi 0");
    expect(parts["xl/styles.xml"]).toMatch(/<dxf>.*FFC7CE/su);
    const kept = new Set(
      [...(parts["xl/workbook.xml"] ?? "").matchAll(/<definedName[^>]* name="([^"]*)"/gu)].map(([, name]) => name),
    );
    expect(stencil.layout.names.filter(({ name }) => !kept.has(name))).toEqual([]);
    expect(parts["xl/workbook.xml"]).toMatch(/name="_vanthu"[^>]*state="hidden"/u);
  });

  it("prints each form one page wide, with page numbers, and nothing of the helpers", async () => {
    const { stdout } = await run("pdftotext", ["-layout", join(folder, "pdf", "broken.pdf"), "-"]);
    const pages = stdout.split("\f").filter((page) => page.trim() !== "");
    expect(pages.filter((page) => page.includes("Biểu 1 (biểu mẫu đề xuất)")).length).toBe(1);
    const form = pages.find((page) => page.includes("TĂNG, GIẢM ĐẢNG VIÊN")) ?? "";
    expect(form).toMatch(/Ghi chú/u);
    expect(form).toMatch(/NGƯỜI LẬP BIỂU\s+NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ/u);
    expect(form).toMatch(/Biểu 1\s+Trang \d+\/\d+/u);
    expect(stdout).not.toMatch(/vanthu|:actual|KT-C02A $/mu);
    expect(stdout).not.toMatch(/Err:|#NAME|#REF|#VALUE|###/u);
  });

  it("prints no page of a bundled form with only its head or its signatures", async () => {
    const formSet = await readBundledFormSet();
    const kinds = ["xa-phuong", "dang-uy-truc-thuoc", "doan-the-lddl"].flatMap((kind) =>
      ["6t", "nam"].map((period) => [kind, period] as const),
    );
    const names: string[] = [];
    for (const [kind, period] of kinds) {
      const name = `${kind}-${period}`;
      await writeFile(
        join(folder, `${name}.xlsx`),
        writeOutline(await makeStencil(formSet, kind, period), sampleOptions()),
      );
      names.push(name);
    }
    await convert("pdf", names);
    let seen = 0;
    for (const name of names) {
      const { stdout } = await run("pdftotext", ["-layout", join(folder, "pdf", `${name}.pdf`), "-"]);
      for (const page of stdout.split("\f").filter((text) => /^Biểu \d .*Trang \d/mu.test(text))) {
        // rows begin with their ordinals; the row of column numbers is none
        const rows = page.split("\n").filter((line) => /^\s*(?:[A-ZĐ]|\d+(?:\.\d+)*)(?:\s{2,}\S|\s*$)/u.test(line));
        const body = rows.filter((line) => !/^\s*1\s+2\s+3\b/u.test(line));
        expect(body.length, `${name}: ${page}`).toBeGreaterThan(1);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(40);
  });
});
