/** Invisible tables: what Word lays side by side. */
import type { StyledBlock, StyledCell, StyledRow, StyledTable } from "../styled.js";

export const layoutCell = (blocks: readonly StyledBlock[], more: Partial<StyledCell> = {}): StyledCell => ({
  blocks,
  colSpan: 1,
  rowSpan: 1,
  verticalAlign: "top",
  ...more,
});

/** A row that stays whole on its page. */
export const layoutRow = (...cells: readonly StyledCell[]): StyledRow => ({ cells, header: false, cantSplit: true });

/**
 * A table without borders or margins.
 *
 * @param columns widths, pt, whole twips
 */
export function layoutTable(columns: readonly number[], rows: readonly StyledRow[]): StyledTable {
  return { kind: "table", role: "layout", columns, rows, border: 0, padX: 0, padY: 0 };
}
