import type { DocxTable } from "./text.js";

interface TableBuilder {
  readonly rows: string[][];
  cell: string[] | undefined;
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
    this.#tables.push({ rows: [], cell: undefined, rowDeleted: false });
  }

  startRow(): void {
    const table = this.#innermost;
    if (table === undefined) return;
    table.rowDeleted = false;
    table.rows.push([]);
  }

  startCell(): void {
    if (this.#innermost !== undefined) this.#innermost.cell = [];
  }

  /** The row that is being read is a tracked deletion. */
  markRowDeleted(): void {
    if (this.#innermost !== undefined) this.#innermost.rowDeleted = true;
  }

  endCell(): void {
    const table = this.#innermost;
    if (table?.cell === undefined) return;
    table.rows.at(-1)?.push(table.cell.join("\n"));
    table.cell = undefined;
  }

  endRow(): void {
    if (this.#innermost?.rowDeleted) this.#innermost.rows.pop();
  }

  /** The finished table; undefined when it is empty, or has become text of the cell around it. */
  endTable(): DocxTable | undefined {
    const table = this.#tables.pop();
    const rows = table?.rows.filter((row) => row.some((cell) => cell !== "")) ?? [];
    if (this.takes(rows.map((row) => row.join(" ")).join("\n"))) return undefined;
    return rows.length === 0 ? undefined : { kind: "table", rows };
  }
}
