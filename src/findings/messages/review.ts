import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

type Fault = { fault: string };

/** Faults of a PDF: what is wrong, and what to do. */
const PDF: Readonly<Record<string, readonly [found: string, remedy: string]>> = {
  empty: ["Tệp rỗng, không có nội dung.", "Chép hoặc tải lại tệp."],
  broken: [
    "Tệp PDF hỏng hoặc bị cụt: không đọc được các trang.",
    "Chép hoặc tải lại tệp; nếu vẫn lỗi thì xuất lại PDF từ văn bản gốc.",
  ],
  password: ["Tệp PDF có mật khẩu.", "Mở bằng mật khẩu, in lại thành PDF không có mật khẩu rồi so sánh."],
  tooLarge: ["Tệp PDF quá lớn để so sánh.", "Tách phần cần so sánh ra tệp riêng."],
  tooManyPages: ["Tệp PDF có quá nhiều trang để so sánh.", "Tách phần cần so sánh ra tệp riêng."],
  tooMuch: ["Tệp PDF đòi nhiều bộ nhớ hơn mọi văn bản thông thường.", "Xuất lại PDF từ văn bản gốc rồi so sánh."],
  tooSlow: [
    "Đọc tệp PDF quá lâu nên đã dừng: cấu trúc bên trong lặp vòng hoặc quá rối.",
    "Xuất lại PDF từ văn bản gốc rồi so sánh.",
  ],
  noText: [
    "Tệp PDF không có chữ nào đọc được: đây là bản quét (ảnh chụp các trang).",
    "Nhận dạng chữ (OCR) bản quét trước, hoặc dùng tệp Word, PDF xuất từ văn bản gốc.",
  ],
  notInstalled: [
    "Máy này chưa có thư viện đọc PDF nên chưa so sánh được.",
    "Chạy npm install @hyzyla/pdfium rồi so sánh lại, hoặc dùng bản thảo, tệp Word.",
  ],
};

const DOCX: Readonly<Record<string, readonly [found: string, remedy: string]>> = {
  empty: ["Tệp rỗng, không có nội dung.", "Chép hoặc tải lại tệp."],
  password: ["Tệp Word có mật khẩu.", "Mở bằng Word, bỏ mật khẩu rồi lưu lại."],
  word97: ["Đây là văn bản Word 97–2003 (.doc).", "Mở bằng Word, lưu thành “Word Document (*.docx)”."],
  cut: ["Tệp Word bị cụt phần cuối.", "Chép hoặc tải lại tệp."],
  tooLarge: ["Tệp Word quá lớn để so sánh.", "Bỏ bớt ảnh trong tệp rồi lưu lại."],
  tooLong: ["Tệp Word dài hơn mọi văn bản thông thường.", "Tách phần cần so sánh ra tệp riêng."],
  bomb: ["Tệp nén bên trong lớn bất thường nên không mở.", "Không mở tệp này; xin lại tệp từ người gửi."],
};

const XLSX: Readonly<Record<string, readonly [found: string, remedy: string]>> = {
  tooLarge: ["Sổ Excel quá lớn để so sánh.", "Bỏ bớt ảnh, trang không cần trong tệp rồi lưu lại."],
  bomb: DOCX.bomb ?? ["", ""],
  cut: ["Sổ Excel bị cụt phần cuối.", "Chép hoặc tải lại tệp."],
  encryptedParts: ["Sổ Excel có mật khẩu.", "Mở bằng Excel, bỏ mật khẩu rồi lưu lại."],
};

const BROKEN: readonly [string, string] = [
  "Tệp hỏng: các phần bên trong không đọc được.",
  "Mở bằng chương trình đã tạo ra tệp, lưu lại thành tệp mới rồi so sánh.",
];

/** Files from which no version is read, by what they are. */
const FORMATS: Readonly<Record<string, readonly [found: string, remedy: string]>> = {
  empty: ["Tệp rỗng, không có nội dung.", "Chép hoặc tải lại tệp."],
  zeros: ["Tệp chỉ toàn byte 0 (thường do sao chép dở).", "Chép hoặc tải lại tệp."],
  word97: DOCX.word97 ?? BROKEN,
  encrypted: ["Tệp có mật khẩu.", "Mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại."],
  xls: ["Đây là sổ Excel 97–2003 (.xls).", "Mở bằng Excel, lưu thành “Excel Workbook (*.xlsx)”."],
  odt: ["Đây là văn bản OpenDocument (.odt).", "Mở bằng LibreOffice, lưu thành .docx rồi so sánh."],
  ods: ["Đây là bảng tính OpenDocument (.ods).", "Mở bằng LibreOffice, lưu thành .xlsx rồi so sánh."],
  image: ["Đây là tệp ảnh.", "Dùng tệp Word, hoặc PDF xuất từ văn bản gốc."],
};

const OTHER: readonly [string, string] = [
  "Không nhận ra đây là văn bản so sánh được.",
  "So sánh được: bản thảo .md, tệp Word .docx, tệp PDF có chữ, sổ Excel .xlsx.",
];

const PICTURES_BROKEN: readonly [string, string] = [
  "Không vẽ được các trang PDF nên CHƯA so hình các trang; số liệu, lời văn, lề và phông chữ đã được so.",
  "Xuất lại PDF từ văn bản gốc rồi so sánh, hoặc xem hai bản bằng mắt.",
];

/** Why pictures of pages were not compared. */
const PICTURES: Readonly<Record<string, readonly [found: string, remedy: string]>> = {
  notInstalled: [
    "Máy này chưa có thư viện vẽ trang PDF nên CHƯA so hình các trang (con dấu, chữ ký, đường kẻ).",
    "Chạy npm install @hyzyla/pdfium rồi so sánh lại, hoặc thêm --ignore-layout nếu không cần so hình.",
  ],
  tooLarge: [
    "Tệp có trang lớn hơn khổ A1 nên CHƯA so hình các trang; số liệu, lời văn, lề và phông chữ đã được so.",
    "Xuất lại PDF theo khổ giấy thường, hoặc thêm --ignore-layout nếu không cần so hình.",
  ],
  tooSlow: [
    "Vẽ các trang PDF quá lâu nên đã dừng, CHƯA so hình các trang.",
    "So sánh lại với --ignore-layout, hoặc tách phần cần so hình ra tệp riêng.",
  ],
};

/** Findings about versions to compare. */
const CATALOGUE = {
  "review/pdf": {
    severity: "error",
    found: ({ fault }: Fault) => (PDF[fault] ?? BROKEN)[0],
    remedy: ({ fault }: Fault) => (PDF[fault] ?? BROKEN)[1],
  },
  "review/docx": {
    severity: "error",
    found: ({ fault }: Fault) => (DOCX[fault] ?? BROKEN)[0],
    remedy: ({ fault }: Fault) => (DOCX[fault] ?? BROKEN)[1],
  },
  "review/xlsx": {
    severity: "error",
    found: ({ fault }: Fault) => (XLSX[fault] ?? BROKEN)[0],
    remedy: ({ fault }: Fault) => (XLSX[fault] ?? BROKEN)[1],
  },
  "review/format": {
    severity: "error",
    found: ({ format }: { format: string }) => (FORMATS[format] ?? OTHER)[0],
    remedy: ({ format }: { format: string }) => (FORMATS[format] ?? OTHER)[1],
  },
  "review/text": {
    severity: "error",
    found: ({ ending }: { ending: string }) =>
      ending === ""
        ? "Tệp chỉ là chữ thường, không phải bản thảo, tệp Word, PDF hay Excel."
        : `Tệp có đuôi ${ending} nhưng bên trong chỉ là chữ thường, không phải bản thảo, tệp Word, PDF hay Excel.`,
    remedy: () => "Chép hoặc tải lại tệp; nếu là bản thảo thì đặt đuôi .md.",
  },
  "review/pictures": {
    severity: "warning",
    found: ({ fault }: Fault) => (PICTURES[fault] ?? PICTURES_BROKEN)[0],
    remedy: ({ fault }: Fault) => (PICTURES[fault] ?? PICTURES_BROKEN)[1],
  },
  "review/over-version": {
    severity: "error",
    found: ({ option }: { option: string }) =>
      `${option} chỉ vào chính một bản đem so sánh; tệp ấy luôn được giữ nguyên.`,
    remedy: () => "Chọn tên tệp khác, ví dụ so-sanh.html.",
  },
  "review/extension": {
    severity: "error",
    found: ({ option, end }: { option: string; end: string }) =>
      `${option} ghi tệp ${end}, tên tệp phải có đuôi ${end}.`,
    remedy: ({ end }: { end: string }) => `Đổi đuôi tên tệp thành ${end}.`,
  },
  "review/unread": {
    severity: "warning",
    found: ({ pages }: { pages: readonly number[] }) =>
      `Trang ${pages.join(", ")} là ảnh (bản quét), không có chữ đọc được: CHƯA so sánh với bản kia.`,
    remedy: () =>
      "Xem các trang ấy bằng mắt; hoặc nhận dạng chữ (OCR), hoặc dùng tệp xuất từ văn bản gốc, rồi so sánh lại.",
  },
  "review/redline-kinds": {
    severity: "error",
    found: () => "Bản có theo dõi thay đổi (--redline) chỉ lập được khi cả hai bản là bản thảo hoặc tệp Word.",
    remedy: () => "Đưa bản thảo hoặc tệp Word thay cho PDF, Excel; hoặc bỏ --redline, dùng -o so-sanh.html.",
  },
  "review/redline-heads": {
    severity: "warning",
    found: ({ texts }: { texts: readonly string[] }) =>
      `Đầu trang, chân trang chỉ có ở một bản nên không thành chỗ theo dõi thay đổi: ${texts.map((text) => `“${text}”`).join(", ")}.`,
    remedy: () =>
      "Xem đầu trang, chân trang của hai bản bằng mắt; trang so sánh (-o so-sanh.html) cũng không xét phần này.",
  },
  "review/two": {
    severity: "error",
    found: ({ given }: { given: number }) => `So sánh cần đúng hai bản, ở đây có ${given}.`,
    remedy: () => "Ghi bản cũ trước, bản mới sau: vanthu diff ban-1.pdf ban-2.pdf.",
  },
  "review/one": {
    severity: "error",
    found: ({ given }: { given: number }) => `--text in lời văn của đúng một tệp, ở đây có ${given}.`,
    remedy: () => "Ví dụ: vanthu diff --text ke-hoach.docx.",
  },
  "review/kinds-differ": {
    severity: "error",
    found: () => "Một bên là thư mục, bên kia là tệp.",
    remedy: () => "So sánh tệp với tệp, hoặc thư mục với thư mục.",
  },
  "review/empty-folders": {
    severity: "error",
    found: () => "Cả hai thư mục không có văn bản nào so sánh được.",
    remedy: () => "So sánh được: bản thảo .md, tệp Word .docx, tệp PDF có chữ, sổ Excel .xlsx.",
  },
  "review/redline-folders": {
    severity: "error",
    found: () => "Bản có theo dõi thay đổi (--redline) chỉ lập cho từng cặp tệp, không lập cho thư mục.",
    remedy: () => "Chạy vanthu diff với từng cặp tệp cần lập, hoặc dùng -o so-sanh.html cho cả thư mục.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a version. */
export const reportVersion = reporter(CATALOGUE);
