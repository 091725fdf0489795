/**
 * Word files as people type them: direct formatting, tabs, blank lines, no styles, written as XML part by part and never
 * through our own writer.
 */
import { makeDocx, paragraph, run } from "./source-docx.sample.js";

export const TAB = "<w:r><w:tab/></w:r>";
const FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>';
const CENTRED = '<w:jc w:val="center"/>';
const BODY = '<w:jc w:val="both"/><w:ind w:firstLine="720"/>';

/** A run of 14 pt Times New Roman. */
export const typed = (text: string, look = "", size = 28): string => run(text, `${FONT}${look}<w:sz w:val="${size}"/>`);
export const bold = (text: string, size = 28): string => typed(text, "<w:b/>", size);
export const centred = (...runs: readonly string[]): string => paragraph("", CENTRED, runs.join(""));
export const justified = (...runs: readonly string[]): string => paragraph("", BODY, runs.join(""));
/** Two sides of a page parted by a tab. */
export const sides = (left: string, right: string): string => paragraph("", "", `${left}${TAB}${right}`);
export const blank = paragraph("", "", "");

/** A table of one row without borders, as offices use it for layout. */
export const columns = (...cells: readonly string[]): string =>
  `<w:tbl><w:tblPr/><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr></w:tbl>`;

/** Parts of one báo cáo of the Party; a test changes what it is about. */
export interface TypedReport {
  readonly head: string;
  readonly title: string;
  readonly body: string;
  readonly closing: string;
}

/** What every way of typing the report below has to be read as. */
export const REPORT = {
  family: "party",
  type: "bao-cao",
  issuer: { superior: ["ĐẢNG BỘ TỈNH HÀ TRUNG"], name: ["ĐẢNG UỶ XÃ BẢN MÂY"] },
  number: { sequence: 12, typeCode: "BC", bodyCode: "ĐU" },
  place: "Bản Mây",
  date: { day: 22, month: 5, year: 2026 },
  subject: ["kết quả phát triển đảng viên", "6 tháng đầu năm 2026"],
} as const;

export const REPORT_CLOSING = {
  recipients: [
    { kind: "recipient", lines: ["Ban Tổ chức Tỉnh uỷ,"] },
    { kind: "recipient", lines: ["Các chi bộ trực thuộc,"] },
    { kind: "recipient", lines: ["Lưu Văn phòng Đảng uỷ."] },
  ],
  signatures: [{ lines: ["T/M ĐẢNG UỶ", "PHÓ BÍ THƯ"], name: "Hà Văn Sơn" }],
} as const;

export const TYPED_REPORT: TypedReport = {
  head:
    sides(typed("ĐẢNG BỘ TỈNH HÀ TRUNG"), bold("ĐẢNG CỘNG SẢN VIỆT NAM")) +
    sides(bold("ĐẢNG UỶ XÃ BẢN MÂY"), typed("_______________")) +
    sides(typed("*"), "") +
    sides(typed("Số 12-BC/ĐU"), typed("Bản Mây, ngày 22 tháng 5 năm 2026", "<w:i/>")) +
    blank +
    blank,
  title:
    centred(bold("BÁO CÁO", 32)) +
    centred(bold("kết quả phát triển đảng viên")) +
    centred(bold("6 tháng đầu năm 2026")) +
    centred(typed("-----")) +
    blank,
  body:
    paragraph("", '<w:jc w:val="both"/>', TAB + typed("Đảng uỷ xã báo cáo kết quả như sau:")) +
    paragraph("", "", TAB + bold("I- KẾT QUẢ")) +
    justified(bold("1. Tạo nguồn")) +
    justified(typed("Có 14 quần chúng được giới thiệu, đạt 93,3% kế hoạch.")) +
    justified(typed("- Chi bộ Nà Lùng: 05 quần chúng;")) +
    blank +
    justified(bold("II- PHƯƠNG HƯỚNG")) +
    justified(typed("Kết nạp từ 10 đến 12 đảng viên./.")) +
    blank,
  closing:
    sides(typed("Nơi nhận:", "<w:u w:val='single'/>"), bold("T/M ĐẢNG UỶ")) +
    sides(typed("- Ban Tổ chức Tỉnh uỷ,"), typed("PHÓ BÍ THƯ")) +
    paragraph("", "", typed("- Các chi bộ trực thuộc,")) +
    paragraph("", "", typed("- Lưu Văn phòng Đảng uỷ.")) +
    blank +
    sides("", bold("Hà Văn Sơn")),
};

export const bodyOf = (report: TypedReport): string => report.head + report.title + report.body + report.closing;

/** The report as a Word file, some of its parts typed otherwise. */
export const typedReport = (
  changed: Partial<TypedReport> = {},
  parts: Readonly<Record<string, string>> = {},
): Uint8Array => makeDocx({ body: bodyOf({ ...TYPED_REPORT, ...changed }), parts });
