import type { CellFinding } from "../../../cycle/returns.js";
import type { Wording } from "../../finding.js";
import { cellReporter } from "../../report-cell.js";

const DIFFERENCES: Readonly<Record<string, string>> = {
  missing: "không nhận ra là nhiệm vụ",
  roles: "cơ quan được đọc khác với danh mục",
  time: "thời gian được đọc khác với danh mục",
};

/** Findings about a workbook with tasks and targets that a plan's draft is made from. */
const CATALOGUE = {
  "task-list/no-table": {
    rule: "DM-BANG",
    weight: "error",
    severity: "error",
    found: () => "Không tìm thấy bảng nhiệm vụ: cần một dòng tiêu đề có cột “Nhiệm vụ” và cột cơ quan hoặc thời gian.",
    remedy: () => "Dùng mẫu: vanthu new ke-hoach --tasks-form nhiem-vu.xlsx.",
  },
  "task-list/nothing": {
    rule: "DM-TRONG",
    weight: "error",
    severity: "error",
    found: () => "Bảng nhiệm vụ chưa có dòng nào.",
    remedy: () => "Ghi mỗi nhiệm vụ một dòng dưới dòng tiêu đề.",
  },
  "task-list/sheet-unreadable": {
    rule: "DM-TRANG-HONG",
    weight: "error",
    severity: "error",
    found: ({ sheet }: { sheet: string }) => `Trang tính “${sheet}” không đọc được hết: dữ liệu bị hỏng hoặc quá dài.`,
    remedy: () => "Mở tệp bằng Excel, lưu lại rồi thử lại.",
  },
  "task-list/no-text": {
    rule: "DM-NHIEM-VU-TRONG",
    weight: "error",
    severity: "error",
    found: () => "Dòng có cơ quan hoặc thời gian nhưng để trống cột Nhiệm vụ.",
    remedy: () => "Ghi nội dung nhiệm vụ, hoặc xoá dòng.",
  },
  "task-list/group": {
    rule: "DM-NHOM",
    weight: "note",
    severity: "note",
    found: ({ text }: { text: string }) => `Dòng nhóm “${text}” không đưa vào bản thảo.`,
    remedy: () => "Cần chia nhóm thì thêm đề mục vào bản thảo.",
  },
  "task-list/no-one": {
    rule: "DM-CO-QUAN",
    weight: "note",
    severity: "warning",
    found: () => "Nhiệm vụ chưa có cơ quan nào.",
    remedy: () => "Ghi cơ quan tham mưu hoặc cơ quan thực hiện.",
  },
  "task-list/time": {
    rule: "DM-THOI-GIAN",
    weight: "note",
    severity: "warning",
    found: ({ time }: { time: string }) =>
      `Thời gian “${time}” không đọc được thành hạn; vẫn ghi nguyên văn vào bản thảo.`,
    remedy: () =>
      "Ghi như trong kế hoạch, ví dụ “trước ngày 30/9/2026”, “trong quý II/2026”, “hằng quý”, “thường xuyên”.",
  },
  "task-list/no-time": {
    rule: "DM-THOI-GIAN-TRONG",
    weight: "note",
    severity: "warning",
    found: () => "Nhiệm vụ chưa có thời gian; bản thảo để chỗ trống “[thời hạn]”.",
    remedy: () => "Ghi thời gian vào bản thảo.",
  },
  "task-list/read-otherwise": {
    rule: "DM-DOC-LAI",
    weight: "note",
    severity: "warning",
    found: ({ ordinal, text, what }: { ordinal: number; text: string; what: string }) =>
      `Đọc lại bản thảo, nhiệm vụ thứ ${ordinal} “${text}”: ${DIFFERENCES[what] ?? what}.`,
    remedy: () => "Xem lại tên cơ quan và lời văn của nhiệm vụ này trong danh mục hoặc trong bản thảo.",
  },
} satisfies {
  readonly [id: string]: Wording<never> & { readonly rule: `DM-${string}`; readonly weight: CellFinding["weight"] };
};

/** Words a finding about a list of tasks, at its cell. */
export const reportTaskList = cellReporter(CATALOGUE);
