import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertRows, put, renameSheet } from "../workbook-read.edit.js";
import { figures, filled, read, rules, spot, type } from "../workbook-read.sample.js";

const run = promisify(execFile);

function present(tool: string): boolean {
  try {
    execFileSync("which", [tool]);
    return true;
  } catch {
    return false;
  }
}

/** Workbooks as a unit fills them, re-saved by LibreOffice. */
const WORKBOOKS = {
  plain: () => filled(),
  texts: () =>
    filled(
      type({
        v_C02_actual: "05",
        v_C03_actual: "1.234",
        v_C04_actual: "không có",
        v_C02_estimate: { formula: "5+3" },
        v_B06_actual: "12 người",
        d_2: 'Chữ "có dấu" & <ngoặc>\ndòng hai',
        vt_so_bao_cao: "15-BC/ĐU",
        vt_ngay_bao_cao: 46157,
        vt_nguoi_ky: "Lê Văn Tâm",
        n_B1_C02: "Tăng do doanh nghiệp mới",
        gt_KT_TANG_actual: "Có ba doanh nghiệp lớn",
      }),
      put("Biểu 6", { C9: "Nguyễn Thị Hạnh", D9: "Công ty cổ phần", E9: 46100, F9: 31, G9: "x", C10: "Trần Văn Bình" }),
    ),
  moved: () => filled(insertRows("Biểu 1", 13, 2), renameSheet("Biểu 1", "Sheet1"), insertRows("Biểu 2", 2, 1)),
  broken: () => filled(type({ v_C06_actual: 50, v_C01_actual: 45, e_B4_C02_actual: 7 })),
} as const;

type Name = keyof typeof WORKBOOKS;

describe.skipIf(!present("soffice"))("workbooks re-saved by LibreOffice", () => {
  let folder: string;
  const before = new Map<Name, Uint8Array>();
  const after = new Map<Name, Uint8Array>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-workbook-"));
    for (const name of Object.keys(WORKBOOKS) as Name[]) {
      before.set(name, await WORKBOOKS[name]());
      await writeFile(join(folder, `${name}.xlsx`), before.get(name) ?? new Uint8Array());
    }
    const files = Object.keys(WORKBOOKS).map((name) => join(folder, `${name}.xlsx`));
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const out = join(folder, "out");
    await run("soffice", [
      profile,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      out,
      ...files,
    ]);
    for (const name of Object.keys(WORKBOOKS) as Name[]) {
      after.set(name, new Uint8Array(await readFile(join(out, `${name}.xlsx`))));
    }
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(Object.keys(WORKBOOKS) as Name[])("read as they were before: %s", (name) => {
    const [own, saved] = [before, after].map((files) => read(files.get(name) ?? new Uint8Array()));
    expect(saved?.stamp).toBeDefined();
    expect(saved && rules(saved)).toEqual(own && rules(own));
    expect(saved).toEqual(own);
  });

  it("hold exactly what was typed", () => {
    const returned = read(after.get("texts") ?? new Uint8Array());
    expect(figures(returned)).toMatchObject({
      "C02/actual": 5,
      "C03/actual": 1234,
      "C04/actual": 0,
      "C06/actual": 1279,
      "C02/estimate": 8,
      "B06/actual": 12,
    });
    expect(returned.values.find(({ key }) => key === "C04")).toMatchObject({
      typed: "không có",
      cell: spot("v_C04_actual"),
    });
    expect(returned.lists.B6?.[0]).toEqual(["1", "Nguyễn Thị Hạnh", "Công ty cổ phần", "2026-03-19", "31", "x", ""]);
    expect(returned.paper.date).toBe("2026-05-15");
  });
});
