import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkReturn, type EarlierFigures, NO_EARLIER_FIGURES, stateOf } from "../src/cycle/checks/index.js";
import type { CellFinding } from "../src/cycle/returns.js";
import type { FormSet } from "../src/forms/form-set.js";
import type { Period } from "../src/periods/period.js";
import { formSetKey, readWorkbook } from "../src/workbook/read/index.js";
import { HALF, Province, type ReturnWish, removeProvinces, YEAR } from "./cycle-collect.sample.js";
import { SAMPLE_FORM_SET, UNIT_KIND } from "./workbook-form-set.js";

const UNIT = "p-song-kim";

/** Without checks of its own: what is found follows from the indicators. */
const BARE: FormSet = { ...SAMPLE_FORM_SET, checks: [] };

const TYPED = {
  "C02/actual": 6,
  "C02a/actual": 2,
  "C03/actual": 1,
  "C04/actual": 0,
  "C02/estimate": 8,
  "C02a/estimate": 3,
  "C03/estimate": 1,
  "C04/estimate": 0,
  "A01/actual": 30,
  "A01.CP/actual": 12,
  "A01.TNHH/actual": 18,
  "B06/actual": 9,
};

let province: Province;
beforeAll(async () => {
  province = await Province.open({ formSet: SAMPLE_FORM_SET });
});
afterAll(removeProvinces);

interface Wish extends ReturnWish {
  readonly earlier?: Partial<EarlierFigures>;
}

async function findings(formSet: FormSet, wish: Wish = {}): Promise<readonly CellFinding[]> {
  const { earlier = {}, period = HALF as Period, ...rest } = wish;
  const typed = { ...TYPED, ...wish.typed };
  const prefill = { openings: { C01: 40 }, ...wish.prefill };
  const bytes = await province.return(UNIT, { listRows: 6, ...rest, formSet, period, typed, prefill }, false);
  const read = readWorkbook(bytes, new Map([[formSetKey(formSet.id, formSet.version), formSet]]));
  return [
    ...read.findings,
    ...checkReturn(read, {
      formSet,
      unitKind: UNIT_KIND,
      periodKind: period.kind,
      earlier: { ...NO_EARLIER_FIGURES, ...earlier },
      nameOf: (code) => `đơn vị ${code}`,
    }),
  ];
}

/** Where a value stands. */
function at(key: string, measure = "actual"): string {
  const { values } = province.layout(UNIT, { formSet: SAMPLE_FORM_SET, kind: UNIT_KIND });
  const home = values.find((value) => value.key === key && value.measure === measure && value.role !== "echo");
  return `${home?.sheet}!${home?.address}`;
}

const brief = (found: readonly CellFinding[]): readonly string[] =>
  found.map(({ rule, weight, cell }) => `${rule} ${weight} ${cell?.sheet ?? ""}!${cell?.address ?? ""}`);

describe("figures one by one", () => {
  it("of a correct return are not complained of", async () => {
    expect(await findings(BARE)).toEqual([]);
  });

  it("that are required and blank are named", async () => {
    expect(brief(await findings(BARE, { typed: { "C03/actual": null } }))).toEqual([`SL-THIEU error ${at("C03")}`]);
  });

  it("that are blank on a whole form are one finding", async () => {
    const typed = { "A01/actual": null, "A01.CP/actual": null, "A01.TNHH/actual": null, "B06/actual": null };
    const [finding, ...others] = await findings(BARE, { typed });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: "SL-TRONG", cell: { sheet: "Biểu 2" } });
    expect(finding?.found).toContain("4 ô");
  });

  it("that are estimates may stay blank", async () => {
    const typed = { "C02/estimate": null, "C02a/estimate": null, "C03/estimate": null, "C04/estimate": null };
    expect(await findings(BARE, { typed })).toEqual([]);
  });

  it("cannot be negative, nor halves of people", async () => {
    expect(brief(await findings(BARE, { typed: { "C03/actual": -2, "C04/actual": 1.5 } }))).toEqual([
      `SL-AM error ${at("C03")}`,
      `SL-LE error ${at("C04")}`,
    ]);
  });

  it("that cannot be read are told once, by the reader", async () => {
    expect(brief(await findings(BARE, { typed: { "C03/actual": "chưa rõ" } }))).toEqual([
      `TEP-SO-CHU error ${at("C03")}`,
    ]);
  });

  it("of an opening that nobody locked must be typed, with those of last year", async () => {
    const found = await findings(BARE, { prefill: { openings: {}, openingsOpen: true } });
    expect(found.map(({ rule }) => rule)).toContain("SL-THIEU-DAU-KY");
    // a column of last year's figures that is blank throughout is one finding a sheet
    const lastYear = found.filter(({ rule }) => rule === "SL-THIEU-CUNG-KY");
    expect(lastYear.length).toBeGreaterThan(0);
    const columns = lastYear.filter(({ id }) => id === "cycle/blank-same-period");
    expect(new Set(columns.map(({ cell }) => cell?.sheet)).size).toBe(columns.length);
  });

  it("that are totals typed over a formula are worked out again", async () => {
    const found = await findings(BARE, { named: { v_C06_actual: 99 } });
    expect(brief(found)).toEqual([`TEP-CT-LECH error ${at("C06")}`]);
    expect(found[0]?.found).toContain("47");
  });
});

describe("breakdowns", () => {
  it("add up to the whole", async () => {
    const found = await findings(BARE, { typed: { "A01.CP/actual": 11 } });
    expect(brief(found)).toEqual([`SL-CONG-A01 error ${at("A01")}`]);
    expect(found[0]?.found).toMatch(
      /là 30, khác tổng các phần là 29\. \(Biểu 2, ô [A-Z]+\d+, [A-Z]+\d+, [A-Z]+\d+\)$/u,
    );
  });

  it("are not said twice when the form set says it itself", async () => {
    const found = await findings(SAMPLE_FORM_SET, { typed: { "A01.CP/actual": 11 } });
    expect(found.map(({ rule }) => rule)).toEqual(["KT-A01"]);
  });

  it("that overlap are each no larger than the whole, and parts of parts than theirs", async () => {
    const overlapping: FormSet = {
      ...BARE,
      dimensions: [
        {
          id: "LH",
          name: "Loại hình",
          members: [
            { code: "CP", name: "Công ty cổ phần" },
            { code: "TNHH", name: "Một phần của cổ phần", within: "CP" },
          ],
        },
      ],
      indicators: BARE.indicators.map((indicator) =>
        indicator.code === "A01" ? { ...indicator, dimension: { id: "LH", sums: false } } : indicator,
      ),
    };
    const found = await findings(overlapping, { typed: { "A01.CP/actual": 31, "A01.TNHH/actual": 40 } });
    expect(found.map(({ rule }) => rule)).toEqual(["SL-PHAN-A01.CP", "SL-PHAN-A01.TNHH"]);
  });
});

describe("figures over time", () => {
  it("of a flow are not less than those of the first six months", async () => {
    const earlier = { half: (key: string) => (key === "C02" ? 7 : undefined) };
    const found = await findings(BARE, { period: YEAR, earlier, typed: { "B07/actual": 3 } });
    expect(brief(found)).toEqual([`SL-6T-C02 explain ${at("C02")}`]);
    expect(stateOf(found)).toBe("explain");
  });

  it("of an opening continue the closing, whose parts are named", async () => {
    const opening: EarlierFigures["opening"] = () => ({
      value: 42,
      parts: [
        { from: "cu-1", value: 30, basis: "closing" },
        { from: "cu-2", value: 12, basis: "handover", document: "Biên bản 05-BB/ĐU" },
      ],
      lacking: [],
    });
    const [finding, ...others] = await findings(BARE, { earlier: { opening } });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: "SL-DAU-KY", weight: "error", cell: { sheet: "Biểu 1" } });
    expect(brief([finding as CellFinding])).toEqual([`SL-DAU-KY error ${at("C01")}`]);
    expect(finding?.found).toContain("đơn vị cu-2 12 (số bàn giao theo Biên bản 05-BB/ĐU)");
  });

  it("of a handover that was not declared are told to the desk", async () => {
    const opening: EarlierFigures["opening"] = () => ({
      parts: [],
      lacking: [{ from: "cu-1", to: UNIT, lacks: "handover" }],
    });
    expect(brief(await findings(BARE, { earlier: { opening } }))).toEqual(["SL-BAN-GIAO note !"]);
  });
});

describe("what only asks for an explanation", () => {
  const MANY = { "C02/actual": 12, "C02a/actual": 2 };

  it("keeps a return open", async () => {
    const found = await findings(SAMPLE_FORM_SET, { typed: MANY, listRows: 12 });
    expect(brief(found)).toEqual([`KT-TANG explain ${at("C02")}`]);
    expect(found[0]?.found).toContain("Kết nạp 12 người, nhiều hơn 20% số đầu kỳ.");
    expect(stateOf(found)).toBe("explain");
  });

  it("is settled by a note beside one of the figures", async () => {
    const named = { n_B1_C02: "Có đợt kết nạp tại nhà máy mới" };
    const found = await findings(SAMPLE_FORM_SET, { typed: MANY, listRows: 12, named });
    expect(found[0]).toMatchObject({ rule: "KT-TANG", explanation: "Có đợt kết nạp tại nhà máy mới" });
    expect(stateOf(found)).toBe("accepted");
  });

  it("is settled on the check sheet, but not by a sign that says nothing", async () => {
    const said = { gt_KT_TANG_actual: "Nhà máy mới" };
    expect(stateOf(await findings(SAMPLE_FORM_SET, { typed: MANY, listRows: 12, named: said }))).toBe("accepted");
    const silent = { gt_KT_TANG_actual: "x." };
    expect(stateOf(await findings(SAMPLE_FORM_SET, { typed: MANY, listRows: 12, named: silent }))).toBe("explain");
  });

  it("includes errors between two bases, which are errors for the whole only", async () => {
    const crossing: FormSet = {
      ...BARE,
      checks: [
        {
          id: "KT-B06",
          holds: "B06 <= A01",
          severity: "error",
          scope: "unit",
          message: "{B06} nhiều hơn {A01}.",
          remedy: "Xem lại.",
        },
      ],
    };
    expect(brief(await findings(crossing, { typed: { "B06/actual": 31 } }))).toEqual([`KT-B06 explain ${at("B06")}`]);
  });

  it("is tried in every measure that was reported", async () => {
    const found = await findings(SAMPLE_FORM_SET, { typed: { "C02a/estimate": 9 } });
    expect(brief(found)).toEqual([`KT-C02A error ${at("C02a", "estimate")}`]);
    expect(found[0]?.found).toMatch(/^Số ước: Kết nạp là nữ \(9\)/u);
  });
});
