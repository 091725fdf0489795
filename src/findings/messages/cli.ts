import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

type Path = { path: string };
/** `nearest` is what was probably meant. */
type Mistyped = { typed: string; nearest?: string | undefined };

/** ".txt, .json hoặc .xlsx". */
const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} hoặc ${words.at(-1)}`;

interface ReportExists {
  /** Its draft, where that is there. */
  readonly draft?: string;
  /** Number of its other files. */
  readonly others: number;
  /** The call that keeps the draft. */
  readonly update?: string;
  /** Where an edited draft is kept. */
  readonly kept?: string;
}

const quoteList = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(", ");

/** Findings about a call: its words, the files that it reads and those that it writes. */
const CATALOGUE = {
  "cli/unknown-option": {
    severity: "error",
    found: ({ typed }: Mistyped) => `Không có tuỳ chọn "${typed}".`,
    remedy: ({ nearest }: Mistyped) =>
      nearest ? `Có phải ý đồng chí là "${nearest}"?` : "Chạy lại lệnh với --help để xem các tuỳ chọn.",
  },
  "cli/unknown-command": {
    severity: "error",
    found: ({ typed }: Mistyped) => `Không có lệnh "${typed}".`,
    remedy: ({ nearest }: Mistyped) =>
      nearest ? `Có phải ý đồng chí là "vanthu ${nearest}"?` : "Chạy vanthu --help để xem các lệnh.",
  },
  "cli/missing-argument": {
    severity: "error",
    found: ({ argument }: { argument: string; command: string }) => `Lệnh còn thiếu <${argument}>.`,
    remedy: ({ command }: { argument: string; command: string }) => `Chạy vanthu ${command} --help để xem cách dùng.`,
  },
  "cli/missing-value": {
    severity: "error",
    found: ({ option }: { option: string }) => `Tuỳ chọn ${option} còn thiếu giá trị.`,
    remedy: ({ option }: { option: string }) => `Ghi giá trị ngay sau ${option}, cách một dấu cách.`,
  },
  "cli/excess-arguments": {
    severity: "error",
    found: () => "Lệnh được gọi với nhiều tham số hơn mức cần thiết.",
    remedy: () => "Đặt tên có dấu cách trong ngoặc kép; chạy lại lệnh với --help để xem cách dùng.",
  },
  "cli/usage": {
    severity: "error",
    found: () => "Lệnh chưa đúng cách dùng.",
    remedy: () => "Chạy lại lệnh với --help để xem cách dùng.",
  },
  "cli/bad-value": {
    severity: "error",
    found: ({ option, value }: { option: string; value: string; allowed: string }) =>
      `Tuỳ chọn ${option} không nhận giá trị "${value}".`,
    remedy: ({ allowed }: { option: string; value: string; allowed: string }) => `Giá trị được nhận: ${allowed}.`,
  },
  "cli/wrong-suffix": {
    severity: "error",
    found: ({ path, format }: Path & { format?: string; suffixes: readonly string[] }) =>
      format === undefined
        ? `Lệnh này không ghi được "${path}": đuôi của tệp không phải một dạng của lệnh.`
        : `"${path}" không mang đuôi của dạng ${format}.`,
    remedy: ({ suffixes }: Path & { format?: string; suffixes: readonly string[] }) =>
      `Đặt tên tệp với đuôi ${either(suffixes)}.`,
  },
  "cli/update-in-place": {
    severity: "error",
    found: () => "Tuỳ chọn -o không dùng cùng --update: bản thảo được cập nhật tại chỗ.",
    remedy: () =>
      "Bỏ -o; bản thảo ở thư mục khác thì ghi tên tệp, ví dụ vanthu report du-thao/bao-cao-2026-6t.md --update.",
  },
  "cli/own-without-template": {
    severity: "error",
    found: () => "Báo cáo lập từ tệp Excel của đơn vị theo đề cương trong tệp, không dùng mẫu (--template, --mau).",
    remedy: () => "Bỏ --template (--mau); sửa lời văn trong bản thảo sau khi lập.",
  },
  "cli/unexpected": {
    severity: "error",
    found: () => "Chương trình dừng vì một lỗi chưa lường trước.",
    remedy: () =>
      "Các tệp đã có vẫn giữ nguyên. Đặt biến môi trường VANTHU_DEBUG=1, chạy lại lệnh và gửi toàn bộ thông báo cho người phụ trách phần mềm.",
  },
  "cli/not-found": {
    severity: "error",
    found: ({ path }: Path) => `Không tìm thấy "${path}".`,
    remedy: () => "Kiểm tra lại tên tệp và thư mục đang đứng.",
  },
  "cli/nothing-matches": {
    severity: "error",
    found: ({ path }: Path) => `Không có tệp nào khớp với "${path}".`,
    remedy: () => "Kiểm tra lại mẫu tên tệp và thư mục đang đứng.",
  },
  "cli/no-drafts": {
    severity: "error",
    found: ({ path, checked }: Path & { checked: boolean }) =>
      checked
        ? `Thư mục "${path}" không có tệp nào để kiểm tra (.docx, .md).`
        : `Thư mục "${path}" không có bản thảo nào (tệp .md).`,
    remedy: ({ checked }: { checked: boolean }) =>
      checked
        ? "Chỉ đúng thư mục; các thư mục con phải được gọi riêng, tệp loại khác ghi rõ tên."
        : "Chỉ đúng thư mục chứa bản thảo; các thư mục con phải được gọi riêng.",
  },
  "cli/left-in-folder": {
    severity: "note",
    found: ({ path, count, checked }: Path & { count: number; checked: boolean }) =>
      `${count} tệp khác trong thư mục "${path}" không được lấy: cả thư mục thì chỉ lấy tệp ${checked ? ".docx, .md" : ".md"}.`,
    remedy: () => "Muốn lấy tệp nào thì ghi rõ tên tệp đó.",
  },
  "cli/word-file": {
    severity: "error",
    found: ({ path }: Path) => `"${path}" là tệp Word hoặc PDF, không phải bản thảo.`,
    remedy: () => "Tạo bản thảo từ tệp .docx bằng lệnh vanthu import, rồi dùng tệp .md đó.",
  },
  "cli/over-original": {
    severity: "error",
    found: ({ path }: Path) => `Văn bản lập ra sẽ đè lên chính tệp gốc "${path}".`,
    remedy: () => "Chọn thư mục khác bằng -o; tệp gốc luôn được giữ nguyên.",
  },
  "cli/too-large": {
    severity: "error",
    found: ({ path, megabytes }: Path & { megabytes: number }) =>
      `"${path}" dài ${megabytes} MB, quá cỡ của một bản thảo.`,
    remedy: () => "Kiểm tra lại tên tệp; bản thảo là tệp văn bản .md, thường không quá 1 MB.",
  },
  "cli/folder-for-file": {
    severity: "error",
    found: ({ path }: Path) => `"${path}" là thư mục, ở đây cần một tệp.`,
    remedy: () => "Ghi rõ tên tệp trong thư mục đó.",
  },
  "cli/file-for-folder": {
    severity: "error",
    found: ({ path }: Path) => `"${path}" là tệp, ở đây cần một thư mục.`,
    remedy: () => "Chọn một thư mục khác, hoặc đổi tên tệp đó.",
  },
  "cli/unreadable": {
    severity: "error",
    found: ({ path }: Path) => `Không được phép đọc "${path}".`,
    remedy: () => "Xin quyền đọc tệp này, hoặc chép tệp sang thư mục của mình.",
  },
  "cli/unwritable": {
    severity: "error",
    found: ({ path }: Path) => `Không được phép ghi vào "${path}".`,
    remedy: () => "Chọn thư mục khác bằng -o, hoặc xin quyền ghi vào thư mục này.",
  },
  "cli/busy": {
    severity: "error",
    found: ({ path }: Path) => `"${path}" đang được một chương trình khác giữ.`,
    remedy: () => "Đóng tệp trong Word, Excel hoặc trình xem PDF rồi chạy lại lệnh.",
  },
  "cli/disk-full": {
    severity: "error",
    found: ({ path }: Path) => `Hết chỗ trống trên đĩa khi ghi "${path}".`,
    remedy: () => "Xoá bớt tệp, hoặc chọn ổ đĩa khác bằng -o.",
  },
  "cli/name-too-long": {
    severity: "error",
    found: ({ path }: Path) => `Tên tệp hoặc đường dẫn "${path}" quá dài.`,
    remedy: () => "Đặt tên bản thảo ngắn hơn, hoặc chọn thư mục gần gốc ổ đĩa hơn.",
  },
  "cli/system": {
    severity: "error",
    found: ({ path, code }: Path & { code: string }) => `Hệ điều hành không cho làm việc với "${path}" (mã ${code}).`,
    remedy: () => "Kiểm tra ổ đĩa, mạng và quyền truy cập rồi chạy lại lệnh.",
  },
  "cli/exists": {
    severity: "error",
    found: ({ path }: Path) => `Tệp "${path}" đã có.`,
    remedy: () => "Thêm --force (--ghi-de) để ghi đè, hoặc chọn nơi ghi khác.",
  },
  "cli/same-output": {
    severity: "error",
    found: ({ path, drafts }: Path & { drafts: readonly string[] }) =>
      `Các bản thảo ${quoteList(drafts)} cùng cho ra tệp "${path}".`,
    remedy: () => "Đổi tên một bản thảo, hoặc lập từng bản vào thư mục riêng.",
  },
  "cli/report-exists": {
    severity: "error",
    found: ({ draft, others }: ReportExists) =>
      draft === undefined
        ? `Nơi ghi báo cáo đã có ${others} tệp của báo cáo này.`
        : `Báo cáo này đã lập: "${draft}"${others === 0 ? "" : ` và ${others} tệp đi kèm`}.`,
    remedy: ({ update, kept }: ReportExists) =>
      `${update === undefined ? "" : `Cập nhật số liệu, giữ nguyên lời văn: ${update}. `}Lập lại từ đầu: thêm --force (--ghi-de)${kept === undefined ? "" : `; bản thảo đã sửa tay được giữ lại ở "${kept}"`}.`,
  },
  "cli/draft-kept": {
    severity: "note",
    found: ({ path, kept, isSure }: Path & { kept: string; isSure: boolean }) =>
      `"${path}" ${isSure ? "đã" : "có thể đã"} được sửa sau khi lập; bản cũ được giữ ở "${kept}".`,
    remedy: () => "Chép những đoạn đã viết sang bản thảo mới, rồi xoá tệp giữ lại.",
  },
  "cli/foreign-folder": {
    severity: "error",
    found: ({ path }: Path) => `Thư mục "${path}" đã có tệp không do lệnh demo tạo ra.`,
    remedy: () => "Chọn thư mục khác bằng -o, hoặc thêm --force (--ghi-de) để ghi vào đó.",
  },
  "cli/foreign-ledger": {
    severity: "error",
    found: ({ path }: Path) => `Thư mục "${path}" đã có sổ theo dõi (so-lieu) không do lệnh demo lập.`,
    remedy: () => "Chọn thư mục khác bằng -o; lệnh demo không ghi đè sổ theo dõi của cơ quan.",
  },
  "cli/no-pictures": {
    severity: "error",
    found: () => "Máy này chưa có thư viện vẽ trang PDF (@hyzyla/pdfium).",
    remedy: () => "Chạy npm install @hyzyla/pdfium rồi gọi lại lệnh demo.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a call. */
export const reportCall = reporter(CATALOGUE);
