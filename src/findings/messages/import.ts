import type { DocxFault } from "../../source/docx/text.js";
import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

type Path = { path: string };
type At = { text: string };

const MOST_SHOWN = 12;
/** Words of a list, the rest counted. */
const list = (words: readonly string[]): string => {
  const shown = words.slice(0, MOST_SHOWN).map((word) => `“${word}”`);
  return words.length > MOST_SHOWN ? `${shown.join(", ")} và ${words.length - MOST_SHOWN} từ khác` : shown.join(", ");
};
const quote = (text: string): string => (text.length > 160 ? `“${text.slice(0, 160)}…”` : `“${text}”`);

/** Why a file cannot be taken over, and what to do. */
const FAULTS: { readonly [F in DocxFault | OtherFault]: readonly [found: string, remedy: string] } = {
  empty: ["Tệp trống, không có nội dung.", "Kiểm tra lại tệp; xin người gửi gửi lại bản đầy đủ."],
  word97: [
    "Tệp .doc của Word 97–2003, không đọc trực tiếp được.",
    "Mở bằng Word hoặc LibreOffice, chọn Lưu thành (Save As), kiểu Word (.docx), rồi chạy lại lệnh với tệp .docx.",
  ],
  password: [
    "Tệp được đặt mật khẩu.",
    "Mở bằng Word, nhập mật khẩu, vào Tệp › Thông tin › Bảo vệ tài liệu để bỏ mật khẩu, lưu lại rồi chạy lại lệnh.",
  ],
  notWord: [
    "Tệp không phải văn bản Word (.docx).",
    "Kiểm tra lại tên tệp; bảng tính, trình chiếu, tệp OpenDocument cần được lưu thành .docx trước.",
  ],
  tooLarge: ["Tệp quá lớn (trên 64 MB).", "Bỏ bớt ảnh quét dán trong văn bản, lưu lại rồi chạy lại lệnh."],
  tooLong: ["Văn bản dài trên 50.000 đoạn.", "Tách văn bản thành nhiều tệp rồi chạy lại lệnh cho từng tệp."],
  cut: ["Tệp bị cắt cụt, phần cuối không còn.", "Chép hoặc tải lại tệp rồi chạy lại lệnh."],
  broken: [
    "Tệp hỏng, không mở được các phần bên trong.",
    "Mở bằng Word để sửa tệp (Open and Repair), lưu thành tệp mới rồi chạy lại lệnh.",
  ],
  bomb: [
    "Tệp nén bất thường: bung ra quá lớn hoặc lồng quá sâu, nên không được mở.",
    "Không mở tệp này; hỏi lại người gửi. Nếu tệp là thật, mở bằng Word, lưu thành tệp mới rồi chạy lại lệnh.",
  ],
  documentType: [
    "Tệp có phần khai báo (DOCTYPE) mà Word không bao giờ ghi, nên không được đọc.",
    "Không mở tệp này; hỏi lại người gửi.",
  ],
  pdf: [
    "Lệnh này không đọc tệp PDF: trong PDF không còn đoạn, đề mục, bảng.",
    "Xin tệp Word gốc; nếu chỉ có bản quét, nhận dạng chữ (OCR), lưu thành .txt rồi chạy lại lệnh với tệp .txt đó.",
  ],
  image: [
    "Tệp là ảnh, không có chữ để đọc.",
    "Nhận dạng chữ (OCR) bản quét, lưu thành .txt rồi chạy lại lệnh với tệp .txt đó.",
  ],
  html: ["Tệp là trang web, không phải văn bản Word.", "Mở bằng Word, lưu thành .docx rồi chạy lại lệnh."],
  rtf: ["Tệp RTF không đọc trực tiếp được.", "Mở bằng Word hoặc LibreOffice, lưu thành .docx rồi chạy lại lệnh."],
};

/** What a file may be beside a broken Word file. */
export type OtherFault = "pdf" | "image" | "html" | "rtf";
export type ImportFault = DocxFault | OtherFault;

/** What a finished document may wait for: its number and its day (README). */
const AWAITED: ReadonlySet<string> = new Set(["số", "ngày"]);

const CATALOGUE = {
  "import/file": {
    severity: "error",
    found: ({ path, fault }) => `“${path}”: ${FAULTS[fault][0]}`,
    remedy: ({ fault }) => FAULTS[fault][1],
  } satisfies Wording<Path & { fault: ImportFault }>,
  "import/legacy-unreadable": {
    severity: "error",
    found: ({ code, example, runs }) =>
      `Văn bản gõ bằng bảng mã ${code} (${runs} chỗ, ví dụ ${quote(example)}), không có bảng chuyển đổi tin cậy.`,
    remedy: () =>
      "Chuyển văn bản sang Unicode (phông Times New Roman) bằng công cụ chuyển mã trong UniKey, lưu lại rồi chạy lại lệnh.",
  } satisfies Wording<{ code: string; example: string; runs: number }>,
  "import/legacy-decoded": {
    severity: "warning",
    found: ({ code, example, runs }) =>
      `Đã chuyển ${runs} chỗ gõ bằng bảng mã ${code} sang Unicode, ví dụ ${quote(example)}.`,
    remedy: () => "Đọc soát lại toàn bộ, nhất là tên riêng và số liệu.",
  } satisfies Wording<{ code: string; example: string; runs: number }>,
  "import/family-unknown": {
    severity: "warning",
    found: () =>
      "Không thấy tiêu đề, số hay chữ ký cho biết văn bản của Đảng hay của nhà nước; coi là văn bản của Đảng.",
    remedy: () => "Nếu không phải, chạy lại với --family nha-nuoc (--he nha-nuoc).",
  } satisfies Wording<object>,
  "import/type-unknown": {
    severity: "warning",
    found: () => "Không thấy tên loại văn bản; coi là công văn.",
    remedy: () => "Sửa khoá “thể loại” trong bản thảo.",
  } satisfies Wording<object>,
  "import/missing": {
    severity: "warning",
    found: ({ component }) => `Văn bản không có ${component}.`,
    remedy: ({ key }) =>
      key === undefined
        ? "Phần này được in theo thể thức khi lập văn bản."
        : AWAITED.has(key)
          ? `Để trống, không tự thêm; ghi vào khoá “${key}” của bản thảo khi được cấp. Khi in, chỗ đó để trống.`
          : `Để trống, không tự thêm; ghi vào khoá “${key}” của bản thảo khi biết. Khi còn thiếu, chỉ in được dự thảo.`,
  } satisfies Wording<{ component: string; key?: string }>,
  "import/change": {
    severity: "note",
    found: ({ component, from, to }) =>
      from === ""
        ? `${component}: thêm ${quote(to)} theo thể thức.`
        : to === ""
          ? `${component}: bỏ ${quote(from)} theo thể thức.`
          : `${component}: ${quote(from)} được ghi lại thành ${quote(to)}.`,
    remedy: () => "Đối chiếu với bản gốc.",
  } satisfies Wording<{ component: string; from: string; to: string }>,
  "import/unplaced": {
    severity: "warning",
    found: ({ text }) => `Chưa xếp được vào thành phần nào: ${quote(text)}.`,
    remedy: () => "Lời này được giữ trong phần ghi chú cuối bản thảo; chép vào đúng chỗ nếu cần.",
  } satisfies Wording<At>,
  "import/received": {
    severity: "note",
    found: ({ text }) => `Dấu công văn đến hoặc bút phê, không thuộc lời văn: ${quote(text)}.`,
    remedy: () => "Được giữ trong phần ghi chú cuối bản thảo, không in.",
  } satisfies Wording<At>,
  "import/furniture": {
    severity: "note",
    found: ({ text }) => `Chữ ở lề trang, không thuộc lời văn: ${quote(text)}.`,
    remedy: () => "Được giữ trong phần ghi chú cuối bản thảo, không in.",
  } satisfies Wording<At>,
  "import/table-rebuilt": {
    severity: "warning",
    found: ({ from, to, columns }) => `Dòng ${from}–${to} được dựng lại thành một bảng ${columns} cột.`,
    remedy: () => "Đối chiếu từng ô với bản gốc.",
  } satisfies Wording<{ from: number; to: number; columns: number }>,
  "import/table-unsure": {
    severity: "warning",
    found: ({ from, to }) =>
      `Dòng ${from}–${to} giống một bảng nhưng số ô các dòng không bằng nhau; mỗi dòng được giữ thành một đoạn.`,
    remedy: () => "Dựng lại bảng trong bản thảo theo bản gốc.",
  } satisfies Wording<{ from: number; to: number }>,
  "import/columns-unsure": {
    severity: "warning",
    found: ({ from, to }) =>
      `Dòng ${from}–${to} có hai cột chữ ký kèm lời khác, chưa xếp được; mỗi dòng được giữ thành một đoạn, hết cột trái rồi đến cột phải.`,
    remedy: () => "Chép người ký vào khoá “ký”, lời xác nhận vào khoá “xác nhận chữ ký” của bản thảo.",
  } satisfies Wording<{ from: number; to: number }>,
  "import/note-in-text": {
    severity: "warning",
    found: ({ text }) => `Giống chú thích cuối trang nhưng không rõ chỗ gọi, được giữ ở chỗ nó đứng: ${quote(text)}.`,
    remedy: () => "Nếu là chú thích, ghi “[^1]” ở chỗ gọi và chuyển lời thành dòng “[^1]: …” trong bản thảo.",
  } satisfies Wording<At>,
  "import/inserted": {
    severity: "warning",
    found: ({ text, author }) => `Đoạn thêm đang theo dõi sửa đổi${author}: ${quote(text)}; được lấy vào văn bản.`,
    remedy: () => "Xem lại trong Word (Review › Track Changes) xem đã được đồng ý chưa.",
  } satisfies Wording<At & { author: string }>,
  "import/deleted": {
    severity: "warning",
    found: ({ text, author }) => `Đoạn xoá đang theo dõi sửa đổi${author}: ${quote(text)}; không lấy vào văn bản.`,
    remedy: () => "Xem lại trong Word (Review › Track Changes) xem đã được đồng ý chưa.",
  } satisfies Wording<At & { author: string }>,
  "import/comment": {
    severity: "note",
    found: ({ text, author }) => `Ghi chú bên lề${author}: ${quote(text)}.`,
    remedy: () => "Được giữ trong phần ghi chú cuối bản thảo, không in.",
  } satisfies Wording<At & { author: string }>,
  "import/hidden": {
    severity: "warning",
    found: ({ text }) => `Chữ bị ẩn trong tệp Word, không lấy vào văn bản: ${quote(text)}.`,
    remedy: () => "Nếu cần, bỏ thuộc tính Hidden trong Word rồi nhập lại.",
  } satisfies Wording<At>,
  "import/embedded": {
    severity: "error",
    found: () => "Sau đoạn này, tệp nhúng cả một tài liệu khác (altChunk) không đọc được; lấy vào thì mất phần nhúng.",
    remedy: () => "Mở bằng Word, lưu lại (Word sẽ nhập phần nhúng vào văn bản), rồi chạy lại lệnh.",
  } satisfies Wording<object>,
  "import/edited": {
    severity: "warning",
    found: () =>
      "Văn bản do vanthu lập đã bị sửa trong Word: chữ đang thấy trong tệp được lấy, không lấy bản gốc kèm theo.",
    remedy: () => "Đối chiếu với bản thảo gốc; số liệu còn gắn nguồn được giữ gắn nguồn.",
  } satisfies Wording<object>,
  "import/pictures": {
    severity: "warning",
    found: ({ count }) => `Có ${count} ảnh trong văn bản; ảnh không được nhập.`,
    remedy: () => "Nếu là chữ ký hoặc dấu thì bỏ qua; nếu là bảng hoặc sơ đồ thì gõ lại hoặc đưa vào phụ lục riêng.",
  } satisfies Wording<{ count: number }>,
  "import/macros": {
    severity: "warning",
    found: () => "Tệp có chương trình (macro); không chạy và không nhập.",
    remedy: () => "Hỏi lại người gửi nếu không rõ vì sao có.",
  } satisfies Wording<object>,
  "import/lost": {
    severity: "error",
    found: ({ words }) => `Có từ của bản gốc sẽ bị mất: ${list(words)}.`,
    remedy: () => "Không ghi gì cả. Chép các từ này vào đúng chỗ trong tệp gốc (đoạn văn thường), rồi chạy lại lệnh.",
  } satisfies Wording<{ words: readonly string[] }>,
  "import/invented": {
    severity: "warning",
    found: ({ words }) => `Văn bản in ra sẽ có từ mà bản gốc không có: ${list(words)}.`,
    remedy: () => "Đối chiếu với bản gốc.",
  } satisfies Wording<{ words: readonly string[] }>,
  "import/unfaithful": {
    severity: "error",
    found: () => "Bản thảo viết ra không đọc lại được đúng như văn bản đã nhập.",
    remedy: () => "Không ghi gì cả. Gửi tệp cho người phụ trách phần mềm.",
  } satisfies Wording<object>,
  "import/as-draft": {
    severity: "warning",
    found: () => "Văn bản còn thiếu thành phần bắt buộc nên chỉ in “Dự thảo”.",
    remedy: () => "Nhập thành bản thảo (vanthu import), bổ sung phần thiếu rồi lập lại.",
  } satisfies Wording<object>,
} as const;

/** Words a finding about a file that is taken over. */
export const reportImport = reporter(CATALOGUE);
