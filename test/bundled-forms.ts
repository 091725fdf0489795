/** What a form of the bundled form set asks of a unit, by its declaration alone: which rules of reading can apply to it. */
import type { Form, FormColumn, FormRow, Measure } from "../src/forms/form-set.js";
import { findKey, formsFor, rowsFor, targetOf } from "../src/forms/index.js";
import { FORM_SET, type OutlineKind } from "./bundled-returns.js";

/** A form as one kind of unit files it in one kind of period. */
export interface FiledForm extends OutlineKind {
  readonly form: Form;
}

export interface Asked {
  /** Cells that hold a figure by themselves: typed, or the stock of an earlier time. */
  readonly own: number;
  /** Cells for a number that the unit types. */
  readonly numbers: number;
  /** Cells for a day. */
  readonly days: number;
  /** Values that are worked out from others, and those that stand in another form. */
  readonly computed: number;
  readonly echoes: number;
  /** Columns such as "4*100/5" that have a result in some row. */
  readonly shares: number;
  /** Figures that come filled in and locked. */
  readonly locked: number;
  /** Heads over several columns, or beside such ones. */
  readonly mergedHeads: boolean;
}

const MEASURES: Readonly<Partial<Record<FormColumn["content"], Measure>>> = {
  actual: "actual",
  estimate: "estimate",
  official: "official",
  baseline: "baseline",
  spanTotal: "actual",
};
const measureOf = ({ content, year }: FormColumn): Measure | undefined =>
  content === "ofYear" ? `year${year ?? 1}` : MEASURES[content];

const isEarlier = (measure: Measure): boolean => measure === "baseline" || measure.startsWith("year");
const applies = ({ notApplicable }: FormRow, { number }: FormColumn): boolean => !notApplicable?.includes(number);

type Role = "typed" | "stock" | "computed" | "echo";

/** Cells with values of all forms of a workbook, in their order, each with what it is. */
function rolesOf({ unitKind, periodKind }: OutlineKind): readonly { form: string; column: FormColumn; role: Role }[] {
  const cells = formsFor(FORM_SET, unitKind, periodKind).flatMap((form) =>
    rowsFor(FORM_SET, form, periodKind).flatMap((row) =>
      form.columns.flatMap((column) => {
        const [key, measure] = [row.indicator, measureOf(column)];
        const meaning = key === undefined ? undefined : findKey(FORM_SET, key);
        if (key === undefined || meaning === undefined || measure === undefined || !applies(row, column)) return [];
        const { indicator, member } = meaning;
        if (indicator.kind === "target") return [];
        const formula = member === undefined && indicator.formula !== undefined;
        return [
          { form: form.id, column, key, measure, formula, opens: indicator.opens !== undefined, shown: row.shown },
        ];
      }),
    ),
  );
  const homes = new Set(cells.flatMap(({ key, measure, shown }) => (shown ? [] : [`${key}/${measure}`])));
  const taken = new Set<string>();
  return cells.map(({ form, column, key, measure, formula, opens, shown }) => {
    const id = `${key}/${measure}`;
    const elsewhere = opens && !isEarlier(measure) && measure !== "actual" && homes.has(`${key}/actual`);
    if (elsewhere || taken.has(id) || (shown && homes.has(id))) return { form, column, role: "echo" };
    taken.add(id);
    if (column.content === "spanTotal") return { form, column, role: "computed" };
    if (isEarlier(measure)) return { form, column, role: "typed" };
    return { form, column, role: formula ? "computed" : opens ? "stock" : "typed" };
  });
}

/** Targets, same periods and opening stocks of a form's rows. */
function lockedOf(form: Form, periodKind: string): number {
  const columns = (content: FormColumn["content"], row: FormRow): number =>
    form.columns.filter((column) => column.content === content && applies(row, column)).length;
  return rowsFor(FORM_SET, form, periodKind)
    .map((row) => {
      const { indicator: key } = row;
      if (key === undefined) return 0;
      const yearly = targetOf(FORM_SET, key, "year") === undefined ? 0 : columns("target", row);
      const planned = targetOf(FORM_SET, key, "plan") === undefined ? 0 : columns("spanTarget", row);
      return columns("samePeriod", row) + yearly + planned;
    })
    .reduce((sum, count) => sum + count, 0);
}

function sharesOf(form: Form, periodKind: string): number {
  const columns = form.columns.filter(({ content }) => content === "computed");
  return rowsFor(FORM_SET, form, periodKind).filter(
    (row) => row.indicator !== undefined && columns.some((column) => applies(row, column)),
  ).length;
}

export function askedOf({ form, ...kind }: FiledForm): Asked {
  const roles = rolesOf(kind).filter((cell) => cell.form === form.id);
  const count = (...wanted: readonly Role[]): number => roles.filter(({ role }) => wanted.includes(role)).length;
  const room = form.body.kind === "list" ? form.body.room : 0;
  const listed = (content: FormColumn["content"]): number =>
    form.columns.filter((column) => column.content === content).length * room;
  return {
    own: count("typed", "stock"),
    numbers: count("typed") + listed("integer"),
    days: listed("date"),
    computed: count("computed"),
    echoes: count("echo"),
    shares: sharesOf(form, kind.periodKind),
    locked: count("stock") + lockedOf(form, kind.periodKind),
    mergedHeads: form.columns.some(({ head }) => head.length > 1),
  };
}
