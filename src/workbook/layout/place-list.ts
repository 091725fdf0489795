/** Places the body of a form whose rows the unit adds: a list with room for a number of rows. */
import type { Form } from "../../forms/form-set.js";
import { absoluteReference, addressOf } from "./address.js";
import { listName } from "./names.js";
import type { PlacedCell, PlacedContent } from "./place-rows.js";
import type { Placing } from "./placing.js";
import type { ColumnPlace, RowPlace } from "./workbook-layout.js";

/** Code of a row of a list: `#3`. */
const listRowCode = (ordinal: number): string => `#${ordinal}`;

/**
 * Places the empty rows of a list form and names them as one range.
 *
 * @param room how many rows the list has
 * @param firstRow sheet row of the first
 */
export function placeList(
  placing: Placing,
  form: Form,
  room: number,
  sheet: string,
  columns: readonly ColumnPlace[],
  firstRow: number,
): {
  readonly rows: readonly RowPlace[];
  readonly cells: readonly PlacedCell[];
  readonly list: { readonly definedName: string; readonly from: string; readonly to: string };
} {
  const rows: RowPlace[] = [];
  const cells: PlacedCell[] = [];
  for (let index = 0; index < room; index++) {
    const row = firstRow + index;
    rows.push({ row, code: listRowCode(index + 1) });
    for (const { column, source } of columns) {
      const content: PlacedContent =
        source.content === "ordinal" ? { kind: "text", text: String(index + 1) } : { kind: "open" };
      cells.push({ row, column, address: addressOf(row, column), source, content });
    }
  }
  const first = { row: firstRow, column: columns[0]?.column ?? 1 };
  const last = { row: firstRow + room - 1, column: columns.at(-1)?.column ?? 1 };
  const definedName = placing.names.take(listName(form.id), absoluteReference(sheet, first, last));
  return {
    rows,
    cells,
    list: { definedName, from: addressOf(first.row, first.column), to: addressOf(last.row, last.column) },
  };
}
