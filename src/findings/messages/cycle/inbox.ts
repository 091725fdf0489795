import type { Wording } from "../../finding.js";

/** Findings about what lies in the inbox and is no return, or cannot be opened. It stays where it is. */
export const INBOX_WORDINGS = {
  "cycle/foreign-file": {
    severity: "note",
    found: ({ what }: { what: string }) => `Không phải báo cáo của đơn vị: ${what}. Tệp được để nguyên.`,
    remedy: ({ what }: { what: string }) => FOREIGN_CURES[what] ?? "Không cần làm gì nếu tệp không thuộc báo cáo nào.",
  },
  "cycle/unplaced-attachment": {
    severity: "warning",
    found: () => "Văn bản báo cáo không rõ đi kèm sổ Excel nào nên chưa được ghi nhận.",
    remedy: () =>
      "Để tệp chung thư mục với sổ Excel của đơn vị (mỗi đơn vị một thư mục), hoặc đặt cùng tên, rồi thu lại.",
  },
  "cycle/scan-received": {
    severity: "note",
    found: ({ unit, period }: ScanPlace) => `Bản ký đã nhận: ghi cho báo cáo ${period} của ${unit}.`,
    remedy: () => "Không cần làm gì.",
  },
  "cycle/scan-known": {
    severity: "note",
    found: ({ unit, period }: ScanPlace) => `Bản ký của ${unit}, kỳ ${period}, đã được ghi nhận trước đây.`,
    remedy: () => "Không cần làm gì.",
  },
  "cycle/scan-unit-unknown": {
    severity: "warning",
    found: () => "Bản ký (PDF, ảnh) không rõ của đơn vị nào nên chưa được ghi nhận.",
    remedy: ({ proposal, example }: { proposal?: NamedByFile | undefined; example: string }) =>
      proposal === undefined
        ? `Đặt tệp vào thư mục mang mã của đơn vị (ví dụ ${example}/), hoặc chung thư mục với sổ Excel của đơn vị, rồi thu lại.`
        : `Tên tệp bắt đầu bằng mã ${proposal.code} (${proposal.unit}): nếu đúng là của đơn vị này thì đặt vào thư mục ${proposal.code}/ rồi thu lại.`,
  },
  "cycle/scan-names-differ": {
    severity: "warning",
    found: ({ units }: { units: readonly string[]; example: string }) =>
      `Bản ký (PDF, ảnh) nằm ở nơi có tên của nhiều đơn vị (${units.join(", ")}) nên chưa được ghi nhận.`,
    remedy: ({ example }: { units: readonly string[]; example: string }) =>
      `Xem bản ký là của đơn vị nào, đặt vào thư mục chỉ mang mã của đơn vị đó (ví dụ ${example}/) rồi thu lại.`,
  },
  "cycle/scan-without-return": {
    severity: "warning",
    found: ({ unit, period }: { unit: string; period?: string | undefined }) =>
      `Bản ký của ${unit}, nhưng chưa có sổ Excel nào của đơn vị${period === undefined ? "" : ` trong kỳ ${period}`} để ghi kèm.`,
    remedy: () => "Cứ để tệp ở đây; khi có sổ Excel của đơn vị thì thu lại cả thư mục này.",
  },
  "cycle/scan-period-unknown": {
    severity: "warning",
    found: ({ unit, periods }: { unit: string; periods: readonly string[] }) =>
      `Bản ký của ${unit}, nhưng đơn vị đã có báo cáo ở nhiều kỳ (${periods.join(", ")}) nên không rõ của kỳ nào.`,
    remedy: ({ periods }: { unit: string; periods: readonly string[] }) =>
      `Thu lại và nêu kỳ, ví dụ: vanthu cycle collect … --period ${periods.at(-1) ?? ""}.`,
  },
  "cycle/scan-no-scan": {
    severity: "warning",
    found: () => "Tệp mang tên bản ký (PDF, ảnh) nhưng nội dung không phải PDF hay ảnh nên chưa được ghi nhận.",
    remedy: () => "Mở thử tệp; đề nghị đơn vị gửi lại bản ký dạng PDF hoặc ảnh.",
  },
  "cycle/scan-lost": {
    severity: "error",
    found: () => "Bản ký chưa được ghi vào sổ theo dõi vì không ghi được ra ổ đĩa.",
    remedy: () => "Khắc phục ổ đĩa rồi thu lại.",
  },
  "cycle/beside-unreadable": {
    severity: "warning",
    found: () => "Tệp đi kèm một sổ Excel không đọc được nên chưa được ghi nhận.",
    remedy: () => "Khi đơn vị gửi lại sổ Excel đọc được, để các tệp chung một thư mục rồi thu lại.",
  },
  "cycle/attachment-too-large": {
    severity: "error",
    found: ({ megabytes, most }: { megabytes: number; most: number }) =>
      `Tệp nặng ${megabytes} MB, quá mức ${most} MB nên không được đọc; sổ Excel đi kèm vẫn được thu.`,
    remedy: () => "Đề nghị đơn vị gửi lại tệp nhẹ hơn (giảm độ phân giải bản chụp, bỏ ảnh chèn trong văn bản).",
  },
  "cycle/duplicate-file": {
    severity: "note",
    found: ({ first }: { first: string }) => `Giống hệt tệp ${first} trong cùng đợt thu.`,
    remedy: () => "Chỉ tính một lần; không cần làm gì.",
  },
  "cycle/unreadable-path": {
    severity: "error",
    found: ({ code }: { code: string }) => `Không đọc được (${code}).`,
    remedy: () => "Kiểm tra quyền đọc, ổ đĩa hoặc kết nối mạng rồi thu lại; các tệp khác vẫn được xử lý.",
  },
  "cycle/lost-link": {
    severity: "error",
    found: () => "Chỉ là đường liên kết, trỏ tới một tệp không còn ở đó.",
    remedy: () => "Chép chính tệp của đơn vị vào đây rồi thu lại.",
  },
  "cycle/not-a-file": {
    severity: "warning",
    found: () => "Không phải tệp thường (ống dẫn hoặc thiết bị của hệ thống) nên không được mở.",
    remedy: () => "Nếu ở đây phải có báo cáo: chép tệp của đơn vị vào thay rồi thu lại.",
  },
  "cycle/too-deep": {
    severity: "error",
    found: ({ most }: { most: number }) => `Thư mục nằm sâu quá ${most} cấp; bên trong chưa được xem.`,
    remedy: () => "Chuyển thư mục ra ngoài rồi thu lại.",
  },
  "cycle/unexpected": {
    severity: "error",
    found: ({ what }: { what: string }) => `Gặp lỗi ngoài dự kiến khi xử lý tệp: ${what}`,
    remedy: () => "Tệp chưa được ghi nhận; các tệp khác vẫn được xử lý. Giữ lại tệp và báo người phụ trách phần mềm.",
  },
  "cycle/not-found": {
    severity: "error",
    found: () => "Không có tệp hoặc thư mục này.",
    remedy: () => "Kiểm tra lại đường dẫn.",
  },
  "cycle/too-many-files": {
    severity: "error",
    found: ({ most }: { most: number }) => `Có quá ${most} tệp; phần còn lại chưa được xem.`,
    remedy: () => "Thu từng thư mục con.",
  },
  "cycle/zip-too-large": {
    severity: "error",
    found: ({ megabytes, most }: { megabytes: number; most: number }) =>
      `Tệp nén nặng ${megabytes} MB, quá mức ${most} MB.`,
    remedy: () => "Giải nén ra thư mục rồi thu thư mục đó.",
  },
  "cycle/zip-fault": {
    severity: "error",
    found: ({ fault }: { fault: string }) => `Không mở được tệp nén: ${ZIP_FAULTS[fault] ?? ZIP_FAULTS.broken}.`,
    remedy: () => "Đề nghị gửi lại, hoặc giải nén bằng chương trình khác rồi thu thư mục đã giải nén.",
  },
  "cycle/zip-password": {
    severity: "error",
    found: () => "Được nén có mật khẩu nên không mở được.",
    remedy: () =>
      "Giải nén bằng mật khẩu do đơn vị báo rồi thu thư mục đã giải nén, hoặc đề nghị gửi lại không đặt mật khẩu.",
  },
  "cycle/zip-bomb": {
    severity: "error",
    found: ({ megabytes, most }: { megabytes: number; most: number }) =>
      `Tệp nén bung ra tới ${megabytes} MB, quá mức ${most} MB đối với một tệp nén cỡ này; không phần nào được mở.`,
    remedy: () => "Không tự giải nén khi chưa rõ nguồn gửi; hỏi lại đơn vị và đề nghị gửi từng tệp.",
  },
  "cycle/zip-path": {
    severity: "error",
    found: ({ name }: { name: string }) => `Tệp nén chứa đường dẫn không an toàn "${name}"; phần này bị bỏ qua.`,
    remedy: () => "Không mở tệp nén này khi chưa rõ nguồn gửi.",
  },
  "cycle/zip-nested": {
    severity: "warning",
    found: () => "Tệp nén nằm quá sâu trong các tệp nén khác nên không được mở.",
    remedy: () => "Giải nén ra thư mục rồi thu lại.",
  },
} satisfies { readonly [id: string]: Wording<never> };

const ZIP_FAULTS: Readonly<Record<string, string>> = {
  cut: "tệp bị cụt, sao chép hoặc tải về chưa xong",
  broken: "tệp hỏng",
  tooManyParts: "chứa quá nhiều tệp",
  tooLarge: "bung ra lớn quá mức cho phép",
  missing: "thiếu phần bên trong",
};

const FOREIGN_CURES: Readonly<Record<string, string>> = {
  "tệp nén RAR hoặc 7z": "Giải nén ra thư mục rồi thu lại; chỉ mở được tệp nén dạng ZIP.",
  "thư điện tử": "Mở thư, lưu các tệp đính kèm vào thư mục rồi thu lại.",
};

interface ScanPlace {
  readonly unit: string;
  readonly period: string;
}

/** The unit whose code a file's name begins with: to propose, never to take for certain. */
interface NamedByFile {
  readonly code: string;
  readonly unit: string;
}
