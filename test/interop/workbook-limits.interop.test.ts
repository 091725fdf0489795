/** Caps, ranges and exact targets in a unit's workbook, as LibreOffice computes them. Needs soffice. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formSetKey, readWorkbook } from "../../src/workbook/read/index.js";
import { makeStencil, type Stencil, writeOutline } from "../../src/workbook/write/index.js";
import { limitsFormSet } from "../limits-form-set.js";
import { fillCells, NO_PREFILL, sampleOptions } from "../workbook-filling.js";

const run = promisify(execFile);

/** What a unit types, and the verdicts of D01 to D04 and of the share D07. */
const RETURNS = {
  low: { typed: [9, 9, 9, 9, 79, 100], verdicts: ["Đạt", "Đạt", "Chưa đạt", "Chưa đạt", "Chưa đạt"] },
  lowest: { typed: [10, 10, 10, 10, 80, 100], verdicts: ["Đạt", "Chưa đạt", "Đạt", "Đạt", "Đạt"] },
  highest: { typed: [11, 11, 12, 11, 95, 100], verdicts: ["Chưa đạt", "Chưa đạt", "Đạt", "Chưa đạt", "Đạt"] },
  high: { typed: [0, 0, 13, 0, 96, 100], verdicts: ["Đạt", "Đạt", "Chưa đạt", "Chưa đạt", "Chưa đạt"] },
} as const;
const TYPED = ["D01", "D02", "D03", "D04", "D05", "D06"];

describe("LibreOffice", () => {
  let folder = "";
  let stencil: Stencil;
  const sheets = new Map<string, exceljs.Worksheet>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "vanthu-limits-"));
    stencil = await makeStencil(limitsFormSet(), "xa-phuong", "nam");
    const targets = { T01: 10, T02: 10, T03: 10, T04: 12, T05: 10, T06: 80, T07: 95 };
    const outline = writeOutline(stencil, sampleOptions({ prefill: { ...NO_PREFILL, targets } }));
    const names = Object.keys(RETURNS);
    for (const [name, { typed }] of Object.entries(RETURNS)) {
      const cells = stencil.layout.values.flatMap(({ sheet, address, key, role }) => {
        const value = typed[TYPED.indexOf(key)];
        return role === "typed" && value !== undefined ? [{ sheet, address, value }] : [];
      });
      expect(cells).toHaveLength(TYPED.length);
      await writeFile(join(folder, `${name}.xlsx`), fillCells(outline, stencil.layout, cells));
    }
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const files = names.map((name) => join(folder, `${name}.xlsx`));
    await run("soffice", [profile, "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "out"), ...files]);
    for (const name of names) {
      const book = new exceljs.Workbook();
      await book.xlsx.load((await readFile(join(folder, "out", `${name}.xlsx`))) as unknown as exceljs.Buffer);
      const form = stencil.layout.sheets.find((sheet) => sheet.kind === "form");
      const sheet = form && book.getWorksheet(form.sheet);
      if (sheet !== undefined) sheets.set(name, sheet);
    }
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const resultsIn = (name: string, content: "verdict" | "target" | "computed"): Record<string, unknown> => {
    const form = stencil.layout.sheets.find((sheet) => sheet.kind === "form");
    if (form?.kind !== "form") throw new Error("no form");
    return Object.fromEntries(
      form.cells
        .filter(({ source }) => source.content === content)
        .map(({ row, address }) => {
          const cell = sheets.get(name)?.getCell(address);
          return [form.rows.find((each) => each.row === row)?.code ?? "", cell?.result ?? cell?.value];
        }),
    );
  };

  it.each(Object.entries(RETURNS))("judges %s", (name, { verdicts }) => {
    const [D01, D02, D03, D04, D07] = verdicts;
    expect(resultsIn(name, "verdict")).toMatchObject({ D01, D02, D03, D04, D05: "X", D06: "X", D07 });
  });

  it.each(Object.entries(RETURNS))("saves %s so that it is read without findings", async (name, { typed }) => {
    const formSet = limitsFormSet();
    const saved = new Uint8Array(await readFile(join(folder, "out", `${name}.xlsx`)));
    const { findings, values } = await readWorkbook(
      saved,
      new Map([[formSetKey(formSet.id, formSet.version), formSet]]),
    );
    expect(findings).toEqual([]);
    const read = TYPED.map((key) => values.find((value) => value.key === key && value.measure === "actual")?.value);
    expect(read).toEqual(typed);
  });

  it("shows both ends of a range, and no percentage of it", () => {
    expect(resultsIn("low", "target")).toMatchObject({ D01: 10, D03: "từ 10 đến 12", D07: "từ 80 đến 95", D05: "X" });
    expect(resultsIn("low", "computed")).toMatchObject({ D01: 90, D03: "X", D05: "X", D07: "X" });
  });
});
