import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

const LONGEST = 160;
const quote = (text: string): string => (text.length > LONGEST ? `“${text.slice(0, LONGEST)}…”` : `“${text}”`);

/** Of a line that was changed, the words that were, with some before and behind. */
const AROUND = 30;
function around(text: string, other: string): string {
  let start = 0;
  while (start < text.length && text[start] === other[start]) start += 1;
  let end = text.length;
  let end0 = other.length;
  while (end > start && end0 > start && text[end - 1] === other[end0 - 1]) {
    end -= 1;
    end0 -= 1;
  }
  const from = start <= AROUND ? 0 : text.indexOf(" ", start - AROUND) + 1;
  const to = text.length - end <= AROUND ? text.length : text.lastIndexOf(" ", end + AROUND);
  return quote(
    `${from > 0 ? "… " : ""}${text.slice(Math.min(from, start), Math.max(to, end))}${to < text.length ? " …" : ""}`,
  );
}

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
  "check/unplaced": {
    severity: "note",
    found: ({ text }) => `Chưa xếp được vào thành phần nào nên chưa kiểm tra: ${quote(text)}.`,
    remedy: () => "Tự xem lại chỗ này.",
  } satisfies Wording<Markup>,
  "check/edited": {
    severity: "warning",
    found: ({ before, after }) =>
      before === ""
        ? `Thêm sau khi lập văn bản: ${quote(after)}.`
        : after === ""
          ? `Bỏ sau khi lập văn bản: ${quote(before)}.`
          : `Sửa sau khi lập văn bản: ${around(before, after)} thành ${around(after, before)}.`,
    remedy: () => "Đối chiếu với bản thảo; nếu sửa đúng thì sửa cả trong bản thảo.",
  } satisfies Wording<{ before: string; after: string }>,
} as const;

/** Words a finding about a call of `vanthu check`, or about a file that it was given. */
export const reportCheck = reporter(CATALOGUE);
