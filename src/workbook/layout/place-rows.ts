/** Places the body of a form whose rows are indicators. */
import type { ColumnContent, Form, FormRow, Measure, ValueKey } from "../../forms/form-set.js";
import { addressOf } from "./address.js";
import { echoName, noteName, prefillName, valueName } from "./names.js";
import { MEASURE_OF, numberOf, type PlacedValue, type Placing } from "./placing.js";
import type { ColumnPlace, NoteCell, PrefilledCell, RowPlace } from "./workbook-layout.js";

/** A body cell before formulas are known. */
export type PlacedContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "notApplicable" }
  | { readonly kind: "value"; readonly value: PlacedValue }
  | { readonly kind: "prefilled"; readonly prefilled: PrefilledCell }
  /** Shows a prefilled figure that stands in another form. */
  | { readonly kind: "prefilledEcho"; readonly of: PrefilledCell }
  /** Prefilled part plus this period's value. */
  | { readonly kind: "cumulative"; readonly key: ValueKey }
  | { readonly kind: "columnFormula"; readonly formula: string }
  | { readonly kind: "note"; readonly note: NoteCell }
  | { readonly kind: "open" }
  | { readonly kind: "blank" };

export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly source: ColumnPlace["source"];
  readonly content: PlacedContent;
}

/** Contents prefilled in the form itself. */
const PREFILLED = { samePeriod: "samePeriod", target: "targets", spanTarget: "spanTargets" } as const;

const isKeyOf = <T extends object>(table: T, key: PropertyKey): key is keyof T => key in table;

interface RowContext {
  readonly placing: Placing;
  readonly form: Form;
  readonly sheet: string;
  readonly row: number;
  readonly source: FormRow;
  readonly code: string;
  readonly note: NoteCell | undefined;
}

function placeValue(
  { placing, form, sheet, row, source, code, note }: RowContext,
  { column, code: columnCode }: ColumnPlace,
  key: ValueKey,
  measure: Measure,
): PlacedContent {
  const indicator = placing.indicatorOf(key);
  const shared = {
    key,
    measure,
    number: numberOf(indicator),
    form: form.id,
    label: source.label,
    rowCode: code,
    columnCode,
    ...(note === undefined ? {} : { note: note.definedName }),
  };
  // An opening stock has one value: estimates and official figures start from the same one.
  const homeMeasure = indicator.opens !== undefined && placing.home(key, "actual") !== undefined ? "actual" : measure;
  if (placing.home(key, homeMeasure) !== undefined) {
    const anchor = placing.anchor(sheet, row, column, echoName(form.id, key, measure));
    return { kind: "value", value: placing.addValue({ ...anchor, ...shared, role: "echo" }) };
  }
  const computed = placing.formulaOf(key) !== undefined;
  const role = computed ? "computed" : indicator.opens === undefined ? "typed" : "opening";
  const anchor = placing.anchor(sheet, row, column, valueName(key, measure));
  if (role === "opening") placing.addPrefilled({ ...anchor, key, source: "openings", number: shared.number });
  return { kind: "value", value: placing.addValue({ ...anchor, ...shared, role }) };
}

function placePrefilled(
  { placing, sheet, row }: RowContext,
  { column }: ColumnPlace,
  key: ValueKey,
  content: keyof typeof PREFILLED,
): PlacedContent {
  const source = PREFILLED[content];
  const there = placing.prefilledOf(source, key);
  if (there !== undefined) return { kind: "prefilledEcho", of: there };
  const anchor = placing.anchor(sheet, row, column, prefillName[source](key));
  const number = numberOf(placing.indicatorOf(key));
  return { kind: "prefilled", prefilled: placing.addPrefilled({ ...anchor, key, source, number }) };
}

/** Contents that every row has, whether it holds an indicator or heads others. */
function placeText(context: RowContext, content: ColumnContent): PlacedContent | undefined {
  const { placing, source } = context;
  switch (content) {
    case "ordinal":
      return { kind: "text", text: source.ordinal };
    case "label":
      return { kind: "text", text: source.label };
    case "unitOfCount":
      return {
        kind: "text",
        text: source.indicator === undefined ? "" : placing.indicatorOf(source.indicator).unit,
      };
    default:
      return undefined;
  }
}

function placeContent(context: RowContext, column: ColumnPlace): PlacedContent {
  const { placing, source, note } = context;
  const { content, number, formula } = column.source;
  const text = placeText(context, content);
  if (text !== undefined) return text;
  const key = source.indicator;
  if (key === undefined) return { kind: "blank" };
  if (content === "note") return note === undefined ? { kind: "blank" } : { kind: "note", note };
  if (source.notApplicable?.includes(number) || !placing.asked(key)) return { kind: "notApplicable" };
  if (isKeyOf(MEASURE_OF, content)) return placeValue(context, column, key, MEASURE_OF[content]);
  if (isKeyOf(PREFILLED, content)) return placePrefilled(context, column, key, content);
  if (content === "cumulative") {
    // Over several years only flows add up (reporting §3).
    return placing.indicatorOf(key).kind === "flow" ? { kind: "cumulative", key } : { kind: "notApplicable" };
  }
  if (content === "computed") return formula === undefined ? { kind: "blank" } : { kind: "columnFormula", formula };
  return { kind: "open" };
}

/** Codes of rows: the key, with a number when the form shows it again. */
function rowCodes(rows: readonly FormRow[]): readonly string[] {
  const seen = new Map<string, number>();
  return rows.map(({ indicator }) => {
    if (indicator === undefined) return "";
    const count = (seen.get(indicator) ?? 0) + 1;
    seen.set(indicator, count);
    return count === 1 ? indicator : `${indicator}#${count}`;
  });
}

/**
 * Places the rows of a form and registers its values, prefilled cells and notes.
 *
 * @param firstRow sheet row of the first form row
 */
export function placeRows(
  placing: Placing,
  form: Form,
  formRows: readonly FormRow[],
  sheet: string,
  columns: readonly ColumnPlace[],
  firstRow: number,
): { readonly rows: readonly RowPlace[]; readonly cells: readonly PlacedCell[] } {
  const codes = rowCodes(formRows);
  const noteColumn = columns.find(({ source }) => source.content === "note");
  const cells: PlacedCell[] = [];
  const rows = formRows.map((source, index): RowPlace => {
    const row = firstRow + index;
    const code = codes[index] ?? "";
    const key = source.indicator;
    let note: NoteCell | undefined;
    if (key !== undefined && noteColumn !== undefined) {
      note = { ...placing.anchor(sheet, row, noteColumn.column, noteName(form.id, key)), form: form.id, key };
      placing.notes.push(note);
    }
    const context: RowContext = { placing, form, sheet, row, source, code, note };
    for (const column of columns) {
      cells.push({
        row,
        column: column.column,
        address: addressOf(row, column.column),
        source: column.source,
        content: placeContent(context, column),
      });
    }
    return { row, code, source };
  });
  return { rows, cells };
}
