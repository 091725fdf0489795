/** Fills the hidden sheet: stamp, copies of what is prefilled, members of dimensions, styles to swap in. */
import type { Worksheet } from "exceljs";
import { COPIES, type HiddenSheet, type IdentityField, LAYOUT_VERSION, type WorkbookLayout } from "../layout/index.js";
import { HIDDEN_COLUMNS } from "../layout/layout-hidden.js";
import { IDENTITY_FIELDS } from "../layout/wording.js";
import { put } from "./draw-sheet.js";
import { figureLook, LOOKS } from "./looks.js";
import { token } from "./tokens.js";

/** What the stamp says; numbers are patched in. */
function identityText(field: IdentityField, layout: WorkbookLayout): string | null {
  switch (field) {
    case "layout":
      return LAYOUT_VERSION;
    case "formSet":
      return layout.formSet.id;
    case "version":
      return layout.formSet.version;
    case "unitKind":
      return layout.unitKind;
    case "periodKind":
      return layout.periodKind;
    case "unit":
      return token("unitCode");
    case "period":
      return token("periodId");
    case "hash":
      return token("hash");
    default:
      return null;
  }
}

/** Fills the hidden sheet. */
export async function drawHidden(sheet: Worksheet, hidden: HiddenSheet, layout: WorkbookLayout): Promise<void> {
  const { label, value, sample } = HIDDEN_COLUMNS;
  put(sheet, 1, label, hidden.code, LOOKS.helper);
  for (const { field, row } of hidden.identity) {
    put(sheet, row, label, IDENTITY_FIELDS[field], LOOKS.helper);
    put(sheet, row, value, identityText(field, layout), { ...LOOKS.helper, numFmt: "General" });
  }
  for (const { row, prefilled } of hidden.copies) {
    put(sheet, row, COPIES.nameColumn, prefilled.definedName, LOOKS.helper);
    put(sheet, row, COPIES.valueColumn, null, LOOKS.helper);
  }
  for (const { column, names } of hidden.lists) {
    names.forEach((name, index) => {
      put(sheet, index + 1, column, name, LOOKS.helper);
    });
  }
  hidden.samples.forEach(({ number, locked }, index) => {
    put(sheet, index + 1, sample, null, figureLook(locked ? "prefilled" : "initial", number));
  });
  sheet.state = "hidden";
  await sheet.protect("", { selectLockedCells: true, selectUnlockedCells: true });
}
