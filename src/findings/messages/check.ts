import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

const LONGEST = 160;
const quote = (text: string): string => (text.length > LONGEST ? `“${text.slice(0, LONGEST)}…”` : `“${text}”`);

/** Markup of a Word file. */
interface Markup {
  text: string;
  /** " của Nguyễn Văn A", or nothing. */
  author: string;
}

/** Findings about a call of `vanthu check`, and about Word files that it was given. */
const CATALOGUE = {
  "check/unknown-rule": {
    severity: "error",
    found: ({ typed }) => `Không có quy tắc “${typed}”.`,
    remedy: ({ nearest }) =>
      nearest === undefined
        ? "Xem mã các quy tắc bằng lệnh vanthu check --list-rules."
        : `Có phải là “${nearest}”? Xem mã các quy tắc bằng lệnh vanthu check --list-rules.`,
  } satisfies Wording<{ typed: string; nearest: string | undefined }>,
  "check/unknown-rule-in-workspace": {
    severity: "warning",
    found: ({ typed }) => `Mục “kiểm tra” của vanthu.yaml có mã quy tắc không tồn tại: “${typed}”.`,
    remedy: () => "Sửa lại mã (xem vanthu check --list-rules), hoặc bỏ đi.",
  } satisfies Wording<{ typed: string }>,
  "check/no-file": {
    severity: "error",
    found: () => "Chưa ghi tệp cần kiểm tra.",
    remedy: () => "Ghi tên tệp, ví dụ vanthu check van-ban.docx.",
  } satisfies Wording<object>,
  "check/fix-format": {
    severity: "error",
    found: () => "--fix chỉ dùng với kết quả dạng chữ.",
    remedy: () => "Bỏ --format, hoặc sửa trước rồi kiểm tra lại với --format.",
  } satisfies Wording<object>,
  "check/fix-several": {
    severity: "error",
    found: () => "Nhiều bản thảo không ghi được vào một tệp.",
    remedy: () => "Ghi -o là một thư mục, hoặc dùng --force để sửa ngay từng bản thảo.",
  } satisfies Wording<object>,
  "check/fix-text": {
    severity: "error",
    found: ({ path }) => `“${path}” không phải bản thảo .md nên không sửa được.`,
    remedy: () => "Chỉ dùng --fix với bản thảo .md.",
  } satisfies Wording<{ path: string }>,
  "check/annotate-draft": {
    severity: "error",
    found: ({ path }) => `“${path}” không phải tệp Word .docx nên không ghi chú vào được.`,
    remedy: () => "Chỉ dùng --annotate với tệp Word; với bản thảo xem kết quả bằng --format html.",
  } satisfies Wording<{ path: string }>,
  "check/annotate-several": {
    severity: "error",
    found: () => "Nhiều tệp Word không ghi chú vào một tệp được.",
    remedy: () => "Ghi --annotate là một thư mục.",
  } satisfies Wording<object>,
  "check/annotate-itself": {
    severity: "error",
    found: ({ path }) => `Bản ghi chú trùng với chính “${path}”.`,
    remedy: () => "Ghi --annotate là tên tệp khác hoặc thư mục khác.",
  } satisfies Wording<{ path: string }>,
  "check/annotate-fix": {
    severity: "error",
    found: () => "--annotate và --fix không dùng cùng nhau.",
    remedy: () => "--annotate dành cho tệp Word, --fix dành cho bản thảo .md.",
  } satisfies Wording<object>,
  "check/inserted": {
    severity: "warning",
    found: ({ text, author }) => `Còn đoạn thêm đang theo dõi sửa đổi${author}: ${quote(text)}.`,
    remedy: () => "Chấp nhận hoặc từ chối trong Word (Review › Accept, Reject) trước khi trình ký.",
  } satisfies Wording<Markup>,
  "check/deleted": {
    severity: "warning",
    found: ({ text, author }) => `Còn đoạn xoá đang theo dõi sửa đổi${author}: ${quote(text)}.`,
    remedy: () => "Chấp nhận hoặc từ chối trong Word (Review › Accept, Reject) trước khi trình ký.",
  } satisfies Wording<Markup>,
  "check/comment": {
    severity: "warning",
    found: ({ text, author }) => `Còn ghi chú bên lề${author}: ${quote(text)}.`,
    remedy: () => "Giải quyết rồi xoá ghi chú trước khi trình ký.",
  } satisfies Wording<Markup>,
  "check/hidden": {
    severity: "warning",
    found: ({ text }) => `Có chữ ẩn: ${quote(text)}.`,
    remedy: () => "Xoá đi, hoặc bỏ thuộc tính Hidden nếu cần in.",
  } satisfies Wording<Markup>,
  "check/embedded": {
    severity: "warning",
    found: () =>
      "Sau đoạn này, tệp nhúng cả một tài liệu khác (altChunk); phần nhúng chưa được đọc, chưa được kiểm tra.",
    remedy: () => "Mở bằng Word, lưu lại (Word sẽ nhập phần nhúng vào văn bản), rồi kiểm tra lại.",
  } satisfies Wording<Markup>,
  "check/unplaced": {
    severity: "note",
    found: ({ text }) => `Chưa xếp được vào thành phần nào nên chưa kiểm tra: ${quote(text)}.`,
    remedy: () => "Tự xem lại chỗ này.",
  } satisfies Wording<Markup>,
} as const;

/** Words a finding about a call of `vanthu check`, or about a file that it was given. */
export const reportCheck = reporter(CATALOGUE);
