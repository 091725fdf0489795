/** Who files what, and when. */
import { conditionOf } from "./compiled.js";
import { references } from "./expression.js";
import type { Check, Form, FormRow, FormSet, Outline, ValueKey } from "./form-set.js";
import { findKey, isAskedIn, isTypedKey } from "./indicators.js";

/** The forms that a kind of unit files in a kind of period, in the order of the form set. */
export const formsFor = (formSet: FormSet, unitKind: string, periodKind: string): readonly Form[] =>
  formSet.forms.filter(
    (form) => form.face === "unit" && form.filedBy.includes(unitKind) && isAskedIn(form, periodKind),
  );

/** The forms with a row a unit, which the desk makes. */
export const consolidatedForms = (formSet: FormSet, periodKind: string): readonly Form[] =>
  formSet.forms.filter((form) => form.face === "consolidated" && isAskedIn(form, periodKind));

/** Rows of a form in a kind of period: without those whose indicator is not asked then. */
export function rowsFor(formSet: FormSet, form: Form, periodKind: string): readonly FormRow[] {
  if (form.body.kind !== "rows") return [];
  return form.body.rows.filter(({ indicator }) => {
    const meaning = indicator === undefined ? undefined : findKey(formSet, indicator);
    return meaning === undefined || isAskedIn(meaning.indicator, periodKind);
  });
}

/** Keys that have their place, not only an echo, in the forms of a kind of unit, in the order of rows. */
export const placedKeys = (formSet: FormSet, unitKind: string, periodKind: string): readonly ValueKey[] =>
  formsFor(formSet, unitKind, periodKind)
    .flatMap((form) => rowsFor(formSet, form, periodKind))
    .flatMap(({ indicator, shown }) => (indicator === undefined || shown ? [] : [indicator]));

/** Keys that a kind of unit types in a kind of period. */
export const filedIndicators = (formSet: FormSet, unitKind: string, periodKind: string): readonly ValueKey[] =>
  placedKeys(formSet, unitKind, periodKind).filter((key) => isTypedKey(formSet, key));

/** The đề cương that a kind of unit writes in a kind of period. */
export const outlineFor = (formSet: FormSet, unitKind: string, periodKind: string): Outline | undefined =>
  formSet.outlines.find(
    ({ periods, filedBy }) => periods.includes(periodKind) && (filedBy?.includes(unitKind) ?? true),
  );

/** The checks of one return, or of the whole, in a kind of period. */
export const checksFor = (formSet: FormSet, scope: Check["scope"], periodKind: string): readonly Check[] =>
  formSet.checks.filter((check) => check.scope === scope && isAskedIn(check, periodKind));

/**
 * The checks of one return that a kind of unit can break: those whose figures, apart from earlier ones, its forms hold.
 */
export function checksOfUnit(formSet: FormSet, unitKind: string, periodKind: string): readonly Check[] {
  const placed = new Set(placedKeys(formSet, unitKind, periodKind));
  const lists = formsFor(formSet, unitKind, periodKind).map(({ id }) => id);
  return checksFor(formSet, "unit", periodKind).filter((check) =>
    references(conditionOf(formSet, check)).every(({ table, key }) => {
      if (table === "rows") return lists.includes(key);
      return table !== undefined || placed.has(key);
    }),
  );
}

/** Kinds of period that a form set's forms and outlines name. */
export const periodKindsOf = (formSet: FormSet): readonly string[] => [
  ...new Set([...formSet.forms, ...formSet.outlines].flatMap(({ periods }) => periods ?? [])),
];

/** How many years the forms of a kind of period have columns for; 0 when they have none. */
export const yearsAsked = (formSet: FormSet, periodKind: string): number =>
  Math.max(
    0,
    ...formSet.forms
      .filter((form) => isAskedIn(form, periodKind))
      .flatMap(({ columns }) => columns.map(({ content, year }) => (content === "ofYear" ? (year ?? 1) : 0))),
  );
