import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentNumber } from "../src/model/head.js";
import {
  closeInlines,
  closeItem,
  composeAttachment,
  normById,
  openLetterSubject,
  POINT_LETTERS,
  type PrintedPart,
  printAnnexLabel,
  printDate,
  printDateInWords,
  printNumber,
  printPlaceDate,
  printRoman,
  printShortDate,
  readRoman,
  textOf,
  typeBySlug,
  typeCode,
} from "../src/norms/index.js";

const [hd05, hd36, nd30] = [normById("hd05"), normById("hd36"), normById("nd30")];

describe("printNumber", () => {
  it.each([
    ["hd05", "huong-dan", { sequence: 5, bodyCode: "VPTW" }, "Số 05-HD/VPTW"],
    ["hd05", "cong-van", { sequence: 686, bodyCode: "VPTU" }, "Số 686-CV/VPTU"],
    ["hd05", "quy-che", { sequence: 5, typeCode: "QC", bodyCode: "BTCTU-BNCTU" }, "Số 05-QC/BTCTU-BNCTU"],
    ["hd05", "quy-dinh", { sequence: 23, bodyCode: "UBKTTW" }, "Số 23-QĐ/UBKTTW"],
    ["hd36", "quy-dinh", { sequence: 23, bodyCode: "UBKTTW" }, "Số 23-QĐi/UBKTTW"],
    ["nd30", "quy-dinh", { sequence: 7, bodyCode: "UBND" }, "Số: 07/QyĐ-UBND"],
    ["nd30", "ke-hoach", { sequence: 12, bodyCode: "UBND" }, "Số: 12/KH-UBND"],
    ["nd30", "cong-van", { sequence: 5, bodyCode: "BNV", unitCode: "VP" }, "Số: 05/BNV-VP"],
    ["nd30", "cong-van", { sequence: 5, typeCode: "CV", bodyCode: "BNV", unitCode: "VP" }, "Số: 05/BNV-VP"],
    ["hd05", "bao-cao", { sequence: 10, bodyCode: "CB" }, "Số 10-BC/CB"],
    ["hd05", "ke-hoach", { bodyCode: "TU" }, "Số …-KH/TU"],
    ["nd30", "ke-hoach", { bodyCode: "UBND" }, "Số: …/KH-UBND"],
    ["hd05", "giay-moi", { sequence: 4, bodyCode: "VPTU" }, "Số 04-VPTU"],
  ] as const)("%s %s", (id, slug, number, printed) => {
    const norm = normById(id);
    expect(textOf(printNumber(number, typeBySlug(slug, norm.family), norm))).toBe(printed);
  });

  it("keeps the place of a number that waits", () => {
    const parts = printNumber({ bodyCode: "TU" }, typeBySlug("ke-hoach", "party"), hd05);
    expect(parts).toEqual([
      { kind: "text", text: "Số " },
      { kind: "slot", slot: "sequence" },
      { kind: "text", text: "-KH/TU" },
    ] satisfies PrintedPart[]);
  });

  it("takes the author's type code before the table's", () => {
    const number: DocumentNumber = { sequence: 3, typeCode: "GM", bodyCode: "VPTU" };
    expect(textOf(printNumber(number, typeBySlug("giay-moi", "party"), hd05))).toBe("Số 03-GM/VPTU");
  });

  it("lets the layout norm own the code of Quy định", () => {
    const codes = [hd05, hd36, nd30].map((norm) => {
      const type = typeBySlug("quy-dinh", norm.family);
      return type && typeCode(type, norm);
    });
    expect(codes).toEqual(["QĐ", "QĐi", "QyĐ"]);
  });
});

describe("dates", () => {
  it.each([
    [{ year: 2026, month: 2, day: 3 }, "ngày 03 tháng 02 năm 2026", "03/02/2026"],
    [{ year: 2026, month: 5, day: 27 }, "ngày 27 tháng 5 năm 2026", "27/5/2026"],
    [{ year: 2021, month: 6, day: 4 }, "ngày 04 tháng 6 năm 2021", "04/6/2021"],
    [{ year: 2025, month: 10, day: 20 }, "ngày 20 tháng 10 năm 2025", "20/10/2025"],
    [{ year: 2026, month: 1, day: 9 }, "ngày 09 tháng 01 năm 2026", "09/01/2026"],
  ])("prints %o", (date, words, short) => {
    expect(textOf(printDate(date, hd05))).toBe(words);
    expect(printDateInWords(date, nd30)).toBe(words);
    expect(textOf(printShortDate(date, hd05))).toBe(short);
  });

  it("leaves what is open as slots, and says in words only what is known", () => {
    expect(printDate({ year: 2026, month: 4 }, hd05).filter((part) => part.kind === "slot")).toEqual([
      { kind: "slot", slot: "day" },
      { kind: "slot", slot: "month", text: "4" },
      { kind: "slot", slot: "year", text: "2026" },
    ]);
    expect(textOf(printDate(undefined, hd05), "  ")).toBe("ngày    tháng    năm   ");
    expect(printDateInWords({ year: 2026, month: 4 }, hd05)).toBe("tháng 4 năm 2026");
    expect(printDateInWords({ year: 2026 }, hd05)).toBe("năm 2026");
  });

  it("puts the place before the date", () => {
    expect(textOf(printPlaceDate("Sông Kim", { year: 2026, month: 6, day: 5 }, hd05))).toBe(
      "Sông Kim, ngày 05 tháng 6 năm 2026",
    );
    expect(textOf(printPlaceDate(undefined, { year: 2026, month: 6, day: 5 }, hd05))).toBe("ngày 05 tháng 6 năm 2026");
  });
});

describe("closeItem", () => {
  it.each([
    ["Các chi bộ trực thuộc", false, hd05.recipients, "Các chi bộ trực thuộc;"],
    ["Lưu Văn phòng Đảng uỷ", true, hd05.recipients, "Lưu Văn phòng Đảng uỷ."],
    ["Các chi bộ trực thuộc", false, hd36.recipients, "Các chi bộ trực thuộc,"],
    ["Ban Thường vụ Tỉnh uỷ (để b/c) ", false, hd05.recipients, "Ban Thường vụ Tỉnh uỷ (để b/c);"],
    ["Các chi bộ trực thuộc,", false, hd05.recipients, "Các chi bộ trực thuộc,"],
    ["Lưu: VT, TH.", true, nd30.recipients, "Lưu: VT, TH."],
    ["Căn cứ Quy chế làm việc", true, hd36.legalBases, "Căn cứ Quy chế làm việc,"],
    ["Sở Nội vụ", true, nd30.addressees, "Sở Nội vụ."],
    ["Ban Tổ chức Tỉnh uỷ", true, hd05.addressees, "Ban Tổ chức Tỉnh uỷ;"],
  ])("%s", (text, isLast, marks, closed) => {
    expect(closeItem(text, isLast, marks)).toBe(closed);
  });

  it("closes formatted text in the look of its last run, and never as a superscript", () => {
    const text = { kind: "text", text: "Căn cứ Luật Lưu trữ", italic: true } as const;
    expect(closeInlines([text], false, nd30.legalBases)).toEqual([{ ...text, text: "Căn cứ Luật Lưu trữ;" }]);
    const noted = [text, { kind: "noteMark", note: 1 } as const];
    expect(closeInlines(noted, true, nd30.legalBases)).toEqual([...noted, { kind: "text", text: "." }]);
    expect(closeInlines([], true, nd30.legalBases)).toEqual([]);
  });

  it("is settled after one closing", () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (text, isLast) => {
        const once = closeItem(text, isLast, hd05.recipients);
        expect(closeItem(once, isLast, hd05.recipients)).toBe(once);
      }),
    );
  });
});

describe("annexes", () => {
  const plan = { type: "ke-hoach", author: "Ban Thường vụ Tỉnh uỷ Hà Trung", date: { year: 2026, month: 4, day: 15 } };

  it.each([
    [1, 1, "Phụ lục", "Phụ lục"],
    [1, 2, "Phụ lục 1", "Phụ lục I"],
    [4, 9, "Phụ lục 4", "Phụ lục IV"],
  ])("label %d of %d", (position, count, party, state) => {
    expect(printAnnexLabel(position, count, hd05)).toBe(party);
    expect(printAnnexLabel(position, count, nd30)).toBe(state);
  });

  it("composes the kèm-theo line of each family", () => {
    const party = { ...plan, family: "party", number: { sequence: 12, bodyCode: "TU" } } as const;
    expect(textOf(composeAttachment(party, hd05))).toBe(
      "(Kèm theo Kế hoạch số 12-KH/TU, ngày 15/4/2026 của Ban Thường vụ Tỉnh uỷ Hà Trung)",
    );
    const author = "Ủy ban nhân dân tỉnh Hà Trung";
    const state = { ...plan, author, family: "state", number: { sequence: 12, bodyCode: "UBND" } } as const;
    expect(textOf(composeAttachment(state, nd30))).toBe(
      "(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 4 năm 2026 của Ủy ban nhân dân tỉnh Hà Trung)",
    );
  });

  it("keeps the places of a number and a day that wait", () => {
    const waiting = { ...plan, family: "party", number: { bodyCode: "TU" }, date: { year: 2026, month: 4 } } as const;
    expect(composeAttachment(waiting, hd05)).toEqual([
      { kind: "text", text: "(Kèm theo Kế hoạch số " },
      { kind: "slot", slot: "sequence" },
      { kind: "text", text: "-KH/TU, ngày " },
      { kind: "slot", slot: "day" },
      { kind: "text", text: "/" },
      { kind: "slot", slot: "month", text: "4" },
      { kind: "text", text: "/" },
      { kind: "slot", slot: "year", text: "2026" },
      { kind: "text", text: " của Ban Thường vụ Tỉnh uỷ Hà Trung)" },
    ]);
  });

  it("leaves out number and author that the document does not have", () => {
    const bare = { type: "phieu-trinh", family: "party", date: { year: 2026, month: 4, day: 15 } } as const;
    expect(textOf(composeAttachment(bare, hd05))).toBe("(Kèm theo Phiếu trình, ngày 15/4/2026)");
  });
});

describe("opening of a công văn's subject", () => {
  it.each([
    ["chuẩn bị hội nghị quý II", hd05, "về việc chuẩn bị hội nghị quý II"],
    ["về việc chuẩn bị hội nghị", hd05, "về việc chuẩn bị hội nghị"],
    ["V/v chuẩn bị hội nghị", hd05, "V/v chuẩn bị hội nghị"],
    ["chuẩn bị hội nghị", nd30, "V/v chuẩn bị hội nghị"],
    ["Chuẩn bị hội nghị", hd36, "Chuẩn bị hội nghị"],
  ])("%s", (line, norm, opened) => {
    expect(openLetterSubject(line, norm)).toBe(opened);
  });
});

describe("numerals", () => {
  it("reads back every Roman numeral", () => {
    for (let value = 1; value < 4000; value += 1) expect(readRoman(printRoman(value))).toBe(value);
  });

  it("reads only canonical numerals", () => {
    expect([readRoman("iv"), readRoman("IIII"), readRoman("VX"), readRoman(""), readRoman("A")]).toEqual([
      4,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(() => printRoman(0)).toThrow(RangeError);
  });

  it("counts điểm with đ, and without f, j, w, z", () => {
    expect(POINT_LETTERS.slice(0, 9)).toEqual(["a", "b", "c", "d", "đ", "e", "g", "h", "i"]);
    expect(POINT_LETTERS).toHaveLength(23);
  });
});
