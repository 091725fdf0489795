/** Checks of returns and of the whole. */
export { checkReturn, type ReturnContext, stateOf } from "./check-return.js";
export { checkWhole, totalsOf, type WholeContext, type WholeResult } from "./check-whole.js";
export { type Comparison, type ComparisonBasis, compareWhole, type WholePeriod } from "./compare-whole.js";
export { type Condition, conditionsFor } from "./conditions.js";
export { type EarlierFigures, NO_EARLIER_FIGURES, type YearFigure } from "./earlier-figures.js";
export { type EarlierPeriods, earlierPeriods } from "./earlier-periods.js";
export { type EarlierFigureSource, earlierFiguresFrom, type FigureLedger } from "./ledger-figures.js";
