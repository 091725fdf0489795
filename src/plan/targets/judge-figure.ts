/** Whether a figure is a target: no date, no size, no condition, no result. */
import { type Candidate, segmentBefore, UNIT_HERE } from "./candidate.js";
import type { Figure } from "./figures.js";
import type { PeriodMark } from "./periods.js";
import {
  ACHIEVED,
  CAME_ABOUT,
  CONSEQUENCE,
  GOAL,
  IS_GOAL_VERB,
  IS_MEASURE,
  NAMED_BY_NUMBER,
  NAMED_BY_TIME,
  NEVER_A_UNIT,
  ORGANISATION,
  SHARE_OF_RESULT,
  words,
} from "./words.js";

const CONDITION_BEFORE = new RegExp(
  String.raw`(?:(?<![\p{L}\d])(?:${ORGANISATION})|(?<![\p{L}\d])(?:khi|nếu|nơi))(?:\s+[^,;:]*?)?\s+(?:đã\s+)?(?:có|còn|với|đủ|sử dụng|quy mô)(?:\s+quy mô)?\s*$`,
  "iu",
);

const ORGANISATION_BEFORE = new RegExp(String.raw`(?<![\p{L}\d])(?:${ORGANISATION})\s*$`, "iu");

/** Whose having is itself the aim: "toàn tỉnh có", "phấn đấu có". */
const WHOLE_HAS =
  /(?:^|[,;:]|(?<!\p{L})(?:phấn đấu|bảo đảm|đảm bảo|mục tiêu|để|toàn (?:tỉnh|[đĐ]ảng bộ(?: tỉnh)?|xã|phường|huyện|ngành|quốc)|tỉnh|[đĐ]ảng bộ tỉnh|phải|\d{4}|bình quân))\s*(?:phấn đấu\s+|phải\s+|đều\s+)?có\s*$/iu;

export const AMONG = words("trong đó|trong số đó|riêng");

/** Whether a figure only gives a size: "đường rộng 5 m". */
export const isMeasured = (text: string, { to, percent }: Figure): boolean =>
  !percent && IS_MEASURE.test(text.slice(to));

/** Whether a figure counts something: no date, ordinal, number of a paper, time or age. */
export function isQuantity(text: string, figure: Figure, marks: readonly PeriodMark[]): boolean {
  const { from, to, before, percent, word, value } = figure;
  if (marks.some((mark) => from >= mark.at && from < mark.to)) return false;
  const left = text.slice(0, from);
  const right = text.slice(to);
  if (!percent && NEVER_A_UNIT.test(right)) return false;
  if (before === undefined && (NAMED_BY_NUMBER.test(left) || NAMED_BY_TIME.test(left))) return false;
  if (
    before === undefined &&
    word &&
    !/(?:có|kết nạp|thành lập|xây dựng|giới thiệu)(?:\s+mới|\s+được)?\s*$/iu.test(left)
  ) {
    return false;
  }
  if (before === "từ" && /^\s*(?:năm|tháng|ngày|quý)/iu.test(right)) return false;
  if (before === "hơn" && word) return false;
  if (
    !percent &&
    before === undefined &&
    value >= 1900 &&
    value <= 2100 &&
    /^(?:19|20)\d\d$/u.test(text.slice(from, to).trim())
  ) {
    return false;
  }
  // "từ ngày 01 đến 15", "2026 - 2030"
  if (
    /(?:ngày|tháng|năm|quý|mục|khoản|điểm|điều|các)\s*$/iu.test(left) &&
    figure.upTo !== undefined &&
    before === undefined
  ) {
    return false;
  }
  return !/^\s*[-–/]\s*\d/u.test(right) && !/\d\s*[-–/]\s*$/u.test(left);
}

export function isTarget(
  text: string,
  candidate: Candidate,
  { section }: { readonly section?: "targets" | "results" },
  marks: readonly PeriodMark[],
  previous: boolean,
): boolean {
  const { figure, before, rest, core, action, after, scope, governed } = candidate;
  const left = text.slice(0, figure.from);
  const segment = segmentBefore(text, figure);
  const goal = GOAL.test(left);
  const compared = figure.before !== undefined || after !== undefined || figure.upTo !== undefined;
  const aimedHere = /(?<!\p{L})phấn đấu(?!\p{L})/iu.test(left);
  if (!aimedHere && (ACHIEVED.test(segment) || (figure.percent && SHARE_OF_RESULT.test(text.slice(figure.to)))))
    return false;
  if (!aimedHere && /\d\/\d+\s+\p{Ll}/u.test(segment)) return false;
  if (!goal && !compared && section !== "targets" && CAME_ABOUT.test(segment)) return false;
  if (AMONG.test(segment) && previous) return true;
  if (section === "targets") return !figure.word || compared || scope !== undefined;
  if (figure.percent) {
    const opens =
      /^\s*(?:(?:có|phấn đấu|bảo đảm|đảm bảo|đạt|hoàn thành|và|để|với|tỷ lệ|đến|hằng năm|hàng năm|mỗi năm|trong|hết|cuối|năm|\d{4}|nhiệm kỳ|giai đoạn|-|–)\s*)*$/iu.test(
        before,
      );
    const aims = action !== undefined && governed && /^(?:đạt|bảo đảm|đảm bảo|hoàn thành)$/iu.test(action);
    const asked = governed && compared && IS_GOAL_VERB.test(action ?? "") && marks.length > 0;
    const said = /^\s*(?:trở lên\s+)?(?:số\s+)?\p{L}/u.test(rest);
    return (
      (opens && said && (compared || figure.value === 100 || goal || marks.length > 0)) ||
      (aims && compared) ||
      asked ||
      (aimedHere && (opens || aims || said))
    );
  }
  if (scope !== undefined && compared && core) return true;
  if (core && WHOLE_HAS.test(left) && marks.some(({ kind }) => kind === "by" || kind === "each")) return true;
  const goalVerb = action !== undefined && IS_GOAL_VERB.test(action);
  if (goal && (goalVerb || compared || governed) && (core || aimedHere)) return true;
  return (
    goalVerb && core && (compared || marks.length > 0) && !/(?<!\p{L})(?:khi|nếu|sau khi|để)(?!\p{L})/iu.test(before)
  );
}

/** Whether a figure only says who or what is meant: "doanh nghiệp có từ 100 lao động trở lên". */
export function isCondition(segment: string, { figure, rest, unit, scope, after }: Candidate): boolean {
  const left = segment;
  if (/(?<!\p{L})(?:nơi|khi|nếu)\s+(?:đã\s+|chỉ\s+)?(?:có|còn)\s*$/iu.test(left)) return true;
  if (
    /^(?:lao động|người lao động|nữ công nhân|nữ lao động)/iu.test(unit) &&
    (figure.before !== undefined || after !== undefined)
  ) {
    return /(?<!\p{L})(?:có|từ|với|sử dụng|doanh nghiệp|nơi)\s*$/iu.test(left) || ORGANISATION_BEFORE.test(left);
  }
  if (/(?<!\p{L})có\s*$/iu.test(left) && WHOLE_HAS.test(left)) return false;
  if (scope !== undefined) {
    const said = rest.replace(UNIT_HERE, "");
    const noun = said.replace(/^\s*(?:ưu tú|chính thức|làm việc ổn định|trở lên)*/iu, "");
    return CONSEQUENCE.test(noun);
  }
  if (CONDITION_BEFORE.test(left)) return true;
  if (/(?:^|[,;:])\s*(?:(?:hằng|hàng|mỗi) năm,?\s+)?tổ chức\s*$/iu.test(left)) return false;
  return (figure.before !== undefined || after !== undefined) && !figure.percent && ORGANISATION_BEFORE.test(left);
}
