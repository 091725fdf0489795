/** Form sets: declarations, the expression language, and who files what. */
export { readBundledFormSet, readBundledFormSets } from "./bundled.js";
export { conditionOf, fixedTargets, formulaOf } from "./compiled.js";
export {
  columnFormula,
  type Expression,
  evaluate,
  expandParts,
  type ParsedExpression,
  parseExpression,
  printExcel,
  printReference,
  type Reference,
  type ReferenceTable,
  references,
  type Scope,
} from "./expression.js";
export {
  checksFor,
  checksOfUnit,
  consolidatedForms,
  filedIndicators,
  formsFor,
  outlineFor,
  periodKindsOf,
  placedKeys,
  rowsFor,
  yearsAsked,
} from "./filing.js";
export type * from "./form-set.js";
export {
  findKey,
  isAskedIn,
  isTyped,
  isTypedKey,
  type KeyMeaning,
  keyOf,
  keysOf,
  membersOf,
  nameOfKey,
  partsOf,
} from "./indicators.js";
export { formSetJsonSchema, formSetPartJsonSchema } from "./json-schema.js";
export type { PartReader } from "./load/files.js";
export { loadFormSet } from "./load.js";
export { isEarlier, measureOf } from "./measures.js";
export { isCap, isUpperLimit, targetOf, upperEndOf } from "./targets.js";
