/** Answers about targets: what was set, what of it is reached, what is left, and the verdict. */
import { findKey, isCap, type ValueKey } from "../../forms/index.js";
import { NO_COVERAGE } from "./coverage.js";
import type { FigurePath } from "./figure-path.js";
import type { PeriodTotals } from "./figures.js";
import type { MeasureKind } from "./measures.js";
import { printFigure } from "./print-figure.js";
import { type Answer, absent, formulaTrace, ofCumulative, ofTotal } from "./resolved-figure.js";
import { type SetTarget, VERDICT_WORDS, verdictOf } from "./targets.js";

/** What is held against a target: flows from the beginning of the year or plan, stocks and shares as they are now. */
function achieved({ key, scope }: FigurePath, span: "year" | "plan", totals: PeriodTotals, label: string): Answer {
  const isFlow = findKey(totals.context.formSet, key)?.indicator.kind === "flow";
  return isFlow ? ofCumulative(totals.cumulative(key, span, scope), label) : ofTotal(totals.total(key, scope));
}

/** What was set; a range is said with both of its ends. */
function ofSetTarget(target: SetTarget, totals: PeriodTotals, label: string): Answer {
  const set = { status: "reported" as const, coverage: NO_COVERAGE, target };
  if (target.comparator !== "range" || target.upper === undefined)
    return { ...set, value: target.value, trace: target.trace };
  const unit = findKey(totals.context.formSet, target.code)?.indicator.unit ?? "";
  const say = (place: "prose" | "table"): string =>
    `từ ${printFigure(target.value, unit, place)} đến ${printFigure(target.upTo, unit, place)}`;
  const word = say("prose");
  const ends = { mucThapNhat: target.trace, mucCaoNhat: target.upper.trace };
  return {
    ...set,
    word,
    wordInTable: say("table"),
    trace: formulaTrace(label, "từ mucThapNhat đến mucCaoNhat", { word }, ends),
  };
}

/** The comparison that a verdict states, over named figures. */
const comparisonText = ({ comparator }: SetTarget): string =>
  comparator === "range" ? "chiTieu <= thucHien && thucHien <= mucCaoNhat" : `thucHien ${comparator} chiTieu`;

/** A figure against its target, or the target itself. */
export function ofTarget(
  path: FigurePath,
  { part, span }: Extract<MeasureKind, { of: "target" }>,
  totals: PeriodTotals,
  label: string,
): Answer {
  const { key, scope } = path;
  const spans = span === "either" ? (["year", "plan"] as const) : ([span] as const);
  const target = spans.map((each) => totals.target(key, each, scope)).find((each) => each !== undefined);
  if (target === undefined) return { status: "noTarget", coverage: NO_COVERAGE, trace: absent(label, "noTarget") };
  if (part === "target") return ofSetTarget(target, totals, label);
  const reached = achieved(path, target.span, totals, label);
  const { value, coverage } = reached;
  const operands = { thucHien: reached.trace, chiTieu: target.trace };
  if (part === "verdict") {
    const verdict = reached.status === "notAsked" ? undefined : verdictOf(value, target);
    if (verdict === undefined) return { ...reached, target };
    const word = VERDICT_WORDS[verdict];
    const held = target.upper === undefined ? operands : { ...operands, mucCaoNhat: target.upper.trace };
    const trace = formulaTrace(label, comparisonText(target), { word }, held);
    return { status: "reported", class: verdict, word, coverage, target, trace };
  }
  if (value === undefined) return { ...reached, target };
  const isShare = findKey(totals.context.formSet, key)?.indicator.kind === "ratio";
  // a share is held against its target itself: no percentage of a percentage
  if (isShare) return { status: "notAsked", coverage, target, trace: absent(label, "notAsked") };
  if (part === "left") {
    // a cap leaves nothing to do, and what has gone beyond a target cannot be made up for
    if (isCap(target) || (value >= target.value && verdictOf(value, target) === "missed"))
      return { status: "notAsked", coverage, target, trace: absent(label, "notAsked") };
    const result = { value: Math.max(0, target.value - value) };
    const trace = formulaTrace(label, "max(0, chiTieu - thucHien)", result, operands);
    return { status: "reported", ...result, coverage, target, trace };
  }
  if (target.value === 0) return { status: "noTarget", coverage, target, trace: absent(label, "noTarget") };
  const result = { value: (value * 100) / target.value };
  const trace = formulaTrace(label, "thucHien * 100 / chiTieu", result, operands);
  return { status: "reported", ...result, unit: "%", coverage, target, trace };
}

/** An indicator that is a target itself: what was set, of an end of a range that end. */
export function ofTargetIndicator(
  key: ValueKey,
  { scope }: FigurePath,
  totals: PeriodTotals,
  label: string,
): Answer | undefined {
  const asked = findKey(totals.context.formSet, key)?.indicator.target;
  if (asked === undefined) return undefined;
  const target = totals.target(asked.of, asked.span, scope);
  if (target === undefined) return { status: "noTarget", coverage: NO_COVERAGE, trace: absent(label, "noTarget") };
  const set = { status: "reported" as const, coverage: NO_COVERAGE, target };
  return target.comparator === "range" && target.upper?.code === key
    ? { ...set, value: target.upTo, trace: target.upper.trace }
    : { ...set, value: target.value, trace: target.trace };
}
