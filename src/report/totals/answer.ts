/** Answers a path. */
import { findKey, nameOfKey } from "../../forms/index.js";
import { ofTarget, ofTargetIndicator } from "./answer-target.js";
import { joinCoverage, NO_COVERAGE } from "./coverage.js";
import { type FigurePath, printFigurePath } from "./figure-path.js";
import type { PeriodTotals } from "./figures.js";
import { DIRECTION_WORDS, directionOf, type FigureMeasure, type MeasureKind, measureKind } from "./measures.js";
import { printFigure } from "./print-figure.js";
import {
  type Answer,
  absent,
  type FigureStatus,
  formulaTrace,
  ofCumulative,
  ofTotal,
  type ResolvedFigure,
  STATUS_WORDS,
} from "./resolved-figure.js";

const SHARE_POINTS = "điểm %";

function ofComparison(
  { key, scope }: FigurePath,
  part: Extract<MeasureKind, { of: "comparison" }>["part"],
  totals: PeriodTotals,
  label: string,
): Answer {
  const own = ofTotal(totals.total(key, scope));
  if (own.status !== "reported") return own;
  const comparison = totals.compare(key, scope);
  const coverage = own.coverage;
  const refuse = (status: Exclude<FigureStatus, "reported">): Answer => ({
    ...{ status, coverage, comparison },
    trace: absent(label, status),
  });
  // a figure of wider ground would stand under the wrong name
  if (comparison.kind !== "compared" || comparison.ground !== "scope") return refuse("notComparable");
  const { value: now, earlier: before } = comparison;
  const [value, earlier] = [now.value ?? 0, before.value ?? 0];
  const indicator = findKey(totals.context.formSet, key)?.indicator;
  const isShare = indicator?.kind === "ratio";
  const joined = joinCoverage(now.coverage, before.coverage);
  const reached = {
    status: "reported" as const,
    comparison,
    coverage: { ...joined, asked: coverage.asked, counted: now.coverage.counted },
  };
  const operands = { kyNay: now.trace, cungKy: before.trace };
  switch (part) {
    case "earlier":
      return { ...reached, value: earlier, coverage: before.coverage, trace: before.trace };
    case "difference": {
      const result = { value: value - earlier };
      const trace = formulaTrace(label, "kyNay - cungKy", result, operands);
      return { ...reached, ...result, ...(isShare ? { unit: SHARE_POINTS } : {}), trace };
    }
    case "direction": {
      const found = directionOf(value, earlier, indicator?.kind === "flow");
      const word = DIRECTION_WORDS[found];
      return { ...reached, class: found, word, trace: formulaTrace(label, "kyNay - cungKy", { word }, operands) };
    }
    case "percent":
    case "change": {
      if (isShare) return refuse("notAsked");
      if (earlier === 0) return refuse("noBase");
      const isPercent = part === "percent";
      const result = {
        value: isPercent ? (value * 100) / earlier : (Math.abs(value - earlier) * 100) / Math.abs(earlier),
      };
      const formula = isPercent ? "kyNay * 100 / cungKy" : "abs(kyNay - cungKy) * 100 / abs(cungKy)";
      return { ...reached, ...result, unit: "%", trace: formulaTrace(label, formula, result, operands) };
    }
  }
}

function answerOf(path: FigurePath, totals: PeriodTotals, label: string): Answer {
  const { key, scope, measure } = path;
  const kind = measureKind(measure);
  const set = ofTargetIndicator(key, path, totals, label);
  if (set !== undefined) {
    const isValue = kind.of === "value" && kind.measure === "actual";
    return isValue ? set : { status: "notAsked", coverage: NO_COVERAGE, trace: absent(label, "notAsked") };
  }
  switch (kind.of) {
    case "value":
      return ofTotal(totals.total(key, scope, kind.measure));
    case "comparison":
      return ofComparison(path, kind.part, totals, label);
    case "target":
      return ofTarget(path, kind, totals, label);
    case "cumulative":
      return ofCumulative(totals.cumulative(key, kind.span, scope), label);
  }
}

/** A difference is printed without its sign: the word before it says which way. */
const WITHOUT_SIGN: ReadonlySet<FigureMeasure> = new Set<FigureMeasure>(["chenh-lech"]);

/** The figure of a path. */
export function answer(path: FigurePath, totals: PeriodTotals): ResolvedFigure {
  const { formSet } = totals.context;
  const label = `${nameOfKey(formSet, path.key)} – ${path.scope.name} (${totals.period.name})`;
  const { word, wordInTable, unit, secondSource = false, ...found } = answerOf(path, totals, label);
  const unitOfCount = unit ?? findKey(formSet, path.key)?.indicator.unit ?? "";
  const { value, status } = found;
  const otherwise = status === "reported" ? (word ?? "") : STATUS_WORDS[status];
  const shown = value !== undefined && WITHOUT_SIGN.has(path.measure) ? Math.abs(value) : value;
  return {
    path,
    binding: printFigurePath(path),
    ...found,
    secondSource,
    unitOfCount: word === undefined ? unitOfCount : "",
    printed: shown === undefined ? otherwise : printFigure(shown, unitOfCount),
    printedInTable: value === undefined ? (wordInTable ?? otherwise) : printFigure(value, unitOfCount, "table"),
  };
}
