import { reportDraft } from "../../../findings/messages/draft.js";
import type { Inlines } from "../../../model/inline.js";
import type { Cell } from "../../../model/table.js";
import type { FindingSink } from "../text/journal.js";
import type { Position } from "../text/position.js";

/** Signs of a cell that belongs to its left or its upper neighbour. */
export const MERGED_LEFT = "<";
export const MERGED_UP = "^";
export type MergeSign = typeof MERGED_LEFT | typeof MERGED_UP;

/** A place of the grid: what stands in it, or the neighbour that covers it. */
export type GridCell =
  | { readonly merged: MergeSign; readonly at: Place }
  | { readonly merged?: undefined; readonly paragraphs: Inlines[]; readonly at: Place };

/** A place in the draft, or in the file that a table comes from. */
export type Place = Position | { readonly file: string; readonly line: number };

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly at: Place;
}

/** Largest table. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;

/** More than a table may have: thousands of rows are a register, and columns of two millimetres cannot be read. */
export function isTooLarge(rows: number, columns: number): boolean {
  return rows > MOST_ROWS || columns > MOST_COLUMNS;
}

/** A cell of the table and the rectangle that it covers. */
interface Area {
  readonly cell: Cell;
  readonly at: Place;
  readonly top: number;
  readonly left: number;
  bottom: number;
  right: number;
  places: number;
}

/**
 * Whether the rows make a table at all: some rows, not too many, all of one length.
 *
 * @param columns number of columns
 */
export function checkShape(rows: readonly GridRow[], columns: number, at: Position, journal: FindingSink): boolean {
  if (rows.length === 0 || columns === 0) {
    journal.add(reportDraft("draft/table-empty", {}, at));
    return false;
  }
  if (isTooLarge(rows.length, columns)) {
    journal.add(reportDraft("draft/table-too-large", { rows: rows.length, columns }, at));
    return false;
  }
  const ragged = rows.filter((row) => row.cells.length !== columns);
  for (const row of ragged) {
    journal.add(reportDraft("draft/table-ragged", { cells: row.cells.length, columns }, row.at));
  }
  return ragged.length === 0;
}

/**
 * The cells that begin in each row, with the spans that merge signs give them.
 *
 * @param rows rows of one length
 * @param headerRows number of rows of the head, for the finding about a cell that leaves it
 */
export function mergeCells(rows: readonly GridRow[], headerRows: number, journal: FindingSink): Cell[][] {
  const areas: Area[] = [];
  let above: (Area | undefined)[] = [];
  for (const [top, row] of rows.entries()) {
    const owners: (Area | undefined)[] = [];
    for (const [left, place] of row.cells.entries()) {
      if (place.merged === undefined) {
        const cell: Cell = { paragraphs: place.paragraphs };
        const area: Area = { cell, at: place.at, top, left, bottom: top, right: left, places: 1 };
        areas.push(area);
        owners.push(area);
        continue;
      }
      const onEdge = place.merged === MERGED_LEFT ? left === 0 : top === 0;
      if (onEdge) journal.add(reportDraft("draft/table-merge-edge", { sign: place.merged }, place.at));
      const owner = place.merged === MERGED_LEFT ? owners.at(-1) : above[left];
      if (owner !== undefined) cover(owner, top, left);
      owners.push(owner);
    }
    above = owners;
  }
  return spanCells(areas, rows.length, headerRows, journal);
}

function cover(area: Area, row: number, column: number): void {
  area.bottom = Math.max(area.bottom, row);
  area.right = Math.max(area.right, column);
  // A place left of the first one widens the area to a shape that the count of places gives away.
  area.places += column < area.left ? Number.POSITIVE_INFINITY : 1;
}

function spanCells(areas: readonly Area[], rows: number, headerRows: number, journal: FindingSink): Cell[][] {
  const result: Cell[][] = Array.from({ length: rows }, () => []);
  for (const { cell, at, top, left, bottom, right, places } of areas) {
    const [colSpan, rowSpan] = [right - left + 1, bottom - top + 1];
    if (places !== colSpan * rowSpan) journal.add(reportDraft("draft/table-merge-shape", {}, at));
    else if (top < headerRows && bottom >= headerRows) journal.add(reportDraft("draft/table-merge-head", {}, at));
    result[top]?.push({ ...cell, ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) });
  }
  return result;
}
