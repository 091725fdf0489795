import type { Wording } from "../../finding.js";
import { quote } from "../draft/quote.js";

/** An expression, what it belongs to, and the column of what is wrong in it. */
interface At {
  /** "kiểm tra KT-B05", "công thức của C06". */
  readonly where: string;
  readonly expression: string;
  /** Counted from 1. */
  readonly column: number;
  readonly text: string;
}

interface Name extends At {
  readonly nearest: string | undefined;
}

const at = ({ where, expression, column }: At): string =>
  `Biểu thức ${quote(expression)} (${where}), ký tự thứ ${column}`;

const wording =
  <P extends At>() =>
  (found: (params: P) => string, remedy: (params: P) => string) => ({
    severity: "error" as const,
    found: (params: P) => `${at(params)}: ${found(params)}`,
    remedy,
  });
const fault = wording<At>();
const unknownName = wording<Name>();

const meant =
  (otherwise: string) =>
  ({ nearest }: Name): string =>
    nearest === undefined ? otherwise : `Có phải là "${nearest}"?`;

/** Findings about formulas and conditions; each names the character of the expression. */
export const EXPRESSION_WORDINGS = {
  "forms/expression-too-long": fault(
    () => "biểu thức quá dài hoặc quá nhiều ngoặc lồng nhau.",
    () => "Tách thành nhiều chỉ tiêu hoặc nhiều kiểm tra.",
  ),
  "forms/expression-character": fault(
    ({ text }) => `không dùng được ký tự ${quote(text)}.`,
    () => "Chỉ dùng mã chỉ tiêu, số, + - * / ( ) == != < <= > >= && || ! và các hàm sum, min, max, abs, present.",
  ),
  "forms/expression-decimal-comma": fault(
    () => "dấu phẩy chỉ dùng để ngăn các số trong ngoặc của hàm.",
    () => "Số thập phân ghi dấu chấm: 1.5.",
  ),
  "forms/expression-single-equals": fault(
    () => "dấu = đứng một mình.",
    () => "So sánh bằng ghi hai dấu: ==.",
  ),
  "forms/expression-unfinished": fault(
    () => "biểu thức chưa hết.",
    () => "Ghi tiếp vế còn thiếu hoặc đóng ngoặc.",
  ),
  "forms/expression-unexpected": fault(
    ({ text }) => (text === "" ? "thiếu phép tính giữa hai vế." : `không chờ ${quote(text)} ở đây.`),
    () => "Xem lại phép tính và dấu ngoặc ngay trước đó.",
  ),
  "forms/expression-not-a-reference": fault(
    ({ text }) => `${quote(text)} không phải mã chỉ tiêu.`,
    () => "Ghi B05, A01.CP, prior.B05 (chốt năm trước), half.C02 (6 tháng), lastYear.C02 (cùng kỳ), p.… hoặc rows.….",
  ),
  "forms/expression-not-a-function": fault(
    ({ text }) => `không có hàm ${quote(text)}.`,
    () => "Các hàm: sum, min, max, abs, present.",
  ),
  "forms/expression-function-arguments": fault(
    ({ text }) => `hàm ${text} không nhận các số trong ngoặc này.`,
    () => "sum(A01): tổng các phần của A01; sum, min, max: từ hai số; abs: một số; present: một mã chỉ tiêu.",
  ),
  "forms/expression-needs-number": fault(
    () => "ở đây cần một số, không phải một điều đúng hay sai.",
    () => "Nối hai điều kiện bằng && (và) hoặc || (hoặc): A01 <= B05 && B05 <= C02.",
  ),
  "forms/expression-needs-truth": fault(
    () => "ở đây cần một điều kiện, không phải một số.",
    () => "So sánh số với một số khác, ví dụ B05 > 0.",
  ),
  "forms/expression-constant": fault(
    ({ text }) => `${quote(text)} không phải số ghi đúng cách.`,
    () => "Ghi số như 100 hoặc 0.5.",
  ),
  "forms/expression-unknown-indicator": unknownName(
    ({ text }) => `không có chỉ tiêu ${quote(text)}.`,
    meant("Khai báo chỉ tiêu ở “nhóm chỉ tiêu”, hoặc sửa mã."),
  ),
  "forms/expression-unknown-parameter": unknownName(
    ({ text }) => `không có tham số ${quote(text)}.`,
    meant("Khai báo ở “tham số”, hoặc sửa mã."),
  ),
  "forms/expression-unknown-list": unknownName(
    ({ text }) => `không có biểu danh sách ${quote(text)}.`,
    meant("Sau rows. ghi mã của một biểu có “danh sách”."),
  ),
  "forms/expression-no-parts": fault(
    ({ text }) => `chỉ tiêu ${quote(text)} không có các phần để cộng.`,
    () => "Thêm “phân tổ” cho chỉ tiêu, hoặc ghi từng mã: sum(B05a, B05b).",
  ),
  "forms/expression-unknown-column": fault(
    ({ text }) => `biểu không có cột (${text}).`,
    () => "Sửa số cột trong công thức; số có ba chữ số trở lên (100) là hằng số.",
  ),
  "forms/expression-own-column": fault(
    ({ text }) => `công thức cột dùng lại kết quả của chính cột (${text}).`,
    () => "Sửa số cột để các công thức không đi vòng.",
  ),
  "forms/message-placeholder": {
    severity: "error",
    found: ({ where, text }: { where: string; text: string }) =>
      `Lời báo của ${where} có {${text}} nhưng điều kiện không dùng số liệu đó.`,
    remedy: () => "Trong ngoặc nhọn chỉ ghi mã có trong điều kiện, ví dụ {B05}.",
  },
  "forms/formula-cycle": {
    severity: "error",
    found: ({ cycle }: { cycle: readonly string[] }) => `Công thức đi vòng: ${cycle.join(" → ")}.`,
    remedy: () => "Bỏ một công thức trong vòng; chỉ tiêu đó để đơn vị nhập.",
  },
} satisfies { readonly [id: string]: Wording<never> };
