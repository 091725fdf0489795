/** Targets of a plan: read out of its text, shared out to units and years, checked. */
export { readAllocationWorkbook } from "./allocation-file.js";
export { checkAgainstTargets, checkSums, checkUnits, sharesOut } from "./check-allocation.js";
export { checkTargets, type StatedTarget, targetsBeside } from "./check-targets.js";
export { type FoundTarget, findTargets, type TargetContext } from "./find-targets.js";
export type { Years } from "./periods.js";
export { type AllocationContext, type AllocationReading, readAllocation } from "./read-allocation.js";
export { type PlanTarget, readTargets, titleYears } from "./read-targets.js";
export { allocationTable, allocationWorkbook, withSums } from "./write-allocation.js";
