/** Places a row of a table, or the part of one, with the rules of its borders. */
import type { PlacedBlock, PlacedCell, PlacedRow, Rule } from "../page.js";
import type { MeasuredCell, MeasuredTable } from "./measure-table.js";
import { placeStack } from "./place.js";

export interface RowPlacement {
  /** Rows of this part of the table end before this one; cells merged down are drawn so far. */
  readonly until: number;
  readonly repeated?: boolean;
  /** Height of the row's part on this page, where it is split. */
  readonly height?: number;
  /** Content of the row's part, by cell, where it is split. */
  readonly contents?: ReadonlyMap<
    MeasuredCell,
    (left: number, top: number, width: number, rules: Rule[]) => PlacedBlock[]
  >;
}

/** Rules around a cell: four sides at the middle of the table's border. */
function cellRules(x: number, y: number, width: number, height: number, border: number): Rule[] {
  const half = border / 2;
  const [left, right, top, bottom] = [x, x + width, y + half, y + height + half];
  return [
    { x1: left - half, y1: top, x2: right + half, y2: top, width: border },
    { x1: left - half, y1: bottom, x2: right + half, y2: bottom, width: border },
    { x1: left, y1: top, x2: left, y2: bottom, width: border },
    { x1: right, y1: top, x2: right, y2: bottom, width: border },
  ];
}

/**
 * Places one row.
 *
 * @param left left edge of the table on the page; @param y top of the row
 * @param rules receives the borders, each once
 */
export function placeRow(
  table: MeasuredTable,
  index: number,
  left: number,
  y: number,
  rules: Rule[],
  placement: RowPlacement,
): PlacedRow {
  const row = table.rows[index];
  if (row === undefined) throw new RangeError(`row ${index} of a table of ${table.rows.length}`);
  const { border, padX, padY } = table.source;
  const ownHeight = placement.height ?? row.height;
  const cells = row.cells.map((cell): PlacedCell => {
    const end = Math.min(index + cell.source.rowSpan, placement.until);
    let height = ownHeight;
    for (const covered of table.rows.slice(index + 1, end)) height += covered.height;
    const bottomBorder = end === table.rows.length ? border : 0;
    const box = { x: left + cell.x, y, width: cell.width, height };
    if (border > 0) rules.push(...cellRules(box.x, y, cell.width, height - bottomBorder, border));
    const inner = height - border - bottomBorder - 2 * padY;
    const free = Math.max(0, inner - cell.contentHeight);
    const shift = cell.source.verticalAlign === "center" ? free / 2 : cell.source.verticalAlign === "bottom" ? free : 0;
    const place = placement.contents?.get(cell);
    const top = y + border + padY;
    const width = cell.width - 2 * padX;
    const content =
      place === undefined
        ? placeStack(cell.content, box.x + padX, top + shift, width, rules)
        : place(box.x + padX, top, width, rules);
    return { source: cell.source, ...box, content };
  });
  return { source: row.source, index, y, height: ownHeight, repeated: placement.repeated === true, cells };
}
