import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ledger, openLedger } from "../src/cycle/ledger/index.js";
import { loadFormSet, readBundledFormSet } from "../src/forms/index.js";
import { layoutWorkbook } from "../src/workbook/layout/index.js";
import { type CycleOffice, FEW_UNITS, openCycleOffice } from "./cli-cycle.sample.js";
import { cellXml, fillCells } from "./workbook-filling.js";

const FILE = "form-sets/dang-ky-chi-tieu-2026-1.yaml";
const { formSet } = loadFormSet(readFileSync(FILE, "utf8"), FILE, () => undefined);
if (formSet === undefined) throw new Error("the form set has faults");
const layout = layoutWorkbook(formSet, "xa-phuong", "dk");

let office: CycleOffice;
beforeEach(async () => {
  office = await openCycleOffice(FEW_UNITS);
});
afterEach(() => office.remove());

async function inLedger<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const { ledger } = await openLedger(office.folder, {
    now: () => new Date("2027-01-05T05:00:00Z"),
    host: "may",
    pid: process.pid,
  });
  if (ledger === undefined) throw new Error("no ledger");
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** A plan whose annex allocates 20 members to p-song-kim for 2027, and to the other unit none. */
const PLAN = `---
thể loại: Kế hoạch
cơ quan ban hành: TỈNH UỶ HÀ TRUNG
ngày: 08/6/2026
trích yếu: phát triển đảng viên giai đoạn 2026 - 2028
---
# I- NHIỆM VỤ

1. Đảng uỷ phường Sông Kim kết nạp đảng viên theo Phụ lục 1.

# Phụ lục 1
# PHÂN BỔ CHỈ TIÊU KẾT NẠP ĐẢNG VIÊN

\`\`\`bảng
| TT | Đơn vị | Kết nạp đảng viên | < | < | < |
| ^ | ^ | 2026 | 2027 | 2028 | Cộng |
| --- | --- | --- | --- | --- | --- |
| 1 | Phường Sông Kim | 18 | 20 | 22 | 60 |
| 2 | Phường Tân Lĩnh | 9 | - | - | 9 |
| | Tổng cộng | 27 | 20 | 22 | 69 |
\`\`\`
`;

/** The desk enters the plan's allocation. */
async function allocate() {
  await office.write("ke-hoach.md", new TextEncoder().encode(PLAN));
  return office.json("2026-12-15", "allocate", "ke-hoach.md");
}

const confirmed = (unit: string) =>
  inLedger(async (ledger) =>
    (ledger.priorFigures(unit, "2027-chi-tieu")?.figures ?? []).map(({ key, value, file }) => [key, value, file.name]),
  );

/** The unit types what it registers and sends the workbook. */
async function register(unit: string, members: number, organisations: number): Promise<void> {
  const outline = await office.bytes(`ra/2027-dk/${unit}.xlsx`);
  const cells = layout.values
    .filter(({ role }) => role === "typed")
    .map(({ key, sheet, address }) => ({ sheet, address, value: key === "DK01" ? members : organisations }));
  expect(cells).toHaveLength(2);
  await office.write(`hop-thu-den/2027-01-10/${unit}.xlsx`, fillCells(outline, layout, cells));
}

describe("registered targets", () => {
  it("become the unit's targets of the year once the desk confirms them, and stand in its Biểu 4", async () => {
    expect((await allocate()).taken.map(({ code }: { code: string }) => code)).toEqual(["T01", "T02"]);
    const opened = await office.json("2026-12-16", "open", "2027-dk");
    expect(opened.units.map(({ unit }: { unit: string }) => unit)).toEqual(["p-song-kim", "p-tan-linh"]);
    expect(opened.period.lastDay).toBe("2027-01-31");
    await register("p-song-kim", 18, 2);
    await register("p-tan-linh", 9, 0);
    const collected = await office.json("2027-01-11", "collect", "--period", "2027-dk");
    const rules = collected.returns.map(({ unit, state, findings }: never) => [
      unit,
      state,
      (findings as { weight: string; rule: string }[])
        .filter(({ weight }) => weight !== "note")
        .map(({ rule }) => rule),
    ]);
    expect(rules).toEqual([
      ["p-song-kim", "explain", ["KT-DK01"]],
      ["p-tan-linh", "accepted", []],
    ]);
    expect(await confirmed("p-song-kim")).toEqual([["T01", 20, "ke-hoach.md"]]);
    expect(await confirmed("p-tan-linh")).toEqual([]);

    const one = await office.json("2027-01-12", "confirm", "2027-dk", "--unit", "p-tan-linh");
    expect(one.confirmed).toEqual([
      {
        unit: "p-tan-linh",
        revision: 1,
        targets: [
          { target: "T01", value: 9 },
          { target: "T04", value: 0 },
        ],
      },
    ]);
    expect(await confirmed("p-song-kim")).toEqual([["T01", 20, "ke-hoach.md"]]);
    const all = await office.call(["ky-bao-cao", "xac-nhan", "2027-dk", "--tat-ca"], {
      now: () => new Date("2027-01-12T05:00:00Z"),
    });
    expect(all.exit).toBe(0);
    expect(all.stdout + all.stderr).toMatch(/Sông Kim đăng ký thấp hơn.*18, được phân bổ 20/u);
    expect(all.stdout).toContain("Đã xác nhận chỉ tiêu năm 2027 của 2/2 đơn vị.");
    expect(await confirmed("p-song-kim")).toEqual([
      ["T01", 18, "p-song-kim.xlsx"],
      ["T04", 2, "p-song-kim.xlsx"],
    ]);

    await office.cycle("2027-05-04", "open", "2027-6t", "--unit", "p-song-kim");
    const main = layoutWorkbook(await readBundledFormSet(), "xa-phuong", "6t");
    const cell = main.prefilled.find(({ source, key }) => source === "targets" && key === "T01");
    if (cell === undefined) throw new Error("no cell");
    const bytes = await office.bytes(join("ra", "2027-6t", "p-song-kim.xlsx"));
    expect(cellXml(bytes, main, cell.sheet, cell.address)).toContain("<v>18</v>");
  });

  it("are confirmed of units that sent them only, and in a period of registration only", async () => {
    await office.cycle("2026-12-16", "open", "2027-dk");
    await register("p-song-kim", 18, 2);
    await office.cycle("2027-01-11", "collect", "--period", "2027-dk");
    const all = await office.json("2027-01-12", "confirm", "2027-dk", "--all");
    expect(all.missing).toEqual(["Đảng uỷ phường Tân Lĩnh"]);
    expect(all.confirmed).toHaveLength(1);
    const calls = [
      ["2027-dk"],
      ["2027-dk", "--all", "--unit", "p-song-kim"],
      ["2028-dk", "--all"],
      ["2027-dk", "--unit", "la"],
    ];
    for (const words of calls) expect((await office.cycle("2027-01-12", "confirm", ...words)).exit).toBe(2);
    await office.cycle("2027-05-04", "open", "2027-6t");
    expect((await office.cycle("2027-05-05", "confirm", "2027-6t", "--all")).exit).toBe(2);
  });
});
