import type { Finding } from "../../findings/finding.js";
import { BASIS_WORDS, countFindings } from "../print.js";
import type { CheckedFile } from "./check-file.js";

/** What a finding rests on, where it is not the norm's own words. */
export const sayBasis = (basis: Finding["basis"]): string | undefined =>
  basis === undefined || BASIS_WORDS[basis] === "" ? undefined : BASIS_WORDS[basis];

/**
 * What was checked, how much was found, and which rules are off.
 *
 * @param beside findings about files that could not be read, and about what was left in folders
 */
export function summaryLines(files: readonly CheckedFile[], beside: readonly Finding[] = []): readonly string[] {
  const all = [...files.flatMap(({ findings }) => findings), ...beside];
  const unreadable = beside.filter(({ severity }) => severity === "error");
  if (files.length === 0 && unreadable.length > 0)
    return [`Chưa kiểm tra được văn bản nào: ${unreadable.length} tệp không đọc được.`];
  const off = [...new Set(files.flatMap((file) => file.off))];
  const lowered = [...new Set(files.flatMap((file) => file.lowered))];
  return [
    `Đã kiểm tra ${files.length} văn bản: ${countFindings(all) ?? "không có lỗi, cảnh báo hay lưu ý."}`,
    ...(unreadable.length === 0 ? [] : [`Chưa kiểm tra ${unreadable.length} tệp không đọc được.`]),
    ...(off.length === 0 ? [] : [`Quy tắc đang tắt ở vanthu.yaml: ${off.join(", ")}.`]),
    ...(lowered.length === 0 ? [] : [`Quy tắc hạ mức ở vanthu.yaml: ${lowered.join(", ")}.`]),
  ];
}
