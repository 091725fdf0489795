/** "đạt 45,2% chỉ tiêu năm", "đã vượt chỉ tiêu năm (104%)", "chưa đạt chỉ tiêu (từ 85% trở lên)". */
import type { ResolvedFigure, SetTarget, TargetSpan } from "../totals/index.js";
import { behind, bind, type Phrase, SILENT, type Subject } from "./phrase.js";

const NAMES: Readonly<Record<TargetSpan, string>> = { year: "chỉ tiêu năm", plan: "chỉ tiêu cả giai đoạn" };

const MEASURES = {
  year: { target: "chi-tieu", percent: "phan-tram-chi-tieu", left: "con-lai", verdict: "danh-gia" },
  plan: {
    target: "chi-tieu-giai-doan",
    percent: "phan-tram-chi-tieu-giai-doan",
    left: "con-lai-giai-doan",
    verdict: "danh-gia-giai-doan",
  },
} as const;

/** Words before and behind the number of a target. */
const RULES: Readonly<Record<SetTarget["comparator"], readonly [before: string, behind: string]>> = {
  ">=": ["từ ", " trở lên"],
  ">": ["trên ", ""],
  "=": ["bằng ", ""],
  "<=": ["không quá ", ""],
  "<": ["dưới ", ""],
  range: ["từ ", ""],
};

/** More than all there is cannot be asked for. */
const WHOLE = 100;

/** Whether less of a target is done than time has passed. */
export const isBehind = ({ value = 0 }: ResolvedFigure, elapsed: number): boolean => value < elapsed * 100;

/** Shares are held against the target's own number: no percentage of a percentage (reporting §6.10). */
function ofShare({ ask }: Subject, span: TargetSpan): Phrase {
  const verdict = ask(MEASURES[span].verdict);
  const set = verdict.target;
  if (verdict.status !== "reported" || set === undefined) return SILENT;
  const [before, after] = set.comparator === ">=" && set.value >= WHOLE ? ["", ""] : RULES[set.comparator];
  const upTo = set.comparator === "range" ? ` đến ${set.upTo}%` : "";
  return [bind(verdict), " chỉ tiêu (", before, bind(ask(MEASURES[span].target)), `${upTo}${after})`];
}

/**
 * A figure against its target.
 *
 * @param elapsed share of the year, or of the plan's span, that has passed: before 1 nobody has failed, but one who has
 *   done less of the target than time has passed has only done so much ("mới đạt")
 * @returns nothing where no target was set, or the figure has not come
 */
export function sayTarget(subject: Subject, span: TargetSpan, elapsed: number): Phrase {
  if (subject.kind === "ratio") return ofShare(subject, span);
  const { ask, noun } = subject;
  const measures = MEASURES[span];
  const name = NAMES[span];
  const [verdict, percent] = [ask(measures.verdict), ask(measures.percent)];
  if (verdict.status !== "reported" || percent.status !== "reported") return SILENT;
  if (verdict.class === "noFigure") return SILENT;
  const ended = elapsed >= 1;
  if (verdict.class !== "missed") return [ended ? "" : "đã ", bind(verdict), ` ${name} (`, bind(percent), ")"];
  if (percent.value === 0) return [`${name} là `, bind(ask(measures.target)), behind(noun)];
  if (!ended) return [isBehind(percent, elapsed) ? "mới đạt " : "đạt ", bind(percent), ` ${name}`];
  const left = bind(ask(measures.left));
  return [bind(verdict), ` ${name} (mới đạt `, bind(percent), ", còn thiếu ", left, `${behind(noun)})`];
}
