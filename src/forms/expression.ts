/** The expression language of formulas and checks: one text, read once, used for checks, totals and Excel formulas. */
export { evaluate, type Scope } from "./expression/evaluate.js";
export { columnFormula, parseExpression } from "./expression/parse.js";
export { printExcel } from "./expression/print-excel.js";
export { expandParts, printReference, referenceNodes, references } from "./expression/references.js";
export type { Expression, ExpressionFault, ParsedExpression, Reference, ReferenceTable } from "./expression/syntax.js";
