import type { Wording } from "../../finding.js";
import type { CycleRule } from "./rule.js";

const listed = (names: readonly string[], most = 8): string =>
  names.slice(0, most).join(", ") + (names.length > most ? ` … (${names.length})` : "");

/** Findings about a return as a whole: whose it is, for which period, when it came, what lies beside it. */
export const COLLECT_WORDINGS = {
  "cycle/wrong-period": {
    rule: "THU-SAI-KY",
    weight: "error",
    severity: "error",
    found: ({ period, wanted }: { period: string; wanted: string }) =>
      `Tệp của kỳ ${period}, không phải của kỳ đang thu (${wanted}).`,
    remedy: ({ period }: { period: string; wanted: string }) =>
      `Đề nghị đơn vị gửi tệp của kỳ đang thu; nếu thật là báo cáo kỳ ${period} thì thu riêng kỳ đó.`,
  },
  "cycle/period-not-opened": {
    rule: "THU-KY-CHUA-MO",
    weight: "error",
    severity: "error",
    found: ({ period }: { period: string }) => `Kỳ ${period} ghi trong tệp chưa được mở ở đây.`,
    remedy: ({ period }: { period: string }) => `Mở kỳ bằng lệnh vanthu cycle open ${period} rồi thu lại.`,
  },
  "cycle/locked": {
    rule: "THU-KHOA",
    weight: "error",
    severity: "error",
    found: ({ period, unit }: { period: string; unit: string; code: string; id: string }) =>
      `Kỳ ${period} đã khoá số liệu; bản này của ${unit} được lưu lại nhưng không tính.`,
    remedy: ({ id, code }: { period: string; unit: string; code: string; id: string }) =>
      `Nếu cho phép gửi lại: vanthu cycle reopen ${id} --unit ${code} --reason "…", rồi thu lại tệp này.`,
  },
  "cycle/unknown-unit": {
    rule: "THU-DON-VI-LA",
    weight: "error",
    severity: "error",
    found: ({ unit }: { unit: string; period: string }) =>
      `Dấu nhận dạng ghi đơn vị "${unit}", không có trong danh sách đơn vị của kỳ này.`,
    remedy: () =>
      "Tệp của nơi khác thì chuyển trả. Đơn vị của mình thì kiểm tra mã và thời gian tồn tại trong don-vi.yaml.",
  },
  "cycle/files-nothing": {
    rule: "THU-KHONG-NOP",
    weight: "error",
    severity: "error",
    found: ({ unit, period }: { unit: string; period: string }) =>
      `${unit} không phải nộp biểu nào trong kỳ ${period} theo bộ biểu mẫu của tệp.`,
    remedy: () => "Kiểm tra loại của đơn vị trong don-vi.yaml và loại đơn vị nộp của từng biểu.",
  },
  "cycle/other-units-file": {
    rule: "THU-NHAM-DON-VI",
    weight: "error",
    severity: "error",
    found: ({ unit, named, by }: { unit: string; named: string; by: "file" | "folder" }) =>
      `Dấu nhận dạng trong sổ là của ${unit}, nhưng tên ${by === "file" ? "tệp" : "thư mục"} ghi ${named}: có thể đã dùng nhầm tệp của đơn vị khác.`,
    remedy: ({ unit, named, by }: { unit: string; named: string; by: "file" | "folder" }) =>
      `Hỏi lại nơi gửi. Của ${named} thì phải nhập vào tệp phát cho ${named}; đúng là của ${unit} thì đổi tên ${by === "file" ? "tệp" : "thư mục"} rồi thu lại.`,
  },
  "cycle/other-units-name": {
    rule: "THU-NHAM-DON-VI",
    weight: "note",
    severity: "note",
    found: ({ unit, named, by }: { unit: string; named: string; by: "file" | "folder" }) =>
      `Dấu nhận dạng trong sổ là của ${unit}, còn tên ${by === "file" ? "tệp" : "thư mục"} có nhắc ${named}.`,
    remedy: () => "Xem nơi gửi có dùng nhầm tệp của đơn vị khác không; nếu không thì không cần làm gì.",
  },
  "cycle/not-issued": {
    rule: "THU-KHONG-PHAT-HANH",
    weight: "error",
    severity: "error",
    found: ({ revision }: { revision: number }) =>
      `Mã kiểm của tệp không khớp bản nào đã phát hành cho đơn vị (tệp ghi lần ${revision}).`,
    remedy: () => "Đề nghị đơn vị chép số liệu (dán kiểu Values) sang tệp đề cương đã nhận của kỳ này.",
  },
  "cycle/older-issue": {
    rule: "THU-LAN-CU",
    weight: "note",
    severity: "note",
    found: ({ revision, newest }: { revision: number; newest: number }) =>
      `Đơn vị dùng tệp phát hành lần ${revision}, lần mới nhất là ${newest}.`,
    remedy: () => "Số liệu vẫn được nhận; số đầu kỳ đã được đối chiếu với số chốt mới nhất.",
  },
  "cycle/older-version": {
    rule: "THU-PHIEN-BAN-CU",
    weight: "note",
    severity: "note",
    found: ({ version, current }: { version: string; current: string }) =>
      `Tệp theo bộ biểu mẫu phiên bản ${version}, kỳ này dùng ${current}; đã đọc và kiểm tra theo phiên bản của tệp.`,
    remedy: () => "Không cần gửi lại: mọi chỉ tiêu của phiên bản hiện hành đều có trong tệp.",
  },
  "cycle/version-unknown": {
    rule: "THU-PHIEN-BAN-CU",
    weight: "note",
    severity: "warning",
    found: ({ version, current, formSet }: { version: string; current: string; formSet: string }) =>
      `Tệp theo bộ biểu mẫu phiên bản ${version}, kỳ này dùng ${current}; chưa có khai báo ${formSet} ${current} trên máy này nên chưa biết tệp có thiếu chỉ tiêu nào không.`,
    remedy: () =>
      "Đơn vị chưa phải làm gì. Bên tổng hợp chép lại khai báo đó vào bieu-mau/ rồi chạy vanthu cycle collect … --again.",
  },
  "cycle/older-version-lacks": {
    rule: "THU-PHIEN-BAN-CU",
    weight: "error",
    severity: "error",
    found: ({ version, current, keys }: { version: string; current: string; keys: readonly string[] }) =>
      `Tệp theo bộ biểu mẫu phiên bản ${version}, kỳ này dùng ${current}; thiếu chỉ tiêu: ${listed(keys)}.`,
    remedy: () => "Đề nghị đơn vị nhập vào tệp đề cương của kỳ này.",
  },
  "cycle/copied": {
    rule: "THU-BAN-SAO",
    weight: "error",
    severity: "error",
    found: ({ unit, count, sheet }: { unit: string; count: number; sheet?: string | undefined }) =>
      `${count} ô số liệu khác 0${sheet === undefined ? "" : ` ở "${sheet}"`} giống hệt số của ${unit}.`,
    remedy: ({ unit }: { unit: string; count: number; sheet?: string | undefined }) =>
      `Một trong hai nơi đã chép số của nơi kia: hỏi cả đơn vị này và ${unit}, nhập lại số đúng rồi nộp.`,
  },
  "cycle/late": {
    rule: "THU-MUON",
    weight: "note",
    severity: "note",
    found: ({ days, lastDay }: { days: number; lastDay: string }) =>
      `Nộp muộn ${days} ngày (hạn đến hết ngày ${lastDay}).`,
    remedy: () => "Số liệu vẫn được nhận và tính; ghi vào theo dõi chấp hành chế độ báo cáo.",
  },
  "cycle/early": {
    rule: "THU-SOM",
    weight: "note",
    severity: "note",
    found: ({ opens }: { opens: string }) => `Nộp trước ngày mở kỳ (${opens}); số liệu có thể chưa đến ngày chốt.`,
    remedy: () => "Hỏi đơn vị số liệu đã tính đến ngày chốt chưa.",
  },
  "cycle/empty-return": {
    rule: "SL-TRONG",
    weight: "error",
    severity: "error",
    found: () => "Tệp đề cương chưa nhập gì.",
    remedy: () => "Có thể gửi nhầm tệp trắng: đề nghị đơn vị gửi tệp đã nhập số liệu.",
  },
  "cycle/report-unreadable": {
    rule: "THU-BC-KHONG-DOC",
    weight: "note",
    severity: "note",
    found: ({ name, fault }: { name: string; fault: string }) =>
      `Không đọc được văn bản báo cáo "${name}": ${REPORT_FAULTS[fault] ?? REPORT_FAULTS.broken}.`,
    remedy: () => "Đề nghị đơn vị gửi lại báo cáo dạng Word (.docx); tệp đã nhận vẫn được lưu.",
  },
  "cycle/report-sections-missing": {
    rule: "THU-BC-THIEU-MUC",
    weight: "note",
    severity: "note",
    found: ({ sections }: { sections: readonly string[] }) => `Chưa thấy lời văn của các mục: ${listed(sections)}.`,
    remedy: () => "Đề nghị đơn vị bổ sung theo đề cương nếu có nội dung.",
  },
  "cycle/report-unplaced": {
    rule: "THU-BC-MUC-LA",
    weight: "note",
    severity: "note",
    found: ({ name, headings }: { name: string; headings: readonly string[] }) =>
      `Báo cáo "${name}" có phần không khớp mục nào của đề cương: ${listed(headings)}.`,
    remedy: () => "Đọc phần này và đưa vào mục thích hợp khi tổng hợp.",
  },
  "cycle/report-not-outline": {
    rule: "THU-BC-KHAC-DE-CUONG",
    weight: "note",
    severity: "note",
    found: ({ name }: { name: string }) => `Không nhận ra mục nào của đề cương trong báo cáo "${name}".`,
    remedy: () => "Đọc báo cáo và tổng hợp lời văn bằng tay, hoặc đề nghị đơn vị viết theo đề cương.",
  },
  "cycle/report-macros": {
    rule: "THU-BC-MACRO",
    weight: "note",
    severity: "warning",
    found: ({ name }: { name: string }) => `Báo cáo "${name}" có chứa macro; chỉ đọc lời văn, không chạy macro.`,
    remedy: () => "Không bật macro khi mở tệp; đề nghị đơn vị gửi lại dạng Word không macro (.docx).",
  },
  "cycle/report-changes": {
    rule: "THU-BC-SUA",
    weight: "note",
    severity: "note",
    found: ({ name, inserted, deleted }: { name: string; inserted: number; deleted: number }) =>
      `Báo cáo "${name}" còn ${inserted} chỗ thêm và ${deleted} chỗ xoá đang theo dõi (Track Changes); đã đọc như khi chấp nhận hết.`,
    remedy: () => "Đối chiếu với bản ký.",
  },
} satisfies { readonly [id: string]: Wording<never> & CycleRule };

/** Why a Word file cannot be read. */
const REPORT_FAULTS: Readonly<Record<string, string>> = {
  empty: "tệp rỗng",
  word97: "định dạng Word 97–2003 (.doc)",
  password: "có mật khẩu",
  notWord: "không phải tệp Word",
  tooLarge: "tệp quá lớn",
  tooLong: "có quá nhiều đoạn văn so với một báo cáo",
  documentType: "có khai báo kiểu tài liệu (DTD) mà Word không bao giờ ghi, có thể là tệp gây hại",
  cut: "tệp bị cụt, sao chép dở",
  broken: "tệp hỏng",
  bomb: "tệp nén bất thường",
};
