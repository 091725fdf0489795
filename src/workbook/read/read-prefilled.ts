/** The figures that an outline came with: of earlier periods, and targets. */
import type { CellPlace } from "../../cycle/returns.js";
import type { PrefillSource } from "../layout/index.js";
import { Locator } from "./anchors/locator.js";
import { readingPlan } from "./anchors/reading-plan.js";
import { readStampFields } from "./anchors/stamp.js";
import { READ_LIMITS } from "./limits.js";
import { isPackage, openPackage } from "./package/open-package.js";
import { type FormSets, formSetKey } from "./read-workbook.js";
import { readPrefilled } from "./values/prefill.js";

/** A figure as it was sent, whatever stands in its cell now. */
export interface PrefilledFigure {
  readonly source: PrefillSource;
  /** In `targets` the target's own code (`T01`). */
  readonly key: string;
  readonly value: number;
  readonly cell: CellPlace;
}

/**
 * Reads what was prefilled, each figure with the cell in which it is shown.
 *
 * @returns nothing of a workbook that is no outline of these form sets
 */
export function readPrefilledFigures(bytes: Uint8Array, formSets: FormSets): readonly PrefilledFigure[] {
  const workbook = openPackage(bytes, READ_LIMITS);
  if (!isPackage(workbook)) return [];
  const { identity, sheet } = readStampFields(workbook);
  const formSet = identity === undefined ? undefined : formSets.get(formSetKey(identity.formSet, identity.version));
  if (identity === undefined || sheet === undefined || formSet === undefined) return [];
  const plan = readingPlan(formSet, identity.unitKind, identity.periodKind);
  const locator = new Locator(plan, workbook);
  const { copies } = readPrefilled(plan, identity, sheet, workbook, locator);
  return plan.layout.prefilled.flatMap((cell): readonly PrefilledFigure[] => {
    const value = copies.get(cell.definedName);
    const located = value === undefined ? undefined : locator.cell(cell);
    if (value === undefined || located === undefined) return [];
    const { source, key } = cell;
    return [{ source, key, value, cell: { sheet: located.sheet, address: located.address } }];
  });
}
