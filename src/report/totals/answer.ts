/** What a path comes to: its value or word, how it is printed, whose figures are in it, and where they came from. */
import { findKey, nameOfKey, type ValueKey } from "../../forms/index.js";
import type { Comparison } from "./compare.js";
import { type FigureCoverage, joinCoverage, NO_COVERAGE } from "./coverage.js";
import type { Cumulative } from "./cumulate.js";
import { type FigurePath, printFigurePath } from "./figure-path.js";
import type { PeriodTotals } from "./figures.js";
import {
  DIRECTION_WORDS,
  type Direction,
  directionOf,
  type FigureMeasure,
  type MeasureKind,
  measureKind,
} from "./measures.js";
import { printFigure } from "./print-figure.js";
import type { Total } from "./sums.js";
import { type SetTarget, VERDICT_WORDS, type Verdict, verdictOf } from "./targets.js";
import type { TraceNode } from "./trace.js";

/**
 * `reported`: there is a value or a word. `notReported`: it was asked for and has not come. `notAsked`: nobody in the scope
 * files it, or it does not apply (a cumulative stock, a share of a share). `noBase`: last year it did not occur.
 */
export type FigureStatus = "reported" | "notReported" | "notAsked" | "notComparable" | "noBase" | "noTarget";

/** What stands in the place of a figure that is not there. */
export const STATUS_WORDS: Readonly<Record<Exclude<FigureStatus, "reported">, string>> = {
  notReported: "chưa có số liệu",
  notAsked: "X",
  notComparable: "không so sánh được",
  noBase: "cùng kỳ không phát sinh",
  noTarget: "chưa giao chỉ tiêu",
};

export interface ResolvedFigure {
  readonly path: FigurePath;
  /** The path in its canonical form. */
  readonly binding: string;
  readonly status: FigureStatus;
  /** Of numbers; a difference is negative when the figure fell. */
  readonly value?: number;
  /** Of a word that depends on figures: what kind of word. A change of it changes sentences. */
  readonly class?: Direction | Verdict;
  /** As printed in prose: `1.054`, `92,28%`, `05`, `tăng`; a difference without its sign; else why there is none. */
  readonly printed: string;
  /** As printed in a table: `5`, `92,28`, `-12`. */
  readonly printedInTable: string;
  readonly unitOfCount: string;
  readonly coverage: FigureCoverage;
  /** Of one unit: held only beside the source that counts. */
  readonly secondSource: boolean;
  readonly comparison?: Comparison;
  readonly target?: SetTarget;
  readonly trace: () => TraceNode;
}

type Answer = Pick<ResolvedFigure, "status" | "coverage" | "trace"> &
  Partial<Pick<ResolvedFigure, "value" | "class" | "comparison" | "target" | "secondSource">> & {
    readonly word?: string;
    /** Unit of counting, where it is not the indicator's. */
    readonly unit?: string;
  };

const absent = (label: string, status: Exclude<FigureStatus, "reported">): (() => TraceNode) => {
  return () => ({ kind: "absent", label, reason: STATUS_WORDS[status] });
};

/** Trace of a formula over named figures. */
function formulaTrace(
  label: string,
  formula: string,
  result: { readonly value?: number; readonly word?: string },
  operands: Readonly<Record<string, () => TraceNode>>,
): () => TraceNode {
  return () => ({
    kind: "formula",
    label,
    formula,
    ...result,
    operands: Object.entries(operands).map(([name, node]) => ({ name, node: node() })),
  });
}

function ofTotal(total: Total): Answer {
  const { value, coverage, isAsked, secondSource, trace } = total;
  if (value !== undefined) return { status: "reported", value, coverage, secondSource, trace };
  return { status: isAsked ? "notReported" : "notAsked", coverage, secondSource, trace };
}

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

function ofCumulative(cumulative: Cumulative, label: string): Answer {
  switch (cumulative.kind) {
    case "sum": {
      const { value, coverage, trace } = cumulative;
      return { status: "reported", value, coverage, trace };
    }
    case "blocked":
      return { status: "notAsked", coverage: NO_COVERAGE, trace: absent(label, "notAsked") };
    case "noPlan":
      return { status: "notReported", coverage: NO_COVERAGE, trace: absent(label, "notReported") };
    case "gap":
      return { status: "notReported", coverage: NO_COVERAGE, trace: cumulative.trace };
  }
}

/** What is held against a target: flows from the beginning of the year or plan, stocks and shares as they are now. */
function achieved({ key, scope }: FigurePath, span: "year" | "plan", totals: PeriodTotals, label: string): Answer {
  const isFlow = findKey(totals.context.formSet, key)?.indicator.kind === "flow";
  return isFlow ? ofCumulative(totals.cumulative(key, span, scope), label) : ofTotal(totals.total(key, scope));
}

function ofTarget(
  path: FigurePath,
  { part, span }: Extract<MeasureKind, { of: "target" }>,
  totals: PeriodTotals,
  label: string,
): Answer {
  const { key, scope } = path;
  const spans = span === "either" ? (["year", "plan"] as const) : ([span] as const);
  const target = spans.map((each) => totals.target(key, each, scope)).find((each) => each !== undefined);
  if (target === undefined) return { status: "noTarget", coverage: NO_COVERAGE, trace: absent(label, "noTarget") };
  if (part === "target")
    return { status: "reported", value: target.value, coverage: NO_COVERAGE, target, trace: target.trace };
  const reached = achieved(path, target.span, totals, label);
  const { value, coverage } = reached;
  const operands = { thucHien: reached.trace, chiTieu: target.trace };
  if (part === "verdict") {
    const verdict = reached.status === "notAsked" ? undefined : verdictOf(value, target);
    if (verdict === undefined) return { ...reached, target };
    const word = VERDICT_WORDS[verdict];
    const trace = formulaTrace(label, `thucHien ${target.comparator} chiTieu`, { word }, operands);
    return { status: "reported", class: verdict, word, coverage, target, trace };
  }
  if (value === undefined) return { ...reached, target };
  const isShare = findKey(totals.context.formSet, key)?.indicator.kind === "ratio";
  // a share is held against its target itself: no percentage of a percentage
  if (isShare) return { status: "notAsked", coverage, target, trace: absent(label, "notAsked") };
  if (part === "left") {
    const result = { value: Math.max(0, target.value - value) };
    const trace = formulaTrace(label, "max(0, chiTieu - thucHien)", result, operands);
    return { status: "reported", ...result, coverage, target, trace };
  }
  if (target.value === 0) return { status: "noTarget", coverage, target, trace: absent(label, "noTarget") };
  const result = { value: (value * 100) / target.value };
  const trace = formulaTrace(label, "thucHien * 100 / chiTieu", result, operands);
  return { status: "reported", ...result, unit: "%", coverage, target, trace };
}

/** An indicator that is a target itself: what was set. */
function ofTargetIndicator(key: ValueKey, path: FigurePath, totals: PeriodTotals, label: string): Answer | undefined {
  const target = findKey(totals.context.formSet, key)?.indicator.target;
  if (target === undefined) return undefined;
  return ofTarget({ ...path, key: target.of }, { of: "target", part: "target", span: target.span }, totals, label);
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
  const { word, unit, secondSource = false, ...found } = answerOf(path, totals, label);
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
    printedInTable: value === undefined ? otherwise : printFigure(value, unitOfCount, "table"),
  };
}
