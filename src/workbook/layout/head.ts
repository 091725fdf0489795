/** Merged head of a form, from the heads of its columns. */
import type { FormColumn } from "../../forms/form-set.js";
import type { SpannedCell } from "./workbook-layout.js";

/** Whether two columns stand under the same heads down to a level, counted from 0. */
const sameUpTo = (a: FormColumn, b: FormColumn, level: number): boolean =>
  a.head.slice(0, level + 1).every((text, index) => text === b.head[index]);

/**
 * Lays out the head: a head that several neighbours share spans them, a column's own head reaches down to the last row.
 *
 * @param columns columns of the form, left to right
 * @param firstRow row of the outermost heads
 * @param firstColumn sheet column of the first form column
 * @returns the cells and how many rows they take (at least one)
 */
export function layoutHead(
  columns: readonly FormColumn[],
  firstRow: number,
  firstColumn: number,
): { readonly cells: readonly SpannedCell[]; readonly rows: number } {
  const rows = Math.max(1, ...columns.map(({ head }) => head.length));
  const cells: SpannedCell[] = [];
  for (let level = 0; level < rows; level++) {
    for (let index = 0; index < columns.length; ) {
      const column = columns[index] as FormColumn;
      let columnSpan = 1;
      const own = Math.max(0, column.head.length - 1);
      if (level < own) {
        for (let next = columns[index + columnSpan]; next !== undefined; next = columns[index + columnSpan]) {
          if (next.head.length - 1 <= level || !sameUpTo(column, next, level)) break;
          columnSpan++;
        }
      }
      if (level <= own) {
        cells.push({
          row: firstRow + level,
          column: firstColumn + index,
          rowSpan: level === own ? rows - level : 1,
          columnSpan,
          text: column.head[level] ?? "",
        });
      }
      index += columnSpan;
    }
  }
  return { cells, rows };
}
