/** Totals of a period and bound figures, with their coverage and where they came from. */

export type { BookUnit, PeriodBook, ReportLedger, Standing } from "./book.js";
export type { Compared, Comparison, GroundKind, NotComparable } from "./compare.js";
export {
  type FigureCoverage,
  isComplete,
  type MissingReason,
  type MissingUnit,
  sayCoverage,
  sayMissing,
} from "./coverage.js";
export type { Cumulative } from "./cumulate.js";
export { type FigurePath, printFigurePath, type ReadPath, readFigurePath } from "./figure-path.js";
export { Figures, type PeriodTotals, type ReportContext, type Resolution, resolveFigure } from "./figures.js";
export {
  DIRECTION_WORDS,
  type Direction,
  type FigureMeasure,
  isFigureMeasure,
  MEASURE_NAMES,
  measureKind,
  TARGET_MEASURES,
} from "./measures.js";
export { type FigureStyle, printFigure, roundFigure } from "./print-figure.js";
export { type FigureStatus, type ResolvedFigure, STATUS_WORDS } from "./resolved-figure.js";
export { sayTrace } from "./say-trace.js";
export { areaScope, type Scope, scopesOf, WHOLE } from "./scopes.js";
export type { Total } from "./sums.js";
export {
  LIMIT_WORDS,
  type SetTarget,
  type TargetRule,
  type TargetSpan,
  VERDICT_WORDS,
  type Verdict,
  verdictOf,
} from "./targets.js";
export { type CellNode, cellsOfTrace, type TraceNode, valueOfNode } from "./trace.js";
