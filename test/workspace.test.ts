import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { workspaceJsonSchema } from "../src/workspace/json-schema.js";
import { readWorkspace } from "../src/workspace/read.js";

const read = (text: string) => readWorkspace(new TextEncoder().encode(text), "vanthu.yaml", "/office");

const FULL = `
# khai báo của cơ quan
Hệ thống: Đảng
chuẩn: hd05
cơ quan cấp trên: ĐẢNG BỘ TỈNH HÀ TRUNG
cơ quan ban hành: |
  ĐẢNG UỶ
  PHƯỜNG SÔNG KIM
mã cơ quan: ĐU
địa danh: Sông Kim
tác giả: Đảng uỷ phường Sông Kim
lưu: Lưu Văn phòng Đảng uỷ
dấu thanh: uỷ
ký: |
  T/M BAN THƯỜNG VỤ
  PHÓ BÍ THƯ

  Trần Minh Khôi
mã loại:
  giấy mời: GM
nhiệm kỳ:
  từ: 20/6/2025
đại hội:
  từ: 18/6/2025
  đến: 20/6/2025
dãy số:
  quyết định và quy định: chung
  nhà nước: một dãy
trình bày:
  cỡ chữ: 14
  thụt đầu dòng: 12,7
  hai mặt: có
  dấu chú thích: 1
`;

describe("vanthu.yaml", () => {
  it("reads everything that an office may say", () => {
    const { workspace, findings } = read(FULL);
    expect(findings).toEqual([]);
    expect(workspace).toEqual({
      root: "/office",
      family: "party",
      norm: "hd05",
      superior: ["ĐẢNG BỘ TỈNH HÀ TRUNG"],
      name: ["ĐẢNG UỶ", "PHƯỜNG SÔNG KIM"],
      bodyCode: "ĐU",
      place: "Sông Kim",
      author: "Đảng uỷ phường Sông Kim",
      archive: "Lưu Văn phòng Đảng uỷ",
      tone: "uỷ",
      signer: { lines: ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"], name: "Trần Minh Khôi" },
      typeCodes: { "giay-moi": "GM" },
      term: { name: "2025-2030", from: { year: 2025, month: 6, day: 20 } },
      congress: {
        name: "Đại hội 2025",
        bodyCode: "ĐH",
        from: { year: 2025, month: 6, day: 18 },
        until: { year: 2025, month: 6, day: 20 },
      },
      series: { decisions: "shared", state: "one" },
      presentation: { size: 14, firstIndent: 12.7, duplex: true, noteMark: "plain" },
    });
  });

  it("reads the same from decomposed letters and other case", () => {
    const { root, ...plain } = read(FULL).workspace ?? { root: "" };
    const { root: _, ...decomposed } = read(FULL.replaceAll("địa danh:", "Địa Danh:").normalize("NFD")).workspace ?? {
      root: "",
    };
    expect(decomposed).toEqual(plain);
    expect(root).toBe("/office");
  });

  it("takes an empty file and keys left empty for an office that says nothing", () => {
    for (const text of ["", "# chỉ có lời dặn\n", "địa danh:\nký:\nnhiệm kỳ:\n"]) {
      const { workspace, findings } = read(text);
      expect(findings).toEqual([]);
      expect(workspace?.family).toBe("party");
      expect(workspace?.term).toBeUndefined();
    }
  });

  it.each([
    ["địa dang: X\n", "workspace/unknown-key", 1, 1, "địa danh"],
    ["địa danh: X\nnhiệm kỳ:\n  từ: 1/1/2025\n  tứ: 1/1/2026\n", "workspace/unknown-key", 4, 3, "từ"],
    ["nhiệm kỳ:\n  từ: 31/02/2026\n", "workspace/wrong-value", 2, 7, "15/6/2025"],
    ["nhiệm kỳ:\n  đến: 1/2/2026\n", "workspace/missing-key", 1, 1, "từ"],
    ["nhiệm kỳ:\n  từ: 1/2/2026\n  đến: 1/2/2025\n", "workspace/wrong-value", 3, 8, "không trước"],
    ["nhiệm kỳ: 2025-2030\n", "workspace/wrong-shape", 1, 1, "khoá con"],
    ["địa danh:\n  tên: X\n", "workspace/wrong-shape", 1, 1, "địa danh"],
    ["chuẩn: hd06\n", "workspace/wrong-value", 1, 8, "hd05"],
    ["mã cơ quan: Đ U\n", "workspace/wrong-value", 1, 13, "ĐU"],
    ["mã loại:\n  giấy mơi: GM\n", "workspace/wrong-value", 2, 3, "giấy mời"],
    ["trình bày:\n  cỡ chữ: to\n", "workspace/wrong-value", 2, 11, "từ 10 đến 16"],
    ["a: b: c\n", "workspace/syntax", 1, 4, "khoá"],
    ["địa danh: X\nđịa danh: Y\n", "workspace/duplicate-key", 2, 1, "một lần"],
    ["- một\n- hai\n", "workspace/not-a-map", 1, 1, "mẫu"],
    ["ký: |\n  BÍ THƯ\n  ---\n  PHÓ BÍ THƯ\n", "workspace/wrong-value", 1, 5, "---"],
  ])("names line, column and remedy: %j", (text, id, line, column, words) => {
    const { workspace, findings } = read(text);
    expect(workspace).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ id, place: { file: "vanthu.yaml", line, column } });
    expect(`${findings[0]?.found} ${findings[0]?.remedy}`).toContain(words);
  });

  it("refuses a file that is not UTF-8", () => {
    const { findings } = readWorkspace(Uint8Array.of(0x41, 0xff, 0xfe), "vanthu.yaml", "/office");
    expect(findings.map(({ id }) => id)).toEqual(["workspace/not-utf8"]);
  });

  it("takes no key for a property of all objects", () => {
    expect(read("__proto__: x\n").findings[0]?.id).toBe("workspace/unknown-key");
    expect(read("constructor: x\n").findings[0]?.id).toBe("workspace/unknown-key");
  });

  it("has its JSON schema written", () => {
    expect(JSON.parse(readFileSync("schemas/workspace.schema.json", "utf8"))).toEqual(
      JSON.parse(JSON.stringify(workspaceJsonSchema())),
    );
  });
});
