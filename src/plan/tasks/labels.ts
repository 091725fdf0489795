/** The labels of task blocks: "- Cơ quan tham mưu: …", and of the columns of task tables. */
import type { TaskRole } from "../../model/task.js";
import { foldInPlace } from "../../norms/tone.js";

/** What a label announces. */
export type LabelKind = TaskRole["role"] | "leadAndCoordinate" | "timing" | "output" | "note" | "task" | "ordinal";

interface LabelRule {
  readonly kind: LabelKind;
  readonly pattern: RegExp;
}

const rule = (kind: LabelKind, pattern: string): LabelRule => ({
  kind,
  pattern: new RegExp(`^(?:${foldInPlace(pattern)})$`, "u"),
});

const BODY =
  "(?:(?:các )?(?:cơ quan|đơn vị|sở, ngành|sở, ban, ngành|ban, ngành|tổ chức|địa phương|cá nhân|bộ phận|người|đồng chí)(?:, (?:đơn vị|tổ chức|địa phương|cá nhân))* )?";

/** Labels as offices write them, what is said first deciding; all in small letters. */
const RULES: readonly LabelRule[] = [
  rule(
    "timing",
    "(?:về )?(?:thời gian|thời hạn|tiến độ|lộ trình)(?: (?:thực hiện|hoàn thành|triển khai|thực hiện, hoàn thành|thực hiện và hoàn thành|báo cáo|trình))?",
  ),
  rule("timing", "hoàn thành|hạn hoàn thành|thời điểm hoàn thành"),
  rule(
    "output",
    "(?:dự kiến )?sản phẩm(?: đầu ra| hoàn thành| dự kiến)?|kết quả(?: đầu ra| đạt được| dự kiến| thực hiện)?|đầu ra|hình thức văn bản|sản phẩm, kết quả(?: đầu ra)?",
  ),
  rule("leadAndCoordinate", `${BODY}chủ trì(?:,| và) phối hợp(?: thực hiện)?`),
  rule("adviseAndExecute", `${BODY}tham mưu(?:,| và) (?:tổ chức |triển khai )?thực hiện`),
  rule("advise", `${BODY}(?:chủ trì,? )?tham mưu(?: chủ trì)?(?:, giúp việc)?`),
  rule("coordinate", `${BODY}(?:tham gia )?phối hợp(?: thực hiện)?`),
  rule(
    "direct",
    `(?:cơ quan |đồng chí |lãnh đạo |người )?(?:lãnh đạo, )?(?:chỉ đạo|phụ trách)(?: thực hiện)?|lãnh đạo|lãnh đạo phụ trách`,
  ),
  rule(
    "execute",
    `${BODY}(?:chủ trì|tổ chức|triển khai|phân công|chủ trì,|được phân công|chịu trách nhiệm)?(?: và | )?(?:tổ chức |triển khai )?thực hiện|${BODY}(?:chủ trì|chịu trách nhiệm|đầu mối)(?: chính)?(?: triển khai| thực hiện| tham mưu thực hiện)?|phân công|trách nhiệm(?: thực hiện)?`,
  ),
  rule("note", "ghi chú"),
  rule(
    "task",
    "(?:tên |nội dung )?(?:nhiệm vụ|công việc)(?:,? giải pháp)?(?: chủ yếu| cụ thể| trọng tâm)?|nội dung(?: công việc| thực hiện)?|nhiệm vụ, giải pháp|nội dung, nhiệm vụ|tên nhiệm vụ, giải pháp",
  ),
  rule("ordinal", "tt|stt|số tt|số thứ tự"),
];

/** What a label says, or undefined when it is none. */
export function kindOfLabel(label: string): LabelKind | undefined {
  const folded = foldInPlace(label).replace(/\s+/gu, " ").trim();
  return RULES.find(({ pattern }) => pattern.test(folded))?.kind;
}

/** A line that a label opens. */
export interface LabelledLine {
  readonly kind: LabelKind;
  /** The label as printed, without its colon. */
  readonly label: string;
  readonly value: string;
}

/** Reads a line that holds one or several: "Đơn vị chủ trì: …; Đơn vị phối hợp: …". */
export function readLabelledLines(text: string): readonly LabelledLine[] {
  const first = readLabelledLine(text);
  if (first === undefined) return [];
  const [own = "", ...rest] = first.value.split(/[;.]\s*(?=[^;:.]{2,60}:)/u);
  if (!rest.every((part) => readLabelledLine(part) !== undefined)) return [first];
  return [{ ...first, value: own.trim() }, ...rest.flatMap(readLabelledLines)];
}

/** Longest label, in characters. */
const LONGEST = 80;

/** Reads a line as label and value: "Cơ quan tham mưu: Ban Tổ chức Tỉnh uỷ." */
export function readLabelledLine(text: string): LabelledLine | undefined {
  const colon = text.indexOf(":");
  if (colon === -1 || colon > LONGEST) return undefined;
  const label = text.slice(0, colon).trim();
  const kind = kindOfLabel(label);
  if (kind === undefined || kind === "task" || kind === "ordinal") return undefined;
  return { kind, label, value: text.slice(colon + 1).trim() };
}
