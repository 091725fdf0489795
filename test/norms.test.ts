import { describe, expect, it } from "vitest";
import { MARK_FORMS } from "../src/model/mark.js";
import {
  documentTypes,
  findRow,
  findType,
  foldTone,
  NORMS,
  normById,
  typeBySlug,
  typeNames,
} from "../src/norms/index.js";
import { COMPONENTS, type Component, type Formatting, type Norm, type NormRow, rowOf } from "../src/norms/norm.js";

/** Components that a family never prints, so that its norm has no row. */
const ABSENT: { readonly [id in Norm["id"]]: readonly Component[] } = {
  hd05: ["motto", "secrecy"],
  hd36: ["motto"],
  nd30: ["issuerStar", "subjectRule", "annexRule"],
};

const rows = NORMS.flatMap((norm) => norm.rows.map((row) => [norm.id, row.component, row] as const));

function withinRange(value: number, range: { min: number; max?: number }): boolean {
  return value >= range.min && value <= (range.max ?? Number.POSITIVE_INFINITY);
}

/** Whether `use` lies inside `accept`, property by property. */
function accepted(row: NormRow): boolean {
  return Object.entries(row.accept).every(([name, limit]) => {
    const value = row.use[name as keyof Formatting];
    if (typeof value === "number") return withinRange(value, limit as { min: number; max?: number });
    if (typeof value === "object") {
      const spacings = limit as { rule: string; value: { min: number; max?: number } }[];
      return spacings.some((spacing) => spacing.rule === value.rule && withinRange(value.value, spacing.value));
    }
    return (limit as unknown[]).includes(value);
  });
}

describe("declarations of the norms", () => {
  it.each(NORMS.map((norm) => [norm.id, norm] as const))("%s has one row for each component it prints", (id, norm) => {
    const expected = COMPONENTS.filter((component) => !ABSENT[id].includes(component));
    expect(norm.rows.map((row) => row.component).toSorted()).toEqual([...expected].toSorted());
  });

  it.each(rows)("%s %s sets what it accepts", (_id, _component, row) => {
    expect(accepted(row)).toBe(true);
  });

  it.each(rows)("%s %s cites a clause and doubts only what it judges", (id, _component, row) => {
    const own = { hd05: "Hướng dẫn 05-HD/VPTW, ", hd36: "Hướng dẫn 36-HD/VPTW, ", nd30: "Nghị định 30/2020/NĐ-CP, " };
    expect(row.clause.startsWith(own[id]) || row.clause.startsWith("không quy định")).toBe(true);
    expect(Object.keys(row.accept)).toEqual(expect.arrayContaining(Object.keys(row.confidenceBy ?? {})));
    if (row.clause.startsWith("không quy định")) expect(row.confidence).toBe("I");
  });

  it("gives every form of mark a look that the norm has", () => {
    for (const norm of NORMS) {
      for (const form of MARK_FORMS) expect(rowOf(norm, norm.headings.component[form]).use.size).toBeGreaterThan(0);
    }
  });

  it("refuses a row that a family does not print, and offers a way to ask", () => {
    expect(() => rowOf(normById("nd30"), "issuerStar")).toThrow(/nd30 has no row for issuerStar/u);
    expect(findRow(normById("nd30"), "issuerStar")).toBeUndefined();
  });

  it("keeps the text area of A4 at 165 mm by 257 mm in all norms", () => {
    for (const { page } of NORMS) {
      const { size, margins } = page;
      expect(size.use.width - margins.use.left - margins.use.right).toBe(165);
      expect(size.use.height - margins.use.top - margins.use.bottom).toBe(257);
      for (const side of ["top", "bottom", "left", "right"] as const) {
        expect(withinRange(margins.use[side], margins.accept[side])).toBe(true);
        expect(withinRange(page.backMargins.use[side], page.backMargins.accept[side])).toBe(true);
      }
    }
  });
});

describe("sizes and styles", () => {
  const table: readonly (readonly [Norm["id"], Component, number, string])[] = [
    ["hd05", "nationalTitle", 15, "bold capitals"],
    ["hd05", "superior", 14, "capitals"],
    ["hd05", "issuer", 14, "bold capitals"],
    ["hd05", "number", 14, ""],
    ["hd05", "placeDate", 14, "italic"],
    ["hd05", "letterSubject", 12, "italic"],
    ["hd05", "position", 14, "capitals"],
    ["hd05", "directPosition", 14, "bold capitals"],
    ["hd05", "recipientsLabel", 14, "underline"],
    ["hd05", "recipient", 12, ""],
    ["hd05", "contact", 10, ""],
    ["hd36", "drafter", 8, "capitals"],
    ["hd05", "drafter", 11, ""],
    ["nd30", "nationalTitle", 13, "bold capitals"],
    ["nd30", "motto", 14, "bold"],
    ["nd30", "placeDate", 14, "italic"],
    ["nd30", "position", 14, "bold capitals"],
    ["nd30", "legalBasis", 14, "italic"],
    ["nd30", "recipientsLabel", 12, "bold italic"],
    ["nd30", "recipient", 11, ""],
  ];

  it.each(table)("%s %s is %d pt %s", (id, component, size, style) => {
    const { use } = rowOf(normById(id), component);
    const words = [
      ...(["bold", "italic", "underline"] as const).filter((name) => use[name]),
      ...(use.letterCase === "capitals" ? ["capitals"] : []),
    ];
    expect([use.size, words.join(" ")]).toEqual([size, style]);
  });

  it("judges line spacing as each norm words it", () => {
    const spacing = (id: Norm["id"]) => rowOf(normById(id), "body").accept.line?.[0];
    expect(spacing("hd05")).toEqual({ rule: "exact", value: { min: 18, max: 22 } });
    expect(spacing("hd36")).toEqual({ rule: "exact", value: { min: 18 } });
    expect(spacing("nd30")).toEqual({ rule: "auto", value: { min: 1, max: 1.5 } });
  });

  it("sets the coherent sizes of the State's header", () => {
    const size = (component: Component) => rowOf(normById("nd30"), component).use.size;
    expect([size("nationalTitle"), size("motto"), size("placeDate")]).toEqual([13, 14, 14]);
  });
});

describe("what HD05 changed", () => {
  const [hd05, hd36] = [normById("hd05"), normById("hd36")];

  it.each([
    ["separator of recipients", hd36.recipients.separator, hd05.recipients.separator, ",", ";"],
    ["last legal basis", hd36.legalBases.last, hd05.legalBases.last, ",", "."],
    [
      "tờ trình",
      hd36.addressees.phraseByType["to-trinh"],
      hd05.addressees.phraseByType["to-trinh"],
      "Kính gửi",
      "Kính trình",
    ],
    ["notice on publicity", hd36.publicityAt, hd05.publicityAt, "belowSignature", "lastPageFoot"],
  ])("%s", (_topic, before, after, old, current) => {
    expect([before, after]).toEqual([old, current]);
  });
});

describe("types", () => {
  it("knows 25 types and 8 papers of the Party, two internal papers, and 29 of the State", () => {
    const groups = documentTypes("party").map((type) => type.group);
    const count = (group: string) => groups.filter((one) => one === group).length;
    expect([count("type"), count("paper"), count("internal")]).toEqual([25, 8, 2]);
    expect(typeNames("state")).toHaveLength(29);
  });

  it("gives a code to 27 of the State's types: all but công văn and thư công", () => {
    const uncoded = documentTypes("state").filter((type) => type.code === undefined);
    expect(uncoded.map((type) => type.slug)).toEqual(["cong-van", "thu-cong"]);
  });

  it("has slugs that follow from the names", () => {
    for (const type of [...documentTypes("party"), ...documentTypes("state")]) {
      const plain = type.name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
      expect(type.slug).toBe(plain.replaceAll(" ", "-"));
    }
  });

  it.each([
    ["KẾ HOẠCH", "party", "ke-hoach"],
    ["  kế   hoạch ", "party", "ke-hoach"],
    ["ke-hoach", "state", "ke-hoach"],
    ["Giấy ủy quyền", "state", "giay-uy-quyen"],
    ["Giấy uỷ quyền", "state", "giay-uy-quyen"],
    ["BẢN THOẢ THUẬN", "state", "ban-thoa-thuan"],
    ["Quy định".normalize("NFD"), "party", "quy-dinh"],
  ] as const)("finds %s of the %s", (name, family, slug) => {
    expect(findType(name, family)?.slug).toBe(slug);
  });

  it("does not confuse tones, nor families", () => {
    expect(findType("Kê hoạch", "party")).toBeUndefined();
    expect(findType("Chỉ thi", "party")).toBeUndefined();
    expect(findType("Công điện", "party")).toBeUndefined();
    expect(typeBySlug("ket-luan", "state")).toBeUndefined();
  });

  it("prints no type name on a công văn and no date on the State's minutes", () => {
    expect(typeBySlug("cong-van", "party")?.letter).toBe(true);
    expect(typeBySlug("cong-van", "state")?.letter).toBe(true);
    expect(typeBySlug("bien-ban", "state")?.dated).toBe(false);
    expect(typeBySlug("bien-ban", "party")?.dated).toBe(true);
    expect(typeBySlug("phieu-trinh", "party")).toMatchObject({ numbered: false, group: "internal" });
  });
});

describe("foldTone", () => {
  it("makes the two placements of a tone mark equal and nothing else", () => {
    expect(foldTone("Uỷ ban, Hoà Bình")).toBe(foldTone("ủy ban, HÒA BÌNH"));
    expect(foldTone("quý")).not.toBe(foldTone("quy"));
    expect(foldTone("bán")).not.toBe(foldTone("bàn"));
    expect(foldTone("đang")).not.toBe(foldTone("dang"));
  });
});
