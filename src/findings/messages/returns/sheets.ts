import type { CellFinding } from "../../../cycle/returns.js";
import type { Wording } from "../../finding.js";

const COPY_OVER = "Chép số liệu sang tệp đề cương gốc của kỳ này (dán kiểu Values) rồi nộp tệp đó.";

/** Findings about the stamp, the sheets and where their cells have gone. */
export const SHEET_WORDINGS = {
  "return/no-stamp": {
    rule: "TEP-DAU-THIEU",
    weight: "error",
    severity: "error",
    found: () => "Sổ không có dấu nhận dạng: không phải tệp đề cương đã gửi, hoặc trang tính ẩn đã bị xoá.",
    remedy: () => COPY_OVER,
  },
  "return/bad-stamp": {
    rule: "TEP-DAU-HONG",
    weight: "error",
    severity: "error",
    found: ({ fields }: { fields: readonly string[] }) =>
      `Dấu nhận dạng của sổ bị hỏng hoặc bị sửa: ${fields.join(", ")}.`,
    remedy: () => COPY_OVER,
  },
  "return/unknown-form-set": {
    rule: "TEP-PHIEN-BAN",
    weight: "error",
    severity: "error",
    found: ({ formSet, version }: { formSet: string; version: string }) =>
      `Không có khai báo của bộ biểu mẫu "${formSet}" phiên bản ${version} nên không đọc được số liệu.`,
    remedy: () => "Đặt lại khai báo của phiên bản đó vào thư mục bieu-mau, hoặc đề nghị đơn vị dùng tệp của kỳ này.",
  },
  "return/sheet-missing": {
    rule: "TEP-TRANG-THIEU",
    weight: "error",
    severity: "error",
    found: ({ sheet }: { sheet: string }) => `Không còn trang tính "${sheet}" (đã bị xoá hoặc chép đè).`,
    remedy: () => COPY_OVER,
  },
  "return/sheet-copied": {
    rule: "TEP-TRANG-CHEP",
    weight: "note",
    severity: "note",
    found: ({ sheet, original }: { sheet: string; original: string }) =>
      `Trang tính "${sheet}" là bản chép của "${original}"; số liệu chỉ được đọc ở "${original}".`,
    remedy: () => "Kiểm tra đơn vị có nhập nhầm vào bản chép không; nếu có thì chép số về trang gốc.",
  },
  "return/sheet-unreadable": {
    rule: "TEP-TRANG-HONG",
    weight: "error",
    severity: "error",
    found: ({ sheet }: { sheet: string }) => `Trang tính "${sheet}" không đọc được: phần dữ liệu của nó bị hỏng.`,
    remedy: () => "Mở tệp bằng Excel cho sửa rồi lưu lại; nếu mất số liệu thì nhập lại vào tệp đề cương gốc.",
  },
  "return/sheet-cut": {
    rule: "TEP-TRANG-LON",
    weight: "error",
    severity: "error",
    found: ({ sheet }: { sheet: string }) =>
      `Trang tính "${sheet}" quá lớn, chỉ đọc được phần đầu; thường do định dạng hoặc kẻ khung cả triệu dòng.`,
    remedy: () => "Chọn các dòng thừa dưới biểu, bấm Delete Rows, lưu lại rồi nộp.",
  },
  "return/sheet-overflow": {
    rule: "TEP-NGOAI-VUNG",
    weight: "note",
    severity: "note",
    found: ({ sheet, rows }: { sheet: string; rows: number }) =>
      `Trang tính "${sheet}" có nội dung ở quá dòng ${rows} hoặc quá xa về bên phải; phần đó không được đọc.`,
    remedy: () => "Nếu đó là số liệu của biểu, chuyển vào đúng ô; nếu là nháp thì xoá.",
  },
  "return/sheet-long": {
    rule: "TEP-NGOAI-VUNG",
    weight: "note",
    severity: "note",
    found: ({ sheet, rows }: { sheet: string; rows: number }) =>
      `Trang tính "${sheet}" có hơn ${rows} dòng, thường do kẻ khung hoặc định dạng cả cột; các dòng phía sau không được đọc.`,
    remedy: () => "Số liệu của biểu không nằm ở đó. Để tệp nhẹ: chọn các dòng thừa dưới biểu, bấm Delete Rows rồi lưu.",
  },
  "return/cell-missing": {
    rule: "TEP-O-MAT",
    weight: "error",
    severity: "error",
    found: ({ label, column, sheet }: { label: string; column: string; sheet: string }) =>
      `Không tìm thấy ô của "${label}" (cột ${column}) trong trang tính "${sheet}": dòng hoặc cột đã bị xoá.`,
    remedy: () => COPY_OVER,
  },
  "return/cells-missing": {
    rule: "TEP-O-MAT",
    weight: "error",
    severity: "error",
    found: ({ sheet, count, labels }: { sheet: string; count: number; labels: readonly string[] }) =>
      `Trang tính "${sheet}" mất ${count} ô nhập: ${labels.map((label) => `"${label}"`).join(", ")}${count > labels.length ? " …" : ""}.`,
    remedy: () => COPY_OVER,
  },
  "return/cell-astray": {
    rule: "TEP-O-LAC",
    weight: "error",
    severity: "error",
    found: ({ label, at }: { label: string; at: string }) =>
      `Tên ô và mã dòng, mã cột của "${label}" không khớp: ô đã bị cắt dán, hoặc các dòng đã bị sắp xếp lại. Số được đọc theo mã, ở ô ${at}.`,
    remedy: () => `Kiểm tra số ở dòng này. ${COPY_OVER}`,
  },
  "return/cells-astray": {
    rule: "TEP-O-LAC",
    weight: "error",
    severity: "error",
    found: ({ sheet, count, labels }: { sheet: string; count: number; labels: readonly string[] }) =>
      `Trang tính "${sheet}" có ${count} ô mà tên ô không khớp mã dòng, mã cột (${labels.map((label) => `"${label}"`).join(", ")} …): các dòng đã bị sắp xếp hoặc cắt dán. Số được đọc theo mã.`,
    remedy: () => `Kiểm tra số của cả trang. ${COPY_OVER}`,
  },
  "return/cell-merged": {
    rule: "TEP-O-GOP",
    weight: "error",
    severity: "error",
    found: ({ label, into }: { label: string; into: string }) =>
      `Ô của "${label}" đã bị gộp vào ô ${into} nên không còn số riêng.`,
    remedy: () => "Bỏ gộp ô (Unmerge Cells) và nhập số vào từng ô.",
  },
  "return/head-unmerged": {
    rule: "TEP-BO-GOP",
    weight: "note",
    severity: "note",
    found: ({ sheet }: { sheet: string }) => `Tiêu đề biểu ở trang tính "${sheet}" đã bị bỏ gộp hoặc gộp lại khác mẫu.`,
    remedy: () => "Số liệu vẫn đọc được; khi in biểu nên dùng mẫu gốc.",
  },
  "return/unlocked": {
    rule: "TEP-BO-KHOA",
    weight: "note",
    severity: "note",
    found: ({ sheets }: { sheets: readonly string[] }) =>
      `Trang tính đã bị bỏ khoá: ${sheets.map((sheet) => `"${sheet}"`).join(", ")}.`,
    remedy: () => "Các ô khoá đã được đối chiếu với số đã gửi; xem các ô nêu riêng nếu có.",
  },
} satisfies { readonly [id: string]: Wording<never> & { rule: `TEP-${string}`; weight: CellFinding["weight"] } };
