import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentNumber } from "../src/model/head.js";
import {
  documentTypes,
  missingLevel,
  type NumberFault,
  normById,
  parsePlaceDate,
  parsePrintedNumber,
  printNumber,
  printPlaceDate,
  readBodyCode,
  readPlace,
  textOf,
  typeBySlug,
  typeCodeFits,
} from "../src/norms/index.js";

const [hd05, hd36, nd30] = [normById("hd05"), normById("hd36"), normById("nd30")];

/** The strict forms of the norms, written out independently of the reader. */
const PARTY_NUMBER = /^Số (0[1-9]|[1-9]\d+)-(\p{Lu}[\p{Lu}\p{Ll}]*)\/(\p{Lu}[\p{Lu}0-9]*(?:-\p{Lu}[\p{Lu}0-9]*)*)$/u;
const STATE_NUMBER = /^Số: ?(0[1-9]|[1-9]\d+)\/([\p{L}0-9]+(?:-[\p{L}0-9]+)+)$/u;

describe("parsePrintedNumber", () => {
  it.each([
    ["Số 28-KH/BCĐ", { sequence: 28, typeCode: "KH", bodyCode: "BCĐ" }],
    ["Số 05-QC/BTCTU-BNCTU", { sequence: 5, typeCode: "QC", bodyCode: "BTCTU-BNCTU" }],
    ["Số 20-BB/ĐH", { sequence: 20, typeCode: "BB", bodyCode: "ĐH" }],
    ["Số 02-TB/TB", { sequence: 2, typeCode: "TB", bodyCode: "TB" }],
    ["Số -KH/TU", { typeCode: "KH", bodyCode: "TU" }],
    ["Số …-KH/TU", { typeCode: "KH", bodyCode: "TU" }],
  ])("reads %s of the Party", (text, number) => {
    expect(parsePrintedNumber(text, hd05)).toEqual({ number, faults: [] });
  });

  it.each([
    ["Số: 12/KH-UBND", { sequence: 12, typeCode: "KH", bodyCode: "UBND" }],
    ["Số:12/KH-UBND", { sequence: 12, typeCode: "KH", bodyCode: "UBND" }],
    ["Số: 05/BNV-VP", { sequence: 5, bodyCode: "BNV", unitCode: "VP" }],
    ["Số: 12/UBND-VX", { sequence: 12, bodyCode: "UBND", unitCode: "VX" }],
    ["Số: 07/QyĐ-SNV", { sequence: 7, typeCode: "QyĐ", bodyCode: "SNV" }],
  ])("reads %s of the State", (text, number) => {
    expect(parsePrintedNumber(text, nd30)).toEqual({ number, faults: [] });
  });

  const faulty: readonly (readonly ["hd05" | "nd30", string, readonly NumberFault[], DocumentNumber | undefined])[] = [
    ["hd05", "Số 12/KH-ĐU", ["signs"], { sequence: 12, typeCode: "KH", bodyCode: "ĐU" }],
    ["hd05", "Số 12/KH/ĐU", ["signs"], { sequence: 12, typeCode: "KH", bodyCode: "ĐU" }],
    ["hd05", "Số 12-KH-ĐU", ["signs"], { sequence: 12, typeCode: "KH", bodyCode: "ĐU" }],
    ["hd05", "Số KH12/ĐU", ["signs"], { sequence: 12, typeCode: "KH", bodyCode: "ĐU" }],
    ["hd05", "Số 05-QC/BTCTU/BNCTU", ["signs"], { sequence: 5, typeCode: "QC", bodyCode: "BTCTU-BNCTU" }],
    ["hd05", "Số: 01-BC/CB", ["colon"], { sequence: 1, typeCode: "BC", bodyCode: "CB" }],
    ["hd05", "Số 01 - BC/CB", ["blanks"], { sequence: 1, typeCode: "BC", bodyCode: "CB" }],
    ["hd05", "Số 90 -KH/TU", ["blanks"], { sequence: 90, typeCode: "KH", bodyCode: "TU" }],
    ["hd05", "Số05-HD/VPTW", ["blanks"], { sequence: 5, typeCode: "HD", bodyCode: "VPTW" }],
    ["hd05", "Số 5-HD/VPTW", ["unpadded"], { sequence: 5, typeCode: "HD", bodyCode: "VPTW" }],
    ["hd05", "Số 005-HD/VPTW", ["overPadded"], { sequence: 5, typeCode: "HD", bodyCode: "VPTW" }],
    ["hd05", "Số 05–HD/VPTW", ["dash"], { sequence: 5, typeCode: "HD", bodyCode: "VPTW" }],
    ["hd05", "Số O5-HD/VPTW", ["lookalike"], { sequence: 5, typeCode: "HD", bodyCode: "VPTW" }],
    ["hd05", "Số 28-KH/BCÐ", ["lookalike"], { sequence: 28, typeCode: "KH", bodyCode: "BCĐ" }],
    ["hd05", "Số 28-KH/\u0422U", ["lookalike"], { sequence: 28, typeCode: "KH", bodyCode: "TU" }],
    ["hd05", "12-KH/TU", ["prefix"], { sequence: 12, typeCode: "KH", bodyCode: "TU" }],
    ["hd05", "Số 12-KH", ["codeMissing"], { sequence: 12, bodyCode: "KH" }],
    ["hd05", "Số 12-kh/tu", ["codeForm"], { sequence: 12, typeCode: "kh", bodyCode: "tu" }],
    ["hd05", "Số 00-KH/TU", ["unreadable"], undefined],
    ["hd05", "Kế hoạch", ["unreadable"], undefined],
    ["nd30", "Số 12-KH/UBND", ["colon", "signs"], { sequence: 12, typeCode: "KH", bodyCode: "UBND" }],
    ["nd30", "Số: 12/KH - UBND", ["blanks"], { sequence: 12, typeCode: "KH", bodyCode: "UBND" }],
    ["nd30", "Số:12/ KH-UBND", ["blanks"], { sequence: 12, typeCode: "KH", bodyCode: "UBND" }],
    ["nd30", "Số: 5/QĐ-BNV", ["unpadded"], { sequence: 5, typeCode: "QĐ", bodyCode: "BNV" }],
    ["nd30", "Số: 05/CV-BNV", ["letterType"], { sequence: 5, bodyCode: "BNV" }],
    ["nd30", "Số: 12/2026/QĐ-UBND", ["year"], { sequence: 12, typeCode: "QĐ", bodyCode: "UBND" }],
  ];

  it.each(faulty)("%s names the faults of %s", (id, text, faults, number) => {
    const reading = parsePrintedNumber(text, normById(id));
    expect(new Set(reading.faults)).toEqual(new Set(faults));
    expect(reading.number).toEqual(number);
  });

  const any = fc.array(
    fc.constantFrom("Số", "Số ", "Số: ", "0", "5", "12", "-", "/", "–", " ", ":", "KH", "QĐi", "TU", "o", "2026"),
    { maxLength: 8 },
  );
  const sign = fc.constantFrom("-", "/", "-", "/", "–", " - ", "");
  const near = fc.tuple(
    fc.constantFrom("Số ", "Số: ", "Số:", "Số", "số "),
    fc.constantFrom("05", "12", "100", "5", "005", "0", "O5"),
    sign,
    fc.constantFrom("KH", "CTr", "QĐi", "kh", "K1"),
    sign,
    fc.constantFrom("TU", "BTCTU-BNCTU", "UBND", "tu", "UBND/nb", ""),
  );
  const scribble = fc.oneof(any, near).map((pieces) => pieces.join(""));

  // Look-alike letters are left out: to the strict form they are letters like others.
  it("finds no fault exactly where the strict form matches", () => {
    let right = 0;
    fc.assert(
      fc.property(scribble, (text) => {
        for (const [norm, strict] of [[hd05, PARTY_NUMBER] as const, [nd30, STATE_NUMBER] as const]) {
          const { number, faults } = parsePrintedNumber(text, norm, typeBySlug("ke-hoach", norm.family));
          const faultless = faults.length === 0 && number?.sequence !== undefined;
          expect([text, norm.id, faultless]).toEqual([text, norm.id, strict.test(text.trim())]);
          if (faultless) right += 1;
        }
      }),
      { numRuns: 5000, seed: 30 },
    );
    expect(right).toBeGreaterThan(20);
  });

  it("never throws on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const norm of [hd05, nd30]) expect(parsePrintedNumber(text, norm).faults).toBeInstanceOf(Array);
      }),
    );
  });

  const code = fc.stringMatching(/^[A-ZĐ][A-ZĐ0-9]{0,6}$/u);
  const sequence = fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: undefined });

  it("reads back what is printed", () => {
    for (const norm of [hd05, hd36, nd30]) {
      const types = documentTypes(norm.family).filter((type) => type.code !== undefined || type.letter);
      fc.assert(
        fc.property(fc.constantFrom(...types), sequence, code, code, (type, value, bodyCode, unitCode) => {
          const bare = type.letter && !norm.number.letterShowsType;
          const number: DocumentNumber = bare ? { bodyCode, unitCode } : { bodyCode };
          const known = value === undefined ? number : { ...number, sequence: value };
          const printed = textOf(printNumber(known, type, norm));
          const reading = parsePrintedNumber(printed, norm, type);
          expect(reading.faults).toEqual([]);
          expect(reading.number).toMatchObject(known);
          expect(reading.number && typeCodeFits(reading.number, type, norm)).toBe(true);
        }),
      );
    }
  });
});

describe("typeCodeFits", () => {
  it.each([
    ["hd05", "ke-hoach", "KH", true],
    ["hd05", "ke-hoach", "CTr", false],
    ["hd05", "quy-dinh", "QĐi", false],
    ["hd36", "quy-dinh", "QĐi", true],
    ["hd36", "quy-dinh", "QĐ", true],
    ["nd30", "quy-dinh", "QĐ", false],
    ["hd05", "giay-moi", "GM", true],
    ["hd05", "cong-van", "CV", true],
    ["nd30", "cong-van", "CV", false],
  ] as const)("%s %s with %s: %s", (id, slug, typeCode, fits) => {
    const norm = normById(id);
    const type = typeBySlug(slug, norm.family);
    expect(type && typeCodeFits({ sequence: 1, typeCode, bodyCode: "TU" }, type, norm)).toBe(fits);
  });
});

describe("parsePlaceDate", () => {
  it.each([
    ["Hà Nội, ngày 03 tháng 02 năm 2026", [], { year: 2026, month: 2, day: 3 }],
    ["Sông Kim, ngày 27 tháng 5 năm 2026", [], { year: 2026, month: 5, day: 27 }],
    ["Sông Kim, ngày 3 tháng 02 năm 2026", ["unpadded"], { year: 2026, month: 2, day: 3 }],
    ["Sông Kim, ngày 03 tháng 2 năm 2026", ["unpadded"], { year: 2026, month: 2, day: 3 }],
    ["Sông Kim, ngày 05 tháng 05 năm 2026", ["overPadded"], { year: 2026, month: 5, day: 5 }],
    ["Sông Kim ngày 15 tháng 4 năm 2026", ["comma"], { year: 2026, month: 4, day: 15 }],
    ["Sông Kim, ngày 15/4/2026", ["shortForm"], { year: 2026, month: 4, day: 15 }],
    ["Sông Kim, 3-2-2026", ["shortForm", "unpadded"], { year: 2026, month: 2, day: 3 }],
    ["Sông Kim, ngày 31 tháng 4 năm 2026", ["impossible"], undefined],
    ["Sông Kim", ["unreadable"], undefined],
  ])("%s", (text, faults, date) => {
    const reading = parsePlaceDate(text, hd05);
    expect(reading.faults).toEqual(faults);
    expect(reading.date).toEqual(date);
  });

  it("reads back every day as printed", () => {
    const day = fc.date({ min: new Date("1930-01-01"), max: new Date("2999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (value) => {
        const date = { year: value.getUTCFullYear(), month: value.getUTCMonth() + 1, day: value.getUTCDate() };
        for (const norm of [hd05, nd30]) {
          const printed = textOf(printPlaceDate("Thành phố Huế", date, norm));
          expect(parsePlaceDate(printed, norm)).toEqual({ place: "Thành phố Huế", date, faults: [] });
        }
      }),
    );
  });
});

describe("bodies and places", () => {
  it.each([
    ["VPTW", "hd05", ["Văn phòng", "Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư"]],
    ["BTGDVTU", "hd05", ["Ban tuyên giáo và dân vận", "Tỉnh uỷ, thành uỷ"]],
    ["ĐU", "hd05", ["Các đảng uỷ khác"]],
    ["ĐUK", "hd36", ["Đảng uỷ khối"]],
    ["BTGHU", "hd36", ["Ban tuyên giáo", "Huyện uỷ"]],
  ] as const)("reads %s under %s", (code, norm, names) => {
    expect(readBodyCode(code, norm)?.[0]?.map((body) => body.name)).toEqual(names);
  });

  it("knows joint bodies, an office's own codes, and that some codes are gone", () => {
    expect(readBodyCode("BTCTU-BNCTU", "hd05")).toHaveLength(2);
    expect(readBodyCode("ĐUK", "hd05")).toBeUndefined();
    expect(readBodyCode("BTCTU-XYZ", "hd05")).toBeUndefined();
    const own = { code: "XYZ", name: "Ban X", kind: "institution", norms: ["hd05"], confidence: "I" } as const;
    expect(readBodyCode("BTCTU-XYZ", "hd05", [own])).toHaveLength(2);
  });

  it.each([
    ["TP. Hồ Chí Minh", "Thành phố", "Hồ Chí Minh"],
    ["TP Huế", "Thành phố", "Huế"],
    ["Thành phố Huế", "Thành phố", "Huế"],
    ["Q. Lê Chân", "Quận", "Lê Chân"],
    ["Phường 7", "Phường", "7"],
    ["Sông Kim", undefined, "Sông Kim"],
    ["Quảng Trị", undefined, "Quảng Trị"],
  ])("takes %s apart", (place, level, name) => {
    const parts = readPlace(place);
    expect([parts.level?.name, parts.name]).toEqual([level, name]);
  });

  it.each([
    ["Huế", "hd05", "oneSyllable", "N"],
    ["7", "hd05", "number", "I"],
    ["1", "nd30", "number", "N"],
    ["Huế", "nd30", undefined, undefined],
    ["Thành phố Huế", "hd05", undefined, undefined],
    ["Sông Kim", "hd05", undefined, undefined],
  ] as const)("%s under %s lacks its level: %s", (place, norm, reason, confidence) => {
    const rule = missingLevel(place, norm);
    expect([rule?.reason, rule?.confidence]).toEqual([reason, confidence]);
  });
});
