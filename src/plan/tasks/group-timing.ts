/** The line that times a group of points: "* Thời gian thực hiện: Điểm 2.6, hằng tháng; các nội dung khác, thường xuyên." */
import type { Timing } from "../../model/timing.js";
import { foldInPlace } from "../../norms/tone.js";
import { findTimings, readTiming, type TimingContext, type TimingProblem } from "../timing/index.js";

/** One part of the line. */
export interface GroupTimingClause {
  readonly printed: string;
  /** Numbers of the points that it names; none where it speaks of all others. */
  readonly points: readonly string[];
  /** It speaks of everything that is not named. */
  readonly others: boolean;
  readonly timing?: Timing;
  /** Why its time cannot be read. */
  readonly problem?: TimingProblem;
  /** It is a duty of its own: "Uỷ ban nhân dân tỉnh ban hành kế hoạch riêng trước ngày 31/7/2026". */
  readonly duty: boolean;
}

/** The number or letter of a point; "6 tháng một lần" counts months. */
const POINT = "(?:\\d{1,2}(?:\\.\\d{1,2}){0,2}(?!\\s*(?:tháng|năm|ngày|lần|quý|tuần))|[a-zđ](?=[,;\\s)]))";
const POINTS = new RegExp(
  `^(?:(?:các|những|riêng|đối với)\\s+)*(?:điểm|khoản|mục|nội dung|nhiệm vụ|ý)\\s+(${POINT}(?:(?:\\s*[,;]\\s*|\\s+và\\s+)(?:điểm\\s+|khoản\\s+)?${POINT})*)`,
  "u",
);
const OTHERS =
  /^(?:các|những)?\s*(?:nội dung|nhiệm vụ|điểm|việc|công việc|phần việc|nội dung, nhiệm vụ)\s+(?:khác|còn lại)/u;
/** Words that only lead to the time. */
const LEADS =
  /^[\s,:;–-]*(?:(?:được|phải|thì|thực hiện|hoàn thành|tiến hành|xong|triển khai|tổ chức|ban hành|kế hoạch|\/|chương trình|xây dựng)\s*,?\s*)*/u;

/**
 * Reads a group's line.
 *
 * @param value what stands behind the label
 */
export function readGroupTiming(value: string, context: TimingContext = {}): readonly GroupTimingClause[] {
  return value
    .trim()
    .replace(/[.\s]+$/u, "")
    .split(/\s*;\s*(?=\S)/u)
    .filter((clause) => clause !== "")
    .map((clause) => readClause(clause, context));
}

function readClause(printed: string, context: TimingContext): GroupTimingClause {
  const folded = foldInPlace(printed);
  const named = POINTS.exec(folded);
  const others = OTHERS.exec(folded);
  const points =
    named === null
      ? []
      : [...(named[1] ?? "").matchAll(/\d{1,2}(?:\.\d{1,2}){0,2}|(?<![\p{L}])[a-zđ](?![\p{L}])/gu)].map(
          ([point]) => point,
        );
  const rest = printed.slice((named ?? others)?.[0].length ?? 0);
  const lead = LEADS.exec(foldInPlace(rest))?.[0].length ?? 0;
  const whole = readTiming(rest.slice(lead), context);
  const inside = "timing" in whole ? undefined : findTimings(rest, context)[0];
  const timing = "timing" in whole ? whole.timing : inside?.timing;
  const problem =
    timing === undefined ? (inside?.problem ?? ("problem" in whole ? whole.problem : undefined)) : undefined;
  const duty = named === null && others === null && inside !== undefined && inside.start > lead;
  return {
    printed,
    points,
    others: others !== null,
    ...(timing === undefined ? {} : { timing }),
    ...(problem === undefined ? {} : { problem }),
    duty,
  };
}
