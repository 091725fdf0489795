import type { DocxSpan, DocxTable } from "./text.js";

interface RowBuilder {
  readonly texts: string[];
  readonly spans: DocxSpan[];
  /** Column of the grid in which the next cell begins. */
  column: number;
}

interface TableBuilder {
  readonly rows: RowBuilder[];
  cell: string[] | undefined;
  /** Columns that the cell covers. */
  columns: number;
  rowDeleted: boolean;
}

/** Tables while they are read: one may stand in a cell of another. */
export class TableStack {
  readonly #tables: TableBuilder[] = [];

  get #innermost(): TableBuilder | undefined {
    return this.#tables.at(-1);
  }

  get depth(): number {
    return this.#tables.length;
  }

  /** Takes a line of text if a cell is being read. */
  takes(text: string): boolean {
    const cell = this.#innermost?.cell;
    cell?.push(text);
    return cell !== undefined;
  }

  startTable(): void {
    this.#tables.push({ rows: [], cell: undefined, columns: 1, rowDeleted: false });
  }

  startRow(): void {
    const table = this.#innermost;
    if (table === undefined) return;
    table.rowDeleted = false;
    table.rows.push({ texts: [], spans: [], column: 0 });
  }

  startCell(): void {
    const table = this.#innermost;
    if (table === undefined) return;
    table.cell = [];
    table.columns = 1;
  }

  /** The row begins so many columns to the right. */
  skipColumns(columns: number): void {
    const row = this.#innermost?.rows.at(-1);
    if (row !== undefined) row.column += columns;
  }

  /** The cell that is being read covers so many columns. */
  spanColumns(columns: number): void {
    if (this.#innermost !== undefined) this.#innermost.columns = columns;
  }

  /** The row that is being read is a tracked deletion. */
  markRowDeleted(): void {
    if (this.#innermost !== undefined) this.#innermost.rowDeleted = true;
  }

  endCell(): void {
    const table = this.#innermost;
    if (table?.cell === undefined) return;
    const { columns } = table;
    const row = table.rows.at(-1);
    if (row !== undefined) {
      row.texts.push(table.cell.join("\n"));
      row.spans.push({ column: row.column, columns });
      row.column += columns;
    }
    table.cell = undefined;
  }

  endRow(): void {
    if (this.#innermost?.rowDeleted) this.#innermost.rows.pop();
  }

  /** The finished table; undefined when it is empty, or has become text of the cell around it. */
  endTable(): DocxTable | undefined {
    const table = this.#tables.pop();
    const rows = table?.rows.filter(({ texts }) => texts.some((text) => text !== "")) ?? [];
    if (this.takes(rows.map(({ texts }) => texts.join(" ")).join("\n"))) return undefined;
    if (rows.length === 0) return undefined;
    return { kind: "table", rows: rows.map(({ texts }) => texts), spans: rows.map(({ spans }) => spans) };
  }
}
