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

/** 20 members are allocated to p-song-kim for 2027, to the other unit nothing. */
const allocate = (): Promise<unknown> =>
  inLedger((ledger) =>
    ledger.loadOpeningBalances({
      file: { bytes: new TextEncoder().encode("phân bổ"), name: "phan-bo.xlsx" },
      rows: [
        {
          unit: "p-song-kim",
          period: "2027-chi-tieu",
          key: "T01",
          measure: "actual",
          value: 20,
          cell: { sheet: "Phân bổ", address: "C5" },
        },
      ],
      who: "van-thu",
    }),
  );

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
    await allocate();
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
    expect(await confirmed("p-song-kim")).toEqual([["T01", 20, "phan-bo.xlsx"]]);
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
    expect(await confirmed("p-song-kim")).toEqual([["T01", 20, "phan-bo.xlsx"]]);
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
