/** Codes of rows and columns in a sheet's hidden helper column and helper row. */
import { columnOf, rowOf } from "../sheet/address.js";
import type { SheetGrid } from "../sheet/cell.js";

export interface SheetCodes {
  /** Where the sheet's own code stands: the helper row and the helper column cross there. */
  readonly row: number;
  readonly column: number;
  /** Rows by code; several when a row was copied with its code. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  readonly columns: ReadonlyMap<string, readonly number[]>;
}

/** `vanthu:B2`; the hidden sheet's is `vanthu` alone. */
const SHEET_CODE = /^vanthu(?::\S+)?$/u;

/** The sheet's own code, wherever rows or columns inserted before it have moved it. */
export function sheetCodeOf(grid: SheetGrid): string | undefined {
  return findCode(grid)?.code;
}

function findCode(grid: SheetGrid): { readonly key: number; readonly code: string } | undefined {
  for (const [key, { content }] of grid.cells) {
    if (content.kind === "text" && SHEET_CODE.test(content.text.trim())) return { key, code: content.text.trim() };
  }
  return undefined;
}

/**
 * Reads the codes of a sheet.
 *
 * @returns undefined when the sheet has lost its own code
 */
export function readSheetCodes(grid: SheetGrid): SheetCodes | undefined {
  const corner = findCode(grid);
  if (corner === undefined) return undefined;
  const [row, column] = [rowOf(corner.key), columnOf(corner.key)];
  const rows = new Map<string, number[]>();
  const columns = new Map<string, number[]>();
  for (const [key, { content }] of grid.cells) {
    if (content.kind !== "text" || key === corner.key) continue;
    if (columnOf(key) === column) add(rows, content.text.trim(), rowOf(key));
    else if (rowOf(key) === row) add(columns, content.text.trim(), columnOf(key));
  }
  return { row, column, rows, columns };
}

function add(index: Map<string, number[]>, code: string, at: number): void {
  const known = index.get(code);
  if (known === undefined) index.set(code, [at]);
  else known.push(at);
}
