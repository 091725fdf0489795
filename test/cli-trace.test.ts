import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openingWorkbook } from "../src/cli/demo/cycle/opening-workbook.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { englishIn } from "./cli.environment.js";
import { type CycleOffice, FEW_UNITS, on, openCycleOffice, send } from "./cli-cycle.sample.js";

const PERIOD = "2026-6t";

describe("vanthu trace", () => {
  let office: CycleOffice;
  const trace = (...words: readonly string[]) => office.call(["trace", ...words], on("2026-05-22"));
  beforeAll(async () => {
    office = await openCycleOffice(FEW_UNITS);
    await office.write("so.xlsx", await openingWorkbook(await readBundledFormSet(), office.register));
    await office.cycle("2026-05-04", "init", "--so-dau-ky", "so.xlsx");
    await office.cycle("2026-05-04", "open", PERIOD);
    await send(office, PERIOD, { unit: "p-song-kim", day: "2026-05-20", as: "folder" });
    await office.cycle("2026-05-21", "collect");
  });
  afterAll(() => office.remove());

  it("prints figure, coverage, formula, unit, revision, file, sheet and cell", async () => {
    const { exit, stdout } = await trace(PERIOD, "C06/tinh");
    expect(exit).toBe(0);
    expect(stdout).toContain("Tính trên 1/2 đơn vị.");
    expect(stdout).toContain("Chưa có: Đảng uỷ phường Tân Lĩnh (chưa gửi báo cáo).");
    expect(stdout).toContain("= C01 + C02 + C03 - C04 - C05");
    expect(stdout).toMatch(
      /Đảng uỷ phường Sông Kim: \d+ – Biểu 2!\w+\d+, .+\.xlsx \(lần 1, nhận 20\/5\/2026, [0-9a-f]{12}\)/u,
    );
    expect(englishIn(stdout)).toBeUndefined();
  });

  it("takes the path as it stands in a draft, and gives the tree to programs", async () => {
    const { stdout } = await trace("vt:C02/p-song-kim/2026-6t", "--json");
    const { result } = JSON.parse(stdout) as { result?: Record<string, unknown> };
    const found = result ?? (JSON.parse(stdout) as Record<string, unknown>);
    expect(found).toMatchObject({
      figure: "vt:C02/p-song-kim/2026-6t",
      status: "reported",
      cells: [{ unit: "p-song-kim", key: "C02", cell: { sheet: "Biểu 2" } }],
    });
  });

  it.each([
    [["2026-6t", "C2/tinh"], "vt:C02/tinh/2026-6t"],
    [["vt:C02/p-song-kin/2026-6t"], "vt:C02/p-song-kim/2026-6t"],
    [["2027-nam", "C02/tinh"], "2027-nam"],
  ])("%j is refused with what was meant", async (words, meant) => {
    const { exit, stderr, stdout } = await trace(...words);
    expect(exit).toBe(2);
    expect(`${stderr}${stdout}`).toContain(meant);
  });
});
