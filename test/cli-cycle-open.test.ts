import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { englishIn, failing } from "./cli.environment.js";
import { type CycleOffice, FEW_UNITS, on, openCycleOffice } from "./cli-cycle.sample.js";

let office: CycleOffice;
beforeEach(async () => {
  office = await openCycleOffice(FEW_UNITS);
});
afterEach(() => office.remove());

const DAY = "2026-05-04";

describe("vanthu cycle open", () => {
  it("makes a workbook for every unit, and a calendar", async () => {
    const { exit, stdout, stderr } = await office.cycle(DAY, "open", "2026-6t");
    expect([exit, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("3 đơn vị có tệp trong ra/2026-6t: 3 tệp mới, 0 phát hành lại, 0 không đổi.");
    expect(await readdir(join(office.folder, "ra/2026-6t"))).toEqual([
      "2026-6t.ics",
      "lddl.xlsx",
      "p-song-kim.xlsx",
      "p-tan-linh.xlsx",
    ]);
    expect(await office.read("ra/2026-6t/2026-6t.ics")).toContain("BEGIN:VALARM");
  });

  it("changes nothing when called again, and makes the same bytes elsewhere", async () => {
    await office.cycle(DAY, "open", "2026-6t");
    const first = await office.bytes("ra/2026-6t/p-song-kim.xlsx");
    const again = await office.cycle("2026-05-10", "open", "2026-6t", "-o", "khac");
    expect(again.stdout).toContain("0 tệp mới, 0 phát hành lại, 3 không đổi");
    expect(await office.bytes("khac/2026-6t/p-song-kim.xlsx")).toEqual(first);
  });

  it("issues the next revision where an opening has been loaded since, beside the first", async () => {
    await office.cycle(DAY, "open", "2026-6t");
    const { default: exceljs } = await import("exceljs");
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet("A").addRows([
      ["Đơn vị", "Kỳ", "B05", "C06"],
      ["p-song-kim", "2025-nam", 9, 120],
    ]);
    await office.write("so.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()));
    await office.cycle(DAY, "init", "--so-dau-ky", "so.xlsx");
    const { units } = await office.json(DAY, "open", "2026-6t");
    expect(units.map(({ file, revision, kind }: Record<string, unknown>) => [file, revision, kind])).toEqual([
      ["ra/2026-6t/p-song-kim-lan-2.xlsx", 2, "again"],
      ["ra/2026-6t/p-tan-linh.xlsx", 1, "same"],
      ["ra/2026-6t/lddl.xlsx", 1, "same"],
    ]);
    expect(await readdir(join(office.folder, "ra/2026-6t"))).toContain("p-song-kim.xlsx");
  });

  it("never writes over a file that somebody has changed", async () => {
    await office.cycle(DAY, "open", "2026-6t");
    await office.write("ra/2026-6t/lddl.xlsx", "đã sửa");
    const refused = await office.cycle(DAY, "open", "2026-6t");
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('Tệp "ra/2026-6t/lddl.xlsx" đã có');
    expect(await office.read("ra/2026-6t/lddl.xlsx")).toBe("đã sửa");
    expect((await office.cycle(DAY, "open", "2026-6t", "--ghi-de")).exit).toBe(0);
    expect(await office.read("ra/2026-6t/lddl.xlsx")).not.toBe("đã sửa");
  });

  it("can be asked for one unit", async () => {
    expect((await office.cycle(DAY, "open", "2026-6t", "--don-vi", "lddl")).exit).toBe(0);
    expect(await readdir(join(office.folder, "ra/2026-6t"))).toEqual(["2026-6t.ics", "lddl.xlsx"]);
  });

  it.each([
    [["2026-6tt"], "2026-6t"],
    [["2026-6t", "--unit", "p-song-kin"], '"p-song-kim"'],
    [["2026-q1"], "quý I năm 2026"],
    [["2026-6t", "--forms", "xd-to-chuc-danh"], '"xd-to-chuc-dang"'],
  ])("%j: what, and what to do, in Vietnamese", async (words, expected) => {
    const { exit, stderr, stdout } = await office.cycle(DAY, "open", ...words);
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(expected);
    expect(englishIn(stderr)).toBeUndefined();
  });

  it("refuses a form set that was edited after its first use", async () => {
    await office.call(["cycle", "init"], on(DAY));
    expect((await office.cycle(DAY, "open", "2026-6t", "--unit", "lddl")).exit).toBe(0);
    const name = "bieu-mau/xd-to-chuc-dang-2026-1/kiem-tra.yaml";
    const text = await office.read(name);
    await office.write(name, `# chú thích không đổi nghĩa\r\n${text.replaceAll("\n", "\r\n")}`);
    expect((await office.cycle(DAY, "open", "2026-6t", "--unit", "lddl")).exit).toBe(0);
    await office.write(name, text.replace("Tổ chức đảng đầu kỳ ghi", "Số tổ chức đảng đầu kỳ ghi"));
    const { exit, stderr } = await office.cycle(DAY, "open", "2026-6t", "--unit", "lddl");
    expect(exit).toBe(2);
    expect(stderr).toContain("Bộ biểu mẫu xd-to-chuc-dang phiên bản 2026-1 đã bị sửa sau khi dùng cho kỳ 2026-6t");
  });

  it("leaves units out that report to another which files itself, and warns of unknown kinds", async () => {
    await office.write(
      "don-vi.yaml",
      `${FEW_UNITS}  - { mã: cb-cho, loại: xa-phuong, tên: Đảng uỷ Chợ, cấp trên: p-song-kim }
  - { mã: la, loại: khong-co, tên: Đơn vị lạ }
`,
    );
    const { units, findings, exit } = await office.json(DAY, "open", "2026-6t");
    expect(exit).toBe(0);
    expect(units.map(({ unit }: { unit: string }) => unit)).toEqual(["p-song-kim", "p-tan-linh", "lddl"]);
    expect(findings.map(({ id }: { id: string }) => id)).toContain("cycle-cli/units-without-forms");
  });

  it("notes nothing in the ledger that could not be written", async () => {
    const files = failing({
      writeAll: (outputs) => (outputs.some(({ path }) => /lddl/u.test(path)) ? "ENOSPC" : undefined),
    });
    const full = await office.call(["cycle", "open", "2026-6t"], { ...on(DAY), files });
    expect(full.exit).toBe(2);
    expect(full.stderr).toContain("Hết chỗ");
    const again = await office.cycle(DAY, "open", "2026-6t");
    expect(again.exit).toBe(0);
    expect(again.stdout).toContain("3 tệp mới");
  });

  it("needs a workspace with units", async () => {
    const bare = await office.call(["cycle", "open", "2026-6t"], { cwd: "/" });
    expect(bare.exit).toBe(2);
    expect(bare.stderr).toContain("vanthu cycle init");
  });
});
