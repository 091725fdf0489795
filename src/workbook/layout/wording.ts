/** Every word of the outline workbooks that the form set does not declare itself. */
import type { CheckSeverity, Measure } from "../../forms/form-set.js";
import type { IdentityField, PaperField } from "./workbook-layout.js";

/** Names of the sheets that are no forms. */
export const SHEETS = {
  instructions: "Hướng dẫn",
  outline: "Đề cương",
  checks: "Kiểm tra",
  hidden: "_vanthu",
} as const;

/** Results of a live check. Results of broken checks by severity; formulas compare with them, so no two are alike. */
export const RESULTS = {
  met: "Đạt",
  missing: "Thiếu số liệu",
  desk: "Kiểm tra khi nhận",
  explained: "Đã giải trình",
  broken: { error: "Chưa đạt", explain: "Cần giải trình", note: "Lưu ý" } satisfies Record<CheckSeverity, string>,
} as const;

export const VERDICTS = { above: "Vượt", met: "Đạt", missed: "Chưa đạt" } as const;

/** A measure as it is added to a label; the period's actual figure needs no word. */
export function measureSuffix(measure: Measure): string {
  switch (measure) {
    case "actual":
      return "";
    case "estimate":
      return " (ước)";
    case "official":
      return " (chính thức)";
    case "baseline":
      return " (trước khi có kế hoạch)";
    default:
      return ` (năm thứ ${measure.slice("year".length)})`;
  }
}

/** How a condition reads. */
export const CONDITION = {
  operators: {
    "==": "=",
    "!=": "≠",
    "<": "<",
    "<=": "≤",
    ">": ">",
    ">=": "≥",
    "+": "+",
    "-": "−",
    "*": "×",
    "/": ":",
    "&&": "và",
    "||": "hoặc",
  },
  functions: { min: "số nhỏ nhất", max: "số lớn nhất", abs: "trị tuyệt đối", present: "có số liệu" },
  not: "không phải",
  parts: (name: string): string => `tổng các phần của ${name}`,
  prior: (name: string): string => `${name} (cuối năm trước)`,
  half: (name: string): string => `${name} (6 tháng)`,
  lastYear: (name: string): string => `${name} (cùng kỳ năm trước)`,
  rows: (form: string): string => `số dòng đã ghi ở ${form}`,
} as const;

export const CHECK_SHEET = {
  title: "KIỂM TRA SỐ LIỆU",
  hint:
    "Trang này tự tính. Dòng “Chưa đạt” phải sửa số liệu. Dòng “Cần giải trình”: sửa số liệu, hoặc giữ nguyên và " +
    "ghi lý do vào cột Giải trình (hay cột Ghi chú của biểu).",
  heads: ["TT", "Mã", "Nội dung kiểm tra", "Kết quả", "Số liệu", "Phát hiện và cách xử lý", "Giải trình"],
  counts: {
    blank: "Ô phải nhập còn trống",
    error: "Kiểm tra chưa đạt",
    explain: "Cần giải trình",
    missing: "Chưa kiểm tra được vì thiếu số liệu",
    met: "Kiểm tra đạt",
  },
  /** Where a figure stands: "Biểu 2, ô D12" is added by the sheet itself. */
  noValue: "…",
} as const;

export const FORM_SHEET = {
  number: (number: string, proposal: boolean): string => (proposal ? `${number} (biểu mẫu đề xuất)` : number),
  unitOfCount: (unit: string): string => `Đvt: ${unit}`,
  window: (from: string, to: string): string => `Số liệu từ ngày ${from} đến ngày ${to}`,
  notApplicable: "X",
  dateLine: "…………, ngày ….. tháng ….. năm ……",
  preparer: "NGƯỜI LẬP BIỂU",
  preparerHint: "(Ký, ghi rõ họ và tên, số điện thoại)",
  head: "NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ",
  headHint: "(Ký, đóng dấu, ghi rõ họ và tên)",
  guidance: "Ghi chú:",
  alarm: "Kiểm tra",
  initial: " (số ban đầu)",
  year: (year: number): string => ` (${year})`,
  page: "Trang &P/&N",
} as const;

export const OUTLINE_SHEET = {
  title: "ĐỀ CƯƠNG BÁO CÁO",
  hint: "Viết vào các ô nền vàng, dưới mỗi mục. Xuống dòng trong ô: Alt + Enter. Cột bên phải tự hiện số liệu đã nhập ở các biểu.",
  heads: ["Mục", "Nội dung", "Số liệu đã nhập"],
  notEntered: "chưa nhập",
  /** Of a review, beside the figure at its end. */
  before: " (trước khi có kế hoạch: ",
} as const;

/** Rows of the instruction sheet's box that says how far the work is. */
export const PROGRESS = {
  blank: "Ô phải nhập còn trống",
  error: "Kiểm tra chưa đạt",
  explain: "Kiểm tra cần giải trình",
} as const;

/** Labels of the paper's fields on the instruction sheet. */
export const PAPER_FIELDS = {
  number: { label: "Số, ký hiệu báo cáo", prompt: "Ghi như trên báo cáo giấy, ví dụ: 15-BC/ĐU." },
  date: { label: "Ngày ký báo cáo", prompt: "Ghi ngày/tháng/năm, ví dụ: 20/5/2026." },
  signer: { label: "Người ký (họ và tên)", prompt: "Họ và tên người ký báo cáo; tự hiện ở chân các biểu." },
  preparer: { label: "Người lập biểu", prompt: "Họ và tên người lập biểu; tự hiện ở chân các biểu." },
  phone: { label: "Điện thoại", prompt: "Số điện thoại để trao đổi về số liệu." },
} as const satisfies Record<PaperField, { readonly label: string; readonly prompt: string }>;

/** Labels on the hidden sheet, for whoever looks into it. */
export const IDENTITY_FIELDS = {
  layout: "vanthu",
  formSet: "Bộ biểu mẫu",
  version: "Phiên bản",
  unit: "Đơn vị",
  unitKind: "Loại đơn vị",
  period: "Kỳ",
  periodKind: "Loại kỳ",
  revision: "Lần phát hành",
  hash: "Mã kiểm",
  initial: "Số ban đầu do đơn vị nhập",
} as const satisfies Record<IdentityField, string>;
