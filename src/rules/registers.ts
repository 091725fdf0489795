/** Findings of other stages that a rule of the norms' sheet speaks of; here they get its name, so that each is told once. */
import type { Finding, Severity } from "../findings/finding.js";
import type { Family } from "../model/document.js";
import type { Norm } from "../norms/norm.js";

interface Origin {
  readonly party: string;
  readonly state: string;
}
const both = (party: string, state: string): Origin => ({ party, state });
/** Findings of a plan that are one subject to whoever switches it off. */
const underOne = (rule: string, names: readonly string[]): { readonly [finding: string]: Origin } =>
  Object.fromEntries(names.map((name) => [`plan/${name}`, both(rule, rule)]));

/** The rule that a finding of another stage belongs to. */
const RULES: { readonly [finding: string]: Origin } = {
  "plan/citation-undated": both("P35", "S15"),
  "plan/citation-not-full": both("P35", "S15"),
  "plan/citation-part-missing": both("P35", "S15"),
  "plan/citation-repeated": both("P35", "S15"),
  "plan/citation-redated": both("P35", "S15"),
  "plan/citation-short-undefined": both("P35", "S15"),
  "plan/citation-short-unnumbered": both("P35", "S15"),
  "plan/citation-blanks": both("P10", "S04"),
  "plan/citation-replaced": both("P69", "S34"),
  "plan/citation-after-signing": both("C09", "C09"),
  "plan/timing-impossible": both("C09", "C09"),
  "plan/abbreviation-undefined": both("P36", "V16"),
  "plan/abbreviation-early": both("P36", "V16"),
  "plan/annex-unmentioned": both("P62", "S30"),
  "plan/annex-missing": both("P62", "S30"),
  "plan/annex-numerals": both("P62", "S30"),
  "preflight/missing-component": both("V14", "V14"),
  "preflight/empty-body": both("V14", "V14"),
  "preflight/missing-signer": both("V14", "V14"),
  "preflight/missing-glyph": both("V17", "V17"),
  ...underOne("V31", [
    ...["timing-unquantified", "timing-no-day", "timings-no-day", "timing-past", "timing-perhaps-past", "timing-short"],
    ...["timing-next-year", "timing-reversed", "timing-year-missing", "timing-unreadable"],
    ...["task-undated", "tasks-undated", "group-points-untimed", "review-order"],
  ]),
  ...underOne("V32", [
    ...["task-unassigned", "tasks-unassigned", "task-role-uneven", "body-not-recipient", "body-unknown"],
    "group-point-unknown",
  ]),
  ...underOne("V33", [
    ...["target-allocation-short", "target-column-sum", "target-differs", "target-part", "target-percent"],
    ...["target-row-sum", "target-shared-out", "target-unit-missing", "target-unit-twice", "target-year-parts"],
    ...["target-years", "allocation-figure", "allocation-none", "allocation-unit"],
  ]),
  ...underOne("V34", ["abbreviation-redefined", "abbreviation-unused", "abbreviation-varied"]),
  ...underOne("V35", [
    ...["citation-date-differs", "citation-issuer-differs", "citation-subject-differs", "citation-type-differs"],
    ...["citation-type-code", "citation-number-differs", "citation-of-missing", "citation-comma-mixed"],
    "citation-comma-usage",
  ]),
  ...underOne("V36", ["reference-missing"]),
  "preflight/annex-author": both("V37", "V37"),
  "preflight/narrow-table": both("V37", "V37"),
  "draft/decomposed": both("C01", "C01"),
  "draft/stray-mark": both("C01", "C01"),
};

/** Rules that live in another stage, as the reader of docs/quy-tac.md finds them. */
export const REGISTERED: readonly {
  readonly ids: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  readonly reason: string;
}[] = [
  {
    ids: ["P35", "S15"],
    title: "Lần đầu viện dẫn ghi đủ, lần sau ghi tắt",
    severity: "error",
    reason: "Thiếu ngày là lỗi; thiếu cơ quan, trích yếu, ghi lại đầy đủ lần sau là cảnh báo, vì máy đọc từ lời văn.",
  },
  {
    ids: ["P36", "V16"],
    title: "Chữ viết tắt được giải thích ở lần dùng đầu",
    severity: "warning",
    reason: "Máy đoán chữ viết tắt từ chữ in hoa nên chỉ cảnh báo.",
  },
  {
    ids: ["P62", "S30"],
    title: "Phụ lục được nói đến trong nội dung, đánh số đúng kiểu",
    severity: "error",
    reason: "Đảng: số Ả-rập; Nhà nước: số La Mã. Phụ lục được hứa mà không có là cảnh báo.",
  },
  {
    ids: ["P69"],
    title: "Văn bản được viện dẫn còn hiệu lực",
    severity: "warning",
    reason: "Chỉ xét các văn bản về thể thức mà nguồn của chuẩn nêu là đã thay thế.",
  },
  {
    ids: ["C01"],
    title: "Chữ tiếng Việt dựng sẵn (NFC), không có dấu rời",
    severity: "warning",
    reason: "Chữ tổ hợp được ghép lại khi đọc; dấu không ghép được là dấu hiệu bản chép hỏng.",
  },
  {
    ids: ["V14"],
    title: "Đủ thành phần thể thức bắt buộc",
    severity: "error",
    reason: "Cơ quan ban hành, ký hiệu, địa danh, trích yếu, nơi nhận, người ký; số và ngày của bản thảo được chờ.",
  },
  {
    ids: ["V17"],
    title: "Mọi chữ đều in được",
    severity: "warning",
    reason: "Ký tự mà phông Times New Roman không có sẽ làm lệnh render từ chối.",
  },
  {
    ids: ["V31"],
    title: "Thời gian thực hiện của nhiệm vụ đủ rõ, không mâu thuẫn",
    severity: "warning",
    reason: "Chỉ xét kế hoạch, chương trình: nhiệm vụ chưa có hạn, hạn không có ngày, hạn đã qua khi ký.",
  },
  {
    ids: ["V32"],
    title: "Nhiệm vụ có cơ quan chủ trì, cơ quan được giao có ở Nơi nhận",
    severity: "warning",
    reason: "Chỉ xét kế hoạch, chương trình.",
  },
  {
    ids: ["V33"],
    title: "Chỉ tiêu, bảng phân bổ khớp nhau",
    severity: "warning",
    reason: "Tổng các cột, các năm, các đơn vị so với chỉ tiêu chung.",
  },
  {
    ids: ["V34"],
    title: "Cách gọi tắt được dùng đúng như đã giải thích",
    severity: "warning",
    reason: "Giải thích hai lần, giải thích mà không dùng, dùng khác với cách đã nêu.",
  },
  {
    ids: ["V35"],
    title: "Văn bản được viện dẫn ghi thống nhất ở mọi chỗ",
    severity: "warning",
    reason: "Cùng số, ký hiệu mà khác ngày, cơ quan, trích yếu, tên loại; dấu phẩy trước chữ “ngày”.",
  },
  {
    ids: ["V36"],
    title: "Mục, điều, khoản được dẫn có trong văn bản",
    severity: "warning",
    reason: "“xem điểm 2.6” mà văn bản không có điểm 2.6.",
  },
  {
    ids: ["V37"],
    title: "Bản thảo in ra được trọn vẹn",
    severity: "warning",
    reason: "Dòng “Kèm theo” thiếu tên cơ quan, bảng quá rộng.",
  },
];

/** Findings that a rule here tells better, with the words it found. */
const SUPERSEDED: ReadonlySet<string> = new Set([
  "preflight/placeholder",
  "preflight/type-code",
  "preflight/outside-norm",
]);

/** Clause of the mandatory components. */
const COMPONENTS: { readonly [F in Norm["id"]]: string } = {
  hd05: "Hướng dẫn 05-HD/VPTW, Phần II, mục I",
  hd36: "Hướng dẫn 36-HD/VPTW, mục II",
  nd30: "Nghị định 30/2020/NĐ-CP, Điều 8",
};

/** The rule that a finding about the reading of a draft belongs to; its own id where none does. */
export const ruleOfReading = (id: string): string => RULES[id]?.party ?? id;

/**
 * A finding of another stage as a finding of the checker.
 *
 * @returns undefined for what a rule tells itself
 */
export function adopt(finding: Finding, family: Family, norm: Norm): Finding | undefined {
  const { id, severity } = finding;
  if (SUPERSEDED.has(id)) return undefined;
  const rule = RULES[id]?.[family] ?? id;
  const clause = finding.clause ?? (rule === "V14" ? COMPONENTS[norm.id] : undefined);
  const basis = clause === undefined ? "practice" : "norm";
  const image = id === "preflight/missing-image" || id === "preflight/bad-image";
  const lowered: Severity = severity === "error" && basis === "practice" && !image ? "warning" : severity;
  return { ...finding, severity: lowered, rule, basis, ...(clause === undefined ? {} : { clause }) };
}
