/** What was prefilled when the workbook left: the copies on the hidden sheet, and whether stamp and copies are untouched. */
import { COPIES, fingerprint, type PrefilledCell, type PrefillSource } from "../../layout/index.js";
import type { Locator } from "../anchors/locator.js";
import type { ReadingPlan } from "../anchors/reading-plan.js";
import type { Identity } from "../anchors/stamp.js";
import type { WorkbookPackage } from "../package/open-package.js";
import { cellKey, columnOf, rowOf } from "../sheet/address.js";
import type { SheetGrid } from "../sheet/cell.js";

/** Figures that are open to the unit where nothing is locked yet; figures of earlier years are so wherever they are unknown. */
const OPENED_AT_FIRST: ReadonlySet<PrefillSource> = new Set(["openings", "samePeriod"]);

/** Whether the unit was to type a prefilled cell itself: it was sent without a figure, and open. */
export function isOpen(
  { source, definedName }: Pick<PrefilledCell, "source" | "definedName">,
  copies: ReadonlyMap<string, number>,
  { initial }: Pick<Identity, "initial">,
): boolean {
  return !copies.has(definedName) && (source === "earlier" || (initial && OPENED_AT_FIRST.has(source)));
}

export interface Prefilled {
  /** Copy of each prefilled figure by the name of its cell; those that were left empty are absent. */
  readonly copies: ReadonlyMap<string, number>;
  /** The fingerprint fits the stamp and the copies. */
  readonly genuine: boolean;
}

/**
 * Reads the copies and compares the fingerprint.
 *
 * @param sheet the hidden sheet as it is named now
 */
export function readPrefilled(
  plan: ReadingPlan,
  identity: Identity,
  sheet: string,
  workbook: WorkbookPackage,
  locator: Locator,
): Prefilled {
  const grid = workbook.sheet(sheet);
  const copies = typeof grid === "string" ? new Map<string, number>() : readCopies(grid);
  if (fits(plan, identity, (cell) => copies.get(cell.definedName))) return { copies, genuine: true };
  // The copies may be damaged while the cells themselves are as they were.
  const cells = new Map(plan.layout.prefilled.map((cell) => [cell.definedName, numberAt(cell, locator)]));
  if (!fits(plan, identity, (cell) => cells.get(cell.definedName))) return { copies, genuine: false };
  const present = [...cells].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return { copies: new Map(present), genuine: true };
}

function fits(plan: ReadingPlan, identity: Identity, figureOf: (cell: PrefilledCell) => number | undefined): boolean {
  const figures = plan.layout.prefilled.map((cell) => ({ definedName: cell.definedName, value: figureOf(cell) }));
  return fingerprint(identity, figures) === identity.hash;
}

/** Names stand in one column, values in the next; by name, wherever the rows have gone. */
function readCopies(grid: SheetGrid): Map<string, number> {
  const copies = new Map<string, number>();
  const apart = COPIES.valueColumn - COPIES.nameColumn;
  for (const [key, { content }] of grid.cells) {
    if (content.kind !== "text") continue;
    const value = grid.cells.get(cellKey(rowOf(key), columnOf(key) + apart))?.content;
    if (value?.kind === "number") copies.set(content.text, value.value);
  }
  return copies;
}

function numberAt(cell: PrefilledCell, locator: Locator): number | undefined {
  const content = locator.cell(cell)?.cell?.content;
  return content?.kind === "number" ? content.value : undefined;
}
