import type { CellFinding } from "../../../cycle/returns.js";
import type { Wording } from "../../finding.js";

/** What a file is, in words, when it is no workbook. */
const KINDS: Readonly<Record<string, string>> = {
  empty: "tệp rỗng, không có nội dung",
  zeros: "tệp chỉ toàn byte 0 (thường do sao chép dở hoặc hỏng thẻ nhớ)",
  word97: "văn bản Word 97–2003 (.doc)",
  docx: "văn bản Word (.docx)",
  pptx: "tệp trình chiếu PowerPoint (.pptx)",
  odt: "văn bản OpenDocument (.odt)",
  ods: "bảng tính OpenDocument (.ods)",
  pdf: "tệp PDF",
  html: "trang HTML được đổi tên thành Excel",
  spreadsheetXml: "bảng tính XML 2003",
  image: "tệp ảnh",
  rar: "tệp nén RAR hoặc 7z",
  zip: "tệp nén không chứa bảng tính ở bên trong như một sổ Excel",
  shortcut: "đường dẫn tắt tới tệp, không phải chính tệp",
  text: "tệp văn bản thuần hoặc CSV",
  unknown: "tệp không nhận ra định dạng",
};

const SEND_OUTLINE = "Đề nghị đơn vị gửi lại tệp đề cương đã nhận, lưu dạng “Excel Workbook (*.xlsx)”.";

/** Findings about a file as a whole: it cannot be opened, or brings along what does not belong there. */
export const FILE_WORDINGS = {
  "return/empty": {
    rule: "TEP-RONG",
    weight: "error",
    severity: "error",
    found: ({ zeros }: { zeros: boolean }) => `Không đọc được: ${KINDS[zeros ? "zeros" : "empty"]}.`,
    remedy: () => "Đề nghị đơn vị gửi lại tệp; trước khi gửi mở thử xem có số liệu không.",
  },
  "return/cut": {
    rule: "TEP-DO-DANG",
    weight: "error",
    severity: "error",
    found: () => "Tệp bị cụt phần cuối: sao chép hoặc tải về chưa xong.",
    remedy: () => "Sao chép (tải) lại tệp từ thư; nếu vẫn lỗi thì đề nghị đơn vị gửi lại.",
  },
  "return/broken": {
    rule: "TEP-HONG",
    weight: "error",
    severity: "error",
    found: () => "Tệp hỏng: các phần bên trong không đọc được hoặc mâu thuẫn nhau.",
    remedy: () =>
      "Mở tệp bằng Excel; nếu Excel tự sửa được thì lưu lại và nộp tệp mới, nếu không thì đề nghị đơn vị gửi lại.",
  },
  "return/not-workbook": {
    rule: "TEP-KHONG-PHAI-EXCEL",
    weight: "error",
    severity: "error",
    found: ({ what }: { what: string }) =>
      `Đây không phải sổ Excel (.xlsx) mà là ${KINDS[what] ?? KINDS.unknown}, dù tên tệp thế nào.`,
    remedy: () => SEND_OUTLINE,
  },
  "return/password": {
    rule: "TEP-MAT-KHAU",
    weight: "error",
    severity: "error",
    found: () => "Tệp có mật khẩu mở tệp nên không đọc được.",
    remedy: () =>
      "Mở tệp bằng mật khẩu, vào File > Info > Protect Workbook > Encrypt with Password, xoá mật khẩu rồi lưu và nộp lại.",
  },
  "return/xls": {
    rule: "TEP-XLS",
    weight: "error",
    severity: "error",
    found: () => "Tệp ở định dạng Excel 97–2003 (.xls); dấu nhận dạng và khoá ô có thể đã mất khi lưu kiểu này.",
    remedy: () => "Mở tệp, chọn Save As, kiểu “Excel Workbook (*.xlsx)”, kiểm tra số liệu rồi nộp tệp mới.",
  },
  "return/xlsb": {
    rule: "TEP-XLSB",
    weight: "error",
    severity: "error",
    found: () => "Tệp ở định dạng nhị phân của Excel (.xlsb).",
    remedy: () => "Mở tệp, chọn Save As, kiểu “Excel Workbook (*.xlsx)” rồi nộp tệp mới.",
  },
  "return/too-large": {
    rule: "TEP-QUA-LON",
    weight: "error",
    severity: "error",
    found: ({ megabytes, most }: { megabytes: number; most: number }) =>
      `Tệp nặng ${megabytes} MB, quá mức ${most} MB của một đề cương; thường do dán ảnh vào sổ.`,
    remedy: () => "Xoá ảnh và đối tượng đã dán, lưu lại rồi nộp; bản chụp có chữ ký gửi riêng dạng PDF.",
  },
  "return/bomb": {
    rule: "TEP-NEN-BAT-THUONG",
    weight: "error",
    severity: "error",
    found: () => "Tệp nén bất thường: bung ra lớn quá mức cho phép, có quá nhiều phần hoặc khai sai kích thước.",
    remedy: () => `Không mở tệp này bằng Excel khi chưa rõ nguồn gửi. ${SEND_OUTLINE}`,
  },
  "return/macros": {
    rule: "TEP-MACRO",
    weight: "note",
    severity: "note",
    found: () => "Tệp có macro (.xlsm). Macro không được chạy; số liệu vẫn đọc được.",
    remedy: () => "Không bật macro khi mở tệp. Lần sau đề nghị đơn vị lưu dạng “Excel Workbook (*.xlsx)”.",
  },
  "return/links": {
    rule: "TEP-LIEN-KET",
    weight: "note",
    severity: "note",
    found: ({ files }: { files: readonly string[] }) =>
      `Sổ có liên kết tới tệp khác: ${files.map((file) => `"${file}"`).join(", ")}.`,
    remedy: () => "Số lấy qua liên kết có thể đã cũ. Đề nghị đơn vị thay bằng số gõ trực tiếp ở các ô nêu dưới đây.",
  },
  "return/pivot": {
    rule: "TEP-PIVOT",
    weight: "note",
    severity: "note",
    found: () => "Sổ có bảng tổng hợp (PivotTable); phần này không được đọc.",
    remedy: () => "Nếu số liệu của biểu nằm trong bảng đó, chép thành số vào đúng ô của biểu.",
  },
} satisfies { readonly [id: string]: Wording<never> & { rule: `TEP-${string}`; weight: CellFinding["weight"] } };
