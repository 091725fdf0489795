/** The units that report: their names and days, their succession, what they hand over. */
export { checkHandovers, type HandoverCheck } from "./check-handovers.js";
export { type LoadedUnits, loadUnits } from "./load-units.js";
export { type AreaUnits, existsOn, findUnit, groupByArea, nameAt, superiorAt, unitsAt, unitsUnder } from "./lookup.js";
export {
  type ClosingOf,
  handoverFor,
  type OpeningExpectation,
  type OpeningGap,
  type OpeningPart,
  openingExpectation,
  openingExpectations,
  type Span,
} from "./openings.js";
export type { Day, Handover, Succession, Unit, UnitName, UnitRegister } from "./register.js";
export {
  type ClosedGroup,
  closedGroups,
  groupOf,
  predecessorsOf,
  type SuccessionShape,
  shapeOf,
  stepsBetween,
  successorsOf,
} from "./succession.js";
