/** The hidden sheet: identity stamp, copies of what was prefilled, members of dimensions, styles to swap in. */
import { absoluteReference, addressOf } from "./address.js";
import { membersName } from "./names.js";
import { COPIES, type Placing } from "./placing.js";
import { IDENTITY_FIELDS, SHEETS } from "./wording.js";
import type { HiddenSheet, IdentityField } from "./workbook-layout.js";

/** Version of this layout: a reader that knows only older ones says so. */
export const LAYOUT_VERSION = "1";

/** Columns: label or name, value; styles; then a column for each dimension. */
export const HIDDEN_COLUMNS = { label: 1, value: 2, sample: 4, lists: 6 } as const;
const FIRST_IDENTITY_ROW = 2;

/** Defined names of the stamp: `vt_don_vi`. */
export const IDENTITY_NAMES: { readonly [F in IdentityField]: string } = {
  layout: "vt_bo_tri",
  formSet: "vt_bieu_mau",
  version: "vt_phien_ban",
  unit: "vt_don_vi",
  unitKind: "vt_loai_don_vi",
  period: "vt_ky",
  periodKind: "vt_loai_ky",
  revision: "vt_lan",
  hash: "vt_ma_kiem",
  initial: "vt_so_ban_dau",
};

/** Lays out the hidden sheet; comes last, when everything prefilled has its place. */
export function layoutHidden(placing: Placing): HiddenSheet {
  const sheet = SHEETS.hidden;
  const fields = Object.keys(IDENTITY_FIELDS) as IdentityField[];
  const identity = fields.map((field, index) => {
    const row = FIRST_IDENTITY_ROW + index;
    return { field, row, cell: placing.anchor(sheet, row, HIDDEN_COLUMNS.value, IDENTITY_NAMES[field]) };
  });
  const copies = placing.prefilled.map((prefilled, index) => {
    const row = COPIES.firstRow + index;
    return { row, address: addressOf(row, COPIES.valueColumn), prefilled };
  });
  const used = new Set(placing.formSet.indicators.flatMap(({ dimension }) => dimension?.id ?? []));
  const lists = placing.formSet.dimensions
    .filter(({ id }) => used.has(id))
    .map(({ id, members }, index) => {
      const column = HIDDEN_COLUMNS.lists + index;
      const reference = absoluteReference(sheet, { row: 1, column }, { row: Math.max(1, members.length), column });
      return {
        dimension: id,
        definedName: placing.names.take(membersName(id), reference),
        column,
        names: members.map(({ name }) => name),
      };
    });
  const samples = (["whole", "decimal"] as const).flatMap((number, index) =>
    [true, false].map((locked, offset) => ({
      number,
      locked,
      address: addressOf(1 + index * 2 + offset, HIDDEN_COLUMNS.sample),
    })),
  );
  return { kind: "hidden", sheet, code: "vanthu", identity, copies, lists, samples };
}
