/** Layout of outline workbooks: which sheets there are, and where every value, note and check stands. */
import { formsFor, outlineFor } from "../../forms/filing.js";
import type { FormSet } from "../../forms/form-set.js";
import { quoteSheet } from "./address.js";
import { checksByValue, layoutAlarms } from "./alarms.js";
import { finishForm } from "./finish-form.js";
import { layoutChecks } from "./layout-checks.js";
import { layoutHidden } from "./layout-hidden.js";
import { layoutInstructions } from "./layout-instructions.js";
import { layoutOutline } from "./layout-outline.js";
import { sheetName } from "./names.js";
import { type PlacedForm, placeForm } from "./place-form.js";
import { Placing } from "./placing.js";
import { Resolver } from "./resolve.js";
import { SHEETS } from "./wording.js";
import type { FormSheet, SheetLayout, WorkbookLayout } from "./workbook-layout.js";

export { addressOf, columnLetter } from "./address.js";
export { fingerprint, type PrefilledFigure } from "./fingerprint.js";
export { FIRST_COLUMN, HELPER_COLUMN, HELPER_ROW } from "./frame.js";
export { CHECK_COLUMNS } from "./layout-checks.js";
export { IDENTITY_NAMES, LAYOUT_VERSION } from "./layout-hidden.js";
export { INSTRUCTION_COLUMNS, PAPER_NAMES } from "./layout-instructions.js";
export { OUTLINE_COLUMNS } from "./layout-outline.js";
export { COPIES } from "./placing.js";
export type * from "./workbook-layout.js";

/** Formula that counts the filled rows of each list form: rows in which any cell but the ordinal is not empty. */
function countRows(forms: readonly PlacedForm[]): ReadonlyMap<string, string> {
  return new Map(
    forms.flatMap(({ form, sheet, columns, body, list }) => {
      const open = columns.filter(({ source }) => source.content !== "ordinal");
      if (list === undefined || open.length === 0) return [];
      const filled = open.map(
        ({ letter }) => `(${quoteSheet(sheet)}!${letter}${body.first}:${letter}${body.last}<>"")`,
      );
      return [[form.id, `SUMPRODUCT(--(${filled.join("+")}>0))`] as const];
    }),
  );
}

/**
 * Lays out the outline workbook of a kind of unit in a kind of period. Pure: equal arguments give equal layouts.
 *
 * @param formSet as loaded and checked by `loadFormSet`
 * @throws Error when the form set refers to indicators it does not have: it was not checked
 */
export function layoutWorkbook(formSet: FormSet, unitKind: string, periodKind: string): WorkbookLayout {
  const declared = formsFor(formSet, unitKind, periodKind);
  const placing = new Placing(formSet, periodKind, declared);
  const taken = new Set<string>(Object.values(SHEETS).map((name) => name.toLowerCase()));
  const placed = declared.map((form) => {
    const sheet = sheetName(form.number, taken);
    taken.add(sheet.toLowerCase());
    return placeForm(placing, form, sheet);
  });
  const resolver = new Resolver(placing, countRows(placed));
  const finished = placed.map((form) => ({ form, ...finishForm(form, placing, resolver) }));
  const values = finished.flatMap((form) => form.values);
  const bare = finished.map(({ form, cells }): FormSheet => ({ ...form, cells, alarms: [] }));
  const outline = outlineFor(formSet, unitKind, periodKind);
  const outlineSheet = outline && layoutOutline(outline, placing, resolver);
  const checks = layoutChecks(bare, values, placing, resolver);
  const byValue = checksByValue(checks.lines);
  const forms = bare.map((form): FormSheet => ({ ...form, alarms: layoutAlarms(form, byValue) }));
  const instructions = layoutInstructions(placing, checks);
  const hidden = layoutHidden(placing);
  const sheets: SheetLayout[] = [instructions, ...(outlineSheet ? [outlineSheet] : []), ...forms, checks, hidden];
  const present = new Set(values.map(({ definedName }) => definedName));
  const dropped = new Set(placing.values.map(({ definedName }) => definedName).filter((name) => !present.has(name)));
  return {
    formSet: { id: formSet.id, version: formSet.version, title: formSet.title, proposal: formSet.proposal },
    unitKind,
    periodKind,
    sheets,
    values,
    prefilled: placing.prefilled,
    notes: placing.notes,
    names: placing.names.names.filter(({ name }) => !dropped.has(name)),
  };
}
