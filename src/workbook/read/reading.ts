/** What the parts of reading share while one workbook is read. */
import type { CellFinding } from "../../cycle/returns.js";
import type { Locator } from "./anchors/locator.js";
import type { ReadingPlan } from "./anchors/reading-plan.js";
import type { Identity } from "./anchors/stamp.js";
import type { WorkbookPackage } from "./package/open-package.js";
import type { NumberSource } from "./values/interpret-number.js";

export interface Reading {
  readonly plan: ReadingPlan;
  readonly identity: Identity;
  readonly workbook: WorkbookPackage;
  readonly locator: Locator;
  readonly numbers: NumberSource;
  /** Copies of what was prefilled, by name of the cell. */
  readonly copies: ReadonlyMap<string, number>;
  readonly findings: CellFinding[];
}
