/** What is open while a story is read: paragraphs, tables, rows, cells, one inside another. */
import type { FormattedBlock, FormattedCell, FormattedParagraph, FormattedTable } from "./formatted-text.js";

interface OpenCell {
  readonly blocks: FormattedBlock[];
  colSpan: number;
  /** First of cells merged downwards, or one that continues it. */
  merge: "start" | "continue" | undefined;
}

interface PlacedCell extends OpenCell {
  readonly column: number;
}

interface OpenRow {
  readonly cells: PlacedCell[];
  column: number;
  header: boolean;
  deleted: boolean;
}

/** A table while it is read. */
export class OpenTable {
  readonly columns: number[] = [];
  bordered = false;
  /** Word's own margins where a table says nothing, pt. */
  readonly cellMargins = { left: 5.4, right: 5.4 };
  style: string | undefined;
  readonly #rows: OpenRow[] = [];
  #cell: OpenCell | undefined;

  get row(): OpenRow | undefined {
    return this.#rows.at(-1);
  }

  get cell(): OpenCell | undefined {
    return this.#cell;
  }

  startRow(): void {
    this.#rows.push({ cells: [], column: 0, header: false, deleted: false });
  }

  startCell(): void {
    this.#cell = { blocks: [], colSpan: 1, merge: undefined };
  }

  endCell(): void {
    const { row } = this;
    const cell = this.#cell;
    this.#cell = undefined;
    if (row === undefined || cell === undefined) return;
    row.cells.push({ ...cell, column: row.column });
    row.column += cell.colSpan;
  }

  /** Takes the row away that has just ended if it was a tracked deletion. */
  endRow(): void {
    if (this.row?.deleted) this.#rows.pop();
  }

  build(): FormattedTable {
    const continues = (row: number, column: number): boolean =>
      this.#rows[row]?.cells.some((cell) => cell.column === column && cell.merge === "continue") === true;
    const cellOf = (cell: PlacedCell, row: number): FormattedCell => {
      let rowSpan = 1;
      if (cell.merge === "start") while (continues(row + rowSpan, cell.column)) rowSpan += 1;
      return { blocks: cell.blocks, colSpan: cell.colSpan, rowSpan };
    };
    return {
      kind: "table",
      rows: this.#rows.map(({ cells, header }, index) => ({
        header,
        cells: cells.filter(({ merge }) => merge !== "continue").map((cell) => cellOf(cell, index)),
      })),
      columns: this.columns,
      bordered: this.bordered,
      cellMargins: this.cellMargins,
    };
  }
}

/** Texts of a table that stands where only paragraphs can. */
export function flatten(block: FormattedBlock): readonly FormattedParagraph[] {
  if (block.kind === "paragraph") return [block];
  return block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.flatMap(flatten)));
}
