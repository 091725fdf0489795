import type { Wording } from "../../finding.js";
import { reporter } from "../../report.js";

type Printed = { printed: string };
type Words = { words: string };
type Measured = Printed & { day: string; signed: string; days: number; leadDays: number };

/** Findings about when the duties of a plan are due. */
const CATALOGUE = {
  "plan/timing-unquantified": {
    severity: "warning",
    found: ({ printed }: Printed) => `Thời gian thực hiện ghi "${printed}" nên không tính được hạn.`,
    remedy: () =>
      "Ghi một mốc, ví dụ “trước ngày 30/6/2026”, “trong quý II/2026”; việc làm quanh năm thì ghi “thường xuyên”.",
  },
  "plan/timing-no-day": {
    severity: "warning",
    found: ({ printed }: Printed) => `"${printed}" không nêu ngày phải xong của mỗi kỳ.`,
    remedy: () => "Ghi thêm ngày, ví dụ “hằng tháng, trước ngày 25”, “hằng quý, vào ngày 20 của tháng cuối quý”.",
  },
  "plan/timing-past": {
    severity: "error",
    found: ({ printed, day, signed }: Measured) =>
      `Thời gian "${printed}" (hạn ngày ${day}) đã qua khi ký kế hoạch, ngày ${signed}.`,
    remedy: () => "Kiểm tra lại ngày, tháng, năm của thời hạn và ngày ký.",
  },
  "plan/timing-perhaps-past": {
    severity: "warning",
    found: ({ printed, day, signed }: Measured) =>
      `Thời gian "${printed}" (khoảng ngày ${day}) có thể đã qua khi ký kế hoạch, ngày ${signed}.`,
    remedy: () => "Ghi một ngày cụ thể sau ngày ký.",
  },
  "plan/timing-short": {
    severity: "warning",
    found: ({ printed, days, signed, leadDays }: Measured) =>
      `Thời gian "${printed}" chỉ cách ngày ký (${signed}) ${days} ngày, ít hơn ${leadDays} ngày.`,
    remedy: () => "Lùi thời hạn, hoặc giữ nguyên nếu các cơ quan đã được báo trước.",
  },
  "plan/timing-next-year": {
    severity: "note",
    found: ({ printed, year, lastYear }: Printed & { year: number; lastYear: number }) =>
      `Thời gian "${printed}" thuộc năm ${year}, sau năm của kế hoạch (${lastYear}).`,
    remedy: () => "Giữ nguyên nếu đúng ý, ví dụ báo cáo tổng kết năm; nếu không thì sửa lại năm.",
  },
  "plan/timing-impossible": {
    severity: "error",
    found: ({ words }: Words) => `"${words}" không có trong lịch.`,
    remedy: () => "Sửa lại ngày, tháng hoặc quý; tháng 2 có 28 ngày, năm nhuận 29 ngày; một năm có 12 tháng, bốn quý.",
  },
  "plan/timing-reversed": {
    severity: "error",
    found: ({ words }: Words) => `"${words}": thời gian kết thúc trước khi bắt đầu.`,
    remedy: () => "Ghi mốc đầu trước, mốc cuối sau; khoảng thời gian qua hai năm thì ghi năm ở cả hai mốc.",
  },
  "plan/timing-year-missing": {
    severity: "warning",
    found: ({ words }: Words) => `"${words}" chưa ghi năm.`,
    remedy: () => "Ghi đủ năm, ví dụ “trước ngày 30/6/2026”, “trong quý III/2026”.",
  },
  "plan/timing-unreadable": {
    severity: "warning",
    found: ({ words }: Words) => `Không đọc được thời gian "${words}".`,
    remedy: () =>
      "Ghi theo mẫu thường dùng: “trước ngày 20/4/2026”, “trong quý II/2026”, “trong tháng 12/2026”, “hằng quý, vào ngày 20 của tháng cuối quý”, “thường xuyên”.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a time. */
export const reportTiming = reporter(CATALOGUE);
