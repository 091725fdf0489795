export { type FoundTarget, findTargets, type TargetContext } from "./find-targets.js";
export type { Years } from "./periods.js";
export { type PlanTarget, readTargets, titleYears } from "./read-targets.js";
