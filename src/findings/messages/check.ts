import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

/** Findings about a call of `vanthu check`. */
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
    remedy: () => "Ghi tên bản thảo, ví dụ vanthu check ke-hoach.md.",
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
} as const;

/** Words a finding about a call of `vanthu check`. */
export const reportCheck = reporter(CATALOGUE);
