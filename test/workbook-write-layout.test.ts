import { describe, expect, it } from "vitest";
import type { FormColumn } from "../src/forms/form-set.js";
import { columnLetter } from "../src/workbook/layout/address.js";
import { layoutHead } from "../src/workbook/layout/head.js";
import {
  type CheckSheet,
  type FormSheet,
  fingerprint,
  layoutWorkbook,
  type WorkbookLayout,
} from "../src/workbook/layout/index.js";
import { NameRegister, sheetName } from "../src/workbook/layout/names.js";
import { SAMPLE_FORM_SET, UNIT_KIND } from "./workbook-form-set.js";

const layout = layoutWorkbook(SAMPLE_FORM_SET, UNIT_KIND, "nam");

const formSheet = ({ sheets }: WorkbookLayout, id: string): FormSheet => {
  const found = sheets.find((sheet): sheet is FormSheet => sheet.kind === "form" && sheet.form.id === id);
  if (found === undefined) throw new Error(`no form ${id}`);
  return found;
};
const checkSheet = ({ sheets }: WorkbookLayout): CheckSheet => {
  const found = sheets.find((sheet): sheet is CheckSheet => sheet.kind === "checks");
  if (found === undefined) throw new Error("no check sheet");
  return found;
};
const named = (name: string) => layout.values.find(({ definedName }) => definedName === name);
const contentAt = (form: string, address: string) =>
  formSheet(layout, form).cells.find((cell) => cell.address === address)?.content;

describe("sheets", () => {
  it("come in order: help, outline, forms of the unit and period, checks, hidden", () => {
    expect(layout.sheets.map(({ sheet }) => sheet)).toEqual([
      "Hướng dẫn",
      "Đề cương",
      "Biểu 1",
      "Biểu 2",
      "Biểu 4",
      "Biểu 6",
      "Kiểm tra",
      "_vanthu",
    ]);
  });

  it("leave out the outline when the period has none", () => {
    const kinds = layoutWorkbook(SAMPLE_FORM_SET, UNIT_KIND, "sk").sheets.map(({ kind }) => kind);
    expect(kinds).toEqual(["instructions", "form", "checks", "hidden"]);
  });

  it("get names that Excel takes and no other sheet has", () => {
    expect(sheetName("Biểu 1/A: [mới]", new Set())).toBe("Biểu 1-A- -mới-");
    expect(sheetName("Biểu 1", new Set(["biểu 1"]))).toBe("Biểu 1 (2)");
    expect(sheetName("x".repeat(40), new Set()).length).toBe(31);
  });
});

describe("head", () => {
  const column = (head: readonly string[]): FormColumn => ({ number: "1", head, content: "actual" });

  it("merges what neighbours share and lets a column's own head reach down", () => {
    const { cells, rows } = layoutHead(
      [column(["TT"]), column(["A", "A1"]), column(["A", "A2"]), column(["B", "C", "D"]), column(["A", "A1"])],
      5,
      2,
    );
    expect(rows).toBe(3);
    const at = (text: string) =>
      cells
        .filter((cell) => cell.text === text)
        .map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan]);
    expect(at("TT")).toEqual([[5, 2, 3, 1]]);
    expect(at("A")).toEqual([
      [5, 3, 1, 2],
      [5, 6, 1, 1],
    ]);
    expect(at("A1")).toEqual([
      [6, 3, 2, 1],
      [6, 6, 2, 1],
    ]);
    expect(at("D")).toEqual([[7, 5, 1, 1]]);
  });

  it("covers every cell of the head exactly once", () => {
    for (const { kind, ...sheet } of layout.sheets) {
      if (kind !== "form") continue;
      const { head, headRows, columns } = sheet as FormSheet;
      const covered = head.flatMap(({ row, column, rowSpan, columnSpan }) =>
        Array.from(
          { length: rowSpan * columnSpan },
          (_, index) => `${row + Math.floor(index / columnSpan)}/${column + (index % columnSpan)}`,
        ),
      );
      expect(new Set(covered).size).toBe(covered.length);
      expect(covered.length).toBe((headRows.last - headRows.first + 1) * columns.length);
    }
  });
});

describe("values", () => {
  it("have one home for each key and measure", () => {
    const homes = layout.values.filter(({ role }) => role !== "echo").map(({ key, measure }) => `${key}/${measure}`);
    expect(new Set(homes).size).toBe(homes.length);
  });

  it("know typed, opening and computed cells, and echoes in other forms", () => {
    expect(named("v_C02_actual")).toMatchObject({
      role: "typed",
      sheet: "Biểu 1",
      note: "n_B1_C02",
      rowCode: "C02",
      columnCode: "4:actual",
    });
    expect(named("v_C01_actual")?.role).toBe("opening");
    expect(named("v_C06_actual")?.formula).toContain("v_C01_actual+v_C02_actual+v_C03_actual-v_C04_actual");
    expect(named("e_B4_C02_actual")).toMatchObject({
      role: "echo",
      sheet: "Biểu 4",
      formula: 'IF(v_C02_actual="","",v_C02_actual)',
    });
  });

  it("take the one opening stock for estimates too", () => {
    expect(named("v_C06_estimate")?.formula).toContain("v_C01_actual+v_C02_estimate");
  });

  it("cross out what the workbook cannot compute", () => {
    expect(layout.values.some(({ key }) => key === "R02")).toBe(false);
    const row = formSheet(layout, "B1").rows.find(({ code }) => code === "R02")?.row;
    expect(contentAt("B1", `E${row}`)).toEqual({ kind: "notApplicable" });
    expect(layout.names.some(({ name }) => name === "v_R02_actual")).toBe(false);
  });

  it("leave out rows that the period does not ask for", () => {
    const half = layoutWorkbook(SAMPLE_FORM_SET, UNIT_KIND, "6t");
    expect(half.values.some(({ key }) => key === "B07")).toBe(false);
    expect(layout.values.some(({ key }) => key === "B07")).toBe(true);
  });

  it("of a review: years are given or asked for, flows summed, the last stock shown", () => {
    const review = layoutWorkbook(SAMPLE_FORM_SET, UNIT_KIND, "sk");
    const reviewed = (name: string) => review.values.find(({ definedName }) => definedName === name);
    expect(reviewed("v_C02_year1")?.role).toBe("opening");
    expect(reviewed("v_C02_actual")?.formula).toContain("SUM(v_C02_year1,v_C02_year2)");
    expect(reviewed("v_C06_actual")?.formula).toBe('IF(v_C06_year2="","",v_C06_year2)');
    expect(review.prefilled.map(({ key }) => key)).toContain("C06/baseline");
  });

  it("stand in cells that no two names share", () => {
    const cells = layout.names.filter(({ refersTo }) => !refersTo.includes(":")).map(({ refersTo }) => refersTo);
    expect(new Set(cells).size).toBe(cells.length);
    const names = layout.names.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("columns", () => {
  it("compute within the row, and stay empty while an operand is missing", () => {
    const row = formSheet(layout, "B1").rows.find(({ code }) => code === "C02")?.row ?? 0;
    expect(contentAt("B1", `G${row}`)).toEqual({
      kind: "formula",
      formula: `IF(COUNT(E${row},F${row})=2,IFERROR(E${row}*100/F${row},""),"")`,
      format: "percent",
    });
  });

  it("show the target that is declared for the row, and X without one", () => {
    const rows = formSheet(layout, "B1").rows;
    const at = (code: string) => rows.find((row) => row.code === code)?.row;
    expect(contentAt("B1", `I${at("C02")}`)).toMatchObject({
      kind: "prefilled",
      prefilled: { key: "T01", source: "targets" },
    });
    expect(contentAt("B1", `I${at("C03")}`)).toEqual({ kind: "notApplicable" });
    expect(contentAt("B1", `J${at("C03")}`)).toEqual({ kind: "notApplicable" });
  });

  it("add this period to what came before it in the plan's span", () => {
    expect(contentAt("B4", "I9")).toMatchObject({
      kind: "formula",
      formula: 'IF(COUNT(x_luyke_C02,v_C02_actual)=2,IFERROR(x_luyke_C02+v_C02_actual,""),"")',
    });
  });

  it("judge a target by its comparator", () => {
    expect(contentAt("B4", "K9")).toMatchObject({ kind: "formula", format: "text" });
    expect((contentAt("B4", "K9") as { formula: string }).formula).toContain(
      'IF(E9>D9,"Vượt",IF(E9>=D9,"Đạt","Chưa đạt"))',
    );
  });
});

describe("checks", () => {
  const lines = checkSheet(layout).lines;
  const line = (id: string) => lines.find(({ check }) => check.id === id);

  it("are those of the unit's scope in this period", () => {
    expect(lines.map(({ check }) => check.id)).toEqual(["KT-C02A", "KT-A01", "KT-TANG", "KT-DS", "KT-NAM"]);
    const half = checkSheet(layoutWorkbook(SAMPLE_FORM_SET, UNIT_KIND, "6t")).lines;
    expect(half.some(({ check }) => check.id === "KT-NAM")).toBe(false);
  });

  it("are left to the desk where an earlier figure is lacking, and left out where no figure can come", () => {
    expect(line("KT-G01")).toBeUndefined();
    expect(line("KT-NAM")?.resultFormula).toMatch(/^IF\(COUNT\(x_6thang_C02\)=1,.*"Kiểm tra khi nhận"\)$/u);
  });

  it("accept an explanation beside the figure or beside the check", () => {
    expect(line("KT-TANG")?.resultFormula).toContain("LEN(gt_KT_TANG_actual)+LEN(n_B1_C02)+LEN(n_B1_C01)>0");
  });

  it("count the rows of lists", () => {
    expect(line("KT-DS")?.resultFormula).toContain("SUMPRODUCT(--(('Biểu 6'!C9:C20<>\"\")");
  });

  it("read as sentences", () => {
    expect(line("KT-TANG")?.condition).toBe("Kết nạp trong kỳ × 100 ≤ Đảng viên đầu kỳ × 20");
    expect(line("KT-A01")?.condition).toBe(
      "Doanh nghiệp đang hoạt động = tổng các phần của Doanh nghiệp đang hoạt động",
    );
  });

  it("redden the rows of the values that they look at", () => {
    const { alarms, rows } = formSheet(layout, "B1");
    const row = rows.find(({ code }) => code === "C02a")?.row;
    expect(alarms[0]?.rows.find((alarm) => alarm.row === row)?.formula).toContain("k_KT_C02A_actual");
  });
});

describe("names and addresses", () => {
  it("letters columns as Excel does", () => {
    expect([1, 26, 27, 52, 703].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "AAA"]);
  });

  it("tells names apart that Excel would not", () => {
    const names = new NameRegister();
    expect([names.take("v_C02a", "x"), names.take("V_C02A", "y")]).toEqual(["v_C02a", "V_C02A_2"]);
  });
});

describe("fingerprint", () => {
  const stamp = { formSet: "mau-thu", version: "1", unit: "p-song-kim", period: "2026-nam", revision: 1 };

  it("changes with the stamp and with any prefilled figure; zero is not empty", () => {
    const hashes = [
      fingerprint(stamp, []),
      fingerprint({ ...stamp, unit: "p-khac" }, []),
      fingerprint(stamp, [{ definedName: "a" }]),
      fingerprint(stamp, [{ definedName: "a", value: 0 }]),
      fingerprint(stamp, [{ definedName: "a", value: 1 }]),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(hashes[0]).toMatch(/^[\da-f]{20}$/u);
  });
});
