import type { Finding, Place, Wording } from "../../finding.js";
import { type ParamsOf, reporter } from "../../report.js";

type Short = { short: string };

/**
 * Findings about short forms. HD05 6.1.3 asks that an abbreviation be explained; that a word in capitals is one is a
 * guess, so that even this is no more than a warning.
 */
const CATALOGUE = {
  "plan/abbreviation-undefined": {
    severity: "warning",
    found: ({ short, count }: Short & { count: number }) =>
      `Chữ viết tắt “${short}” chưa được giải thích${count > 1 ? ` (${count} chỗ)` : ""}.`,
    remedy: ({ short }: Short) => `Viết đầy đủ, hoặc ở lần đầu viết đầy đủ rồi ghi trong ngoặc đơn: “… (${short})”.`,
  },
  "plan/abbreviation-early": {
    severity: "warning",
    found: ({ short }: Short) => `“${short}” được dùng trước chỗ giải thích.`,
    remedy: ({ short }: Short) => `Chuyển phần giải thích “${short}” lên lần dùng đầu tiên.`,
  },
  "plan/abbreviation-redefined": {
    severity: "warning",
    found: ({ short }: Short) => `Cách gọi tắt “${short}” được giải thích hai lần.`,
    remedy: () => "Giữ lần giải thích đầu; nếu là hai nội dung khác nhau thì đặt hai cách gọi tắt.",
  },
  "plan/abbreviation-unused": {
    severity: "note",
    found: ({ short }: Short) => `Cách gọi tắt “${short}” được giải thích nhưng không dùng lại.`,
    remedy: () => "Bỏ phần giải thích trong ngoặc đơn, hoặc dùng cách gọi tắt ở các chỗ sau.",
  },
  "plan/abbreviation-varied": {
    severity: "warning",
    found: ({ short, used }: Short & { used: string }) => `Đã gọi tắt là “${short}” nhưng ở đây ghi “${used}”.`,
    remedy: ({ short }: Short) => `Ghi đúng cách gọi tắt “${short}”.`,
  },
} satisfies { readonly [id: string]: Wording<never> };

export type AbbreviationFinding = keyof typeof CATALOGUE;
/** What the wording of a finding speaks of. */
export type AbbreviationParams<K extends AbbreviationFinding> = ParamsOf<(typeof CATALOGUE)[K]>;

const report = reporter(CATALOGUE);

/** Words a finding about a short form. */
export function reportAbbreviation<K extends AbbreviationFinding>(
  id: K,
  params: AbbreviationParams<K>,
  place?: Place,
  clause?: string,
): Finding {
  const finding = report(id, params, place);
  return clause === undefined ? finding : { ...finding, clause };
}
