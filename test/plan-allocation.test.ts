import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { Allocation } from "../src/model/allocation.js";
import type { Table } from "../src/model/table.js";
import type { UnitRegister } from "../src/organisation/index.js";
import {
  allocationTable,
  allocationWorkbook,
  checkSums,
  checkUnits,
  readAllocation,
  readAllocationWorkbook,
  withSums,
} from "../src/plan/targets/index.js";

const FILE = readFileSync(new URL("../fixtures/phan-bo-chi-tieu.xlsx", import.meta.url));
const DAY = "2026-06-29";

const REGISTER: UnitRegister = {
  units: [
    {
      code: "p-song-kim",
      kind: "xa-phuong",
      names: [{ official: "Đảng uỷ phường Sông Kim", short: "Phường Sông Kim" }],
    },
    { code: "x-an-sa", kind: "xa-phuong", names: [{ official: "Đảng uỷ xã An Sa", abbreviated: "ĐU An Sa" }] },
    { code: "x-cu", kind: "xa-phuong", until: "2025-06-30", names: [{ official: "Đảng uỷ xã Cũ", short: "Xã Cũ" }] },
    { code: "kcn", kind: "truc-thuoc", names: [{ official: "Đảng uỷ Các khu công nghiệp tỉnh" }] },
    { code: "tinh-doan", kind: "doan-the", names: [{ official: "Ban Thường vụ Tỉnh đoàn" }] },
  ],
  successions: [],
};

/** A table of plain texts; the head as given. */
const table = (headerRows: number, rows: readonly (readonly string[])[]): Table => ({
  columns: (rows[0] ?? []).map(() => ({})),
  headerRows,
  rows: rows.map((row) => row.map((text) => ({ paragraphs: [text === "" ? [] : [{ kind: "text", text }]] }))),
});

const amount = fc.option(fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.constant(12.5)), { nil: null });
const NAMES = [
  "Phường Sông Kim",
  "Xã An Sa",
  "Đảng bộ Các khu công nghiệp tỉnh",
  "Tổng công ty May",
  "Xã Ia Đrăng",
  "ĐU X",
];
const allocations: fc.Arbitrary<Allocation> = fc
  .record({
    years: fc.uniqueArray(fc.integer({ min: 2020, max: 2040 }), { minLength: 1, maxLength: 5 }),
    indicators: fc.uniqueArray(fc.constantFrom("Kết nạp đảng viên", "Thành lập tổ chức đảng", "Công đoàn cơ sở"), {
      minLength: 1,
      maxLength: 3,
    }),
    summed: fc.boolean(),
    areas: fc.uniqueArray(fc.constantFrom("Khu vực trung tâm", "Khu vực ven biển", "Khu vực khác"), { maxLength: 3 }),
    count: fc.integer({ min: 1, max: 6 }),
    figures: fc.array(amount, { minLength: 90, maxLength: 90 }),
  })
  .map(({ years, indicators, summed, areas, count, figures }) => {
    const ordered = [...years].sort();
    const size = indicators.length * ordered.length;
    const units = NAMES.slice(0, count).map((name, at) => ({
      name,
      ...(areas.length === 0 ? {} : { area: areas[Math.floor((at * areas.length) / count)] ?? "" }),
      amounts: indicators.map((_, place) =>
        ordered.map((_year, index) => figures[(at * size + place * ordered.length + index) % figures.length] ?? null),
      ),
      sums: indicators.map(() => null),
    }));
    const first = units[0]?.amounts[0];
    if (first !== undefined) first[0] = 7;
    return withSums({
      indicators: indicators.map((name) => ({ name, years: ordered, ...(summed ? { sum: "Cộng" } : {}) })),
      areas: areas.map((name) => ({ name, amounts: [], sums: [] })),
      units,
    });
  });

describe("the allocation of a plan", () => {
  let allocation: Allocation;
  beforeAll(() => {
    const { allocation: read } = readAllocationWorkbook(FILE);
    if (read === undefined) throw new Error("no allocation");
    allocation = read;
  });

  it("is read out of a table with merged heads, areas and a total", () => {
    expect(Allocation.parse(allocation)).toEqual(allocation);
    expect(allocation.indicators).toEqual([
      { name: "Kết nạp đảng viên", years: [2026, 2027, 2028, 2029, 2030], sum: "Cộng" },
      { name: "Thành lập tổ chức đảng", years: [2026, 2027, 2028, 2029, 2030], sum: "Cộng" },
    ]);
    expect(allocation.areas.map(({ name }) => name)).toHaveLength(4);
    expect(allocation.units).toHaveLength(24);
    expect(allocation.units[0]).toEqual({
      name: "Phường Sông Kim",
      area: "Khu vực trung tâm",
      amounts: [
        [18, 18, 18, 19, 19],
        [1, 1, 1, 1, 1],
      ],
      sums: [92, 5],
    });
    expect(allocation.total?.sums).toEqual([1272, 70]);
    expect(checkSums(allocation)).toEqual([]);
    expect(withSums(allocation)).toEqual(allocation);
  });

  it("comes back the same from the annex's table and from the workbook", async () => {
    expect(readAllocation(allocationTable(allocation)).allocation).toEqual(allocation);
    const bytes = await allocationWorkbook(allocation, { title: "Phân bổ chỉ tiêu", day: DAY });
    expect(readAllocationWorkbook(bytes).allocation).toEqual(allocation);
    expect(await allocationWorkbook(allocation, { title: "Phân bổ chỉ tiêu", day: DAY })).toEqual(bytes);
  });

  it("comes back the same whatever it holds", () => {
    fc.assert(
      fc.property(allocations, (given) => {
        expect(readAllocation(allocationTable(given))).toEqual({ allocation: given, findings: [] });
        expect(checkSums(given)).toEqual([]);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it("comes back the same from a workbook, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(allocations, async (given) => {
        const bytes = await allocationWorkbook(given, { title: "Phân bổ", day: DAY });
        expect(readAllocationWorkbook(bytes)).toEqual({ allocation: given, findings: [] });
      }),
      { numRuns: 4, seed: 4 },
    );
  });

  it("finds units by every name that they have on the plan's day, and says which it does not know", () => {
    const rows = [
      ["TT", "Đơn vị", "Năm 2026"],
      ["1", "Phường Sông Kim", "5"],
      ["2", "ĐU An Sa", "-"],
      ["3", "Xã Cũ", "2"],
      ["4", "Đảng bộ Các khu công nghiệp tỉnh", "1.250"],
    ];
    const { allocation: read, findings } = readAllocation(table(1, rows), {
      register: REGISTER,
      day: DAY,
      title: "Kết nạp đảng viên",
    });
    expect(read?.indicators).toEqual([{ name: "Kết nạp đảng viên", years: [2026] }]);
    expect(read?.units.map(({ code }) => code)).toEqual(["p-song-kim", "x-an-sa", undefined, "kcn"]);
    expect(read?.units.map(({ amounts }) => amounts[0]?.[0])).toEqual([5, null, 2, 1250]);
    expect(findings.map(({ id, found }) => [id, found.includes("Xã Cũ")])).toEqual([["plan/allocation-unit", true]]);
  });

  it("is told from other tables, and says which cell holds no figure", () => {
    expect(
      readAllocation(
        table(1, [
          ["TT", "Nhiệm vụ", "Thời hạn"],
          ["1", "Ban hành kế hoạch", "31/7/2026"],
        ]),
      ),
    ).toEqual({
      findings: [],
    });
    const { findings } = readAllocation(
      table(1, [
        ["TT", "Đơn vị", "Năm 2026"],
        ["1", "Xã A", "khoảng 5"],
        ["2", "Xã B", "3"],
      ]),
    );
    expect(findings.map(({ id }) => id)).toEqual(["plan/allocation-figure"]);
  });

  it("says each sum that is wrong once, and units left out or named twice", () => {
    const rows = [
      ["TT", "Đơn vị", "Kết nạp đảng viên năm 2026", "Kết nạp đảng viên năm 2027", "Cộng"],
      ["1", "Phường Sông Kim", "5", "6", "12"],
      ["2", "Phường Sông Kim", "5", "6", "11"],
      ["", "Tổng cộng", "10", "13", "23"],
    ];
    const head = table(1, rows);
    const { allocation: read } = readAllocation(
      { ...head, headerRows: 1 },
      { register: REGISTER, day: DAY, title: "Kết nạp" },
    );
    if (read === undefined) throw new Error("no allocation");
    expect(checkSums(read).map(({ id }) => id)).toContain("plan/target-column-sum");
    expect(checkUnits(read, REGISTER, DAY).map(({ id }) => id)).toEqual([
      "plan/target-unit-twice",
      "plan/target-unit-missing",
    ]);
  });

  it("names the row of a wrong sum", () => {
    const wrong = structuredClone(allocation);
    const [unit] = wrong.units;
    if (unit !== undefined) unit.sums = [93, 5];
    expect(checkSums(wrong).map(({ id, found }) => [id, /Sông Kim.*93.*92/u.test(found)])).toEqual([
      ["plan/target-row-sum", true],
    ]);
  });
});
