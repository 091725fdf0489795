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

/** Findings about Word files of ours that were edited and come back. */
const CATALOGUE = {
  "own-docx/edited": {
    severity: "warning",
    found: ({ before, after }: { before: string; after: string }) =>
      before === ""
        ? `Thêm sau khi lập văn bản: ${quote(after)}.`
        : after === ""
          ? `Bỏ sau khi lập văn bản: ${quote(before)}.`
          : `Sửa sau khi lập văn bản: ${around(before, after)} thành ${around(after, before)}.`,
    remedy: () => "Đối chiếu với bản thảo; nếu sửa đúng thì sửa cả trong bản thảo.",
  },
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
