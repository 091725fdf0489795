/** Years and reviews of a few units: what they typed, independently of what the program makes of it. */

import { openingWorkbook } from "../src/cli/demo/cycle/opening-workbook.js";
import { sampleFigures } from "../src/cli/demo/cycle/sample-figures.js";
import { SEED } from "../src/cli/demo/cycle/sample-province.js";
import { FIRST_YEAR } from "../src/cli/demo/cycle/sample-returns.js";
import { typedCells } from "../src/cli/demo/cycle/typed-cells.js";
import { openLedger, type Revision } from "../src/cycle/ledger/index.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { findUnit, type UnitRegister } from "../src/organisation/index.js";
import { fillWorkbook, type Typed } from "../src/workbook/fill-workbook.js";
import { layoutWorkbook, type ValueCell, type WorkbookLayout } from "../src/workbook/layout/index.js";
import { type CycleOffice, on, periodNamed } from "./cli-cycle.sample.js";

export const PAPER = { number: "31-BC/ĐU", date: "05/11/2028", signer: "Trần Văn Bảo" };

/** Units at several levels: one that files for its own, others of several kinds. */
export const REVIEW_UNITS = `khu vực: [Khu vực trung tâm, Cơ quan cấp tỉnh]
đơn vị:
  - { mã: p-song-kim, loại: xa-phuong, tên: Đảng uỷ phường Sông Kim, khu vực: Khu vực trung tâm }
  - { mã: p-tan-linh, loại: xa-phuong, tên: Đảng uỷ phường Tân Lĩnh, khu vực: Khu vực trung tâm }
  - { mã: du-kcn, loại: dang-uy-truc-thuoc, tên: Đảng uỷ Khu công nghiệp, khu vực: Cơ quan cấp tỉnh }
  - { mã: lddl, loại: doan-the-lddl, tên: Liên đoàn Lao động tỉnh, khu vực: Cơ quan cấp tỉnh }
  - { mã: cb-cho, loại: xa-phuong, tên: Chi bộ Chợ, cấp trên: p-song-kim }
`;

export const STOCKS = ["B05", "B06", "C06", "C06c"] as const;
export const FLOWS = ["K05", "K04", "K01", "K02", "K03", "B02", "B04", "C02", "C02d", "C02c"] as const;

export type Figures = Readonly<Record<string, number>>;

/** Figures that a unit types into its review, by `key/measure`: parts never exceed wholes. */
export function reviewFigures(seed: number, years: number): Figures {
  const figures: Record<string, number> = {};
  const measures = ["baseline", ...Array.from({ length: years }, (_, index) => `year${index + 1}`)];
  measures.forEach((measure, at) => {
    FLOWS.forEach((key, index) => {
      figures[`${key}/${measure}`] = key.startsWith("C02") ? 0 : ((seed + 3 * index + 5 * at) % 9) + (index % 2);
    });
    figures[`C02/${measure}`] = 10 + seed + at;
    figures[`C02c/${measure}`] = 4 + at;
    figures[`C02d/${measure}`] = at;
    figures[`B05/${measure}`] = 20 + seed + 2 * at;
    figures[`B06/${measure}`] = 11 + seed + at;
    figures[`C06/${measure}`] = 400 + 10 * seed + 17 * at;
    figures[`C06c/${measure}`] = 9 + at;
  });
  return figures;
}

/** What the totals over the years must be: sums of flows, the last stock. */
export function spanTotals(figures: Figures, years: number): Figures {
  const of = (key: string, year: number): number => figures[`${key}/year${year}`] ?? Number.NaN;
  const all = Array.from({ length: years }, (_, index) => index + 1);
  return {
    ...Object.fromEntries(FLOWS.map((key) => [key, all.reduce((sum, year) => sum + of(key, year), 0)])),
    ...Object.fromEntries(STOCKS.map((key) => [key, of(key, years)])),
  };
}

export async function layoutOf(register: UnitRegister, unit: string, period: string): Promise<WorkbookLayout> {
  const kind = findUnit(register, unit)?.kind ?? "";
  return layoutWorkbook(await readBundledFormSet(), kind, periodNamed(period).kind);
}

export const homeOf = (layout: WorkbookLayout, key: string, measure: string): ValueCell => {
  const found = layout.values.find((value) => value.key === key && value.measure === measure && value.role !== "echo");
  if (found === undefined) throw new Error(`no home of ${key}/${measure}`);
  return found;
};

/** Cells typed besides, by sheet and address. */
export type Extra = readonly { readonly sheet: string; readonly address: string; readonly typed: Typed }[];

/** The outline of a review, filled: figures by `key/measure`, narrative and paper. */
export function fillReview(
  outline: Uint8Array,
  layout: WorkbookLayout,
  figures: Figures,
  extra: Extra = [],
): Uint8Array {
  const cells = new Map([...typedCells(layout, {}, PAPER)].map(([sheet, own]) => [sheet, new Map(own)]));
  const put = (sheet: string, address: string, typed: Typed): void => {
    cells.set(sheet, (cells.get(sheet) ?? new Map()).set(address, typed));
  };
  for (const { key, measure, role, sheet, address } of layout.values) {
    const value = figures[`${key}/${measure}`];
    if ((role === "typed" || role === "opening") && value !== undefined) put(sheet, address, value);
  }
  for (const { sheet, address, typed } of extra) put(sheet, address, typed);
  return fillWorkbook(outline, cells);
}

/** Loads closings of 2025 for some units of the office. */
export async function loadOpenings(office: CycleOffice, units: readonly string[]): Promise<void> {
  const own = { ...office.register, units: office.register.units.filter(({ code }) => units.includes(code)) };
  await office.write("so.xlsx", await openingWorkbook(await readBundledFormSet(), own));
  const { exit, stderr } = await office.cycle("2026-01-05", "init", "--so-dau-ky", "so.xlsx");
  if (exit !== 0) throw new Error(stderr);
}

/**
 * A year of a unit as its sample figures have it: opened, returned, counted.
 *
 * @param index by which its figures are drawn: its place among the units whose openings were loaded
 */
export async function reportYear(
  office: CycleOffice,
  unit: string,
  period: string,
  day: string,
  index = 0,
): Promise<Figures> {
  const opened = await office.cycle(day, "open", period, "--unit", unit);
  if (opened.exit !== 0) throw new Error(opened.stderr);
  const { kind, year } = periodNamed(period);
  const figures = sampleFigures(index, SEED, {
    period: kind as "6t" | "nam",
    year: year - FIRST_YEAR,
  });
  const layout = await layoutOf(office.register, unit, period);
  const bytes = fillWorkbook(await office.bytes(`ra/${period}/${unit}.xlsx`), typedCells(layout, figures, PAPER));
  await office.write(`hop-thu-den/${day}/${unit}-${period}.xlsx`, bytes);
  const collected = await office.cycle(day, "collect", `hop-thu-den/${day}`, "--period", period);
  if (collected.exit !== 0) throw new Error(collected.stdout + collected.stderr);
  return figures;
}

/** Figures that count in the ledger, by `key/measure`; undefined when nothing counts. */
export async function countedFigures(
  office: CycleOffice,
  unit: string,
  period: string,
): Promise<{ readonly revision: Revision; readonly figures: Figures } | undefined> {
  const { ledger } = await openLedger(office.folder, { ...on("2030-01-01"), host: "t", pid: 1, access: "read" });
  if (ledger === undefined) throw new Error("no ledger");
  try {
    const revision = ledger.counted(unit, period);
    if (revision === undefined) return undefined;
    const values = ledger.values(revision.id);
    return {
      revision,
      figures: Object.fromEntries(
        values.flatMap(({ key, measure, value }) => (value === undefined ? [] : [[`${key}/${measure}`, value]])),
      ),
    };
  } finally {
    await ledger.close();
  }
}

/** Loads figures of one unit and period out of a table, a column an indicator. */
export async function loadFigures(office: CycleOffice, unit: string, period: string, figures: Figures): Promise<void> {
  const { default: exceljs } = await import("exceljs");
  const workbook = new exceljs.Workbook();
  const keys = Object.keys(figures);
  workbook.addWorksheet("A").addRows([
    ["Đơn vị", "Kỳ", ...keys],
    [unit, period, ...keys.map((key) => figures[key] ?? null)],
  ]);
  await office.write(`so-${period}.xlsx`, new Uint8Array(await workbook.xlsx.writeBuffer()));
  const { exit, stderr } = await office.cycle("2028-07-01", "init", "--so-dau-ky", `so-${period}.xlsx`);
  if (exit !== 0) throw new Error(stderr);
}
