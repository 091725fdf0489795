import type { Finding } from "../../findings/finding.js";
import { BASIS_WORDS, countFindings } from "../print.js";
import type { CheckedFile } from "./check-file.js";

/** What a finding rests on, where it is not the norm's own words. */
export const sayBasis = (basis: Finding["basis"]): string | undefined =>
  basis === undefined || BASIS_WORDS[basis] === "" ? undefined : BASIS_WORDS[basis];

/**
 * What was checked, how much was found, and which rules are off.
 *
 * @param unread files that could not be read
 */
export function summaryLines(files: readonly CheckedFile[], unread = 0): readonly string[] {
  if (files.length === 0 && unread > 0) return [`Chưa kiểm tra được văn bản nào: ${unread} tệp không đọc được.`];
  const all = files.flatMap(({ findings }) => findings);
  const off = [...new Set(files.flatMap((file) => file.off))];
  const lowered = [...new Set(files.flatMap((file) => file.lowered))];
  return [
    `Đã kiểm tra ${files.length} văn bản: ${countFindings(all) ?? "không có lỗi, cảnh báo hay lưu ý."}`,
    ...(unread === 0 ? [] : [`Chưa kiểm tra ${unread} tệp không đọc được.`]),
    ...(off.length === 0 ? [] : [`Quy tắc đang tắt ở vanthu.yaml: ${off.join(", ")}.`]),
    ...(lowered.length === 0 ? [] : [`Quy tắc hạ mức ở vanthu.yaml: ${lowered.join(", ")}.`]),
  ];
}
