import { readdir } from "node:fs/promises";
import { join } from "node:path";
import exceljs from "exceljs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOpeningFile } from "../src/cycle/init/opening-file.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { loadUnits } from "../src/organisation/index.js";
import { PERIOD_KINDS } from "../src/periods/index.js";
import { englishIn, type Office, openOffice } from "./cli.environment.js";
import { type CycleOffice, FEW_UNITS, openCycleOffice } from "./cli-cycle.sample.js";

type Row = readonly (string | number | null)[];

async function xlsx(sheets: Readonly<Record<string, readonly Row[]>>): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe("vanthu cycle init", () => {
  let office: Office;
  beforeEach(() => {
    office = openOffice();
  });
  afterEach(() => office.remove());

  it("makes a workspace that works as it is", async () => {
    const { exit, stdout, stderr } = await office.call(["cycle", "init", "kbc"]);
    expect([exit, stderr]).toEqual([0, ""]);
    expect(englishIn(stdout.replaceAll("cycle open", ""))).toBeUndefined();
    const names = await readdir(join(office.folder, "kbc"));
    expect(names.sort()).toEqual(["README.md", "bieu-mau", "don-vi.yaml", "hop-thu-den", "luoc-do", "vanthu.yaml"]);
    expect(await office.read("kbc/bieu-mau/xd-to-chuc-dang-2026-1.yaml")).toContain("../luoc-do/form-set.schema.json");
    const opened = await office.call(["cycle", "open", "2026-6t"], { cwd: join(office.folder, "kbc") });
    expect([opened.exit, opened.stderr]).toEqual([0, ""]);
    expect(await readdir(join(office.folder, "kbc/ra/2026-6t"))).toHaveLength(4);
  });

  it("leaves alone what is there", async () => {
    await office.write("vanthu.yaml", "tác giả: Ban Tổ chức\n");
    await office.write("bieu-mau/rieng.yaml", "mã: rieng\n");
    const { exit, stdout } = await office.call(["cycle", "init"]);
    expect(exit).toBe(0);
    expect(stdout).toContain("giữ nguyên: vanthu.yaml, bieu-mau/");
    expect(await office.read("vanthu.yaml")).toBe("tác giả: Ban Tổ chức\n");
    expect(await readdir(join(office.folder, "bieu-mau"))).toEqual(["rieng.yaml"]);
  });
});

describe("opening figures", () => {
  let office: CycleOffice;
  beforeEach(async () => {
    office = await openCycleOffice(FEW_UNITS);
  });
  afterEach(() => office.remove());

  it("go from the file into the outlines", async () => {
    const file = await xlsx({
      "Số chốt": [
        ["SỐ LIỆU NĂM 2025"],
        ["TT", "Đơn vị", "Kỳ", "B05 – Tổ chức đảng", "C06"],
        [1, "Đảng uỷ phường Sông Kim", 2025, 12, "1.234"],
        [2, "p-tan-linh", "2025-nam", 7, null],
      ],
      "Chỉ tiêu": [
        ["Đơn vị", "Kỳ", "Chỉ tiêu", "Số liệu"],
        ["p-song-kim", "2026-nam", "T01", 30],
      ],
    });
    await office.write("so.xlsx", file);
    const loaded = await office.json("2026-05-04", "init", "--so-dau-ky", "so.xlsx");
    expect(loaded.exit).toBe(0);
    expect(loaded.openings).toMatchObject({ figures: 4, units: 2, periods: ["2025-nam", "2026-chi-tieu"] });
    const opened = await office.json("2026-05-04", "open", "2026-6t");
    expect(opened.exit).toBe(0);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(office.folder, "ra/2026-6t/p-song-kim.xlsx"));
    const cell = (name: string) => {
      const [sheet = "", address = ""] = (workbook.definedNames.getRanges(name).ranges[0] ?? "").split("!");
      return workbook.getWorksheet(sheet.replaceAll("'", ""))?.getCell(address.replaceAll("$", "")).value;
    };
    expect(cell("v_B01_actual")).toBe(12);
    expect(cell("v_C01_actual")).toBe(1234);
    const state = opened.units.map(({ unit, openingsOpen }: { unit: string; openingsOpen: boolean }) => [
      unit,
      openingsOpen,
    ]);
    // nothing is known of the first half of 2025, and of others not even the closings
    expect(state).toEqual([
      ["p-song-kim", true],
      ["p-tan-linh", true],
      ["lddl", true],
    ]);
  });

  it("are refused as a whole when a row is wrong, with its cell", async () => {
    const file = await xlsx({
      Sheet1: [
        ["Đơn vị", "Kỳ", "Chỉ tiêu", "Số liệu"],
        ["p-song-kin", "2025-nam", "B05", 1],
        ["p-song-kim", "2025-namm", "B05", 1],
        ["p-song-kim", "2025-nam", "B055", 1],
        ["p-song-kim", "2025-nam", "B05", "khoảng 12"],
        ["p-song-kim", "2025-nam", "C06", 5],
      ],
    });
    await office.write("so.xlsx", file);
    const { exit, stderr, stdout } = await office.cycle("2026-05-04", "init", "--openings", "so.xlsx");
    expect(exit).toBe(1);
    expect(stdout).toContain("Đã tạo");
    for (const words of ["Sheet1!A2", '"p-song-kim"', "Sheet1!B3", "Sheet1!C4", '"B05"', "Sheet1!D5", "khoảng 12"]) {
      expect(stderr).toContain(words);
    }
    expect(stderr).toContain("4 lỗi.");
  });

  it("say which sheet has no head, and what is no workbook", async () => {
    const formSets = [await readBundledFormSet()];
    const { register } = loadUnits(FEW_UNITS, "don-vi.yaml");
    if (register === undefined) throw new Error("no units");
    const read = (bytes: Uint8Array) =>
      readOpeningFile(bytes, { file: "so.xlsx", register, formSets, kinds: PERIOD_KINDS }).findings.map(({ id }) => id);
    expect(read(await xlsx({ A: [["Tên", "Số"]] }))).toEqual(["cycle-cli/opening-head"]);
    expect(read(await xlsx({ A: [] }))).toEqual(["cycle-cli/opening-nothing"]);
    expect(read(new TextEncoder().encode("không phải Excel"))).toEqual(["return/not-workbook"]);
  });
});
