import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addRow,
  changeState,
  emptyRegister,
  printRegister,
  type Register,
  readRegister,
} from "../src/register/register-file.js";
import type { NewRow } from "../src/register/row.js";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const HEAD = "Số,Ký hiệu,Thể loại,Ngày,Trích yếu,Nơi nhận,Độ mật,Kỳ,Tệp,Trạng thái";

function readWhole(bytes: Uint8Array): Register {
  const { register, findings } = readRegister(bytes, "so-van-ban.csv");
  expect(findings).toEqual([]);
  if (register === undefined) throw new Error("no register");
  return register;
}

const row: NewRow = {
  sequence: 5,
  symbol: "KH/ĐU",
  type: "Kế hoạch",
  date: "2026-04-15",
  subject: 'củng cố tổ chức "3 có", năm 2026',
  recipients: "Ban Thường vụ Tỉnh uỷ (để b/c); Lưu Văn phòng",
  secrecy: "",
  period: "2025-2030",
  file: "ke-hoach/so-5.md",
  state: "allotting",
};

describe("so-van-ban.csv", () => {
  it("begins with a byte order mark and Vietnamese titles", () => {
    expect(decode(printRegister(emptyRegister()))).toBe(`\uFEFF${HEAD}\r\n`);
  });

  it("holds a row as Excel reads it", () => {
    const text = decode(printRegister(addRow(emptyRegister(), row)));
    expect(text.split("\r\n")[1]).toBe(
      '5,KH/ĐU,Kế hoạch,15/4/2026,"củng cố tổ chức ""3 có"", năm 2026",Ban Thường vụ Tỉnh uỷ (để b/c); Lưu Văn phòng,,2025-2030,ke-hoach/so-5.md,đang cấp',
    );
  });

  it("keeps what an office has made of it: separator, order, further columns, line ends, rows without text", () => {
    const text =
      'Trạng thái;Số;Người giữ;Ký hiệu;Thể loại;Ngày;Kỳ;Tệp\n;3;Chị Hà;KH/ĐU;kế hoạch;5/6/2026;2025-2030;\n;;;;;;;\nđã cấp;4;"a;b";KH/ĐU;Kế hoạch;;2025-2030;x.md';
    const register = readWhole(encode(text));
    expect(register.rows.map(({ sequence, line, date, state }) => [sequence, line, date, state])).toEqual([
      [3, 2, "2026-06-05", "allotted"],
      [4, 4, undefined, "allotted"],
    ]);
    expect(decode(printRegister(register))).toBe(text);
    const longer = addRow(register, row);
    expect(decode(printRegister(longer))).toBe(
      `${text}\nđang cấp;5;;KH/ĐU;Kế hoạch;15/4/2026;2025-2030;ke-hoach/so-5.md\n`,
    );
    expect(longer.rows.at(-1)?.line).toBe(5);
    const settled = changeState(longer, 5, "allotted");
    expect(decode(printRegister(settled))).toBe(
      `${text}\nđã cấp;5;;KH/ĐU;Kế hoạch;15/4/2026;2025-2030;ke-hoach/so-5.md\n`,
    );
  });

  it("keeps a formula from being one", () => {
    const register = readWhole(printRegister(addRow(emptyRegister(), { ...row, subject: "=HYPERLINK(1)" })));
    expect(decode(printRegister(register))).toContain('," =HYPERLINK(1)",');
    expect(register.rows[0]?.subject).toBe("=HYPERLINK(1)");
  });

  it.each([
    ["not a number", `${HEAD}\nmột,KH/ĐU,Kế hoạch,,,,,2025-2030,,\n`, "register/bad-cell", 2, "Số"],
    ["no such day", `${HEAD}\n1,KH/ĐU,Kế hoạch,31/02/2026,,,,2025-2030,,\n`, "register/bad-cell", 2, "31/02/2026"],
    ["unknown state", `${HEAD}\n1,KH/ĐU,Kế hoạch,,,,,2025-2030,,xong\n`, "register/bad-cell", 2, "đã cấp"],
    ["cells lacking", `${HEAD}\n\n1,KH/ĐU\n`, "register/broken-line", 3, "ô"],
    ["quote left open", `${HEAD}\n1,"KH/ĐU,Kế hoạch,,,,,2025-2030,,\n`, "register/broken-line", 2, "ngoặc kép"],
    ["columns lacking", "Số,Ngày\n1,2\n", "register/missing-column", 1, "Ký hiệu"],
    ["an empty file", "", "register/missing-column", 1, "Số"],
    [
      "cells with line breaks above",
      `${HEAD}\n1,KH/ĐU,Kế hoạch,,"a\nb",,,2025-2030,,\nx,KH/ĐU,Kế hoạch,,,,,2025-2030,,\n`,
      "register/bad-cell",
      4,
      "x",
    ],
  ])("names a broken line: %s", (_, text, id, line, words) => {
    const { register, findings } = readRegister(encode(text), "so-van-ban.csv");
    expect(register).toBeUndefined();
    expect(findings[0]).toMatchObject({ id, place: { file: "so-van-ban.csv", line } });
    expect(`${findings[0]?.found} ${findings[0]?.remedy}`).toContain(words);
  });

  it("refuses another code of letters", () => {
    const bytes = Uint8Array.of(0x53, 0xf4, 0x2c);
    expect(readRegister(bytes, "so-van-ban.csv").findings.map(({ id }) => id)).toEqual(["register/not-utf8"]);
  });

  it("gives back whatever was entered", () => {
    const line = fc.string({ unit: fc.constantFrom(..."aĐệ ;,\"'=\t|-"), maxLength: 12 }).map((text) => text.trim());
    const rows = fc.array(
      fc.record({
        sequence: fc.integer({ min: 1, max: 9999 }),
        symbol: fc.constantFrom("KH/ĐU", "QĐ-UBND"),
        type: fc.constantFrom("Kế hoạch", "Quyết định"),
        date: fc.constantFrom("2026-04-15", "2025-12-31"),
        subject: line,
        recipients: line,
        secrecy: fc.constantFrom("", "MẬT"),
        period: fc.constantFrom("2025-2030", "2026"),
        file: line,
        state: fc.constantFrom("allotting" as const, "allotted" as const, "cancelled" as const),
      }),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(",", ";", "\t"), (entries, separator) => {
        const titles = HEAD.replaceAll(",", separator);
        const start = readWhole(encode(`${titles}\n`));
        const register = entries.reduce(addRow, start);
        const back = readWhole(printRegister(register));
        expect(back.rows).toEqual(register.rows);
        expect(back.rows.map(({ line: _, ...entry }) => entry)).toEqual(entries);
      }),
    );
  });
});
