/** Cells of annexes, and formulas that give the very numbers they stand for. */
import { columnFormula, evaluate, type FormColumn } from "../../forms/index.js";
import { printFigure } from "../totals/index.js";
import type { AnnexCell, AnnexRow } from "./annex-table.js";

export const text = (content: string): AnnexCell => ({ kind: "text", text: content });
export const BLANK: AnnexCell = { kind: "blank" };
export const NOT_APPLICABLE: AnnexCell = { kind: "notApplicable" };

/** A number as it stands in tables. */
export const figure = (value: number, unitOfCount: string, binding?: string): AnnexCell => ({
  kind: "figure",
  value,
  printed: printFigure(value, unitOfCount, "table"),
  ...(binding === undefined ? {} : { binding }),
});

const same = (a: number | undefined, b: number): boolean =>
  a !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** A column's formula over the numbers of a row; undefined when one of them is missing. */
export function ofColumns(
  formula: string,
  columns: readonly FormColumn[],
  numberAt: (index: number) => number | undefined,
): number | undefined {
  const { expression } = columnFormula(formula);
  if (expression === undefined) return undefined;
  const value = evaluate(expression, {
    resolve: ({ key }) => {
      const index = columns.findIndex(({ number }) => number === key);
      return index < 0 ? undefined : numberAt(index);
    },
  });
  return typeof value === "number" ? value : undefined;
}

const numberIn = (cell: AnnexCell | undefined): number | undefined =>
  cell?.kind === "figure" ? cell.value : undefined;

/** Gives the cells of a row their columns' formulas, where these give what is printed. */
export function withColumnFormulas(cells: readonly AnnexCell[], columns: readonly FormColumn[]): readonly AnnexCell[] {
  return cells.map((cell, index): AnnexCell => {
    const formula = columns[index]?.formula;
    if (formula === undefined || cell.kind !== "figure") return cell;
    const result = ofColumns(formula, columns, (at) => numberIn(cells[at]));
    return same(result, cell.value) ? { ...cell, formula: { kind: "columns", text: formula } } : cell;
  });
}

/** Gives the cells of a total the sum over rows, where it gives what is printed; a column's own formula stands before it. */
export function withSums(
  cells: readonly AnnexCell[],
  rows: readonly AnnexRow[],
  parts: readonly number[],
  adds: (row: number, column: number) => boolean = () => true,
): readonly AnnexCell[] {
  return cells.map((cell, column): AnnexCell => {
    if (cell.kind !== "figure" || cell.formula !== undefined) return cell;
    const added = parts.filter((row) => adds(row, column) && numberIn(rows[row]?.cells[column]) !== undefined);
    if (added.length === 0) return cell;
    const sum = added.reduce((total, row) => total + (numberIn(rows[row]?.cells[column]) ?? 0), 0);
    return same(sum, cell.value) ? { ...cell, formula: { kind: "sum", rows: added } } : cell;
  });
}
