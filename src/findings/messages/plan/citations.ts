import type { Finding, Place, Wording } from "../../finding.js";
import { type ParamsOf, reporter } from "../../report.js";

type Label = { label: string };
type Missing = Label & { missing: readonly string[] };
type Disagreement = Label & { one: string; other: string };

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} và ${words.at(-1)}`;

/**
 * Findings about cited documents. A first mention without date is an error, for the norms themselves ask for it (HD05
 * 6.1.4, NĐ30 II.6.b); issuer and subject are told from the wording, which may be read wrongly, so they are warnings.
 */
const CATALOGUE = {
  "plan/citation-undated": {
    severity: "error",
    found: ({ label, missing }: Missing) => `Viện dẫn ${label} nhưng không nêu ${listed(missing)}.`,
    remedy: () => "Lần đầu viện dẫn ghi đủ: tên loại, số và ký hiệu, ngày, cơ quan ban hành, trích yếu.",
  },
  "plan/citation-not-full": {
    severity: "error",
    found: ({ label, missing }: Missing) => `Lần đầu viện dẫn ${label} thiếu ${listed(missing)}; lần sau mới ghi.`,
    remedy: () => "Chuyển phần ghi đủ lên lần viện dẫn đầu tiên; các lần sau chỉ ghi tên loại, số và ký hiệu.",
  },
  "plan/citation-part-missing": {
    severity: "warning",
    found: ({ label, missing }: Missing) => `Lần đầu viện dẫn ${label} chưa thấy ${listed(missing)}.`,
    remedy: ({ missing }: Missing) => `Ghi thêm ${listed(missing)} sau ngày, tháng, năm của văn bản được viện dẫn.`,
  },
  "plan/citation-repeated": {
    severity: "warning",
    found: ({ label }: Label) => `${label} đã được viện dẫn đầy đủ ở trên, ở đây lại ghi đầy đủ.`,
    remedy: ({ label }: Label) => `Từ lần thứ hai chỉ ghi “${label}”.`,
  },
  "plan/citation-redated": {
    severity: "warning",
    found: ({ label, date }: Label & { date: string }) =>
      `${label} đã được viện dẫn ở trên, ở đây lại ghi ngày ${date}.`,
    remedy: ({ label }: Label) => `Từ lần thứ hai chỉ ghi “${label}”, bỏ ngày.`,
  },
  "plan/citation-date-differs": {
    severity: "warning",
    found: ({ label, one, other }: Disagreement) => `${label} ghi ngày ${other}, nhưng ở chỗ khác ghi ngày ${one}.`,
    remedy: () => "Kiểm tra văn bản gốc và ghi thống nhất một ngày.",
  },
  "plan/citation-issuer-differs": {
    severity: "warning",
    found: ({ label, one, other }: Disagreement) =>
      `${label} ghi là của “${other}”, nhưng ở chỗ khác ghi là của “${one}”.`,
    remedy: () => "Kiểm tra văn bản gốc và ghi thống nhất cơ quan ban hành.",
  },
  "plan/citation-subject-differs": {
    severity: "warning",
    found: ({ label, one, other }: Disagreement) =>
      `Trích yếu của ${label} ghi “${other}”, nhưng ở chỗ khác ghi “${one}”.`,
    remedy: () => "Kiểm tra văn bản gốc và ghi thống nhất trích yếu.",
  },
  "plan/citation-type-differs": {
    severity: "warning",
    found: ({ label, one, other }: Disagreement) => `Văn bản ${label} chỗ này gọi là ${other}, chỗ khác gọi là ${one}.`,
    remedy: () => "Kiểm tra văn bản gốc và ghi thống nhất tên loại.",
  },
  "plan/citation-type-code": {
    severity: "warning",
    found: ({ label, type, code }: Label & { type: string; code: string }) =>
      `“${label}”: tên loại là ${type} nhưng ký hiệu là ${code}.`,
    remedy: () => "Kiểm tra văn bản gốc, sửa tên loại hoặc ký hiệu.",
  },
  "plan/citation-number-differs": {
    severity: "warning",
    found: ({ label, one }: Label & { one: string }) =>
      `${label} có cùng ngày, cơ quan ban hành và trích yếu với ${one} nhưng khác số.`,
    remedy: () => "Kiểm tra văn bản gốc; nếu là một văn bản thì ghi thống nhất số và ký hiệu.",
  },
  "plan/citation-after-signing": {
    severity: "warning",
    found: ({ label, date, signed }: Label & { date: string; signed: string }) =>
      `${label} ghi ngày ${date}, sau ngày ký của văn bản này (${signed}).`,
    remedy: () => "Kiểm tra lại ngày của văn bản được viện dẫn hoặc ngày ký.",
  },
  "plan/citation-of-missing": {
    severity: "warning",
    found: ({ label, issuer }: Label & { issuer: string }) => `Viện dẫn ${label} thiếu chữ “của” trước “${issuer}”.`,
    remedy: ({ issuer }: { issuer: string }) => `Ghi “của ${issuer}”.`,
  },
  "plan/citation-comma-mixed": {
    severity: "warning",
    found: ({ withComma, without }: { withComma: number; without: number }) =>
      `Dấu phẩy trước chữ “ngày” trong viện dẫn không thống nhất: ${withComma} chỗ có, ${without} chỗ không.`,
    remedy: ({ comma }: { comma: boolean }) =>
      comma ? "Ghi thống nhất có dấu phẩy: “…, ngày …”." : "Ghi thống nhất không có dấu phẩy: “… ngày …”.",
  },
  "plan/citation-comma-usage": {
    severity: "note",
    found: ({ count, comma }: { count: number; comma: boolean }) =>
      `${count} viện dẫn ${comma ? "không có" : "có"} dấu phẩy trước chữ “ngày”.`,
    remedy: ({ comma }: { comma: boolean }) =>
      comma
        ? "Văn bản của Đảng thường ghi có dấu phẩy: “số 399-QĐ/TW, ngày 09/01/2026”."
        : "Văn bản của Nhà nước thường ghi không có dấu phẩy: “số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020”.",
  },
  "plan/citation-blanks": {
    severity: "warning",
    found: ({ printed }: { printed: string }) => `Số và ký hiệu “${printed}” có dấu cách thừa.`,
    remedy: ({ label }: Label) => `Ghi liền: “${label}”.`,
  },
  "plan/citation-short-undefined": {
    severity: "warning",
    found: ({ printed }: { printed: string }) => `“${printed}” là cách gọi tắt chưa được giải thích.`,
    remedy: ({ label }: Label) => `Ghi đủ “${label}”, hoặc nêu cách gọi tắt trong ngoặc đơn ở lần viện dẫn đầu.`,
  },
  "plan/citation-short-unnumbered": {
    severity: "warning",
    found: ({ printed }: { printed: string }) => `“${printed}” chỉ có số, không có ký hiệu.`,
    remedy: () => "Ghi đủ số và ký hiệu, ngày, cơ quan ban hành, trích yếu ở lần viện dẫn đầu.",
  },
  "plan/citation-replaced": {
    severity: "warning",
    found: ({ label, from }: Label & { from: string }) => `${label} đã hết hiệu lực từ ngày ${from}.`,
    remedy: ({ by }: { by: string }) => `Viện dẫn văn bản thay thế hoặc bãi bỏ: ${by}.`,
  },
} satisfies { readonly [id: string]: Wording<never> };

export type CitationFinding = keyof typeof CATALOGUE;
/** What the wording of a finding speaks of. */
export type CitationParams<K extends CitationFinding> = ParamsOf<(typeof CATALOGUE)[K]>;

const report = reporter(CATALOGUE);

/**
 * Words a finding about a citation.
 *
 * @param clause of the norm that governs the document; an error without a clause is no more than a warning
 */
export function reportCitation<K extends CitationFinding>(
  id: K,
  params: CitationParams<K>,
  place?: Place,
  clause?: string,
): Finding {
  const finding = report(id, params, place);
  if (clause !== undefined) return { ...finding, clause };
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}
