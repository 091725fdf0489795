/** Which forms a period's report has as annexes, and their rows. */
import {
  consolidatedForms,
  type Form,
  type FormColumn,
  type FormRow,
  type FormSet,
  isAskedIn,
  rowsFor,
} from "../../forms/index.js";

/** A form as the desk fills it: with a row a unit, or a row an indicator over the whole. */
export interface AnnexForm {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly orientation: Form["orientation"];
  readonly unitOfCount?: string;
  readonly columns: readonly FormColumn[];
  /** Absent for a form with a row a unit. */
  readonly rows?: readonly FormRow[];
  readonly guidance: readonly string[];
}

const headOf = ({ id, number, title, orientation, unitOfCount, columns, guidance = [] }: Form) => ({
  ...{ id, number, title, orientation, columns, guidance },
  ...(unitOfCount === undefined ? {} : { unitOfCount }),
});

/** Columns that hold the same, whatever their heads say. */
const shapeOf = ({ columns }: Form): string => columns.map(({ number, content }) => `${number}:${content}`).join();

/** The rows of a form and of its sisters for other kinds of unit: every indicator once, under the sister's own title. */
function rowsOfAll(formSet: FormSet, forms: readonly Form[], periodKind: string): readonly FormRow[] {
  const known = new Set<string>();
  return forms.flatMap((form, place): readonly FormRow[] => {
    const rows = rowsFor(formSet, form, periodKind);
    const added = rows.filter(({ indicator }) => indicator !== undefined && !known.has(indicator));
    for (const { indicator } of added) if (indicator !== undefined) known.add(indicator);
    if (place === 0) return rows;
    return added.length === 0 ? [] : [{ ordinal: "", label: form.title, level: 0 }, ...added];
  });
}

/**
 * The annexes of a kind of period, in the order of the form set: of each form number its consolidated face where it has
 * one, else its rows over the whole. Lists are left to the units: they may name persons.
 */
export function annexForms(formSet: FormSet, periodKind: string): readonly AnnexForm[] {
  const consolidated = new Map(consolidatedForms(formSet, periodKind).map((form) => [form.number, form]));
  const numbers = new Map<string, Form[]>();
  for (const form of formSet.forms) {
    if (!isAskedIn(form, periodKind) || form.body.kind === "list") continue;
    numbers.set(form.number, [...(numbers.get(form.number) ?? []), form]);
  }
  return [...numbers].flatMap(([number, forms]): readonly AnnexForm[] => {
    const face = consolidated.get(number);
    if (face !== undefined) return [headOf(face)];
    const [first] = forms;
    if (first === undefined) return [];
    const sisters = forms.filter((form) => shapeOf(form) === shapeOf(first));
    return [{ ...headOf(first), rows: rowsOfAll(formSet, sisters, periodKind) }];
  });
}
