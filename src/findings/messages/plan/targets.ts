import type { Wording } from "../../finding.js";
import { reporter } from "../../report.js";

/** A number as prose prints it: `1.250`, `92,28`. */
const say = (value: number): string => {
  const [whole = "", fraction] = String(value).split(".");
  return whole.replace(/\B(?=(?:\d{3})+$)/gu, ".") + (fraction === undefined ? "" : `,${fraction}`);
};

const CATALOGUE = {
  "plan/target-years": {
    severity: "warning",
    found: ({ yearly, years, product, whole, what }) =>
      `Chỉ tiêu ${what}: ${years} năm × ${say(yearly)} = ${say(product)}, nhưng chỉ tiêu cả giai đoạn ghi ${say(whole)}.`,
    remedy: ({ product, whole }) =>
      product < whole
        ? "Nâng chỉ tiêu hằng năm hoặc hạ chỉ tiêu giai đoạn để hai số khớp nhau."
        : "Nâng chỉ tiêu giai đoạn hoặc hạ chỉ tiêu hằng năm để hai số khớp nhau.",
  } satisfies Wording<{ what: string; yearly: number; years: number; product: number; whole: number }>,
  "plan/target-year-parts": {
    severity: "warning",
    found: ({ what, parts, sum, whole }) =>
      `Chỉ tiêu ${what}: các năm cộng lại ${parts} = ${say(sum)}, nhưng chỉ tiêu cả giai đoạn ghi ${say(whole)}.`,
    remedy: () => "Đối chiếu chỉ tiêu từng năm với chỉ tiêu cả giai đoạn, sửa số chưa đúng.",
  } satisfies Wording<{ what: string; parts: string; sum: number; whole: number }>,
  "plan/target-shared-out": {
    severity: "warning",
    found: ({ parts, sum, whole }) => `Các phần cộng lại ${parts} = ${say(sum)}, quá chỉ tiêu chung ghi ${whole}.`,
    remedy: () => "Đối chiếu từng phần với chỉ tiêu chung, sửa số chưa đúng.",
  } satisfies Wording<{ parts: string; sum: number; whole: string }>,
  "plan/target-allocation-short": {
    severity: "error",
    found: ({ indicator, year, sum, value }) =>
      `“${indicator}”${year === undefined ? "" : ` năm ${year}`}: phân bổ cho các đơn vị cộng lại ${say(sum)}, ít hơn chỉ tiêu chung ${say(value)} (thiếu ${say(value - sum)}).`,
    remedy: ({ value }) => `Phân bổ thêm cho các đơn vị để tổng không ít hơn ${say(value)}, hoặc sửa chỉ tiêu chung.`,
  } satisfies Wording<{ indicator: string; year?: number; sum: number; value: number }>,
  "plan/target-row-sum": {
    severity: "error",
    found: ({ row, indicator, printed, sum }) =>
      `Bảng phân bổ, dòng “${row}”, “${indicator}”: cột cộng ghi ${say(printed)}, các năm cộng lại ${say(sum)}.`,
    remedy: ({ sum }) => `Sửa số cộng thành ${say(sum)}, hoặc sửa số của năm ghi sai.`,
  } satisfies Wording<{ row: string; indicator: string; printed: number; sum: number }>,
  "plan/target-column-sum": {
    severity: "error",
    found: ({ row, indicator, column, printed, sum }) =>
      `Bảng phân bổ, dòng “${row}”, “${indicator}”, ${column}: ghi ${say(printed)}, các đơn vị cộng lại ${say(sum)}.`,
    remedy: ({ sum }) => `Sửa thành ${say(sum)}, hoặc sửa số của đơn vị ghi sai.`,
  } satisfies Wording<{ row: string; indicator: string; column: string; printed: number; sum: number }>,
  "plan/target-unit-missing": {
    severity: "warning",
    found: ({ units }) => `Bảng phân bổ chưa có ${units.length} đơn vị trong sổ đơn vị: ${units.join(", ")}.`,
    remedy: () => "Bổ sung đơn vị vào bảng, hoặc nêu trong kế hoạch chỉ tiêu của đơn vị không có tên trong bảng.",
  } satisfies Wording<{ units: readonly string[] }>,
  "plan/target-unit-twice": {
    severity: "error",
    found: ({ unit, names }) =>
      `Đơn vị ${unit} có hai dòng trong bảng phân bổ: ${names.map((name) => `“${name}”`).join(", ")}.`,
    remedy: () => "Gộp thành một dòng, hoặc sửa tên đơn vị ghi nhầm.",
  } satisfies Wording<{ unit: string; names: readonly string[] }>,
  "plan/target-percent": {
    severity: "error",
    found: ({ printed, value }) => `Chỉ tiêu “${printed}” là tỷ lệ ${say(value)}%, quá 100%.`,
    remedy: () => "Kiểm tra lại tỷ lệ; tỷ lệ của một tổng số không vượt 100%.",
  } satisfies Wording<{ printed: string; value: number }>,
  "plan/target-differs": {
    severity: "warning",
    found: ({ what, first, firstAt, second, secondAt }) =>
      `Chỉ tiêu ${what} được ghi hai lần với hai số: “${first}” (${firstAt}) và “${second}” (${secondAt}).`,
    remedy: () => "Thống nhất một số ở mọi chỗ.",
  } satisfies Wording<{ what: string; first: string; firstAt: string; second: string; secondAt: string }>,
  "plan/target-part": {
    severity: "error",
    found: ({ part, whole, value, of }) =>
      `“Trong đó” ghi “${part}” (${say(value)}), nhiều hơn cả tổng “${whole}” (${say(of)}).`,
    remedy: () => "Sửa số của phần trong đó, hoặc sửa tổng số.",
  } satisfies Wording<{ part: string; whole: string; value: number; of: number }>,
  "plan/allocation-unit": {
    severity: "warning",
    found: ({ unit }) => `Bảng phân bổ ghi đơn vị “${unit}”, không có trong sổ đơn vị vào ngày của kế hoạch.`,
    remedy: () => "Sửa tên theo sổ đơn vị (tên, tên ngắn hoặc viết tắt), hoặc khai đơn vị trong don-vi.yaml.",
  } satisfies Wording<{ unit: string }>,
  "plan/allocation-figure": {
    severity: "error",
    found: ({ unit, text }) => `Bảng phân bổ, dòng “${unit}”: “${text}” không phải là số.`,
    remedy: () => "Ghi số (ví dụ 1.250); không giao thì để trống hoặc ghi dấu “-”.",
  } satisfies Wording<{ unit: string; text: string }>,
};

/** Words a finding about the targets of a plan and their allocation. */
export const reportTarget = reporter(CATALOGUE);
