/** Heights and places of the rows and cells of a table, before it is put on pages. */
import type { StyledCell, StyledRow, StyledTable } from "../styled.js";
import { heightOfStack, type MeasuredBlock, measureBlock } from "./measure.js";

export interface MeasuredCell {
  readonly source: StyledCell;
  /** Index of its first column. */
  readonly column: number;
  /** Left edge against the table's, and width, pt. */
  readonly x: number;
  readonly width: number;
  readonly content: readonly MeasuredBlock[];
  readonly contentHeight: number;
}

export interface MeasuredRow {
  readonly source: StyledRow;
  readonly height: number;
  readonly cells: readonly MeasuredCell[];
  /** Border above the row, and below it where it is the table's last. */
  readonly borderTop: number;
  readonly borderBottom: number;
}

export interface MeasuredTable {
  readonly kind: "table";
  readonly source: StyledTable;
  readonly rows: readonly MeasuredRow[];
  /** Rows at the start that are repeated on each page. */
  readonly headerRows: number;
}

/** Puts the cells of each row into the columns that cells merged down from above leave free. */
function placeCells(table: StyledTable): MeasuredCell[][] {
  const edges = [0];
  for (const width of table.columns) edges.push((edges.at(-1) ?? 0) + width);
  const busyUntil = new Array<number>(table.columns.length).fill(0);
  return table.rows.map((row, rowIndex) => {
    let column = 0;
    return row.cells.map((cell) => {
      while ((busyUntil[column] ?? 0) > rowIndex) column++;
      const first = column;
      for (let covered = 0; covered < cell.colSpan; covered++) busyUntil[first + covered] = rowIndex + cell.rowSpan;
      column += cell.colSpan;
      const x = edges[first] ?? 0;
      const width = (edges[Math.min(column, table.columns.length)] ?? x) - x;
      const content = cell.blocks.map((block) => measureBlock(block, width - 2 * table.padX));
      return { source: cell, column: first, x, width, content, contentHeight: heightOfStack(content) };
    });
  });
}

/** Measures a table whose column widths are given. */
export function measureTable(source: StyledTable): MeasuredTable {
  const placed = placeCells(source);
  const last = source.rows.length - 1;
  const margins = 2 * source.padY;
  const heights = placed.map((cells, index) => {
    const own = cells.filter((cell) => cell.source.rowSpan === 1);
    const natural = own.length === 0 ? 0 : margins + Math.max(...own.map((cell) => cell.contentHeight));
    return natural + source.border + (index === last ? source.border : 0);
  });
  for (const [first, cells] of placed.entries()) {
    for (const cell of cells) {
      if (cell.source.rowSpan === 1) continue;
      const end = Math.min(first + cell.source.rowSpan - 1, last);
      const room = heights.slice(first, end + 1).reduce((sum, height) => sum + height, 0);
      const borders = source.border + (end === last ? source.border : 0);
      const missing = margins + cell.contentHeight + borders - room;
      if (missing > 0) heights[end] = (heights[end] ?? 0) + missing;
    }
  }
  const headerRows = source.rows.findIndex((row) => !row.header);
  return {
    kind: "table",
    source,
    headerRows: headerRows === -1 ? 0 : headerRows,
    rows: source.rows.map((row, index) => ({
      source: row,
      height: heights[index] ?? 0,
      cells: placed[index] ?? [],
      borderTop: source.border,
      borderBottom: index === last ? source.border : 0,
    })),
  };
}
