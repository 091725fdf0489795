import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CollectedReturn, CollectResult } from "../src/cycle/collect/index.js";
import { formsFor } from "../src/forms/filing.js";
import { existsOn } from "../src/organisation/lookup.js";
import { DOCX_LIMITS, readDocx } from "../src/source/docx/index.js";
import { HALF, Province, removeProvinces } from "./cycle-collect.sample.js";
import { makeDocx, paragraph, report } from "./source-docx.sample.js";

const whole = report(["BÁO CÁO", "I. Đặc điểm tình hình", "Một phường ven sông."]);
const WITH_MACROS = "p-song-kim";
const noise = Uint8Array.from({ length: 65_536 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 251);

/** Compound file of a program of the nineties, with the name of a stream in it. */
const compound = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(`${stream}\0`, "utf16le"), 1024);
  return bytes;
};

const withBody = (xml: string): Uint8Array => zipSync({ ...unzipSync(whole), "word/document.xml": strToU8(xml) });
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha ha ha"><!ENTITY b "${"&a;".repeat(50)}"><!ENTITY c "${"&b;".repeat(50)}">]><w:document xmlns:w="w"><w:body>${paragraph("").replace("</w:p>", "<w:r><w:t>&c;</w:t></w:r></w:p>")}</w:body></w:document>`;

const huge = (): Uint8Array => {
  const bytes = new Uint8Array(DOCX_LIMITS.file + 1);
  bytes.set([0x50, 0x4b, 3, 4]);
  return bytes;
};

/** Names, files, and words of their message. */
const HOSTILE: readonly (readonly [what: string, bytes: () => Uint8Array, words: string])[] = [
  ["empty", () => new Uint8Array(), "tệp rỗng"],
  ["zeros", () => new Uint8Array(4096), "tệp rỗng"],
  ["truncated", () => whole.slice(0, whole.length - 40), "bị cụt"],
  ["not a zip", () => strToU8("Kính gửi Ban Tổ chức"), "không phải tệp Word"],
  ["noise", () => noise, "không phải tệp Word"],
  ["a workbook in disguise", () => zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }), "không phải tệp Word"],
  [
    "an .odt in disguise",
    () => zipSync({ mimetype: strToU8("x"), "content.xml": strToU8("<a/>") }),
    "không phải tệp Word",
  ],
  ["encrypted", () => compound("EncryptedPackage"), "có mật khẩu"],
  ["Word 97", () => compound("WordDocument"), "Word 97"],
  ["huge", huge, "quá lớn"],
  ["unpacking without end", () => withBody(" ".repeat(DOCX_LIMITS.part + 1)), "nén bất thường"],
  ["entity bomb", () => withBody(LAUGHS), "khai báo kiểu tài liệu"],
  ["paragraphs without end", () => makeDocx("<w:p><w:r><w:t>a</w:t></w:r></w:p>".repeat(150_000)), "quá nhiều đoạn"],
  ["tables in tables", () => makeDocx(`<w:tbl><w:tr><w:tc>${paragraph("a")}`.repeat(20_000)), "nén bất thường"],
  ["paragraphs in paragraphs", () => makeDocx("<w:p><w:r>".repeat(20_000)), "nén bất thường"],
  ["without its body", () => zipSync({ "word/styles.xml": strToU8("<a/>") }), "tệp hỏng"],
];

describe("a hostile Word text beside a workbook", () => {
  let province: Province;
  let result: CollectResult;
  let seconds = 0;
  const units: string[] = [];

  beforeAll(async () => {
    province = await Province.open();
    const day = HALF.window.to;
    const files = province.register.units.filter(
      (unit) =>
        unit.code !== WITH_MACROS && existsOn(unit, day) && formsFor(province.formSet, unit.kind, HALF.kind).length > 0,
    );
    units.push(...files.map(({ code }) => code).slice(0, HOSTILE.length));
    for (const [index, [, bytes]] of HOSTILE.entries()) {
      const unit = units[index] ?? "";
      province.put(`${unit}/bieu.xlsx`, await province.return(unit));
      province.put(`${unit}/bao-cao.docx`, bytes());
    }
    province.put(`${WITH_MACROS}/bieu.xlsx`, await province.return(WITH_MACROS));
    province.put(`${WITH_MACROS}/bao-cao.docm`, zipSync({ ...unzipSync(whole), "word/vbaProject.bin": noise }));
    const begun = performance.now();
    result = await province.collect();
    seconds = (performance.now() - begun) / 1000;
  });
  afterAll(removeProvinces);

  const returnOf = (unit: string): CollectedReturn | undefined => result.returns.find((one) => one.unit === unit);

  it("does not hold up the batch", () => {
    expect(result.others).toEqual([]);
    expect(result.returns).toHaveLength(HOSTILE.length + 1);
    expect(seconds).toBeLessThan(60);
  });

  it.each(HOSTILE.map(([what, , words], index) => [what, words, index] as const))(
    "%s: is told, and the workbook counts",
    (_, words, index) => {
      const unit = units[index] ?? "";
      const one = returnOf(unit);
      expect(one).toMatchObject({ state: "accepted", outcome: "recorded" });
      const finding = one?.findings.find(({ rule }) => rule === "THU-BC-KHONG-DOC");
      expect(finding?.found).toContain(words);
      expect(finding?.remedy).toContain(".docx");
      expect(province.ledger.counted(unit, HALF.id)).toBeDefined();
      // kept as received all the same
      expect(province.ledger.attachments(one?.revision?.id ?? 0)).toHaveLength(1);
    },
  );

  it("with macros is read, and nothing of it is run", () => {
    const one = returnOf(WITH_MACROS);
    expect(one?.state).toBe("accepted");
    expect(one?.findings.map(({ rule }) => rule)).toContain("THU-BC-MACRO");
    const { narrative } = province.ledger.text(one?.revision?.id ?? 0);
    expect(narrative.find(({ mark }) => mark === "I")?.text).toBe("Một phường ven sông.");
  });
});

describe("limits of a Word text", () => {
  it("are the reader's own", () => {
    expect(readDocx(report(["a", "b", "c"]), { ...DOCX_LIMITS, paragraphs: 2 })).toBe("tooLong");
    expect(readDocx(report(["a", "b"]), { ...DOCX_LIMITS, paragraphs: 2 })).toMatchObject({ blocks: [{}, {}] });
  });
});
