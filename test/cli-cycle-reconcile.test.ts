import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openingWorkbook } from "../src/cli/demo/cycle/opening-workbook.js";
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

  it("sets what a second source says beside what counts", async () => {
    const { exit, stdout } = await office.cycle("2026-05-22", "reconcile");
    expect(stdout).toContain("tính trên 2/3 đơn vị đã vào tổng hợp");
    expect(stdout).toMatch(/^D09 +Đoàn viên công đoàn cuối kỳ +1\.310 +2\.617 +1\.307 +1$/mu);
    expect(englishIn(stdout)).toBeUndefined();
    const { findings, reconciliation } = await office.json("2026-05-22", "doi-soat", PERIOD);
    expect(exit).toBe(findings.some(({ weight }: { weight: string }) => weight === "error") ? 1 : 0);
    expect(reconciliation.find(({ key }: { key: string }) => key === "D09")).toMatchObject({
      source: "doan-the-lddl",
      countedUnits: ["lddl"],
      secondFigures: [{ unit: "p-song-kim", value: 2617, cell: { sheet: "Biểu 3" } }],
    });
  });

  it("names unit and cell of one indicator", async () => {
    const { stdout } = await office.cycle("2026-05-22", "reconcile", PERIOD, "--chi-tieu", "D09");
    expect(stdout).toMatch(/^D09 +Đảng uỷ phường Sông Kim +2\.617 +Biểu 3!E\d+$/mu);
  });

  it.each([
    [["reconcile", PERIOD, "--indicator", "D9"], "chỉ tiêu mang mã"],
    [["reconcile", "2026-nam"], "vanthu cycle open 2026-nam"],
  ])("%j", async (words, found) => {
    const { exit, stderr } = await office.cycle("2026-05-22", ...words);
    expect(exit).toBe(2);
    expect(stderr).toContain(found);
  });
});
