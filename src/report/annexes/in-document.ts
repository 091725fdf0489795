/** Which rows of an annex stand in the document: a thousand pages of units are read by nobody, and lie in the workbook. */
import type { AnnexTable } from "./annex-table.js";

/** Most units whose rows are printed in the document, unless the desk wants all. */
export const MOST_UNITS = 500;

/**
 * An annex as the document has it: of very many units only totals and areas.
 *
 * @param most units that it may have
 */
export function annexForDocument(table: AnnexTable, most: number = MOST_UNITS): AnnexTable {
  const units = table.rows.filter(({ kind }) => kind === "unit").length;
  if (units <= most) return table;
  // formulas count rows of the whole table
  const rows = table.rows
    .filter(({ kind }) => kind !== "unit")
    .map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        if (cell.kind !== "figure") return cell;
        const { formula: _, ...plain } = cell;
        return plain;
      }),
    }));
  const note = `Số liệu của từng đơn vị (${units} đơn vị): tệp phụ lục Excel kèm theo báo cáo.`;
  return { ...table, rows, notes: [...table.notes, note] };
}
