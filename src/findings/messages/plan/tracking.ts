import type { CellFinding } from "../../../cycle/returns.js";
import type { Wording } from "../../finding.js";
import { cellReporter, rulesOf } from "../../report-cell.js";

const list = (ids: readonly string[]): string => ids.join(", ");

const WRITE_IN_ORIGINAL = "Chép các cột đã ghi sang tệp theo dõi nhiệm vụ đã nhận (dán kiểu Values) rồi nộp tệp đó.";

/** What a body has to correct in its tracking workbook, and what the desk should know. */
const CATALOGUE = {
  "tracking/no-stamp": {
    rule: "NV-DAU-THIEU",
    weight: "error",
    severity: "error",
    found: () => "Sổ không có dấu nhận dạng: không phải tệp theo dõi nhiệm vụ đã gửi, hoặc trang tính ẩn đã bị xoá.",
    remedy: () => WRITE_IN_ORIGINAL,
  },
  "tracking/bad-stamp": {
    rule: "NV-DAU-HONG",
    weight: "error",
    severity: "error",
    found: ({ fields }: { fields: readonly string[] }) =>
      `Dấu nhận dạng của tệp theo dõi nhiệm vụ bị hỏng hoặc bị sửa: ${list(fields)}.`,
    remedy: () => WRITE_IN_ORIGINAL,
  },
  "tracking/other-plan": {
    rule: "NV-KE-HOACH",
    weight: "error",
    severity: "error",
    found: ({ plan, wanted }: { plan: string; wanted: readonly string[] }) =>
      `Tệp theo dõi này của “${plan}”, không phải của ${wanted.map((title) => `“${title}”`).join(" hoặc ")}.`,
    remedy: () =>
      "Nộp tệp của đúng kế hoạch; nếu đúng kế hoạch mà số, ngày đã thay đổi thì phát hành lại tệp theo dõi.",
  },
  "tracking/older-version": {
    rule: "NV-PHIEN-BAN",
    weight: "note",
    severity: "note",
    found: () => "Tệp theo dõi được lập theo bản cũ của kế hoạch; nhiệm vụ được đối chiếu theo lời văn.",
    remedy: () => "Gửi lại cho cơ quan tệp theo dõi lập theo bản hiện hành.",
  },
  "tracking/task-changed": {
    rule: "NV-NHIEM-VU-KHAC",
    weight: "error",
    severity: "error",
    found: ({ task }: { task: string }) =>
      `Nhiệm vụ ${task} của tệp không còn trong bản hiện hành của kế hoạch, hoặc lời văn đã khác.`,
    remedy: () => "Báo cáo nhiệm vụ này trong tệp theo dõi lập theo bản hiện hành.",
  },
  "tracking/no-table": {
    rule: "NV-BANG-THIEU",
    weight: "error",
    severity: "error",
    found: ({ heads }: { heads: readonly string[] }) =>
      `Không tìm thấy bảng theo dõi: cần một dòng tiêu đề có các cột ${list(heads)}.`,
    remedy: () => WRITE_IN_ORIGINAL,
  },
  "tracking/table-copied": {
    rule: "NV-TRANG-CHEP",
    weight: "note",
    severity: "note",
    found: ({ sheet, original }: { sheet: string; original: string }) =>
      `Trang tính “${sheet}” cũng có bảng theo dõi; chỉ đọc ở “${original}”.`,
    remedy: () => "Kiểm tra có ghi nhầm vào bản chép không; nếu có thì chép về trang gốc.",
  },
  "tracking/sheet-unreadable": {
    rule: "NV-TRANG-HONG",
    weight: "error",
    severity: "error",
    found: ({ sheet }: { sheet: string }) => `Trang tính “${sheet}” không đọc được hết: dữ liệu bị hỏng hoặc quá dài.`,
    remedy: () => WRITE_IN_ORIGINAL,
  },
  "tracking/nothing": {
    rule: "NV-TRONG",
    weight: "error",
    severity: "error",
    found: () => "Chưa ghi trạng thái của nhiệm vụ nào.",
    remedy: () => "Ghi trạng thái, ngày hoàn thành và kết quả của từng nhiệm vụ vào các cột nền vàng rồi nộp lại.",
  },
  "tracking/unreported": {
    rule: "NV-CHUA-GHI",
    weight: "note",
    severity: "note",
    found: ({ tasks }: { tasks: readonly string[] }) => `${tasks.length} nhiệm vụ chưa ghi trạng thái: ${list(tasks)}.`,
    remedy: () => "Lần sau ghi trạng thái của mọi nhiệm vụ, kể cả nhiệm vụ chưa đến hạn.",
  },
  "tracking/rows-gone": {
    rule: "NV-DONG-MAT",
    weight: "explain",
    severity: "warning",
    found: ({ tasks }: { tasks: readonly string[] }) => `Dòng của nhiệm vụ ${list(tasks)} đã bị xoá khỏi bảng.`,
    remedy: () => "Khôi phục dòng và ghi trạng thái; nhiệm vụ không thuộc cơ quan thì nêu lý do, không xoá dòng.",
  },
  "tracking/row-unknown": {
    rule: "NV-DONG-THEM",
    weight: "note",
    severity: "note",
    found: ({ text }: { text: string }) => `Dòng thêm “${text}” không phải nhiệm vụ của kế hoạch, không được ghi nhận.`,
    remedy: () =>
      "Nếu là kết quả của một nhiệm vụ thì ghi vào dòng của nhiệm vụ đó; việc ngoài kế hoạch báo cáo riêng.",
  },
  "tracking/code-restored": {
    rule: "NV-MA-SUA",
    weight: "note",
    severity: "note",
    found: ({ typed, task }: { typed: string; task: string }) =>
      `${typed === "" ? "Mã nhiệm vụ bị xoá" : `Mã nhiệm vụ bị sửa thành “${typed}”`}; nhận lại được theo lời văn: ${task}.`,
    remedy: () => "Không sửa cột Mã.",
  },
  "tracking/task-twice": {
    rule: "NV-HAI-DONG",
    weight: "error",
    severity: "error",
    found: ({ task, other }: { task: string; other: string }) =>
      `Nhiệm vụ ${task} được ghi ở hai dòng với nội dung khác nhau (dòng kia: ô ${other}).`,
    remedy: () => "Giữ một dòng cho mỗi nhiệm vụ.",
  },
  "tracking/status-missing": {
    rule: "NV-TRANG-THAI-TRONG",
    weight: "error",
    severity: "error",
    found: ({ task }: { task: string }) => `Nhiệm vụ ${task} có ghi kết quả hoặc ghi chú nhưng để trống trạng thái.`,
    remedy: () => "Chọn trạng thái trong danh sách.",
  },
  "tracking/status-unknown": {
    rule: "NV-TRANG-THAI",
    weight: "error",
    severity: "error",
    found: ({ typed }: { typed: string; names: readonly string[] }) =>
      `Trạng thái “${typed}” không có trong danh sách.`,
    remedy: ({ names }: { typed: string; names: readonly string[] }) => `Chọn một trong: ${names.join("; ")}.`,
  },
  "tracking/status-read-as": {
    rule: "NV-TRANG-THAI-LOI",
    weight: "note",
    severity: "note",
    found: ({ typed, name }: { typed: string; name: string }) => `Trạng thái ghi “${typed}”, được đọc là “${name}”.`,
    remedy: () => "Lần sau chọn trạng thái trong danh sách.",
  },
  "tracking/status-from-day": {
    rule: "NV-TRANG-THAI-NGAY",
    weight: "note",
    severity: "note",
    found: ({ task }: { task: string }) =>
      `Nhiệm vụ ${task} có ngày hoàn thành mà để trống trạng thái, được đọc là “Hoàn thành”.`,
    remedy: () => "Lần sau chọn trạng thái trong danh sách.",
  },
  "tracking/day-unreadable": {
    rule: "NV-NGAY",
    weight: "error",
    severity: "error",
    found: ({ typed }: { typed: string }) => `Ngày hoàn thành “${typed}” không phải là ngày có thật.`,
    remedy: () => "Ghi ngày/tháng/năm, ví dụ 20/5/2026.",
  },
  "tracking/day-future": {
    rule: "NV-NGAY-SAU",
    weight: "error",
    severity: "error",
    found: ({ day, received }: { day: string; received: string }) =>
      `Ngày hoàn thành ${day} ở sau ngày nhận báo cáo (${received}).`,
    remedy: () => "Ghi ngày đã hoàn thành; chưa hoàn thành thì chọn “Đang thực hiện” và để trống ngày.",
  },
  "tracking/day-before-plan": {
    rule: "NV-NGAY-TRUOC",
    weight: "explain",
    severity: "warning",
    found: ({ day, plan }: { day: string; plan: string }) =>
      `Ngày hoàn thành ${day} ở trước ngày ban hành kế hoạch (${plan}).`,
    remedy: () => "Kiểm tra lại ngày, nhất là thứ tự ngày và tháng.",
  },
  "tracking/day-missing": {
    rule: "NV-NGAY-THIEU",
    weight: "explain",
    severity: "warning",
    found: ({ task }: { task: string }) => `Nhiệm vụ ${task} hoàn thành nhưng chưa ghi ngày hoàn thành.`,
    remedy: () => "Ghi ngày hoàn thành để biết đúng hạn hay chậm.",
  },
  "tracking/day-of-open": {
    rule: "NV-NGAY-THUA",
    weight: "explain",
    severity: "warning",
    found: ({ task, status }: { task: string; status: string }) =>
      `Nhiệm vụ ${task} có ngày hoàn thành nhưng trạng thái là “${status}”.`,
    remedy: () => "Đã hoàn thành thì chọn “Hoàn thành”; chưa thì để trống ngày.",
  },
} satisfies {
  readonly [id: string]: Wording<never> & { readonly rule: `NV-${string}`; readonly weight: CellFinding["weight"] };
};

/** Words a finding about a tracking workbook, at its cell. */
export const reportTracking = cellReporter(CATALOGUE);

/** Ids of all rules about tracking workbooks. */
export const TRACKING_RULES: readonly string[] = rulesOf(CATALOGUE);
