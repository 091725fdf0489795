import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { DRAFT_FINDINGS } from "../src/findings/messages/draft.js";
import { parseDraft } from "../src/source/draft/index.js";

/** A draft with one fault, and where its finding points. */
interface Broken {
  readonly draft: string | Uint8Array;
  readonly at?: readonly [line: number, column?: number];
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** A file that the finding points at instead of the draft. */
  readonly file?: string;
}

const bytes = (...parts: (string | number)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...new TextEncoder().encode(part)])));

const PNG = bytes(0x89, "PNG");

/** A header whose fourth line is free. */
const head = (...lines: string[]): string => ["---", "thể loại: Kế hoạch", ...lines, "---", ""].join("\n");
/** A body that begins in line 4. */
const body = (...lines: string[]): string => head() + lines.join("\n");
const table = (...lines: string[]): string => body("```bảng", ...lines, "```");

async function workbook(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet("Biểu 1"));
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const from = (file: Uint8Array | string, ...options: string[]): Broken => ({
  draft: table("tệp: bang.xlsx", ...options),
  at: [5],
  files: { "bang.xlsx": file },
});

const simple = await workbook((sheet) =>
  sheet.addRows([
    ["TT", "Tên"],
    [1, "A"],
  ]),
);

const BROKEN: Readonly<Record<string, Broken>> = {
  "draft/too-large": { draft: new Uint8Array(50 * 1024 * 1024 + 1) },
  "draft/utf16": { draft: bytes(0xff, 0xfe, 0x2d, 0x00) },
  "draft/not-utf8": { draft: bytes("---\nthể loại: Kế hoạch\n", 0xc3, 0x28, "\n---\n"), at: [3] },
  "draft/binary": { draft: bytes("PK", 3, 4, 0, 0) },
  "draft/empty": { draft: " \n\n" },
  "draft/decomposed": { draft: body("Ủy ban".normalize("NFD")), at: [4] },
  "draft/pasted-signs": { draft: body("Tổ\u200b chức\u00ad đảng"), at: [4] },
  "draft/stray-mark": { draft: body("Tổ chức đảng\u0323g"), at: [4, 12] },
  "draft/control-character": { draft: body("Văn\u0007bản"), at: [4, 4] },
  "draft/more-findings": { draft: body("#\n".repeat(300)) },
  "draft/header-missing": { draft: "Kính gửi các đồng chí\n", at: [1, 1] },
  "draft/header-unclosed": { draft: "---\nthể loại: Kế hoạch\n", at: [1, 1] },
  "draft/header-too-long": { draft: head(`trích yếu: ${"a".repeat(200_001)}`), at: [2] },
  "draft/yaml-colon": { draft: head("trích yếu: về việc: tổng kết"), at: [3, 12] },
  "draft/yaml-colon-blank": { draft: head("số:12", "địa danh: Sông Kim"), at: [3, 1] },
  "draft/yaml-key": { draft: head("trích yếu: |", "  tổng kết", "năm 2026", "số: 1"), at: [5, 1] },
  "draft/yaml-quote": { draft: head('trích yếu: "tổng kết', "số: 1"), at: [3, 12] },
  "draft/yaml-indent": { draft: head("trích yếu: |", "  tổng kết", " năm 2026"), at: [5, 1] },
  "draft/yaml-tab": { draft: head("trích yếu:", "\ttổng kết: a"), at: [4, 1] },
  "draft/yaml-indicator": { draft: head("trích yếu: *tổng kết"), at: [3] },
  "draft/yaml-bracket": { draft: head("trích yếu: [tổng kết"), at: [3] },
  "draft/yaml-other": { draft: head("...", "số: 1"), at: [4] },
  "draft/header-not-map": { draft: "---\n- thể loại\n---\n", at: [2, 1] },
  "draft/unknown-key": { draft: head("nơi nhân: Lưu VP"), at: [3, 1] },
  "draft/duplicate-key": { draft: head("số: 1", "ký hiệu: KH/TU", "Số: 2"), at: [5, 1] },
  "draft/value-list": { draft: head("nơi nhận:", "  - Lưu VP"), at: [3, 1] },
  "draft/value-map": { draft: head("nơi nhận:", "  Lưu: VP"), at: [3, 1] },
  "draft/value-text": { draft: head("trình bày: 14"), at: [3, 1] },
  "draft/value-lines": { draft: head("địa danh: |", "  Sông Kim", "  Hà Trung"), at: [3, 1] },
  "draft/choice": { draft: head("hệ thống: Đoàn"), at: [3, 1] },
  "draft/measure": { draft: head("trình bày:", "  cỡ chữ: to"), at: [4, 3] },
  "draft/norm-family": { draft: head("hệ thống: Đảng", "chuẩn: nd30"), at: [4, 1] },
  "draft/type-missing": { draft: "---\nsố:\n---\n", at: [2, 1] },
  "draft/type-unknown": { draft: "---\nthể loại: Kế hoach\n---\n", at: [2, 1] },
  "draft/type-family": { draft: "---\nthể loại: Công điện\n---\n", at: [2, 1] },
  "draft/sequence": { draft: head("số: mười", "ký hiệu: KH/TU"), at: [3, 1] },
  "draft/sequence-symbol": { draft: head("số: 12/KH/ĐUK"), at: [3, 1] },
  "draft/symbol": { draft: head("ký hiệu: KH - TU"), at: [3, 1] },
  "draft/number-without-symbol": { draft: head("số: 12"), at: [3, 1] },
  "draft/date-form": { draft: head("ngày: ngày 15 tháng 4 năm 2026"), at: [3, 1] },
  "draft/date-impossible": { draft: head("ngày: 31/02/2026"), at: [3, 1] },
  "draft/addressees-twice": { draft: head("kính gửi: Tỉnh uỷ", "kính trình: Tỉnh uỷ"), at: [4, 1] },
  "draft/draft-mark": { draft: head("dự thảo: có"), at: [3, 1] },
  "draft/recipient-without-dash": { draft: head("nơi nhận: |", "  Tỉnh uỷ,", "  - Lưu VP."), at: [4, 3] },
  "draft/recipient-empty": { draft: head("nơi nhận: |", "  - Tỉnh uỷ,", "  -"), at: [5, 4] },
  "draft/brace-single": { draft: head("nơi nhận: |", "  - Tỉnh uỷ, } để b/c"), at: [4, 5] },
  "draft/brace-label": { draft: head("nơi nhận: |", "  - Tỉnh uỷ, }", "  - BTCTU, }"), at: [4, 5] },
  "draft/brace-labels": { draft: head("nơi nhận: |", "  - Tỉnh uỷ, } để b/c", "  - BTCTU, } để biết"), at: [5] },
  "draft/signature-empty": { draft: head("ký: |", "  PHÓ BÍ THƯ", "  ---"), at: [3, 1] },
  "draft/signature-name": { draft: head("ký: |", "  PHÓ BÍ THƯ", "", "  Lê Văn A", "  Hà B"), at: [7, 3] },
  "draft/confirmation-signature": { draft: head("xác nhận chữ ký: Xác nhận chữ ký của đồng chí"), at: [3, 1] },
  "draft/image-count": {
    draft: head("ký: Lê Văn A", "ảnh chữ ký: |", "  a.png", "  b.png"),
    at: [4, 1],
    files: { "a.png": PNG },
  },
  "draft/image-kind": { draft: head("ký: Lê Văn A", "ảnh chữ ký: a.png"), at: [3, 1], files: { "a.png": "GIF89a" } },
  "draft/attachment-outside": { draft: table("tệp: ../a.csv"), at: [5, 1] },
  "draft/attachment-missing": { draft: table("tệp: a.csv"), at: [5, 1] },
  "draft/unplaced-words": {
    draft: body("a", "", "<!--", "- Chưa xếp được, dòng 5: phòng dịch", "- Chữ ở lề trang: 2", "-->"),
    at: [7, 1],
  },
  "draft/comment-unclosed": { draft: body("a <!-- b", "c"), at: [4, 3] },
  "draft/tag-unclosed": { draft: body("a <b>b", "c"), at: [4, 3] },
  "draft/tag-unopened": { draft: body("a", "b</i> c"), at: [5, 2] },
  "draft/tag-unknown": { draft: body("a <br> b"), at: [4, 3] },
  "draft/emphasis-unpaired": { draft: body("- x ** Thời gian: quý I"), at: [4, 5] },
  "draft/too-much-markup": { draft: body("*a ".repeat(1001)), at: [4, 1] },
  "draft/figure-path": { draft: body("Có [12](vt:C02) người"), at: [4, 4] },
  "draft/figure-content": { draft: body("Có [](vt:C02/tinh/2026-nam) người"), at: [4, 4] },
  "draft/link": { draft: body("Xem [trang](https://vi.du)"), at: [4, 5] },
  "draft/image": { draft: body("![ảnh](a.png)"), at: [4, 2] },
  "draft/code-block": { draft: body("```js", "x", "```"), at: [4, 1] },
  "draft/fence-unclosed": { draft: body("```bảng", "| a |"), at: [4, 1] },
  "draft/rule-line": { draft: body("a", "", "-----"), at: [6, 1] },
  "draft/heading-empty": { draft: body("##", "a"), at: [4, 1] },
  "draft/annex-label": { draft: body("# Phụ lục 1: Danh sách"), at: [4, 1] },
  "draft/annex-attribute": { draft: body("# Phụ lục 1 {xoay}"), at: [4, 1] },
  "draft/note-missing": { draft: body("a[^1]"), at: [4, 2] },
  "draft/note-unused": { draft: body("a", "", "[^1]: b"), at: [6, 1] },
  "draft/note-duplicate": { draft: body("a[^1]", "", "[^1]: b", "[^1]: c"), at: [7, 1] },
  "draft/note-empty": { draft: body("a[^1]", "", "[^1]:"), at: [6, 1] },
  "draft/note-in-note": { draft: body("a[^1]", "", "[^1]: b[^2]"), at: [6, 8] },
  "draft/note-misplaced": { draft: body("# Phụ lục 1", "# TÊN[^1]", "", "[^1]: a"), at: [5, 1] },
  "draft/table-rule-missing": { draft: body("| a | b |", "| c | d |"), at: [4, 1] },
  "draft/table-rule-again": { draft: body("| a |", "| --- |", "| b |", "| --- |"), at: [7, 1] },
  "draft/table-ragged": { draft: body("| a | b |", "| --- | --- |", "| c |"), at: [6, 1] },
  "draft/table-merge-edge": { draft: body("| a | b |", "| --- | --- |", "| < | c |"), at: [6, 3] },
  "draft/table-merge-shape": { draft: table("| --- |", "| a | b |", "| c | ^ |", "| ^ | < |"), at: [7, 3] },
  "draft/table-merge-head": { draft: table("| a |", "| --- |", "| ^ |"), at: [5, 3] },
  "draft/table-empty": { draft: table("cỡ chữ: 12"), at: [4, 1] },
  "draft/table-too-large": { draft: table(`| --- |`, `|${" a |".repeat(61)}`), at: [4, 1] },
  "draft/table-line": { draft: table("ghi chú thêm", "| a |"), at: [5, 1] },
  "draft/table-option-unknown": { draft: table("cở chữ: 12", "| a |"), at: [5, 1] },
  "draft/table-option-twice": { draft: table("cỡ chữ: 12", "Cỡ chữ: 13", "| a |"), at: [6, 1] },
  "draft/table-option-value": { draft: table("cột: to", "| a |"), at: [5, 1] },
  "draft/table-option-file": { draft: table("vùng: A1:B2", "| a |"), at: [5, 1] },
  "draft/table-two-sources": { draft: table("tệp: a.csv", "| a |"), at: [6, 1] },
  "draft/table-columns": { draft: table("cột: 12.5mm, *", "| a |"), at: [5, 1] },
  "draft/table-size": { draft: table("cỡ chữ: 14", "| a |"), at: [5, 1] },
  "draft/attachment-kind": { draft: table("tệp: a.xls"), at: [5, 1] },
  "draft/attachment-large": from(bombOf(80)),
  "draft/attachment-broken": from("không phải zip"),
  "draft/csv-quotes": {
    draft: table("tệp: a.csv"),
    at: [2],
    files: { "a.csv": 'TT;Tên\n1;"A\n' },
    file: "a.csv",
  },
  "draft/sheet": from(simple, "trang tính: Biểu 2"),
  "draft/range-merge": from(
    await workbook((sheet) => {
      sheet.addRows([
        ["TT", "Tên"],
        [1, "A"],
      ]);
      sheet.mergeCells("A1:B1");
    }),
    "vùng: B1:B2",
  ),
  "draft/hidden-cells": from(
    await workbook((sheet) => {
      sheet.addRows([["TT"], [1], [2]]);
      sheet.getRow(2).hidden = true;
    }),
  ),
  "draft/formula-value": from(
    await workbook((sheet) => sheet.addRows([["Tổng"], [{ formula: "1+1" } as ExcelJS.CellFormulaValue]])),
  ),
  "draft/cell-error": from(
    await workbook((sheet) => sheet.addRows([["Tổng"], [{ error: "#DIV/0!" } as ExcelJS.CellErrorValue]])),
  ),
  "draft/number-format": from(
    await workbook((sheet) => {
      sheet.addRows([["Tỉ số"], [0.5]]);
      sheet.getCell("A2").numFmt = "# ?/?";
    }),
  ),
};

/** A zip whose directory says that its one part unpacks to so many megabytes. */
function bombOf(megabytes: number): Uint8Array {
  const name = new TextEncoder().encode("a.xml");
  const size = megabytes * 1024 * 1024;
  const central = new DataView(new ArrayBuffer(46));
  central.setUint32(0, 0x02014b50, true);
  central.setUint16(10, 8, true);
  central.setUint32(24, size, true);
  central.setUint16(28, name.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 1, true);
  end.setUint16(10, 1, true);
  end.setUint32(12, 46 + name.length, true);
  const parts = [new Uint8Array(central.buffer), name, new Uint8Array(end.buffer)];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const encode = (file: string | Uint8Array | undefined): Uint8Array | undefined =>
  typeof file === "string" ? new TextEncoder().encode(file) : file;

describe("findings about a draft", () => {
  it("are each shown by a broken draft", () => {
    expect(Object.keys(BROKEN).sort()).toEqual([...DRAFT_FINDINGS].sort());
  });

  it.each(Object.entries(BROKEN))("%s", async (id, { draft, at, files = {}, file = "du-thao.md" }) => {
    const readAttachment = async (path: string): Promise<Uint8Array | undefined> => encode(files[path]);
    const { document, findings } = await parseDraft(draft, { file: "du-thao.md", readAttachment });
    const finding = findings.find((candidate) => candidate.id === id);
    expect(findings.map((other) => other.id)).toContain(id);
    expect(finding?.place?.file).toBe(file);
    if (at !== undefined) expect([finding?.place?.line, finding?.place?.column].slice(0, at.length)).toEqual(at);
    if (finding?.severity === "error") {
      expect(document).toBeUndefined();
      // One fault, one error: what follows from it is not reported again.
      expect(findings.filter(({ severity }) => severity === "error").map((other) => other.id)).toEqual([id]);
    } else expect(document).toBeDefined();
    for (const words of [finding?.found, finding?.remedy]) expect(words).toMatch(/^[\p{Lu}"].*[.?c]$/u);
  });
});
