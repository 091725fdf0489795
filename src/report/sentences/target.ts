/** "đạt 45,2% chỉ tiêu năm", "đã vượt chỉ tiêu năm (104%)", "chưa đạt chỉ tiêu (từ 85% trở lên)". */
import { isCap } from "../../forms/index.js";
import { LIMIT_WORDS, type ResolvedFigure, type SetTarget, TARGET_MEASURES, type TargetSpan } from "../totals/index.js";
import { behind, bind, type Phrase, SILENT, type Subject } from "./phrase.js";

const NAMES: Readonly<Record<TargetSpan, string>> = { year: "chỉ tiêu năm", plan: "chỉ tiêu cả giai đoạn" };

/** More than all there is cannot be asked for. */
const WHOLE = 100;

/**
 * Whether a missed target is behind its time: less of it is done than time has passed, or more than it allows.
 *
 * @param percent how much of a missed target is done
 * @param elapsed share of the year, or of the plan's span, that has passed
 */
export function isBehind({ value = 0, target }: ResolvedFigure, elapsed: number): boolean {
  return (target !== undefined && isCap(target)) || value > 100 || value < elapsed * 100;
}

/** "không quá 05 đơn", "từ 20 đến 25 đảng viên". */
function sayRule({ ask, noun }: Subject, set: SetTarget, span: TargetSpan): Phrase {
  const [before, after] = set.comparator === ">=" && set.value >= WHOLE ? ["", ""] : LIMIT_WORDS[set.comparator];
  return [before === "" ? "" : `${before} `, bind(ask(TARGET_MEASURES[span].target)), `${after}${behind(noun)}`];
}

/** Shares are held against the target's own number: no percentage of a percentage (reporting §6.10). */
function ofShare(subject: Subject, span: TargetSpan): Phrase {
  const verdict = subject.ask(TARGET_MEASURES[span].verdict);
  if (verdict.status !== "reported" || verdict.target === undefined) return SILENT;
  return [bind(verdict), " chỉ tiêu (", ...sayRule({ ...subject, noun: undefined }, verdict.target, span), ")"];
}

/** A count that has to stay under its target, to hit it, or to fall into a range: the rule is said with the verdict. */
function ofLimitedCount(subject: Subject, set: SetTarget, span: TargetSpan, elapsed: number): Phrase {
  const measures = TARGET_MEASURES[span];
  const name = NAMES[span];
  const [verdict, percent] = [subject.ask(measures.verdict), subject.ask(measures.percent)];
  const rule: Phrase = [" (", ...sayRule(subject, set, span)];
  const ended = elapsed >= 1;
  const missed = verdict.class === "missed";
  const judged: Phrase = [missed || ended || isCap(set) ? "" : "đã ", bind(verdict), ` ${name}`, ...rule, ")"];
  // under a cap nothing is reached before the end: it says how much of it is taken up
  if (isCap(set) && !missed && !ended) return ["bằng ", bind(percent), ` mức tối đa của ${name}`, ...rule, ")"];
  if (!missed || isCap(set) || percent.status !== "reported" || (percent.value ?? 0) > 100) return judged;
  if (percent.value === 0) return [`${name} là `, ...sayRule(subject, set, span)];
  const lowest = set.comparator === "range" ? " mức thấp nhất" : "";
  if (ended) return [bind(verdict), ` ${name}`, ...rule, "; mới đạt ", bind(percent), `${lowest})`];
  return [isBehind(percent, elapsed) ? "mới đạt " : "đạt ", bind(percent), `${lowest} ${name}`, ...rule, ")"];
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
  const measures = TARGET_MEASURES[span];
  const name = NAMES[span];
  const [verdict, percent] = [ask(measures.verdict), ask(measures.percent)];
  if (verdict.status !== "reported" || verdict.target === undefined || verdict.class === "noFigure") return SILENT;
  if (verdict.target.comparator !== ">=") return ofLimitedCount(subject, verdict.target, span, elapsed);
  if (percent.status !== "reported") return SILENT;
  const ended = elapsed >= 1;
  if (verdict.class !== "missed") return [ended ? "" : "đã ", bind(verdict), ` ${name} (`, bind(percent), ")"];
  if (percent.value === 0) return [`${name} là `, bind(ask(measures.target)), behind(noun)];
  if (!ended) return [isBehind(percent, elapsed) ? "mới đạt " : "đạt ", bind(percent), ` ${name}`];
  const left = bind(ask(measures.left));
  return [bind(verdict), ` ${name} (mới đạt `, bind(percent), ", còn thiếu ", left, `${behind(noun)})`];
}
