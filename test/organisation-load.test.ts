import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  findUnit,
  groupByArea,
  loadUnits,
  nameAt,
  superiorAt,
  type UnitRegister,
  unitsAt,
  unitsUnder,
} from "../src/organisation/index.js";
import { unitsJsonSchema } from "../src/organisation/json-schema.js";

const load = (text: string) => loadUnits(text, "don-vi.yaml");

function register(text: string): UnitRegister {
  const { register: loaded, findings } = load(text);
  if (loaded === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
  return loaded;
}

const fixture = (name: string) => readFileSync(`fixtures/${name}/don-vi.yaml`, "utf8");

const SMALL = `đơn vị:
  - mã: hu-lam
    loại: huyen-uy
    tên: Huyện uỷ Lâm
  - mã: x-lam-thuong
    loại: xa-phuong
    tên: Đảng uỷ xã Lâm Thượng
  - mã: x-lam-ha
    loại: xa-phuong
    tên: Đảng uỷ xã Lâm Hạ
    từ: 01/7/2025
sắp xếp:
  - ngày: 01/7/2025
    từ: [hu-lam]
    thành: [x-lam-thuong, x-lam-ha]
    bàn giao:
      - đến: x-lam-thuong
        văn bản: Biên bản số 02-BB/HU
        số liệu:
          B05: 4
          C06: 1.052
`;

describe("don-vi.yaml", () => {
  it("reads units, derives their days from the successions, and keeps codes of indicators as written", () => {
    const { register: loaded, findings, placeOf } = load(SMALL);
    expect(findings).toEqual([]);
    expect(loaded?.units).toMatchObject([
      { code: "hu-lam", kind: "huyen-uy", until: "2025-06-30", names: [{ official: "Huyện uỷ Lâm" }] },
      { code: "x-lam-thuong", from: "2025-07-01" },
      { code: "x-lam-ha", from: "2025-07-01" },
    ]);
    const [step] = loaded?.successions ?? [];
    expect(step).toEqual({
      day: "2025-07-01",
      from: ["hu-lam"],
      to: ["x-lam-thuong", "x-lam-ha"],
      handovers: [
        { from: "hu-lam", to: "x-lam-thuong", indicator: "B05", value: 4, document: "Biên bản số 02-BB/HU" },
        { from: "hu-lam", to: "x-lam-thuong", indicator: "C06", value: 1052, document: "Biên bản số 02-BB/HU" },
      ],
    });
    expect(step && placeOf(step)).toMatchObject({ file: "don-vi.yaml", line: 13 });
    expect(step?.handovers[1] && placeOf(step.handovers[1])).toMatchObject({ line: 21, column: 11 });
  });

  it("reads decomposed letters and typed blanks alike", () => {
    expect(register(SMALL.normalize("NFD"))).toEqual(register(SMALL));
    expect(register(SMALL.replace("  - mã: hu-lam\n", "  - Mã:  hu-lam \n    cấp trên:\n"))).toEqual(register(SMALL));
  });

  it("reads the sample office: 24 units of seven kinds in four areas", () => {
    const office = register(fixture("ky-bao-cao"));
    expect(office.units).toHaveLength(24);
    expect(new Set(office.units.map(({ kind }) => kind))).toEqual(
      new Set([
        "xa-phuong",
        "dang-uy-truc-thuoc",
        "dang-uy-quan-su",
        "doan-the-lddl",
        "doan-the-tinh-doan",
        "doan-the-phu-nu",
        "doan-the-ccb",
      ]),
    );
    const groups = groupByArea(office, unitsAt(office, "2026-05-15"));
    expect(groups.map(({ area, units }) => [area, units.length])).toEqual([
      ["Khu vực trung tâm", 5],
      ["Khu vực ven biển", 5],
      ["Khu vực trung du, miền núi", 5],
      ["Cơ quan, đơn vị cấp tỉnh", 9],
    ]);
    expect(load(fixture("ky-bao-cao")).findings).toEqual([]);
  });

  it("knows who existed on a day, and under which name", () => {
    const office = register(fixture("sap-xep"));
    const codes = (day: string) => unitsAt(office, day).map(({ code }) => code);
    expect(codes("2025-06-30")).toContain("hu-kim-son");
    expect(codes("2025-06-30")).not.toContain("x-phu-khe");
    expect(codes("2025-07-01")).toContain("x-phu-khe");
    expect(codes("2025-07-01")).not.toContain("hu-kim-son");
    expect(codes("2025-06-30")).toContain("quan-su");
    expect(codes("2025-07-01")).toContain("quan-su");
    const union = findUnit(office, "lddl");
    const names = ["2020-01-01", "2025-08-14", "2025-08-15"].map((day) => union && nameAt(union, day).short);
    expect(names).toEqual(["Liên đoàn Lao động", "Liên đoàn Lao động", "Công đoàn tỉnh"]);
  });

  it("knows who stood above whom, and passes over a level that has ended", () => {
    const office = register(fixture("sap-xep"));
    const under = (superior: string | undefined, day: string) =>
      unitsUnder(office, superior, day).map(({ code }) => code);
    expect(under("tu-son-vong", "2025-06-30")).toEqual(["hu-kim-son", "kkt-son-vong", "quan-su-son-vong"]);
    expect(under(undefined, "2025-07-01")).toEqual(["tu-ha-trung", "quan-su", "lddl"]);
    const levels = register(`đơn vị:
  - {mã: tinh, loại: t, tên: Tỉnh}
  - {mã: huyen, loại: h, tên: Huyện, cấp trên: tinh, đến: 30/6/2025}
  - {mã: xa, loại: x, tên: Xã, cấp trên: huyen}
`);
    const commune = findUnit(levels, "xa");
    const above = (day: string) => commune && superiorAt(levels, commune, day)?.code;
    expect([above("2025-06-30"), above("2025-07-01")]).toEqual(["huyen", "tinh"]);
  });

  it("keeps areas in the order of the list, units without one last", () => {
    const office = register(`khu vực: [Nam, Bắc]
đơn vị:
  - {mã: a, loại: x, tên: A}
  - {mã: b, loại: x, tên: B, khu vực: Bắc}
  - {mã: c, loại: x, tên: C, khu vực: Nam}
`);
    expect(groupByArea(office, office.units).map(({ area }) => area)).toEqual(["Nam", "Bắc", undefined]);
  });

  it("has its JSON schema written", () => {
    expect(JSON.parse(readFileSync("schemas/units.schema.json", "utf8"))).toEqual(
      JSON.parse(JSON.stringify(unitsJsonSchema())),
    );
  });
});

/** A file with some units, `unit` being the end of the first, and what follows. */
const units = (unit: string, steps = "", more = ""): string =>
  `đơn vị:\n  - {mã: a, loại: x, tên: A${unit}}\n  - {mã: b, loại: x, tên: B}\n  - {mã: c, loại: x, tên: C}\n${more}${steps}`;

const step = (from: string, to: string, day = "01/7/2025"): string =>
  `  - ngày: ${day}\n    từ: [${from}]\n    thành: [${to}]\n`;
const steps = (...all: readonly string[]): string => `sắp xếp:\n${all.join("")}`;
const D = "  - {mã: d, loại: x, tên: D}\n";
/** Two units divided among two others, and what they hand over. */
const divided = (...handovers: readonly string[]): string =>
  units("", `${steps(step("a, b", "c, d"))}    bàn giao:\n${handovers.map((each) => `      - ${each}\n`).join("")}`, D);

describe("faults in don-vi.yaml", () => {
  // ▸ stands before the place that must be named
  it.each<[string, string, string]>([
    ["▸", "organisation/not-a-map", "đơn vị"],
    ["▸- a\n- b\n", "organisation/not-a-map", "đơn vị"],
    ["đơn vị: ▸[]\n", "workspace/wrong-value", "ít nhất một"],
    ["▸don vi:\n  - {mã: a}\n", "workspace/unknown-key", "đơn vị"],
    ["đơn vị:\n  - mã: a\n    ▸loai: x\n    tên: A\n", "workspace/unknown-key", "loại"],
    ["đơn vị:\n  - mã: ▸P Sông Kim\n    loại: x\n    tên: A\n", "workspace/wrong-value", "p-song-kim"],
    ["đơn vị:\n  - {mã: ▸con, loại: x, tên: A}\n", "workspace/wrong-value", "Windows"],
    ["đơn vị:\n  - ▸{mã: a, loại: x}\n", "workspace/missing-key", "tên"],
    ["đơn vị:\n  - {mã: a, loại: x, tên: A}\n  - {mã: b, ▸mã: c}\n", "workspace/duplicate-key", "một lần"],
    [units(", từ: ▸31/02/2025"), "workspace/wrong-value", "01/7/2025"],
    [units("", "", "  - {mã: ▸a, loại: x, tên: D}\n"), "organisation/duplicate-code", "dòng 2"],
    [`khu vực: [Bắc]\n${units(", khu vực: ▸Bác")}`, "organisation/unknown-area", 'Có phải là "Bắc"'],
    [`khu vực: [Bắc, ▸Bắc]\n${units("")}`, "organisation/duplicate-area", "hai lần"],
    [units(", cấp trên: ▸quan-su"), "organisation/unknown-unit", "“đơn vị”"],
    [
      units(", cấp trên: ▸d", "", "  - {mã: d, loại: x, tên: D, cấp trên: a}\n"),
      "organisation/superior-cycle",
      '"a" → "d" → "a"',
    ],
    [units(", cấp trên: ▸a"), "organisation/superior-cycle", "vòng"],
    [
      units(", từ: 01/7/2025, cấp trên: ▸a0", steps(step("a0", "b", "01/6/2025")), "  - {mã: a0, loại: x, tên: D}\n"),
      "organisation/superior-never",
      "cùng đơn vị này",
    ],
    [units(", từ: 01/7/2025, đến: ▸30/6/2025"), "organisation/dates-reversed", "30/6/2025"],
    [units(", đổi tên: [{từ: 01/7/2025, tên: Á}, {từ: ▸01/6/2025, tên: À}]"), "organisation/rename-order", "01/7/2025"],
    [units(", từ: 01/7/2025, đổi tên: [{từ: ▸01/6/2025, tên: Á}]"), "organisation/rename-outside", "01/6/2025"],
    [units("", steps(step("a, ▸xyz", "b"))), "organisation/unknown-unit", "“đơn vị”"],
    [
      units("", steps(step("▸hu-kim-son", "b")), "  - {mã: hu-kim-sonn, loại: x, tên: K}\n"),
      "organisation/unknown-unit",
      "hu-kim-sonn",
    ],
    [units("", steps(step("a, ▸a", "b"))), "organisation/repeated-unit", "hai lần"],
    [units("", steps(step("a", "▸a"))), "organisation/nothing-changes", "đổi tên"],
    [units("", steps(step("a", "b"), step("b", "c", "▸01/7/2025"))), "organisation/same-day", "dòng 6"],
    [units("", steps(step("a", "b"), step("a", "c", "▸01/8/2025"))), "organisation/ends-twice", "01/7/2025"],
    [units("", steps(step("a", "c"), step("b", "c", "▸01/8/2025"))), "organisation/begins-twice", "01/7/2025"],
    [units("", steps(step("a", "b"), step("b", "a", "▸01/8/2025"))), "organisation/succession-cycle", "vòng"],
    [units(", đến: ▸31/7/2025", steps(step("a", "b"))), "organisation/wrong-end", "30/6/2025"],
    [units(", từ: ▸01/6/2025", steps(step("b", "a"))), "organisation/wrong-beginning", "01/7/2025"],
    [units(", từ: 01/8/2025", steps(step("▸a", "b, c"))), "organisation/gap", "30/6/2025"],
    [units(", đến: 30/6/2025", steps(step("a, b", "▸a"))), "organisation/gap", "01/7/2025"],
    [divided("▸{đến: c, số liệu: {B05: 1}}"), "organisation/handover-giver", "2 đơn vị cũ"],
    [divided("{từ: ▸c, đến: d, số liệu: {B05: 1}}"), "organisation/handover-outside", "a hoặc b"],
    [divided("{từ: a, đến: ▸b, số liệu: {B05: 1}}"), "organisation/handover-outside", "c hoặc d"],
    [
      divided("{từ: a, đến: c, số liệu: {B05: 1}}", "{từ: a, đến: c, số liệu: {B05: ▸2}}"),
      "organisation/handover-twice",
      "biên bản",
    ],
    [divided("{từ: a, đến: c, số liệu: {B05: ▸1.5}}"), "workspace/wrong-value", "1.234"],
    [divided("{từ: a, đến: c, số liệu: {B05: ▸-1}}"), "workspace/wrong-value", "không âm"],
    [divided("{từ: a, đến: c, ▸số liệu: B05}"), "workspace/wrong-shape", "khoá con"],
    [units("", steps(step("a", "b"))).replace("từ: [a]", "▸từ: a"), "workspace/wrong-shape", "ngoặc vuông"],
  ])("are named with line, column and remedy: %j", (marked, id, words) => {
    const before = marked.slice(0, marked.indexOf("▸")).split("\n");
    const text = marked.replace("▸", "");
    const { register: none, findings } = load(text);
    expect(none).toBeUndefined();
    const errors = findings.filter(({ severity }) => severity === "error");
    expect(errors.map((finding) => finding.id)).toEqual([id]);
    const [finding] = errors;
    const place = { file: "don-vi.yaml", line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    expect(finding?.place).toEqual(place);
    expect(`${finding?.found} ${finding?.remedy}`).toContain(words);
  });

  it.each([
    [units(", đến: 30/6/2025"), "organisation/no-successor", 2],
    [units("").replace("tên: C", "tên: B"), "organisation/same-name", 4],
    // one day in common is enough
    [
      units(", đến: 01/7/2025", steps(step("a, b", "c", "02/7/2025"))).replace("tên: B", "tên: A, từ: 01/7/2025"),
      "organisation/same-name",
      3,
    ],
  ])("warns, and reads all the same: %j", (text, id, line) => {
    const { register: loaded, findings } = load(text);
    expect(loaded?.units).toHaveLength(3);
    expect(findings).toMatchObject([{ id, severity: "warning", place: { line } }]);
  });

  it("names every fault at once", () => {
    const text = units(", cấp trên: q, đến: 01/01/2020, từ: 01/01/2021", steps(step("a, z", "b")));
    const ids = load(text).findings.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["organisation/unknown-unit", "organisation/dates-reversed"]));
    expect(ids.filter((id) => id === "organisation/unknown-unit")).toHaveLength(2);
  });

  it("lets a unit divide and take back what it gave, under its own code", () => {
    const text = units("", steps(step("a", "a, b"), step("a, b", "a", "01/7/2027")));
    const office = register(text);
    expect(findUnit(office, "a")).not.toHaveProperty("until");
    expect(findUnit(office, "b")).toMatchObject({ from: "2025-07-01", until: "2027-06-30" });
  });
});
