import { describe, expect, it } from "vitest";
import { insertRows, type Parts, put, renameSheet, TRAITS, unpack } from "./workbook-read.edit.js";
import { figures, filled, read, rules, spot, type } from "./workbook-read.sample.js";

/** Emulations: files with named traits of other programs, built by code. They are not those programs' output. */
const CASES: Readonly<
  Record<string, { readonly traits: readonly (keyof typeof TRAITS)[]; readonly found: readonly string[] }>
> = {
  "inline strings": { traits: ["inlineStrings"], found: [] },
  "formulas without results": { traits: ["staleResults", "noResults"], found: [] },
  "stale results": { traits: ["staleResults"], found: [] },
  "no validation, no conditional formats": { traits: ["noValidation", "noConditionalFormats"], found: [] },
  "no defined names": { traits: ["noNames"], found: [] },
  "elements with a prefix": { traits: ["prefixed"], found: [] },
  "shared formulas": { traits: ["sharedFormulas"], found: [] },
  "absolute targets, strict namespaces": { traits: ["strict"], found: [] },
  "an export as Google Sheets makes it": {
    traits: ["inlineStrings", "noResults", "noValidation", "noProtection", "noConditionalFormats"],
    found: ["TEP-BO-KHOA"],
  },
  "a library without names, results or protection": {
    traits: ["noNames", "noResults", "noProtection", "inlineStrings", "prefixed"],
    found: ["TEP-BO-KHOA"],
  },
};

const typed = type({
  v_C02_actual: "06",
  v_C03_actual: "1 ",
  d_2: 'Chữ có & < > "dấu" và dòng\nhai',
  vt_so_bao_cao: "15-BC/ĐU",
  vt_nguoi_ky: "Lê Văn Tâm",
});
const listed = put("Biểu 6", { C9: "Nguyễn Thị Hạnh", E9: "5/6/2026", F9: 31, G9: "x" });

describe("emulated files", async () => {
  const plain = read(await filled(typed, listed));

  it("are compared with a return without findings", () => {
    expect(plain.findings).toEqual([]);
    expect(figures(plain)).toMatchObject({ "C02/actual": 6, "C06/actual": 47, "R01/actual": 30 });
  });

  it.each(Object.keys(TRAITS) as (keyof typeof TRAITS)[])("really differ: %s", async (trait) => {
    const before = await filled(typed, TRAITS.staleResults);
    const again = await filled(typed, ...(trait === "staleResults" ? [] : [TRAITS.staleResults]), TRAITS[trait]);
    if (trait === "staleResults") expect(unpack(again)).not.toEqual(unpack(await filled(typed)));
    else expect(unpack(again)).not.toEqual(unpack(before));
  });

  it.each(Object.entries(CASES))("read alike: %s", async (_, { traits, found }) => {
    const returned = read(await filled(typed, listed, ...traits.map((trait) => TRAITS[trait])));
    expect(rules(returned)).toEqual(found);
    expect({ ...returned, findings: [] }).toEqual({ ...plain, findings: [] });
  });

  it("read alike when names are gone, sheets renamed and rows inserted", async () => {
    const returned = read(
      await filled(
        typed,
        listed,
        TRAITS.noNames,
        renameSheet("Biểu 1", "Sheet1"),
        renameSheet("Biểu 2", "Sheet2"),
        renameSheet("_vanthu", "Sheet9"),
        insertRows("Sheet2", 11, 4),
        insertRows("Sheet1", 1, 1),
      ),
    );
    expect(returned.findings).toEqual([]);
    expect(figures(returned)).toEqual(figures(plain));
    expect(returned.lists).toEqual(plain.lists);
    expect(returned.narrative).toEqual(plain.narrative);
    expect(returned.paper).toEqual(plain.paper);
  });

  it("read days counted from 1904", async () => {
    const days = (zero: number) => [
      type({ vt_ngay_bao_cao: 46157 - zero }),
      put("Biểu 6", { C9: "Nguyễn Thị Hạnh", E9: 46100 - zero }),
    ];
    const usual = read(await filled(...days(0)));
    const mac = read(await filled(...days(1462), TRAITS.date1904));
    expect(usual.paper.date).toBe("2026-05-15");
    expect(mac).toEqual(usual);
  });

  it("read rich text and texts with escapes in the cells of figures and narrative", async () => {
    const { sheet, address } = spot("d_2");
    const returned = read(
      await filled(put(sheet, { [address]: "?" }), (parts: Parts) => {
        parts["xl/worksheets/sheet2.xml"] = (parts["xl/worksheets/sheet2.xml"] ?? "").replace(
          '<is><t xml:space="preserve">?</t></is>',
          "<is><r><rPr><b/></rPr><t>Đậm </t></r><r><t>thường_x000D_&#10;dòng hai</t></r></is>",
        );
      }),
    );
    expect(returned.narrative[0]?.text).toBe("Đậm thường\ndòng hai");
  });
});
