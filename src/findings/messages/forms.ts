import type { Wording } from "../finding.js";
import { reporter } from "../report.js";
import { EXPRESSION_WORDINGS } from "./forms/expression.js";
import { FILING_WORDINGS } from "./forms/filing.js";

/** What a form set says that it does not know, and what it may have meant. */
interface Unknown {
  readonly name: string;
  /** Where it is said: "biểu B1", "kiểm tra KT-B05". */
  readonly where: string;
  readonly nearest: string | undefined;
}

/** "12,5". */
const sayNumber = (value: number): string => String(value).replace(".", ",");

const meant =
  (otherwise: string) =>
  ({ nearest }: Unknown): string =>
    nearest === undefined ? otherwise : `Có phải là "${nearest}"? ${otherwise}`;

/** Findings about the declarations of a form set. */
const CATALOGUE = {
  "forms/not-a-map": {
    severity: "error",
    found: () => "Tệp biểu mẫu không gồm các dòng “khoá: giá trị”.",
    remedy: () => "Xem bộ biểu mẫu kèm theo chương trình (form-sets) và schemas/form-set.schema.json.",
  },
  "forms/part-missing": {
    severity: "error",
    found: ({ name }: { name: string }) => `Không đọc được tệp "${name}" ghi ở mục “tệp”.`,
    remedy: () => "Kiểm tra tên tệp; đường dẫn tính từ thư mục của tệp này.",
  },
  "forms/duplicate": {
    severity: "error",
    found: ({ what, code }: { what: string; code: string }) => `Mã ${what} "${code}" đã được dùng ở trên.`,
    remedy: () => "Mỗi mã chỉ có một nghĩa: đặt mã khác, hoặc xoá mục lặp.",
  },
  "forms/unknown-indicator": {
    severity: "error",
    found: ({ name, where }: Unknown) => `Không có chỉ tiêu "${name}" (${where}).`,
    remedy: meant("Khai báo chỉ tiêu ở “nhóm chỉ tiêu”, hoặc sửa mã."),
  },
  "forms/unknown-dimension": {
    severity: "error",
    found: ({ name, where }: Unknown) => `Không có phân tổ hay thành phần "${name}" (${where}).`,
    remedy: meant("Khai báo ở “phân tổ”, hoặc sửa mã."),
  },
  "forms/unknown-unit-kind": {
    severity: "error",
    found: ({ name, where }: Unknown) => `Không có loại đơn vị "${name}" (${where}).`,
    remedy: meant("Khai báo ở “loại đơn vị”, hoặc sửa mã."),
  },
  "forms/unknown-parameter": {
    severity: "error",
    found: ({ name, where }: Unknown) => `Không có tham số "${name}" (${where}).`,
    remedy: meant("Khai báo ở “tham số”, hoặc sửa mã trong {p.…}."),
  },
  "forms/unknown-rows": {
    severity: "error",
    found: ({ name, where }: Unknown) => `Không có nhóm dòng "${name}" (${where}).`,
    remedy: meant("Khai báo ở “nhóm dòng”; một nhóm dòng không chứa nhóm khác."),
  },
  "forms/unknown-form": {
    severity: "error",
    found: ({ name, where }: Unknown) => `Không có biểu "${name}" có khai báo cột (${where}).`,
    remedy: meant("Ghi mã của một biểu có mục “cột”."),
  },
  "forms/unknown-column": {
    severity: "error",
    found: ({ name, where }: Unknown) => `Không có cột (${name}) ở ${where}.`,
    remedy: () => "Sửa số cột theo các cột đã khai báo của biểu.",
  },
  "forms/columns-choice": {
    severity: "error",
    found: ({ form }: { form: string }) => `Biểu ${form} phải có “cột” hoặc “cột như”, chỉ một trong hai.`,
    remedy: () => "Khai báo các cột ở “cột”, hoặc ghi “cột như: mã biểu” để dùng chung.",
  },
  "forms/body-choice": {
    severity: "error",
    found: ({ form }: { form: string }) =>
      `Biểu ${form} của đơn vị phải có “dòng” hoặc “danh sách”, chỉ một trong hai; biểu tổng hợp thì không có.`,
    remedy: () => "Ghi các dòng ở “dòng”, hoặc số dòng để sẵn ở “danh sách”.",
  },
  "forms/row-choice": {
    severity: "error",
    found: ({ where }: { where: string }) =>
      `Dòng này (${where}) phải có “nội dung”, hoặc một trong các khoá “chỉ tiêu”, “các phần của”, “nhóm”.`,
    remedy: () => "Dòng đề mục chỉ ghi “nội dung”; dòng số liệu ghi “chỉ tiêu”.",
  },
  "forms/column-formula": {
    severity: "error",
    found: ({ form, column }: { form: string; column: string }) =>
      `Cột (${column}) của biểu ${form} có loại “công thức” mà không ghi công thức, hoặc ngược lại.`,
    remedy: () => 'Ghi "loại: công thức" và "công thức: 4*100/5" (theo số cột).',
  },
  "forms/column-year": {
    severity: "error",
    found: ({ form, column }: { form: string; column: string }) =>
      `Cột (${column}) của biểu ${form} có loại “từng năm” mà không ghi năm thứ mấy, hoặc ngược lại.`,
    remedy: () => 'Ghi "năm: 1" cho năm đầu của giai đoạn.',
  },
  "forms/opens-not-stock": {
    severity: "error",
    found: ({ code, opens }: { code: string; opens: string }) =>
      `${code} nối tiếp ${opens}, nhưng cả hai phải là số liệu thời điểm (đầu kỳ và cuối kỳ).`,
    remedy: () => 'Đặt "loại: thời điểm" cho cả hai, hoặc bỏ “nối tiếp”.',
  },
  "forms/ratio-without-formula": {
    severity: "error",
    found: ({ code }: { code: string }) => `Tỷ lệ ${code} không có công thức.`,
    remedy: () => "Tỷ lệ luôn được tính, không nhập: thêm “công thức”.",
  },
  "forms/target-choice": {
    severity: "error",
    found: ({ code }: { code: string }) =>
      `${code} phải vừa có loại “chỉ tiêu giao” vừa có “giao cho”, hoặc không có cả hai.`,
    remedy: () => 'Ghi "giao cho: { chỉ tiêu: C02, trong: năm }" cho chỉ tiêu giao.',
  },
  "forms/comparator-without-target": {
    severity: "error",
    found: ({ code }: { code: string }) => `${code} có “đạt khi” hoặc “đến” mà không phải là chỉ tiêu giao.`,
    remedy: () => 'Ghi "loại: chỉ tiêu giao" và “giao cho”, hoặc bỏ “đạt khi”, “đến”.',
  },
  "forms/target-twice": {
    severity: "error",
    found: ({ code, other, of }: { code: string; other: string; of: string }) =>
      `${code} và ${other} cùng là chỉ tiêu giao cho ${of} trong cùng thời hạn: không biết lấy chỉ tiêu nào.`,
    remedy: () => 'Bỏ bớt một; nếu là mức thấp nhất và cao nhất thì ghi "đạt khi: khoảng" và “đến” ở mức thấp nhất.',
  },
  "forms/range-ends": {
    severity: "error",
    found: ({ code }: { code: string }) => `${code} có “đạt khi: khoảng” mà không ghi “đến”, hoặc ngược lại.`,
    remedy: () => 'Ghi cả hai: "đạt khi: khoảng" và "đến: T10", T10 là chỉ tiêu giao giữ mức cao nhất.',
  },
  "forms/range-pair": {
    severity: "error",
    found: ({ code, upper }: { code: string; upper: string }) =>
      `${upper} không thể là mức cao nhất của ${code}: phải là một chỉ tiêu giao khác, giao cho cùng chỉ tiêu, cùng thời hạn, không có “đạt khi”.`,
    remedy: () => "Ghi “giao cho” của hai chỉ tiêu giống nhau; “đạt khi” chỉ ghi ở mức thấp nhất.",
  },
  "forms/range-order": {
    severity: "error",
    found: ({ code, upper, from, to }: { code: string; upper: string; from: number; to: number }) =>
      `Khoảng của ${code} đi từ ${sayNumber(from)} đến ${sayNumber(to)} (${upper}): mức thấp nhất lớn hơn mức cao nhất.`,
    remedy: () => "Xem lại công thức hoặc tham số của hai chỉ tiêu.",
  },
  "forms/check-name": {
    severity: "error",
    found: ({ check }: { check: string }) => `Mã kiểm tra ${check} và “với mỗi” không đi cùng nhau.`,
    remedy: () => "Khi có “với mỗi”, mã kiểm tra phải chứa {mã}; khi không thì không được chứa.",
  },
  ...EXPRESSION_WORDINGS,
  ...FILING_WORDINGS,
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a form set. */
export const reportForms = reporter(CATALOGUE);
