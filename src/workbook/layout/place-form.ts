/** Places one form on its sheet: frame, head, body, guidance, signatures. */
import { rowsFor } from "../../forms/filing.js";
import type { Form } from "../../forms/form-set.js";
import { FRAME_ROWS, placeColumns, splitFrame } from "./frame.js";
import { layoutHead } from "./head.js";
import { placeList } from "./place-list.js";
import { type PlacedCell, placeRows } from "./place-rows.js";
import type { Placing } from "./placing.js";
import type { FormSheet } from "./workbook-layout.js";

/** A form sheet before formulas are known. */
export type PlacedForm = Omit<FormSheet, "cells" | "alarms"> & { readonly cells: readonly PlacedCell[] };

/** Rows between the head's parts below the body. */
const GAP = 1;
/** Room for signatures, in rows. */
const SIGNATURE_ROWS = 4;

/**
 * Places a form and registers its values.
 *
 * @param sheet name of the sheet
 */
export function placeForm(placing: Placing, form: Form, sheet: string): PlacedForm {
  const columns = placeColumns(form);
  const { cells: head, rows: headRows } = layoutHead(form.columns, FRAME_ROWS.head, columns[0]?.column ?? 1);
  const numberRow = FRAME_ROWS.head + headRows;
  const firstRow = numberRow + 1;
  const list =
    form.body.kind === "list" ? placeList(placing, form, form.body.room, sheet, columns, firstRow) : undefined;
  const { rows, cells } =
    list ?? placeRows(placing, form, rowsFor(placing.formSet, form, placing.periodKind), sheet, columns, firstRow);
  const lastRow = firstRow + Math.max(1, rows.length) - 1;
  const guidanceRows = (form.guidance ?? []).map((text, index) => ({ row: lastRow + GAP + 1 + index, text }));
  const date = lastRow + guidanceRows.length + GAP + 2;
  return {
    kind: "form",
    sheet,
    code: `vanthu:${form.id}`,
    form,
    columns,
    frame: {
      ...splitFrame(columns),
      issuerRows: FRAME_ROWS.issuer,
      markRows: FRAME_ROWS.marks,
      titleRow: FRAME_ROWS.title,
      periodRow: FRAME_ROWS.period,
      windowRow: FRAME_ROWS.window,
    },
    head,
    headRows: { first: FRAME_ROWS.head, last: numberRow - 1 },
    numberRow,
    body: { first: firstRow, last: lastRow },
    rows,
    cells,
    ...(list === undefined ? {} : { list: list.list }),
    guidanceRows,
    signRows: { date, role: date + 1, hint: date + 2, name: date + 2 + SIGNATURE_ROWS },
  };
}
