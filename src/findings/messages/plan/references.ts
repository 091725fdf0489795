import type { Finding, Place, Wording } from "../../finding.js";
import { type ParamsOf, reporter } from "../../report.js";

type Label = { label: string };

/** Findings about what a document says of its own parts. */
const CATALOGUE = {
  "plan/reference-missing": {
    severity: "warning",
    found: ({ printed, part }: { printed: string; part: string }) =>
      printed === part ? `Văn bản không có ${part}.` : `“${printed}”: văn bản không có ${part}.`,
    remedy: () => "Sửa lại số của điểm, khoản, mục được dẫn, hoặc bổ sung phần còn thiếu.",
  },
  "plan/annex-missing": {
    severity: "warning",
    found: ({ printed }: { printed: string; finished: boolean }) =>
      `Văn bản nói “${printed}” nhưng không có phụ lục đó.`,
    remedy: ({ finished }: { finished: boolean }) =>
      finished
        ? "Thêm phụ lục vào sau phần ký, hoặc bỏ phần nói đến phụ lục."
        : "Thêm phụ lục (# Phụ lục … ở cuối bản thảo), hoặc bỏ phần nói đến phụ lục.",
  },
  "plan/annex-unmentioned": {
    severity: "error",
    found: ({ label }: Label) => `Nội dung văn bản không nói đến ${label}.`,
    remedy: ({ label }: Label) => `Nêu ${label} ở chỗ liên quan trong văn bản, ví dụ “nêu tại ${label}”.`,
  },
  "plan/annex-numerals": {
    severity: "error",
    found: ({ label, roman }: Label & { roman: boolean }) =>
      `“${label}” đánh số bằng ${roman ? "chữ số Ả-rập" : "chữ số La Mã"}.`,
    remedy: ({ proposed }: { proposed: string }) => `Ghi “${proposed}” ở nhãn phụ lục và ở những chỗ nói đến.`,
  },
} satisfies { readonly [id: string]: Wording<never> };

export type ReferenceFinding = keyof typeof CATALOGUE;
/** What the wording of a finding speaks of. */
export type ReferenceParams<K extends ReferenceFinding> = ParamsOf<(typeof CATALOGUE)[K]>;

const report = reporter(CATALOGUE);

/**
 * Words a finding about a reference.
 *
 * @param clause of the norm that governs the document; an error without a clause is no more than a warning
 */
export function reportReference<K extends ReferenceFinding>(
  id: K,
  params: ReferenceParams<K>,
  place?: Place,
  clause?: string,
): Finding {
  const finding = report(id, params, place);
  if (clause !== undefined) return { ...finding, clause };
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}
