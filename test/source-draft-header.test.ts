import { describe, expect, it } from "vitest";
import type { Document } from "../src/model/document.js";
import { readSigningDate } from "../src/source/draft/header/date.js";
import { readSymbol, splitNumber } from "../src/source/draft/header/number.js";
import { type DraftReading, parseDraft } from "../src/source/draft/index.js";
import { isInside } from "../src/source/draft/table/attachments.js";

const parse = (...lines: string[]): Promise<DraftReading> =>
  parseDraft(["---", "thể loại: Kế hoạch", ...lines, "---", ""].join("\n"), { file: "a.md" });

async function read(...lines: string[]): Promise<Document> {
  const { document, findings } = await parse(...lines);
  expect(findings).toEqual([]);
  if (document === undefined) throw new Error("no document");
  return document;
}

describe("keys of the header", () => {
  it("are known in any case, tone placement and normalisation", async () => {
    const { document, findings } = await parseDraft(
      ["---", "THỂ LOẠI: kế hoạch", "Cơ Quan Ban Hành: TỈNH UỶ", "Kí hiệu: KH/TU", "nơi nhận".normalize("NFD"), "---"]
        .join("\n")
        .replace("nơi nhận".normalize("NFD"), `${"nơi nhận".normalize("NFD")}: Lưu VP.`),
    );
    expect(findings.map(({ id }) => id)).toEqual(["draft/decomposed"]);
    expect(document).toMatchObject({
      type: "ke-hoach",
      issuer: { name: ["TỈNH UỶ"] },
      number: { typeCode: "KH", bodyCode: "TU" },
      recipients: [{ kind: "recipient", lines: ["Lưu VP."] }],
    });
  });

  it("may stay empty", async () => {
    expect(await read("số:", "ngày:", "nơi nhận: |", "kính gửi:", "kính trình:", "trình bày:")).toEqual({
      family: "party",
      type: "ke-hoach",
      body: [],
      notes: [],
      annexes: [],
    });
  });

  it("keep comments of YAML and colons in blocks apart", async () => {
    const document = await read("# ghi chú", "địa danh: Sông Kim # phường", "nơi nhận: |", "  - Lưu: VT, TCCB #2.");
    expect(document.place).toBe("Sông Kim");
    expect(document.recipients).toEqual([{ kind: "recipient", lines: ["Lưu: VT, TCCB #2."] }]);
  });

  it("that cannot be read are not reported as missing too", async () => {
    const ids = async (...lines: string[]): Promise<string[]> => (await parse(...lines)).findings.map(({ id }) => id);
    expect(await ids("số: 1", "ký hiệu: [KH, TU]")).toEqual(["draft/value-list"]);
    expect(await ids("hệ thống: Đoàn", "số: 1")).toEqual(["draft/choice"]);
  });

  it("have places for later stages", async () => {
    const { places, document } = await parse("số: 1", "ký hiệu: KH/TU", "ký: |", "  PHÓ BÍ THƯ", "", "  Lê Văn A");
    expect(places.field("number")).toEqual({ file: "a.md", line: 3, column: 1, component: "Số" });
    expect(places.field("signatures")).toMatchObject({ line: 5, component: "Ký" });
    expect(places.field("recipients")).toBeUndefined();
    expect(places.of(document?.signatures?.[0] ?? {})).toEqual({ file: "a.md", line: 6, column: 3 });
  });
});

describe("family, norm and type", () => {
  it("default to the Party", async () => {
    expect(await read()).toMatchObject({ family: "party", type: "ke-hoach" });
  });

  it("follow from a named norm", async () => {
    expect(await read("chuẩn: NĐ30".replace("NĐ", "ND"))).toMatchObject({ family: "state", norm: "nd30" });
  });

  it("name types of the State", async () => {
    const { document } = await parseDraft("---\nhệ thống: nhà nước\nthể loại: Giấy ủy quyền\n---\n");
    expect(document?.type).toBe("giay-uy-quyen");
  });
});

describe("số và ký hiệu", () => {
  const party = { family: "party", letter: false } as const;
  const state = { family: "state", letter: false } as const;
  const letter = { family: "state", letter: true } as const;

  it.each([
    ["KH/TU", party, { typeCode: "KH", bodyCode: "TU" }],
    ["QC/BTCTU-BNCTU", party, { typeCode: "QC", bodyCode: "BTCTU-BNCTU" }],
    ["CTr/ĐUK", party, { typeCode: "CTr", bodyCode: "ĐUK" }],
    ["TU", party, { bodyCode: "TU" }],
    ["KH-UBND", state, { typeCode: "KH", bodyCode: "UBND" }],
    ["TTLT-BNV-BTC", state, { typeCode: "TTLT", bodyCode: "BNV-BTC" }],
    ["BNV-VP", letter, { bodyCode: "BNV", unitCode: "VP" }],
    ["UBND", letter, { bodyCode: "UBND" }],
  ])("reads %s", (typed, context, symbol) => {
    expect(readSymbol(typed, context)).toEqual({ kind: "symbol", symbol });
  });

  it.each([
    ["KH-TU", party, "KH/TU"],
    ["KH - TU", party, "KH/TU"],
    ["KH/UBND", state, "KH-UBND"],
    ["BNV/VP", letter, "BNV-VP"],
    ["?", letter, "BNV-VP"],
  ])("refuses %s and says how to write it", (typed, context, suggestion) => {
    expect(readSymbol(typed, context)).toEqual({ kind: "form", suggestion });
  });

  it.each([
    ["12/KH/ĐUK", party, 12, "KH/ĐUK"],
    ["Số 12-KH/TU", party, 12, "KH/TU"],
    ["117 - KH/TU", party, 117, "KH/TU"],
    ["Số: 05/QĐ-UBND", state, 5, "QĐ-UBND"],
  ])("parts %s", (typed, context, sequence, symbol) => {
    expect(splitNumber(typed, context)).toEqual({ sequence, symbol });
    expect(readSymbol(typed, context)).toEqual({ kind: "numbered", sequence, symbol });
  });

  it("waits for its number", async () => {
    expect((await read("số:", "ký hiệu: KH/TU")).number).toEqual({ typeCode: "KH", bodyCode: "TU" });
    expect((await read("số: 05", "ký hiệu: KH/TU")).number?.sequence).toBe(5);
  });
});

describe("ngày", () => {
  it.each([
    ["15/4/2026", { year: 2026, month: 4, day: 15 }],
    ["05/02/2026", { year: 2026, month: 2, day: 5 }],
    ["29/02/2028", { year: 2028, month: 2, day: 29 }],
    ["/4/2026", { year: 2026, month: 4 }],
    ["4/2026", { year: 2026, month: 4 }],
    ["2026", { year: 2026 }],
    ["//2026", { year: 2026 }],
  ])("reads %s", (typed, date) => {
    expect(readSigningDate(typed)).toEqual({ kind: "date", date });
  });

  it.each(["31/02/2026", "29/2/2026", "31/4/2026", "0/4/2026", "1/13/2026", "13/2026", "1/1/1929", "3000"])(
    "refuses %s",
    (typed) => {
      expect(readSigningDate(typed)).toEqual({ kind: "impossible" });
    },
  );

  it.each([
    ["15-4-2026", "15/4/2026"],
    ["15.4.2026", "15/4/2026"],
    ["2026-04-15", "15/04/2026"],
    ["ngày 15 tháng 4 năm 2026", "15/4/2026"],
    ["ngày … tháng 4 năm 2026", "4/2026"],
    ["mai", undefined],
  ])("says how to write %s", (typed, suggestion) => {
    expect(readSigningDate(typed)).toMatchObject({ kind: "form", ...(suggestion === undefined ? {} : { suggestion }) });
  });
});

describe("kính gửi", () => {
  it("takes one addressee a line", async () => {
    const { addressees } = await read("kính gửi: |", "  Ban Tổ chức Tỉnh uỷ", "  Văn phòng Tỉnh uỷ");
    expect(addressees).toEqual({ phrase: "Kính gửi", names: [["Ban Tổ chức Tỉnh uỷ"], ["Văn phòng Tỉnh uỷ"]] });
  });

  it("continues an addressee where dashes begin them", async () => {
    const { addressees } = await read("kính trình: |", "  - Ban Thường vụ", "    Tỉnh uỷ;", "  - \\- A");
    expect(addressees).toEqual({ phrase: "Kính trình", names: [["Ban Thường vụ", "Tỉnh uỷ;"], ["- A"]] });
  });
});

describe("nơi nhận", () => {
  it("reads entries, lines below them and groups", async () => {
    const { recipients } = await read(
      "nơi nhận: |",
      "  - Tỉnh uỷ,",
      "  - Ban A, }",
      "  - Ban B,",
      "  phòng C, } để b/c",
      "",
      "  - Ban D, } để biết",
      "  - Ban E, }",
      "  - Lưu VP \\} 1.",
    );
    expect(recipients).toEqual([
      { kind: "recipient", lines: ["Tỉnh uỷ,"] },
      {
        kind: "group",
        recipients: [
          { kind: "recipient", lines: ["Ban A,"] },
          { kind: "recipient", lines: ["Ban B,", "phòng C,"] },
        ],
        label: "để b/c",
      },
      {
        kind: "group",
        recipients: [
          { kind: "recipient", lines: ["Ban D,"] },
          { kind: "recipient", lines: ["Ban E,"] },
        ],
        label: "để biết",
      },
      { kind: "recipient", lines: ["Lưu VP } 1."] },
    ]);
  });

  it("takes every line for an entry where there is no dash", async () => {
    expect((await read("nơi nhận: |", "  Như trên,", "  Lưu VP.")).recipients).toHaveLength(2);
  });
});

describe("ký", () => {
  it("reads several signatures, the lead first", async () => {
    const { signatures } = await read(
      "ký: |",
      "  PHÓ BÍ THƯ",
      "  kiêm",
      "  TRƯỞNG BAN",
      "",
      "  Trần Minh Khôi",
      "",
      "  ---",
      "",
      "  K/T TRƯỞNG BAN",
      "  PHÓ TRƯỞNG BAN",
    );
    expect(signatures).toEqual([
      { lines: ["PHÓ BÍ THƯ", "kiêm", "TRƯỞNG BAN"], name: "Trần Minh Khôi" },
      { lines: ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"] },
    ]);
  });

  it("finds the name without a blank line", async () => {
    expect((await read("ký: |", "  TRƯỞNG BAN", "  Lê Thị Hà")).signatures).toEqual([
      { lines: ["TRƯỞNG BAN"], name: "Lê Thị Hà" },
    ]);
  });

  it("takes a dash for nothing", async () => {
    expect((await read("ký: |", "  kiêm", "", "  -")).signatures).toEqual([{ lines: ["kiêm"] }]);
    expect((await read("ký: |", "  -", "", "  LÊ HÀ")).signatures).toEqual([{ lines: [], name: "LÊ HÀ" }]);
  });

  it("gives images to signatures and to the one that confirms", async () => {
    const document = await read(
      "ký: |",
      "  Lê Văn A",
      "  ---",
      "  Trần Văn B",
      "xác nhận chữ ký: |",
      "  Xác nhận chữ ký của đồng chí A",
      "",
      "  CHÁNH VĂN PHÒNG",
      "",
      "  Hà C",
      "ảnh chữ ký: |",
      "",
      "  b.png",
      "  c.png",
    );
    expect(document.signatures?.map(({ image }) => image)).toEqual([undefined, "b.png"]);
    expect(document.confirmation).toEqual({
      statement: ["Xác nhận chữ ký của đồng chí A"],
      signature: { lines: ["CHÁNH VĂN PHÒNG"], name: "Hà C", image: "c.png" },
    });
  });
});

describe("other fields", () => {
  it("reads legal bases with Markdown", async () => {
    const { legalBases } = await read("căn cứ: |", "  - Căn cứ *Luật* số 1;", "  Căn cứ 2 - 3.");
    expect(legalBases?.map((basis) => basis.map((inline) => ("text" in inline ? inline.text : "")).join(""))).toEqual([
      "Căn cứ Luật số 1;",
      "Căn cứ 2 - 3.",
    ]);
  });

  it("reads the presentation", async () => {
    const lines = ["cỡ chữ: 14", "giãn dòng: 18pt", "thụt đầu dòng: 12,7 mm", "hai mặt: có", "dấu chú thích: 1"];
    expect((await read("trình bày:", ...lines.map((line) => `  ${line}`))).presentation).toEqual({
      size: 14,
      lineSpacing: 18,
      firstIndent: 12.7,
      duplex: true,
      noteMark: "plain",
    });
  });

  it.each([
    ["2", "Dự thảo lần 2"],
    ["Dự thảo", "Dự thảo"],
    ["DỰ THẢO lần thứ hai", "DỰ THẢO lần thứ hai"],
  ])("reads dự thảo: %s", async (typed, printed) => {
    expect((await read(`dự thảo: ${typed}`)).draftMark).toBe(printed);
  });
});

describe("paths of attachments", () => {
  it.each(["a.csv", "so-lieu/a.csv", "./a.csv", "so-lieu/../a.csv", "biểu 1.xlsx"])("lets %s in", (path) => {
    expect(isInside(path)).toBe(true);
  });
  it.each([
    "/a.csv",
    "../a.csv",
    "a/../../b.csv",
    "C:\\a.csv",
    "c:a.csv",
    "\\\\may\\a.csv",
    "~/a.csv",
    "http://a/b.csv",
    "a\\..\\..\\b",
  ])("keeps %s out", (path) => {
    expect(isInside(path)).toBe(false);
  });
});
