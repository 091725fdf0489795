import { describe, expect, it } from "vitest";
import {
  chooseNorm,
  chooseRegulation,
  classifySignatureLines,
  forbiddingRow,
  normById,
  REGULATIONS,
  readAuthority,
  typeBySlug,
} from "../src/norms/index.js";

describe("chooseNorm", () => {
  it.each([
    [{ year: 2026, month: 5, day: 26 }, "hd36"],
    [{ year: 2026, month: 5, day: 27 }, "hd05"],
    [{ year: 2018, month: 4, day: 3 }, "hd36"],
    [{ year: 2016, month: 1, day: 1 }, "hd36"],
    [{ year: 2030, month: 12, day: 31 }, "hd05"],
    [{ year: 2026, month: 5 }, "hd05"],
    [{ year: 2026, month: 4 }, "hd36"],
    [{ year: 2026 }, "hd05"],
    [{ year: 2025 }, "hd36"],
    [undefined, "hd05"],
  ])("Party document of %o: %s", (date, id) => {
    expect(chooseNorm({ family: "party", date }).id).toBe(id);
  });

  it("takes the named norm, but none of the other family", () => {
    const date = { year: 2026, month: 6, day: 1 };
    expect(chooseNorm({ family: "party", date, norm: "hd36" }).id).toBe("hd36");
    expect(chooseNorm({ family: "party", date, norm: "nd30" }).id).toBe("hd05");
    expect(chooseNorm({ family: "state", date: { year: 2019, month: 1, day: 1 } }).id).toBe("nd30");
  });
});

describe("chooseRegulation", () => {
  it.each([
    [{ year: 2026, month: 1, day: 8 }, "qd66"],
    [{ year: 2026, month: 1, day: 9 }, "qd399"],
    [{ year: 2026, month: 1 }, "qd399"],
    [{ year: 2025 }, "qd66"],
    [undefined, "qd399"],
  ])("Party document of %o: %s", (date, id) => {
    expect(chooseRegulation({ family: "party", date }).id).toBe(id);
  });

  it("has its own axis: between 09/01 and 26/5/2026 the new regulation goes with the old layout", () => {
    const choice = { family: "party", date: { year: 2026, month: 3, day: 1 } } as const;
    expect([chooseRegulation(choice).id, chooseNorm(choice).id]).toEqual(["qd399", "hd36"]);
  });

  it.each([
    ["cell", "chi-thi", true],
    ["cell", "quy-dinh", true],
    ["cell", "huong-dan", true],
    ["cell", "quy-che", false],
    ["grassrootsStandingCommittee", "quy-che", true],
    ["grassrootsStandingCommittee", "huong-dan", false],
    ["grassrootsCommittee", "thong-tri", true],
    ["provinceStandingCommittee", "cuong-linh-chinh-tri", false],
  ] as const)("QĐ399: %s issuing %s is forbidden: %s", (issuer, type, forbidden) => {
    const row = forbiddingRow(chooseRegulation({ family: "party" }), issuer, type);
    expect(row !== undefined).toBe(forbidden);
    if (row !== undefined) expect(row.confidence).toBe("S");
  });

  it("names only types that exist", () => {
    for (const regulation of REGULATIONS) {
      const slugs = [...regulation.types, ...regulation.authority.flatMap((row) => row.types)];
      for (const slug of slugs) expect(typeBySlug(slug, regulation.family)?.slug).toBe(slug);
      for (const row of regulation.authority) expect(new Set(row.types).size).toBe(row.types.length);
    }
  });
});

describe("signature lines", () => {
  const cases: readonly (readonly ["hd05" | "nd30", readonly string[], readonly string[]])[] = [
    ["hd05", ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], ["authority", "position"]],
    ["hd05", ["T/M BAN BÍ THƯ"], ["authority"]],
    ["hd05", ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"], ["authority", "position"]],
    ["hd05", ["TRƯỞNG BAN"], ["directPosition"]],
    ["hd05", ["Q. TRƯỞNG BAN"], ["authority"]],
    ["hd05", ["T/L BAN THƯỜNG VỤ", "Q. CHÁNH VĂN PHÒNG"], ["authority", "position"]],
    ["hd05", ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"], ["directPosition", "concurrently", "directPosition"]],
    [
      "hd05",
      ["PHÓ CHỦ TỊCH UỶ BAN", "NHÂN DÂN TỈNH", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"],
      ["directPosition", "directPosition", "concurrently", "directPosition"],
    ],
    ["hd05", ["NGƯỜI GHI BIÊN BẢN"], ["directPosition"]],
    ["hd05", ["CHỦ TRÌ HỘI NGHỊ"], ["directPosition"]],
    ["hd05", ["CHÁNH VĂN PHÒNG", "TỈNH UỶ"], ["directPosition", "directPosition"]],
    ["hd05", ["TRƯỞNG BAN", "(Ký, đóng dấu)"], ["directPosition", "position"]],
    ["hd05", ["TM. ĐẢNG UỶ", "BÍ THƯ"], ["authority", "position"]],
    ["hd05", [], []],
    ["nd30", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["authority", "position"]],
    ["nd30", ["TL. BỘ TRƯỞNG", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"], ["authority", "authority", "position"]],
    ["nd30", ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"], ["authority", "position"]],
    ["nd30", ["GIÁM ĐỐC"], ["directPosition"]],
  ];

  it.each(cases)("%s %j", (id, lines, components) => {
    expect(classifySignatureLines(lines, normById(id))).toEqual(components);
  });

  it("reads the mark of its own norm only", () => {
    expect(readAuthority("T/L BAN THƯỜNG VỤ", normById("hd05"))).toEqual({
      mark: "T/L",
      meaning: "byOrder",
      of: "BAN THƯỜNG VỤ",
    });
    expect(readAuthority("TUQ. GIÁM ĐỐC", normById("nd30"))?.meaning).toBe("delegated");
    expect(readAuthority("TM. ĐẢNG UỶ", normById("hd05"))).toBeUndefined();
    expect(readAuthority("TRƯỞNG BAN", normById("hd05"))).toBeUndefined();
  });
});
