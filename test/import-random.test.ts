import { describe, expect, it } from "vitest";
import { importDocx, importDraft } from "../src/importing/index.js";
import { readForeignDocx } from "../src/source/docx/document/read-document.js";
import { parseDraft } from "../src/source/draft/index.js";
import { seeded } from "./seeded.js";
import { makeDocx, paragraph, run } from "./source-docx.sample.js";
import { TAB } from "./source-docx-typed.sample.js";

/** Lines that mean something somewhere, and signs that mean something in a draft, in no order at all. */
const LINES = `ĐẢNG CỘNG SẢN VIỆT NAM|ĐẢNG UỶ XÃ BẢN MÂY|ĐẢNG BỘ TỈNH HÀ TRUNG|*|Số 12-BC/ĐU|Số:     /KH-UBND
Bản Mây, ngày 22 tháng 5 năm 2026|Bản Mây, ngày    tháng 5 năm 2026|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|BÁO CÁO
KẾ HOẠCH|QUYẾT ĐỊNH|QUYẾT ĐỊNH:|về công tác đảng viên|V/v cử cán bộ|-----|______|Kính gửi: Ban Tổ chức Tỉnh uỷ|Kính gửi:
- Ban Tổ chức Tỉnh uỷ;|Căn cứ Điều lệ Đảng;|- Căn cứ Quy định số 24-QĐ/TW;|Theo đề nghị của Ban Tổ chức,|I- KẾT QUẢ
II. Nhiệm vụ|1. Tạo nguồn|1.1. Rà soát|a) Nội dung một|+ phụ|(1) một|Điều 1. Phạm vi|Chương I|QUY ĐỊNH CHUNG|Mục 1
Phần thứ nhất|Đảng uỷ xã báo cáo kết quả như sau:|Có 14 quần chúng, đạt 93,3% kế hoạch.|Nơi nhận:|Nơi nhận|- Như trên,
- Lưu VT.|} để b/c|T/M ĐẢNG UỶ|TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|BÍ THƯ|Lò Thị Mai|(Đã ký)|kiêm|PHỤ LỤC 1
Phụ lục II: Danh mục|(Kèm theo Báo cáo số 12-BC/ĐU)|(Kèm theo Báo cáo số|DANH SÁCH|Dự thảo|MẬT|KHẨN|Lưu hành nội bộ
CÔNG VĂN ĐẾN|204|12/3/2026|NguyenVanAn-26|Địa chỉ: Bản Mây|Không phổ biến trên báo|Xác nhận chữ ký của đồng chí
[nháp]|<b>đậm</b>|# thăng|> trích|_gạch_|1986. Năm ấy|---|    thụt vào|[x](y)|[^1]|&amp;|http://vidu.vn|2) hai
A. La tinh|“trích”|<!-- a -->|10.000|\u200bẩn|…|:|{dọc}|Phụ lục {ngang}|thể loại: x|- - hai|1.|a)|I-|Điều 3.`.split(
  /[|\n]/u,
);

/** A Word file of any lines in any places and looks; what it holds is what `seen` says. */
function randomDocx(seed: number): { readonly bytes: Uint8Array; readonly seen: string } {
  const random = seeded(seed);
  const often = (share: number): boolean => random() < share;
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const times = (most: number, make: () => string): string =>
    Array.from({ length: 1 + Math.floor(random() * most) }, make).join("");
  const notes: string[] = [];
  let seen = "";
  const text = (): string => {
    const hidden = often(0.03);
    const line = pick(LINES);
    const look = [
      ["<w:b/>", 0.4],
      ["<w:i/>", 0.2],
      ['<w:u w:val="single"/>', 0.1],
      ['<w:vertAlign w:val="superscript"/>', 0.05],
      ["<w:caps/>", 0.05],
    ] as const;
    if (!hidden) seen += ` ${line}`;
    return run(
      line,
      `${look.map(([mark, share]) => (often(share) ? mark : "")).join("")}${hidden ? "<w:vanish/>" : ""}`,
    );
  };
  const layout = (): string =>
    (often(0.4) ? `<w:jc w:val="${pick(["center", "both", "right", "left"])}"/>` : "") +
    (often(0.2) ? `<w:ind w:left="${pick([200, 3000])}" w:firstLine="${pick([0, 720])}"/>` : "") +
    (often(0.08) ? `<w:outlineLvl w:val="${pick([0, 1, 2])}"/>` : "");
  const note = (): string => {
    notes.push(`<w:footnote w:id="${notes.length}">${paragraph("", "", text())}</w:footnote>`);
    return `<w:r><w:footnoteReference w:id="${notes.length - 1}"/></w:r>`;
  };
  const extras: readonly (readonly [number, () => string])[] = [
    [0.08, () => TAB],
    [0.06, () => "<w:r><w:br/></w:r>"],
    [0.03, note],
    [0.03, () => `<w:ins w:id="1" w:author="Lan">${text()}</w:ins>`],
    [
      0.02,
      () =>
        `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph("", layout(), text())}</w:txbxContent></v:textbox></w:pict></w:r>`,
    ],
  ];
  const piece = (): string => text() + run(" ") + extras.map(([share, make]) => (often(share) ? make() : "")).join("");
  const line = (): string =>
    often(0.1) ? paragraph("", "", "") : paragraph("", layout(), often(0.7) ? text() : times(3, piece));
  const cell = (): string =>
    `<w:tc><w:tcPr>${often(0.1) ? '<w:gridSpan w:val="2"/>' : ""}${often(0.1) ? `<w:vMerge w:val="restart"/>` : ""}</w:tcPr>${times(4, line)}</w:tc>`;
  const row = (): string => `<w:tr>${often(0.2) ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${times(3, cell)}</w:tr>`;
  const table = (): string =>
    `<w:tbl><w:tblPr>${often(0.5) ? '<w:tblBorders><w:top w:val="single"/></w:tblBorders>' : ""}</w:tblPr>${times(3, row)}</w:tbl>`;
  const body = times(25, () => (often(0.12) ? table() : line()));
  return { bytes: makeDocx({ body, footnotes: notes.join("") }), seen };
}

/** Every string in a value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "number") return [String(value).padStart(2, "0")];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .match(/[\p{L}\p{N}]/gu) ?? [])
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

const SEEDS = Array.from({ length: 120 }, (_, index) => index + 1);

describe("Word files without any order", () => {
  it.each([0, 1, 2, 3])("part %i of 4: nothing is lost, nothing made up, and the draft reads back", async (part) => {
    for (const seed of SEEDS.filter((one) => one % 4 === part)) {
      const { bytes, seen } = randomDocx(seed);
      const outcome = await importDocx(bytes);
      const reading = readForeignDocx(bytes);
      if (!outcome.ok || !reading.ok) throw new Error(`${seed}: not read`);
      const { document, annotations, changes, findings, lost, invented } = outcome.value;
      expect([seed, ...lost, ...invented]).toEqual([seed]);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      const back = await parseDraft(importDraft(outcome.value));
      expect([seed, back.findings.filter(({ severity }) => severity === "error")]).toEqual([seed, []]);
      // counted apart from the product's own account: no letter of the file is missing in what came of it
      const label = reading.value.labelled ? "Nơi nhận" : "";
      const came = [document, annotations, changes.map(({ from }) => from), reading.value.printed, label];
      const kept = letters(stringsIn(came).join(" "));
      const missing = [...letters(seen)].filter(([letter, count]) => (kept.get(letter) ?? 0) < count);
      expect([seed, ...missing]).toEqual([seed]);
    }
  });
});
