import type { Wording } from "../../finding.js";
import type { CycleRule } from "./rule.js";

const FAMILIES = { party: "văn bản của Đảng", state: "văn bản hành chính của Nhà nước" } as const;

interface Differs {
  readonly name: string;
  readonly printed: string;
  readonly typed: string;
}

/** Findings about the paper of a return: its number, date and signer. They never keep figures from counting. */
export const PAPER_WORDINGS = {
  "cycle/report-unnumbered": {
    rule: "THU-BC-CHUA-SO",
    weight: "note",
    severity: "note",
    found: ({ name, symbol }: { name: string; symbol: string }) => `Báo cáo "${name}" chưa vào số (Số ${symbol}).`,
    remedy: () => "Khi báo cáo đã có số và đã ký, đề nghị gửi bản ký (PDF hoặc bản chụp) có ghi số.",
  },
  "cycle/report-number-differs": {
    rule: "THU-BC-SO",
    weight: "note",
    severity: "warning",
    found: ({ name, printed, typed }: Differs) =>
      `Báo cáo "${name}" ghi số ${printed}, sổ Excel ghi số ${typed}; sổ theo dõi lấy số ${printed}.`,
    remedy: () => "Đối chiếu với bản ký; số ở đâu sai thì sửa ở đó rồi gửi lại.",
  },
  "cycle/report-number-family": {
    rule: "THU-BC-SO",
    weight: "note",
    severity: "warning",
    found: ({ name, symbol, family }: { name: string; symbol: string; family: "party" | "state"; expected: string }) =>
      `Số ${symbol} của báo cáo "${name}" không viết theo cách của ${FAMILIES[family]}, trong khi tiêu đề là của ${FAMILIES[family]}.`,
    remedy: ({ expected }: { name: string; symbol: string; family: "party" | "state"; expected: string }) =>
      `Viết theo mẫu ${expected}; kiểm tra cả bản ký và sổ đăng ký văn bản.`,
  },
  "cycle/report-number-type": {
    rule: "THU-BC-SO",
    weight: "note",
    severity: "warning",
    found: ({ name, symbol }: { name: string; symbol: string }) =>
      `Số ${symbol} của "${name}" không mang ký hiệu của báo cáo (BC).`,
    remedy: () => "Xem có gửi nhầm văn bản khác không; nếu đúng là báo cáo thì sửa ký hiệu cho khớp bản ký.",
  },
  "cycle/report-date-impossible": {
    rule: "THU-BC-NGAY",
    weight: "note",
    severity: "warning",
    found: ({ name, typed }: { name: string; typed: string }) =>
      `Báo cáo "${name}" ghi ngày không có thật: "${typed}".`,
    remedy: () => "Ghi lại ngày ký theo bản ký.",
  },
  "cycle/report-date-differs": {
    rule: "THU-BC-NGAY",
    weight: "note",
    severity: "warning",
    found: ({ name, printed, typed }: Differs) =>
      `Báo cáo "${name}" ghi ngày ${printed}, sổ Excel ghi ngày ${typed}; sổ theo dõi lấy ngày ${printed}.`,
    remedy: () => "Đối chiếu với bản ký; ngày ở đâu sai thì sửa ở đó rồi gửi lại.",
  },
  "cycle/report-date-after": {
    rule: "THU-BC-NGAY",
    weight: "note",
    severity: "warning",
    found: ({ date, received }: { date: string; received: string }) =>
      `Báo cáo ghi ngày ký ${date}, sau ngày nhận ${received}.`,
    remedy: () => "Kiểm tra ngày ký trên bản ký và ngày nhận (--received, hoặc tên thư mục nhận).",
  },
  "cycle/report-signer-differs": {
    rule: "THU-BC-NGUOI-KY",
    weight: "note",
    severity: "warning",
    found: ({ name, printed, typed }: Differs) =>
      `Báo cáo "${name}" do ${printed} ký, sổ Excel ghi người ký là ${typed}.`,
    remedy: () => "Đối chiếu với bản ký; họ tên ở đâu sai thì sửa ở đó rồi gửi lại.",
  },
} satisfies { readonly [id: string]: Wording<never> & CycleRule };
