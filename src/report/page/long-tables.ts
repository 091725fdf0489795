/**
 * Long tables are laid out by their first row: a browser finds the widths of columns by itself, and measuring thousands of
 * rows takes longer than everything else on the page.
 */
import type { Block } from "../../model/block.js";
import type { Document } from "../../model/document.js";
import type { Cell, Table } from "../../model/table.js";

/** Rows below the head from which a table is long. */
const LONG = 60;

/** Rows that were taken out of a table, by its place among the tables of the document, counted from 1. */
export type CutRows = ReadonlyMap<number, readonly (readonly Cell[])[]>;

export interface ShortDocument {
  readonly document: Document;
  readonly cut: CutRows;
}

const spans = (row: readonly Cell[]): boolean => row.some(({ colSpan = 1, rowSpan = 1 }) => colSpan > 1 || rowSpan > 1);

/** A document whose long tables have their heads and one row. */
export function shortenTables(document: Document): ShortDocument {
  const cut = new Map<number, readonly (readonly Cell[])[]>();
  let tables = 0;
  const shorten = (table: Table): Table => {
    tables += 1;
    const kept = table.headerRows + 1;
    const rest = table.rows.slice(kept);
    if (rest.length < LONG || table.rows.slice(table.headerRows).some(spans)) return table;
    cut.set(tables, rest);
    return { ...table, rows: table.rows.slice(0, kept) };
  };
  const inBlocks = (blocks: readonly Block[]): Block[] =>
    blocks.map((block) => (block.kind === "table" ? { ...block, table: shorten(block.table) } : block));
  const body = inBlocks(document.body);
  const annexes = document.annexes.map((annex) => ({ ...annex, blocks: inBlocks(annex.blocks) }));
  return { document: { ...document, body, annexes }, cut };
}
