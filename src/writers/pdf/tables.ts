/** Tags of data tables, kept across the pages of a table. */
import type { PlacedRow, PlacedTable } from "../../layout/page.js";
import type { StyledCell, StyledTable } from "../../layout/styled.js";
import type { Container, Tag, TagTree } from "./tags.js";

interface RowTags {
  readonly tag: Tag;
  readonly cells: Map<number, Container>;
}

interface TableTags {
  readonly tag: Tag;
  readonly rows: Map<number, RowTags>;
}

function isBare({ blocks: [first, ...others] }: StyledCell): boolean {
  return others.length === 0 && first?.kind === "paragraph" && first.structure.kind === "paragraph";
}

/** Gives each cell of each table its tag, the same one on every page that the cell reaches. */
export class Tables {
  private readonly tables = new Map<StyledTable, TableTags>();

  constructor(private readonly tags: TagTree) {}

  /** Opens the table in the container, or finds it again on a later page. */
  open(container: Container, table: PlacedTable): TableTags {
    let opened = this.tables.get(table.source);
    if (opened === undefined) {
      container.list = undefined;
      opened = { tag: this.tags.add(container.tag, "Table"), rows: new Map() };
      this.tables.set(table.source, opened);
    }
    return opened;
  }

  /**
   * @param row a row that is content, not one repeated
   * @returns the containers of its placed cells, in their order
   */
  openRow(table: TableTags, row: PlacedRow): Container[] {
    let opened = table.rows.get(row.index);
    if (opened === undefined) {
      opened = { tag: this.tags.add(table.tag, "TR"), cells: new Map() };
      table.rows.set(row.index, opened);
    }
    const { tag, cells } = opened;
    // Where a part of a row shows fewer cells than the row has, its cells are found by their source.
    const whole = row.cells.length === row.source.cells.length;
    return row.cells.map((cell, place) => {
      const index = whole ? place : row.source.cells.indexOf(cell.source);
      let container = cells.get(index);
      if (container === undefined) {
        container = { tag: this.openCell(tag, row, index), bare: isBare(cell.source) };
        cells.set(index, container);
      }
      return container;
    });
  }

  private openCell(row: Tag, placed: PlacedRow, index: number): Tag {
    const { header, cells } = placed.source;
    const tag = this.tags.add(row, header ? "TH" : "TD");
    const { colSpan = 1, rowSpan = 1 } = cells[index] ?? {};
    const attributes = {
      ...(header ? { Scope: "Column" } : {}),
      ...(colSpan > 1 ? { ColSpan: colSpan } : {}),
      ...(rowSpan > 1 ? { RowSpan: rowSpan } : {}),
    };
    if (Object.keys(attributes).length > 0) this.tags.setAttributes(tag, "Table", attributes);
    return tag;
  }
}
