/** Reading of returned workbooks. */
export { READ_LIMITS, type ReadLimits } from "./limits.js";
export { type NumberContext, parseTypedNumber, type TypedNumber } from "./numbers/typed-number.js";
export { type OutlineFacts, readOutlineFacts } from "./outline-facts.js";
export { type PrefilledFigure, readPrefilledFigures } from "./read-prefilled.js";
export { readStamp, type StampResult } from "./read-stamp.js";
export { type FormSets, formSetKey, type ReadOptions, readWorkbook } from "./read-workbook.js";
