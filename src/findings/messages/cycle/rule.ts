import type { CellFinding } from "../../../cycle/returns.js";

/** A rule of checking (`SL-`) or of collecting (`THU-`): its id never changes its meaning. */
export interface CycleRule {
  readonly rule: `SL-${string}` | `THU-${string}`;
  readonly weight: CellFinding["weight"];
}
