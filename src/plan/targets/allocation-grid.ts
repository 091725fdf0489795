/** A table as a full grid of texts, merged cells said at every place that they cover. */
import type { Table } from "../../model/table.js";
import { wordsOf } from "../points/index.js";

export interface GridCell {
  readonly text: string;
  /** The cell begins here and is no other's continuation. */
  readonly own: boolean;
}

export type Grid = readonly (readonly GridCell[])[];

const BLANK: GridCell = { text: "", own: true };

export function gridOf({ rows, columns }: Pick<Table, "rows" | "columns">): Grid {
  const grid: GridCell[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    let column = 0;
    for (const { paragraphs, colSpan = 1, rowSpan = 1 } of row) {
      while (grid[at]?.[column] !== undefined) column += 1;
      const text = paragraphs.map(wordsOf).join(" ").replace(/\s+/gu, " ").trim();
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < colSpan; right += 1) {
          const line = grid[at + down];
          if (line !== undefined) line[column + right] = { text, own: down === 0 && right === 0 };
        }
      }
      column += colSpan;
    }
  });
  return grid.map((row) => columns.map((_, column) => row[column] ?? BLANK));
}
