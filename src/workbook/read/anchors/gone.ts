/** Findings about cells that are gone or led astray; many of one sheet are told in one. */
import type { CellFinding } from "../../../cycle/returns.js";
import { reportReturn } from "../../../findings/messages/returns.js";

/** A cell with the words for it. */
export interface TroubledCell {
  /** Sheet by its name in the layout. */
  readonly sheet: string;
  readonly label: string;
  /** Number of the form's column. */
  readonly column: string;
  /** Where it was read instead, of one led astray. */
  readonly at?: { readonly sheet: string; readonly address: string };
}

/** Up to so many are told one by one. */
const SINGLE = 3;

/** Words the findings about missing cells, sheet by sheet. */
export function reportMissing(cells: readonly TroubledCell[]): readonly CellFinding[] {
  return bySheet(cells).flatMap(([sheet, own]) =>
    own.length <= SINGLE
      ? own.map(({ label, column }) => reportReturn("return/cell-missing", { label, column, sheet }))
      : [reportReturn("return/cells-missing", { sheet, count: own.length, labels: labelsOf(own) })],
  );
}

/** Words the findings about cells whose names and codes lead apart. */
export function reportAstray(cells: readonly TroubledCell[]): readonly CellFinding[] {
  return bySheet(cells).flatMap(([sheet, own]) =>
    own.length <= SINGLE
      ? own.map(({ label, at }) => reportReturn("return/cell-astray", { label, at: at?.address ?? "" }, at))
      : [reportReturn("return/cells-astray", { sheet, count: own.length, labels: labelsOf(own) })],
  );
}

function labelsOf(cells: readonly TroubledCell[]): readonly string[] {
  return [...new Set(cells.map(({ label }) => label))].slice(0, SINGLE);
}

function bySheet(cells: readonly TroubledCell[]): readonly (readonly [string, readonly TroubledCell[]])[] {
  const groups = new Map<string, TroubledCell[]>();
  for (const cell of cells) groups.set(cell.sheet, [...(groups.get(cell.sheet) ?? []), cell]);
  return [...groups];
}
