/** docs/quy-tac.md, made from the rules themselves. */
import { NORMS } from "../src/norms/choose.js";
import type { Norm, NormRow } from "../src/norms/norm.js";
import type { ObservedAnnexPages, ObservedRule } from "../src/norms/observed.js";
import { formattingRule, sayAcceptance, sayComponent } from "../src/rules/formatting/index.js";
import type { Property } from "../src/rules/formatting/rules.js";
import { RULE_GROUPS } from "../src/rules/index.js";
import { REGISTERED } from "../src/rules/registers.js";
import type { Basis, Example, Rule } from "../src/rules/rule.js";
import { UNDECIDED } from "../src/rules/undecided.js";

const SEVERITIES = { error: "Lỗi", warning: "Cảnh báo", note: "Lưu ý" } as const;
const BASES: { readonly [B in Basis]: string } = {
  norm: "quy định của chuẩn",
  sample: "mẫu, bảng, bản đã ký của chuẩn",
  practice: "thông lệ, nguồn gián tiếp",
};

const NAMES: { readonly [N in Norm["id"]]: string } = {
  hd05: "Hướng dẫn 05 (Đảng, từ 27/5/2026)",
  hd36: "Hướng dẫn 36 (Đảng, 03/4/2018–26/5/2026)",
  nd30: "Nghị định 30 (Nhà nước, từ 05/3/2020)",
};

const DRAWN: { readonly [D in ObservedRule["drawn"]]: string } = {
  none: "không có đường kẻ",
  line: "đường kẻ",
  underline: "gạch chân",
  signs: "dãy ký tự",
};

const COUNTED: { readonly [C in ObservedAnnexPages["counted"]]: string } = {
  own: "số trang đếm lại từ 1",
  continuous: "số trang đếm tiếp",
  none: "số trang chạy tiếp, không ngắt phần (section)",
};

/** What an example shows of a Word file beside its words. */
function wordLines({ rules = [], annexPages = [], splits }: NonNullable<Example["printed"]>): readonly string[] {
  const below = rules.flatMap(({ quote, drawn, share }) => [
    quote,
    `    (${DRAWN[drawn]}${share === undefined ? "" : ` dài bằng ${Math.round(share.min * 100)}% dòng chữ`})`,
  ]);
  const pages = annexPages.map(({ label, counted }) => `${label} (${COUNTED[counted]})`);
  const broken = splits?.flatMap(({ quote }) => ["KT. CHỦ TỊCH", "    (hết trang)", quote]) ?? [];
  return [...below, ...pages, ...(splits?.length === 0 ? ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"] : broken)];
}

/** What an example shows: the head as printed, keys of the header, a body. */
function exampleLines({ printed = {}, header, body }: Example, other: Example): readonly string[] {
  const { rules: _, annexPages: __, splits: ___, ...words } = printed;
  const texts = Object.values(words).map((value) =>
    typeof value === "string" ? value : value.join(" / ") || "(không có)",
  );
  const shown = [...texts, ...wordLines(printed)];
  const keys = Object.entries(header ?? {}).filter(([key, value]) => other.header?.[key] !== value);
  const headed = keys.map(([key, value]) => `${key}: ${value === "" ? "(không ghi)" : value.replaceAll("\n", " / ")}`);
  return [...shown, ...headed, ...(body === undefined ? [] : body.split("\n"))];
}

const block = (lines: readonly string[]): string => ["```text", ...lines, "```"].join("\n");

function ruleText(rule: Rule): string {
  const norms = NORMS.filter(({ id }) => rule.norms.includes(id));
  const clauses = [...new Set(norms.map((norm) => rule.clause(norm)))];
  return [
    `### ${rule.id}. ${rule.title}`,
    "",
    `${SEVERITIES[rule.severity]}; căn cứ: ${BASES[rule.basis]}. ${clauses.join("; ")}.${rule.from === undefined ? "" : ` Áp dụng cho văn bản ký từ ${rule.from.split("-").reverse().join("/")}.`}`,
    "",
    rule.reason,
    "",
    "Đúng:",
    "",
    block(exampleLines(rule.right, rule.wrong)),
    "",
    "Sai:",
    "",
    block(exampleLines(rule.wrong, rule.right)),
    "",
  ].join("\n");
}

function rowLines(norm: Norm, { component, accept, clause, confidence, confidenceBy }: NormRow): readonly string[] {
  const byRule = new Map<string, string[]>();
  for (const property of Object.keys(accept) as Property[]) {
    const sure = confidenceBy?.[property] ?? confidence;
    const severity = sure === "N" || sure === "N-scan" ? "" : " (cảnh báo)";
    const id = formattingRule(norm.family, component, property);
    byRule.set(id, [...(byRule.get(id) ?? []), `${sayAcceptance(property, accept[property])}${severity}`]);
  }
  return [...byRule].map(([id, words]) => `| ${id} | ${sayComponent(component)} | ${words.join("; ")} | ${clause} |`);
}

function formattingTable(norm: Norm): string {
  return [
    `### ${NAMES[norm.id]}`,
    "",
    "| mã | thành phần | chấp nhận | điều khoản |",
    "|---|---|---|---|",
    ...norm.rows.flatMap((row) => rowLines(norm, row)),
    "",
  ].join("\n");
}

/** The whole page. */
export function rulesDocument(): string {
  return [
    "# Quy tắc kiểm tra thể thức",
    "",
    "Trang này do `npm run rules` lập từ chính các quy tắc; đừng sửa tay. Xem nhanh: `vanthu check --list-rules`.",
    "",
    "P là quy tắc của văn bản Đảng, S của văn bản Nhà nước, C chung, V do vanthu đặt thêm. Chỉ điều mà chuẩn quy định mới là lỗi; điều dựa vào mẫu hoặc thông lệ là cảnh báo, lưu ý. Cơ quan có thể tắt hoặc hạ mức ở mục “kiểm tra” của vanthu.yaml, không nâng lên được.",
    "",
    ...RULE_GROUPS.flatMap(({ title, rules }) => [`## ${title}`, "", ...rules.map(ruleText)]),
    "## Viện dẫn, chữ viết tắt, phụ lục, thành phần",
    "",
    "Do các bộ phận khác của phần mềm tìm ra, báo theo mã của quy tắc. Muốn tắt riêng một loại phát hiện của kế hoạch thì ghi mã chi tiết (`plan/timing-no-day` …) có trong kết quả `--kieu json`. Sửa đổi đang theo dõi, ghi chú bên lề, chữ ẩn của tệp Word không thuộc quy tắc nào; mã của chúng là `check/inserted`, `check/deleted`, `check/comment`, `check/hidden`, `check/unplaced`.",
    "",
    "| mã | nội dung | mức cao nhất | ghi chú |",
    "|---|---|---|---|",
    ...REGISTERED.map(
      ({ ids, title, severity, reason }) => `| ${ids.join(", ")} | ${title} | ${SEVERITIES[severity]} | ${reason} |`,
    ),
    "",
    "## Trình bày: cỡ chữ, kiểu chữ, giãn cách",
    "",
    "So hình thức đọc được với từng dòng của chuẩn. Bản thảo chỉ bị xét phần tác giả tự chọn (khoá “trình bày”); phần còn lại do phần mềm trình bày. Lề trang là P59, S28; phông chữ và màu chữ (đen) là P60, V20. Của tệp Word còn xét số trang (P61, S29): có số trang khi văn bản nhiều trang, ở giữa lề trên, không hiện ở trang thứ nhất, không ghi kèm chữ; cỡ chữ tương ứng của Quốc hiệu, Tiêu ngữ, ngày tháng S32.",
    "",
    ...NORMS.map(formattingTable),
    "## Những điều máy không quyết định được",
    "",
    "| mã | nội dung | vì sao |",
    "|---|---|---|",
    ...UNDECIDED.map(({ id, title, why }) => `| ${id} | ${title} | ${why} |`),
    "",
  ].join("\n");
}
