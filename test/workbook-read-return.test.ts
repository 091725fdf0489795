import { describe, expect, it } from "vitest";
import { READ_LIMITS, readStamp, readWorkbook } from "../src/workbook/read/index.js";
import { SAMPLE_FORM_SET } from "./workbook-form-set.js";
import {
  change,
  deleteRow,
  deleteSheet,
  insertColumns,
  insertRows,
  type Parts,
  type Put,
  put,
  renameSheet,
  swapRows,
} from "./workbook-read.edit.js";
import {
  FORM_SETS,
  figures,
  filled,
  outline,
  PREFILL,
  read,
  readFilled,
  rules,
  spot,
  TYPED,
  type,
  valueCell,
} from "./workbook-read.sample.js";

const at = (name: string): string => `${spot(name).sheet}!${spot(name).address}`;

const EXPECTED = {
  "C01/actual": 40,
  "C02/actual": 6,
  "C02a/actual": 2,
  "C03/actual": 1,
  "C04/actual": 0,
  "C06/actual": 47,
  "C02/estimate": 8,
  "C02a/estimate": 3,
  "C03/estimate": 1,
  "C04/estimate": 0,
  "C06/estimate": 49,
  "A01/actual": 30,
  "A01.CP/actual": 12,
  "A01.TNHH/actual": 18,
  "B06/actual": 9,
  "R01/actual": 30,
};

describe("a return as it should be", () => {
  it("is read without findings, computed figures worked out", async () => {
    const returned = await readFilled();
    expect(returned.findings).toEqual([]);
    expect(figures(returned)).toEqual(EXPECTED);
    expect(returned.stamp).toMatchObject({ formSet: "mau-thu", unit: "p-song-kim", period: "2026-6t", revision: 1 });
    expect(returned.values.find(({ key, measure }) => key === "C02" && measure === "actual")).toEqual({
      key: "C02",
      measure: "actual",
      value: 6,
      typed: "6",
      cell: spot("v_C02_actual"),
    });
  });

  it("keeps blanks apart from zeros", async () => {
    const returned = read(await outline());
    expect(returned.findings).toEqual([]);
    expect(figures(returned)).toEqual({ "C01/actual": 40 });
    expect(returned.values.find(({ key }) => key === "C04")).toEqual({
      key: "C04",
      measure: "actual",
      cell: spot("v_C04_actual"),
    });
    const emptied = await readFilled(type({ v_C04_actual: "  " }));
    expect(figures(emptied)).not.toHaveProperty("C04/actual");
    expect(figures(emptied)).not.toHaveProperty("C06/actual");
  });

  it("reads narrative, lists, explanations and paper", async () => {
    const returned = await readFilled(
      type({
        d_2: "Đã kết nạp 6 đảng viên.\r\nTrong đó 2 nữ.",
        vt_so_bao_cao: " 15-BC/ĐU ",
        vt_ngay_bao_cao: 46157,
        vt_nguoi_ky: "Lê Văn Tâm",
        n_B1_C02: "Tăng do doanh nghiệp mới",
        n_B4_C02: "Vượt kế hoạch",
        gt_KT_TANG_actual: "Có ba doanh nghiệp lớn",
      }),
      put("Biểu 6", {
        C9: "Nguyễn Thị Hạnh",
        D9: "Công ty cổ phần",
        E9: 46100,
        F9: "31",
        G9: "X",
        C11: "Trần Văn Bình",
        E11: "5/6/2026",
        F11: 28,
        G11: "không",
      }),
    );
    expect(returned.findings).toEqual([]);
    expect(returned.narrative).toEqual([
      { mark: "1", title: "Phát triển đảng viên", text: "Đã kết nạp 6 đảng viên.\nTrong đó 2 nữ." },
      { mark: "II", title: "Kiến nghị", text: "" },
    ]);
    expect(returned.lists).toEqual({
      B6: [
        ["1", "Nguyễn Thị Hạnh", "Công ty cổ phần", "2026-03-19", "31", "x", ""],
        ["3", "Trần Văn Bình", "", "2026-06-05", "28", "", ""],
      ],
    });
    expect(returned.explanations).toEqual({
      "C02/actual": "Tăng do doanh nghiệp mới\nVượt kế hoạch",
      "C02/estimate": "Tăng do doanh nghiệp mới\nVượt kế hoạch",
      "KT-TANG/actual": "Có ba doanh nghiệp lớn",
    });
    expect(returned.paper).toEqual({ number: "15-BC/ĐU", date: "2026-05-15", signer: "Lê Văn Tâm" });
  });

  it("lets the unit type what was left open, and compares it with nothing", async () => {
    const bytes = await outline({ openings: {}, samePeriod: { C03: 2 }, targets: {}, openingsOpen: true });
    const returned = read(change(bytes, type({ ...TYPED, v_C01_actual: "41", s_C02: "05", s_C03: 3 })));
    expect(rules(returned)).toEqual([`TEP-KHOA ${at("s_C03")}`]);
    expect(figures(returned)["C06/actual"]).toBe(48);
    expect(returned.samePeriod?.filter(({ value }) => value !== undefined)).toEqual([
      { key: "C02", measure: "actual", value: 5, typed: "05", cell: spot("s_C02") },
    ]);
  });
});

describe("numbers in cells", () => {
  it.each([
    ["05", 5, []],
    ["1.234", 1234, []],
    ["-", 0, ["TEP-SO-KHONG"]],
    ["không có", 0, ["TEP-SO-KHONG"]],
    ["12 người", 12, ["TEP-SO-DON-VI"]],
    ["1,234.5", 1234.5, ["TEP-SO-KIEU-ANH"]],
    ["1,234", undefined, ["TEP-SO-NHAP-NHANG"]],
    ["x", undefined, ["TEP-SO-CHU"]],
    ["12/15", undefined, ["TEP-SO-CHU"]],
    [true, undefined, ["TEP-SO-CHU"]],
    [{ formula: "5+3*2" }, 11, ["TEP-SO-CONG-THUC"]],
    [{ formula: "SUM(E14:E15,$E$13)-'Biểu 2'!E12", value: 99 }, -6, ["TEP-SO-CONG-THUC"]],
    [{ formula: "VLOOKUP(A1,Z1:Z9,1)", value: 7 }, 7, ["TEP-SO-KET-QUA"]],
    [{ formula: "ROUND(7.2,0)" }, undefined, ["TEP-SO-KHONG-KET-QUA"]],
    [{ formula: "[1]Sheet1!$A$1", value: 8 }, 8, ["TEP-SO-LIEN-KET"]],
  ] as const)("reads %j as %s", async (typed, value, found) => {
    const returned = await readFilled(type({ v_C02_actual: typed }));
    const own = returned.findings.filter(({ cell }) => cell?.address === spot("v_C02_actual").address);
    expect(figures(returned)["C02/actual"]).toBe(value);
    expect(own.map(({ rule }) => rule)).toEqual(found);
    for (const finding of own) {
      expect(finding.cell).toEqual(spot("v_C02_actual"));
      expect(finding.found).not.toMatch(/undefined|NaN|\[object/u);
    }
  });

  it("follows formulas that lead in circles, or to the same cells many times, only once", async () => {
    const sheet = spot("v_C02_actual").sheet;
    const web = Object.fromEntries(
      Array.from({ length: 20 }, (_, at): [string, Put] => [`K${at + 1}`, { formula: "SUM(K1:K20)", value: 1 }]),
    );
    const returned = await readFilled(type({ v_C02_actual: { formula: "SUM(K1:K20)", value: 20 } }), put(sheet, web));
    expect(figures(returned)["C02/actual"]).toBe(20);
  });

  it("does not take dates and errors for numbers", async () => {
    const { address, sheet } = spot("v_C02_actual");
    const dated = (xml: string): string => {
      const style = /<c r="C14" s="(\d+)"/u.exec(xml)?.[1];
      expect(style).toBeDefined();
      return style ?? "";
    };
    const returned = await readFilled(
      (parts: Parts) => {
        const style = dated(parts["xl/worksheets/sheet1.xml"] ?? "");
        parts["xl/worksheets/sheet3.xml"] = (parts["xl/worksheets/sheet3.xml"] ?? "").replace(
          new RegExp(`<c r="${address}" s="\\d+">`, "u"),
          `<c r="${address}" s="${style}">`,
        );
      },
      put(sheet, { E14: { formula: "1/0" } }),
      (parts: Parts) => {
        parts["xl/worksheets/sheet3.xml"] = (parts["xl/worksheets/sheet3.xml"] ?? "")
          .replace("<f>1/0</f></c>", "<f>1/0</f><v>#DIV/0!</v></c>")
          .replace(/(<c r="E14"[^>]*)>/u, '$1 t="e">');
      },
    );
    expect(rules(returned)).toEqual([`TEP-SO-NGAY ${at("v_C02_actual")}`, `TEP-SO-LOI ${at("v_C03_actual")}`]);
    expect(returned.findings[0]?.found).toContain("6/01/1900");
  });

  it("carries the explanation of a row into findings that ask for one", async () => {
    const returned = await readFilled(
      type({ v_C02_actual: { formula: "VLOOKUP(1,A1:B2,2)", value: 6 }, n_B1_C02: "Lấy từ sổ theo dõi" }),
    );
    expect(returned.findings).toMatchObject([{ rule: "TEP-SO-KET-QUA", explanation: "Lấy từ sổ theo dõi" }]);
  });
});

describe("computed and locked cells", () => {
  it("works totals out again and says when a typed one differs", async () => {
    const differs = await readFilled(type({ v_C06_actual: 50, v_R01_actual: "30,00" }));
    expect(rules(differs)).toEqual([`TEP-CT-LECH ${at("v_C06_actual")}`, `TEP-CT-THAY ${at("v_R01_actual")}`]);
    expect(differs.findings[0]?.found).toContain("47");
    expect(figures(differs)).toEqual(EXPECTED);
  });

  it("trusts no saved result", async () => {
    const formula = valueCell("C06").formula ?? "";
    const returned = await readFilled(type({ v_C06_actual: { formula, value: 999 } }));
    expect(returned.findings).toEqual([]);
    expect(figures(returned)["C06/actual"]).toBe(47);
  });

  it("notes a changed formula and works out the right one", async () => {
    const returned = await readFilled(type({ v_C06_actual: { formula: "v_C01_actual+v_C02_actual", value: 46 } }));
    expect(rules(returned)).toEqual([`TEP-CT-SUA ${at("v_C06_actual")}`]);
    expect(figures(returned)["C06/actual"]).toBe(47);
  });

  it("reports figures typed over echoes", async () => {
    const returned = await readFilled(type({ e_B4_C02_actual: 7, e_B1_C01_estimate: 40 }));
    expect(rules(returned)).toEqual([`TEP-CT-THAY ${at("e_B1_C01_estimate")}`, `TEP-SO-LAP ${at("e_B4_C02_actual")}`]);
    expect(returned.findings[1]?.remedy).toContain("Biểu 1, ô E12");
  });

  it("reports percentages typed over their formulas", async () => {
    const returned = await readFilled(
      put("Biểu 1", { G12: 150, J12: "61", G13: 200.004 }),
      put("Biểu 4", { I9: 13, K9: "Đạt" }),
    );
    expect(rules(returned)).toEqual([
      "TEP-CT-THAY Biểu 1!G12",
      "TEP-CT-LECH Biểu 1!J12",
      "TEP-CT-THAY Biểu 1!G13",
      "TEP-CT-THAY Biểu 4!I9",
      "TEP-CT-THAY Biểu 4!K9",
    ]);
  });

  it("keeps locked figures, whatever is typed over them", async () => {
    const returned = await readFilled(type({ v_C01_actual: 45, s_C02: null, t_T01: "10", s_R02: 3 }));
    expect(rules(returned)).toEqual([
      `TEP-KHOA ${at("v_C01_actual")}`,
      `TEP-KHOA ${at("s_C02")}`,
      `TEP-KHOA ${at("s_R02")}`,
    ]);
    expect(figures(returned)).toEqual(EXPECTED);
  });
});

describe("identity", () => {
  it("is read quickly, without the forms", async () => {
    const bytes = await filled();
    expect(readStamp(bytes)).toEqual({ stamp: read(bytes).stamp, findings: [] });
    expect(readStamp(bytes.subarray(0, 900)).findings).toMatchObject([{ rule: "TEP-DO-DANG" }]);
  });

  it("is missed when the hidden sheet is gone", async () => {
    const returned = await readFilled(deleteSheet("_vanthu"));
    expect(rules(returned)).toEqual(["TEP-DAU-THIEU"]);
    expect(returned).toMatchObject({ values: [], narrative: [] });
  });

  it.each([
    ["another unit", { vt_don_vi: "p-hoa-binh" }],
    ["another period", { vt_ky: "2026-nam" }],
    ["another opening figure, on both places", { vt_lan: 2 }],
  ])("is found damaged when it says %s", async (_, cells) => {
    const returned = await readFilled(type(cells));
    expect(rules(returned)).toEqual(["TEP-DAU-HONG"]);
    expect(figures(returned)).toEqual(EXPECTED);
  });

  it("is found damaged when a locked figure and its copy were changed together", async () => {
    const copies = (parts: Parts): void => {
      const sheet = parts["xl/worksheets/sheet8.xml"] ?? "";
      parts["xl/worksheets/sheet8.xml"] = sheet.replace(/(<c r="B20"[^>]*>)<v>40<\/v>/u, "$1<v>45</v>");
    };
    expect(rules(await readFilled(copies, type({ v_C01_actual: 45 })))).toEqual(["TEP-DAU-HONG"]);
    // The copy alone: the cells still fit the stamp.
    const returned = await readFilled(copies);
    expect(returned.findings).toEqual([]);
    expect(figures(returned)["C01/actual"]).toBe(40);
  });

  it("is found damaged when no form is filed by the kind of unit that it names", async () => {
    const returned = await readFilled(type({ vt_loai_don_vi: "khac" }));
    expect(rules(returned)).toEqual(["TEP-DAU-HONG"]);
    expect(returned.values).toEqual([]);
  });

  it("cannot be looked for in a damaged file, which is then what is said", async () => {
    const damaged = (parts: Parts): void => {
      parts["xl/worksheets/sheet8.xml"] = (parts["xl/worksheets/sheet8.xml"] ?? "").slice(0, 700);
    };
    expect(rules(await readFilled(damaged))).toEqual(["TEP-HONG"]);
    const limits = { ...READ_LIMITS, part: 9_000 };
    expect(rules(readWorkbook(await filled(), FORM_SETS, { limits }))).toEqual(["TEP-NEN-BAT-THUONG"]);
  });

  it("names missing fields", async () => {
    const returned = await readFilled(type({ vt_ma_kiem: null, vt_lan: null }));
    expect(returned.findings).toMatchObject([{ rule: "TEP-DAU-HONG" }]);
    expect(returned.findings[0]?.found).toContain("Lần phát hành, Mã kiểm");
  });

  it("leaves an unknown unit to the desk, and says when a form set is unknown", async () => {
    const returned = readWorkbook(await filled(), new Map([["mau-thu@2", SAMPLE_FORM_SET]]));
    expect(rules(returned)).toEqual(["TEP-PHIEN-BAN"]);
    expect(returned.stamp?.unit).toBe("p-song-kim");
  });
});

describe("sheets and cells that moved", () => {
  it("follows inserted rows and columns, renamed sheets", async () => {
    const returned = await readFilled(
      insertRows("Biểu 1", 13, 2),
      insertRows("Biểu 1", 3, 1),
      insertColumns("Biểu 1", 4, 3),
      renameSheet("Biểu 1", "Bieu so 1 (sửa)"),
      renameSheet("_vanthu", "Sheet99"),
    );
    expect(returned.findings).toEqual([]);
    expect(figures(returned)).toEqual(EXPECTED);
    expect(returned.values.find(({ key, measure }) => key === "C03" && measure === "actual")?.cell).toEqual({
      sheet: "Bieu so 1 (sửa)",
      address: "H17",
    });
  });

  it("says which sheet is gone, and reads the others", async () => {
    const returned = await readFilled(deleteSheet("Biểu 2"), deleteSheet("Hướng dẫn"), deleteSheet("Kiểm tra"));
    expect(rules(returned)).toEqual(["TEP-TRANG-THIEU"]);
    expect(returned.findings[0]?.found).toContain("Biểu 2");
    expect(figures(returned)["C06/actual"]).toBe(47);
    expect(figures(returned)).not.toHaveProperty("A01/actual");
  });

  it("says which cells are gone", async () => {
    const one = await readFilled(deleteRow("Biểu 1", 14));
    expect(rules(one)).toEqual(["TEP-O-MAT", "TEP-O-MAT"]);
    expect(one.findings[0]?.found).toContain("Chuyển đến");
    const many = await readFilled(
      deleteRow("Biểu 2", 9),
      deleteRow("Biểu 2", 10),
      deleteRow("Biểu 2", 11),
      deleteRow("Biểu 2", 12),
    );
    expect(rules(many)).toEqual(["TEP-O-MAT"]);
  });

  it("reads sorted rows by their codes and says so", async () => {
    const returned = await readFilled(swapRows("Biểu 2", 10, 11));
    expect(rules(returned)).toEqual(["TEP-O-LAC Biểu 2!E11", "TEP-O-LAC Biểu 2!E10"]);
    expect(figures(returned)).toEqual(EXPECTED);
  });

  it("reads a copied row once, by its name", async () => {
    const returned = await readFilled(put("Biểu 2", { A30: "B06", E30: 77 }));
    expect(figures(returned)["B06/actual"]).toBe(9);
    expect(returned.findings).toEqual([]);
  });

  it("finds merged cells that swallow figures, and heads taken apart", async () => {
    const merge = (ref: string) => (parts: Parts) => {
      parts["xl/worksheets/sheet4.xml"] = (parts["xl/worksheets/sheet4.xml"] ?? "").replace(
        "<mergeCell ",
        `<mergeCell ref="${ref}"/><mergeCell `,
      );
    };
    const swallowed = await readFilled(merge("E10:E11"));
    expect(rules(swallowed)).toEqual([`TEP-O-GOP ${at("v_A01_TNHH_actual")}`]);
    expect(figures(swallowed)).not.toHaveProperty("A01.TNHH/actual");
    const apart = await readFilled((parts: Parts) => {
      parts["xl/worksheets/sheet3.xml"] = (parts["xl/worksheets/sheet3.xml"] ?? "").replace(
        /<mergeCells.*<\/mergeCells>/su,
        "",
      );
    });
    expect(rules(apart)).toEqual(["TEP-BO-GOP"]);
  });

  it("notes sheets that were unlocked", async () => {
    const returned = await readFilled((parts: Parts) => {
      parts["xl/worksheets/sheet3.xml"] = (parts["xl/worksheets/sheet3.xml"] ?? "").replace(
        /<sheetProtection[^>]*\/>/u,
        "",
      );
    });
    expect(rules(returned)).toEqual(["TEP-BO-KHOA"]);
  });
});

describe("narrative and lists in rows that were added", () => {
  it("takes text below an answer, up to the next heading", async () => {
    const returned = await readFilled(
      insertRows("Đề cương", 11, 2),
      put("Đề cương", { C10: "Dòng một.", C11: "Dòng hai.", C12: "Dòng ba.", C15: "Không." }),
    );
    expect(returned.narrative.map(({ text }) => text)).toEqual(["Dòng một.\nDòng hai.\nDòng ba.", "Không."]);
  });

  it("takes list rows inserted inside and right below", async () => {
    const returned = await readFilled(
      insertRows("Biểu 6", 12, 1),
      put("Biểu 6", { C9: "Một", C12: "Hai", C21: "Ba", E21: "31/2/2026", F21: "hai mươi", C22: "Bốn", F22: 40 }),
    );
    expect(returned.lists.B6?.map((row) => row[1])).toEqual(["Một", "Hai", "Ba", "Bốn"]);
    expect(rules(returned)).toEqual(["TEP-NGAY Biểu 6!E21", "TEP-SO-CHU Biểu 6!F21"]);
  });
});

describe("files that bring along what does not belong there", () => {
  it("reads on, and says what there is", async () => {
    const returned = await readFilled(
      (parts: Parts) => {
        parts["xl/vbaProject.bin"] = "x";
        parts["xl/pivotTables/pivotTable1.xml"] = "<a/>";
        parts["xl/externalLinks/externalLink1.xml"] = "<a/>";
        parts["xl/externalLinks/_rels/externalLink1.xml.rels"] =
          '<Relationships><Relationship Id="r1" Type="x/externalLinkPath" Target="Thang%205.xlsx" TargetMode="External"/></Relationships>';
        parts["xl/_rels/workbook.xml.rels"] = (parts["xl/_rels/workbook.xml.rels"] ?? "").replace(
          "</Relationships>",
          '<Relationship Id="r99" Type="x/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>',
        );
      },
      type({ v_C02_actual: { formula: "[1]Sheet1!A1", value: 6 } }),
    );
    expect(rules(returned)).toEqual([
      "TEP-MACRO",
      "TEP-LIEN-KET",
      "TEP-PIVOT",
      `TEP-SO-LIEN-KET ${at("v_C02_actual")}`,
    ]);
    expect(returned.findings[3]?.found).toContain("Thang 5.xlsx");
    expect(figures(returned)).toEqual(EXPECTED);
  });

  it("survives a sheet whose part is damaged", async () => {
    const returned = await readFilled((parts: Parts) => {
      parts["xl/worksheets/sheet4.xml"] = (parts["xl/worksheets/sheet4.xml"] ?? "").slice(0, 900);
    });
    expect(figures(returned)["C06/actual"]).toBe(47);
    expect(rules(returned)).toEqual(["TEP-TRANG-HONG"]);
  });

  it("is told by weight: what must be corrected is an error", async () => {
    const returned = await readFilled(type({ v_C02_actual: "x", v_C03_actual: "-" }));
    expect(returned.findings.map(({ weight, severity }) => [weight, severity])).toEqual([
      ["error", "error"],
      ["note", "note"],
    ]);
    expect(PREFILL.openingsOpen).toBe(false);
  });
});
