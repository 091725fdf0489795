import type { Wording } from "../finding.js";
import { reporter } from "../report.js";

/** Findings about Word files of ours that were edited and come back. */
const CATALOGUE = {
  "own-docx/figure-changed": {
    severity: "warning",
    found: ({ path, before, after }: { path: string; before: string; after: string }) =>
      `Số liệu gắn với sổ (${path}) đã bị sửa trong tệp Word: “${before}” thành “${after}”.`,
    remedy: ({ before }: { path: string; before: string; after: string }) =>
      `Kiểm tra lại; nếu số của sổ vẫn đúng thì trả lại “${before}”.`,
  },
  "own-docx/figure-lost": {
    severity: "warning",
    found: ({ path, before, sentence }: { path: string; before: string; sentence: string }) =>
      `“${before}” (${path}) không còn gắn với sổ: đã bị xoá hoặc gõ đè trong tệp Word. Câu lúc lập: “${sentence}”`,
    remedy: ({ path, before }: { path: string; before: string; sentence: string }) =>
      `Nếu câu ấy còn, ghi lại số trong bản thảo dưới dạng [${before}](${path}).`,
  },
  "own-docx/figure-copied": {
    severity: "note",
    found: ({ path, after }: { path: string; after: string }) =>
      `“${after}” (${path}) xuất hiện thêm ở một chỗ nữa, do chép đoạn văn.`,
    remedy: () => "Không phải làm gì nếu chỗ chép cũng nói về số liệu ấy.",
  },
} satisfies { readonly [id: string]: Wording<never> };

/** Words a finding about a Word file of ours. */
export const reportOwnDocx = reporter(CATALOGUE);
