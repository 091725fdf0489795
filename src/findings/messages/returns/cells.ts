import type { CellFinding } from "../../../cycle/returns.js";
import type { Wording } from "../../finding.js";

/** A number as Vietnamese text has it. */
function figure(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = /e/u.test(whole) ? whole : whole.replace(/\B(?=(?:\d{3})+$)/gu, ".");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

const shown = (value: number | undefined): string => (value === undefined ? "để trống" : figure(value));

/** Findings about what stands in single cells. */
export const CELL_WORDINGS = {
  "return/formula-replaced": {
    rule: "TEP-CT-THAY",
    weight: "note",
    severity: "note",
    found: ({ label, typed }: { label: string; typed: string }) =>
      `Công thức bị thay: ô tính sẵn của "${label}" nay là "${typed}" gõ tay, bằng kết quả tính lại.`,
    remedy: () => "Số tính lại được dùng. Không gõ đè lên ô tính sẵn.",
  },
  "return/total-differs": {
    rule: "TEP-CT-LECH",
    weight: "error",
    severity: "error",
    found: ({ label, typed, value }: { label: string; typed: string; value: number | undefined }) =>
      `Công thức bị thay: ô tính sẵn của "${label}" gõ "${typed}", tính lại từ các ô thành phần là ${shown(value)}.`,
    remedy: () => "Xem lại các ô thành phần; số tổng để máy tự tính.",
  },
  "return/formula-changed": {
    rule: "TEP-CT-SUA",
    weight: "note",
    severity: "note",
    found: ({ label }: { label: string }) =>
      `Công thức của ô tính sẵn "${label}" đã bị sửa; số được tính lại theo mẫu.`,
    remedy: () => "Không cần làm gì nếu số tính lại đúng; lần sau không sửa công thức của mẫu.",
  },
  "return/prefill-changed": {
    rule: "TEP-KHOA",
    weight: "error",
    severity: "error",
    found: ({ label, typed, value }: { label: string; typed: string; value: number | undefined }) =>
      `Ô khoá "${label}" đã bị sửa: số đã gửi là ${shown(value)}, nay là ${typed === "" ? "để trống" : `"${typed}"`}.`,
    remedy: () =>
      "Số đã chốt được giữ nguyên. Nếu số chốt sai, báo bằng văn bản để sửa số kỳ trước, không sửa trong tệp này.",
  },
  "return/ambiguous-number": {
    rule: "TEP-SO-NHAP-NHANG",
    weight: "error",
    severity: "error",
    found: ({ typed, readings }: { typed: string; readings: readonly number[] }) =>
      `Số "${typed}" gõ dạng chữ, có thể hiểu là ${readings.map(figure).join(" hoặc ")}.`,
    remedy: () => "Gõ lại bằng số, không gõ dấu phân cách hàng nghìn.",
  },
  "return/not-number": {
    rule: "TEP-SO-CHU",
    weight: "error",
    severity: "error",
    found: ({ typed, why }: { typed: string; why: string }) =>
      `Ô cần một con số nhưng ghi "${typed}"${WHY[why] ?? ""}.`,
    remedy: ({ why }: { typed: string; why: string }) => CURE[why] ?? "Gõ lại một con số; không phát sinh thì gõ 0.",
  },
  "return/none-as-zero": {
    rule: "TEP-SO-KHONG",
    weight: "note",
    severity: "note",
    found: ({ typed }: { typed: string }) => `Ô ghi "${typed}", được đọc là 0.`,
    remedy: () => "Nếu đơn vị chưa nắm được số liệu thì phải để trống và giải trình, không ghi như vậy.",
  },
  "return/number-with-unit": {
    rule: "TEP-SO-DON-VI",
    weight: "note",
    severity: "note",
    found: ({ typed, value }: { typed: string; value: number }) => `Ô ghi "${typed}", được đọc là ${figure(value)}.`,
    remedy: () => "Lần sau chỉ gõ số; chữ ghi vào cột Ghi chú.",
  },
  "return/english-number": {
    rule: "TEP-SO-KIEU-ANH",
    weight: "note",
    severity: "note",
    found: ({ typed, value }: { typed: string; value: number }) =>
      `Số "${typed}" gõ dạng chữ theo kiểu Anh, được đọc là ${figure(value)}.`,
    remedy: () => "Đối chiếu với bản giấy; lần sau gõ bằng số, không gõ dấu phân cách hàng nghìn.",
  },
  "return/date-for-number": {
    rule: "TEP-SO-NGAY",
    weight: "error",
    severity: "error",
    found: ({ day }: { day: string }) =>
      `Ô cần một con số nhưng Excel đã đổi thành ngày ${day}; thường do gõ dạng "5/6".`,
    remedy: () => "Đặt lại định dạng ô là Number rồi gõ lại số.",
  },
  "return/error-value": {
    rule: "TEP-SO-LOI",
    weight: "error",
    severity: "error",
    found: ({ code }: { code: string }) => `Ô báo lỗi ${code} thay cho số.`,
    remedy: () => "Xoá ô và gõ lại số trực tiếp.",
  },
  "return/boolean-value": {
    rule: "TEP-SO-CHU",
    weight: "error",
    severity: "error",
    found: ({ value }: { value: boolean }) => `Ô cần một con số nhưng chứa giá trị ${value ? "TRUE" : "FALSE"}.`,
    remedy: () => "Xoá ô và gõ lại số; không phát sinh thì gõ 0.",
  },
  "return/formula-typed": {
    rule: "TEP-SO-CONG-THUC",
    weight: "note",
    severity: "note",
    found: ({ formula, value }: { formula: string; value: number }) =>
      `Ô nhập chứa công thức "=${formula}", kết quả ${figure(value)} được dùng.`,
    remedy: () => "Kiểm tra kết quả; khi chốt nên thay bằng số.",
  },
  "return/formula-unverified": {
    rule: "TEP-SO-KET-QUA",
    weight: "explain",
    severity: "warning",
    found: ({ formula, value }: { formula: string; value: number }) =>
      `Ô nhập chứa công thức "=${formula}" không tính lại được; tạm dùng kết quả lưu trong tệp là ${figure(value)}.`,
    remedy: () => "Xác nhận con số, hoặc thay công thức bằng số gõ trực tiếp.",
  },
  "return/formula-without-result": {
    rule: "TEP-SO-KHONG-KET-QUA",
    weight: "error",
    severity: "error",
    found: ({ formula }: { formula: string }) => `Ô nhập chứa công thức "=${formula}" nhưng tệp không lưu kết quả.`,
    remedy: () => "Mở tệp, chép và dán ô đó kiểu Values, hoặc gõ số trực tiếp.",
  },
  "return/linked-value": {
    rule: "TEP-SO-LIEN-KET",
    weight: "explain",
    severity: "warning",
    found: ({ formula, value, file }: { formula: string; value: number | undefined; file: string }) =>
      `Ô nhập lấy số từ tệp khác "${file}" (=${formula}); số lưu trong tệp là ${shown(value)}.`,
    remedy: () => "Thay bằng số gõ trực tiếp, vì số trong tệp kia có thể đã đổi.",
  },
  "return/not-date": {
    rule: "TEP-NGAY",
    weight: "error",
    severity: "error",
    found: ({ typed }: { typed: string }) => `Ô cần ngày nhưng ghi "${typed}".`,
    remedy: () => "Ghi đủ ngày/tháng/năm, ví dụ 5/6/2026.",
  },
  "return/paper-date": {
    rule: "TEP-NGAY-KY",
    weight: "note",
    severity: "note",
    found: ({ typed }: { typed: string }) => `Ngày ký báo cáo ghi "${typed}", không đọc được thành ngày.`,
    remedy: () => "Lấy ngày trên bản giấy đã ký.",
  },
  "return/echo-differs": {
    rule: "TEP-SO-LAP",
    weight: "error",
    severity: "error",
    found: ({ label, typed, value, home }: { label: string; typed: string; value: number | undefined; home: string }) =>
      `Ô lấy lại "${label}" bị gõ đè "${typed}", khác với ${shown(value)} ở ${home}.`,
    remedy: ({ home }: { label: string; typed: string; value: number | undefined; home: string }) =>
      `Chỉ nhập ở ${home}; ô này tự lấy theo.`,
  },
} satisfies { readonly [id: string]: Wording<never> & { rule: `TEP-${string}`; weight: CellFinding["weight"] } };

/** What is wrong with a text, behind its quotation. */
const WHY: Readonly<Record<string, string>> = {
  several: ", có nhiều con số hoặc dấu đặt sai chỗ",
  approximate: ", là số ước chừng",
  multiplier: ", viết tắt hàng nghìn, triệu",
  percent: ", là tỷ lệ chứ không phải số đếm",
  notApplicable: ", nhưng chỉ tiêu này có áp dụng cho đơn vị",
  unknown: ", tức là chưa có số liệu",
  lookalike: ", có chữ cái trông giống chữ số",
};

const CURE: Readonly<Record<string, string>> = {
  several: "Gõ một con số; phần còn lại ghi vào cột Ghi chú.",
  approximate: "Gõ con số cụ thể đến ngày chốt.",
  multiplier: "Gõ đủ các chữ số, ví dụ 1200.",
  percent: "Gõ số lượng; tỷ lệ máy tự tính.",
  notApplicable: "Gõ số; không phát sinh thì gõ 0.",
  unknown: "Bổ sung số liệu. Chưa có thì để trống và giải trình ở cột Ghi chú.",
  lookalike: "Gõ lại bằng chữ số (0 chứ không phải O, 1 chứ không phải l).",
};
