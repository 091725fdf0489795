import type { Wording } from "../../finding.js";
import type { CycleRule } from "./rule.js";

const FORMAT = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 2, useGrouping: "always" });

/** A figure as a Vietnamese text has it, shares with two decimals; a gap where there is none. */
export const printFigure = (value: number | undefined): string =>
  value === undefined ? "chưa có số" : FORMAT.format(value);

/** Where a part of an opening stock comes from. */
export interface WordedPart {
  readonly name: string;
  readonly value: number;
  readonly basis: "closing" | "handover" | "founded";
  readonly document?: string;
}

function partInWords({ name, value, basis, document }: WordedPart): string {
  const source = { closing: "số chốt cuối kỳ trước", handover: "số bàn giao", founded: "đơn vị mới lập" }[basis];
  return `${name} ${printFigure(value)} (${source}${document === undefined ? "" : ` theo ${document}`})`;
}

/** Findings about the figures of a return that follow from what an indicator is; checks of a form set word their own. */
export const FIGURE_WORDINGS = {
  "cycle/missing-value": {
    rule: "SL-THIEU",
    weight: "error",
    severity: "error",
    found: ({ label }: { label: string }) => `Ô bắt buộc "${label}" còn trống.`,
    remedy: () => "Nhập số liệu; không phát sinh thì gõ 0, không để trống.",
  },
  "cycle/blank-form": {
    rule: "SL-TRONG",
    weight: "error",
    severity: "error",
    found: ({ sheet, count }: { sheet: string; count: number }) =>
      `Cả "${sheet}" chưa nhập gì (${count} ô bắt buộc, bắt đầu từ ô này).`,
    remedy: () => "Nhập số liệu vào biểu; chỉ tiêu không phát sinh thì gõ 0.",
  },
  "cycle/missing-opening": {
    rule: "SL-THIEU-DAU-KY",
    weight: "error",
    severity: "error",
    found: ({ label }: { label: string }) => `Chưa nhập số ban đầu "${label}".`,
    remedy: () => "Nhập số có đến ngày chốt của kỳ trước; không có thì gõ 0.",
  },
  "cycle/missing-same-period": {
    rule: "SL-THIEU-CUNG-KY",
    weight: "error",
    severity: "error",
    found: ({ label }: { label: string }) => `Chưa nhập số cùng kỳ năm trước của "${label}".`,
    remedy: () => "Nhập theo báo cáo cùng kỳ năm trước; không có thì gõ 0.",
  },
  "cycle/blank-same-period": {
    rule: "SL-THIEU-CUNG-KY",
    weight: "error",
    severity: "error",
    found: ({ sheet, count }: { sheet: string; count: number }) =>
      `Cột cùng kỳ năm trước của "${sheet}" còn trống ${count} ô (bắt đầu từ ô này).`,
    remedy: () => "Nhập theo báo cáo cùng kỳ năm trước; không có thì gõ 0.",
  },
  "cycle/missing-year": {
    rule: "SL-THIEU-NAM",
    weight: "error",
    severity: "error",
    found: ({ label }: { label: string }) => `Ô bắt buộc "${label}" còn trống.`,
    remedy: () => "Nhập theo báo cáo của thời gian đó; không phát sinh thì gõ 0, không để trống.",
  },
  "cycle/blank-year": {
    rule: "SL-TRONG-NAM",
    weight: "error",
    severity: "error",
    found: ({ sheet, year, count }: { sheet: string; year: string; count: number }) =>
      `Cả cột "${year}" của "${sheet}" chưa nhập gì (${count} ô bắt buộc, bắt đầu từ ô này).`,
    remedy: () => "Nhập theo báo cáo của thời gian đó; chỉ tiêu không phát sinh thì gõ 0.",
  },
  "cycle/negative": {
    rule: "SL-AM",
    weight: "error",
    severity: "error",
    found: ({ label, value }: { label: string; value: number }) => `"${label}" ghi số âm: ${printFigure(value)}.`,
    remedy: () => "Số đếm không thể âm. Phần giảm ghi vào dòng giảm.",
  },
  "cycle/not-whole": {
    rule: "SL-LE",
    weight: "error",
    severity: "error",
    found: ({ label, value, unit }: { label: string; value: number; unit: string }) =>
      `"${label}" đếm theo ${unit} nhưng ghi số lẻ: ${printFigure(value)}.`,
    remedy: () => "Ghi số nguyên; nếu là dấu phân cách hàng nghìn thì gõ lại số không có dấu.",
  },
  "cycle/opening-differs": {
    rule: "SL-DAU-KY",
    weight: "error",
    severity: "error",
    found: ({ label, value, expected, parts }: OpeningDiffers) =>
      `"${label}" là ${printFigure(value)}, khác số phải nối tiếp là ${printFigure(expected)}${
        parts.length === 0 ? "" : `: ${parts.map(partInWords).join("; ")}`
      }.`,
    remedy: () =>
      "Ô để mở: sửa theo số đã chốt. Ô bị khoá: số chốt đã thay đổi sau khi phát hành, đề nghị cơ quan tổng hợp cấp lại tệp.",
  },
  "cycle/handover-lacking": {
    rule: "SL-BAN-GIAO",
    weight: "note",
    severity: "note",
    found: ({ from, to, indicators }: { from: string; to: string; indicators: readonly string[] }) =>
      `Chưa khai số bàn giao từ ${from} sang ${to} cho: ${indicators.join(", ")}; chưa đối chiếu được số đầu kỳ.`,
    remedy: () => "Bổ sung số bàn giao đã xác nhận vào mục sắp xếp của don-vi.yaml rồi thu lại.",
  },
  "cycle/breakdown-sum": {
    rule: "SL-CONG",
    weight: "error",
    severity: "error",
    found: ({ label, whole, sum }: { label: string; whole: number | undefined; sum: number | undefined }) =>
      `"${label}" là ${printFigure(whole)}, khác tổng các phần là ${printFigure(sum)}.`,
    remedy: () => "Cộng lại các phần, sửa phần hoặc tổng số cho khớp.",
  },
  "cycle/breakdown-part": {
    rule: "SL-PHAN",
    weight: "error",
    severity: "error",
    found: ({ part, whole, partValue, wholeValue }: PartExceeds) =>
      `"${part}" là ${printFigure(partValue)}, lớn hơn "${whole}" là ${printFigure(wholeValue)}.`,
    remedy: () => "Một phần không thể lớn hơn số chứa nó. Xem lại hai số này.",
  },
  "cycle/less-than-half": {
    rule: "SL-6T",
    weight: "explain",
    severity: "warning",
    found: ({ label, value, half }: { label: string; value: number | undefined; half: number | undefined }) =>
      `"${label}" từ đầu năm là ${printFigure(value)}, ít hơn số 6 tháng đã báo cáo là ${printFigure(half)}.`,
    remedy: () => "Số phát sinh phải cộng dồn từ đầu năm. Nếu số 6 tháng đã báo cáo sai thì ghi rõ vào cột Ghi chú.",
  },
  "cycle/whole-opening-differs": {
    rule: "SL-T-DAU-KY",
    weight: "error",
    severity: "error",
    found: ({ label, value, earlier, units }: WholeDiffers) =>
      `Tổng "${label}" là ${printFigure(value)}, khác tổng số chốt cuối năm trước là ${printFigure(earlier)} ` +
      `(trên ${units} đơn vị so sánh được).`,
    remedy: () =>
      "Xem số chốt năm trước có được mở lại và sửa sau khi thu không, và số bàn giao ở mục sắp xếp của don-vi.yaml.",
  },
  "cycle/whole-less-than-half": {
    rule: "SL-T-6T",
    weight: "explain",
    severity: "warning",
    found: ({ label, value, earlier, units }: WholeDiffers) =>
      `Tổng "${label}" từ đầu năm là ${printFigure(value)}, ít hơn tổng 6 tháng đầu năm là ${printFigure(earlier)} ` +
      `(trên ${units} đơn vị so sánh được).`,
    remedy: () => "Số phát sinh phải cộng dồn từ đầu năm. Xem đơn vị nào báo cáo ít hơn số 6 tháng của mình.",
  },
  "cycle/year-differs": {
    rule: "SL-NAM",
    weight: "error",
    severity: "error",
    found: ({ label, value, reported, period }: YearDiffers) =>
      `"${label}" của ${period} ghi ${printFigure(value)}, khác số đã chốt là ${printFigure(reported)}.`,
    remedy: () =>
      "Ô để mở: ghi số đã chốt; nếu số chốt sai, đề nghị cơ quan tổng hợp mở lại kỳ đó. Ô bị khoá: số chốt đã thay đổi sau khi phát hành, đề nghị cấp lại tệp.",
  },
  "cycle/year-unsettled": {
    rule: "SL-NAM-TAM",
    weight: "explain",
    severity: "warning",
    found: ({ label, value, reported, period }: YearDiffers) =>
      `"${label}" của ${period} ghi ${printFigure(value)}, khác số đơn vị đã báo cáo là ${printFigure(reported)} (kỳ đó chưa chốt).`,
    remedy: () => "Ghi theo số đã báo cáo, hoặc nêu lý do khác ở cột Ghi chú.",
  },
} satisfies { readonly [id: string]: Wording<never> & CycleRule };

interface WholeDiffers {
  readonly label: string;
  readonly value: number;
  readonly earlier: number;
  readonly units: number;
}

interface YearDiffers {
  readonly label: string;
  readonly value: number;
  readonly reported: number;
  /** "năm 2026". */
  readonly period: string;
}

interface OpeningDiffers {
  readonly label: string;
  readonly value: number;
  readonly expected: number;
  readonly parts: readonly WordedPart[];
}

interface PartExceeds {
  readonly part: string;
  readonly whole: string;
  readonly partValue: number | undefined;
  readonly wholeValue: number | undefined;
}
