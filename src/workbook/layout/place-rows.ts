/** Places the body of a form whose rows are indicators. */
import { references } from "../../forms/expression.js";
import type { Form, FormRow, Measure, ValueKey } from "../../forms/form-set.js";
import { isEarlier, measureOf } from "../../forms/measures.js";
import { targetOf, upperEndOf } from "../../forms/targets.js";
import { addressOf } from "./address.js";
import { echoName, noteName, prefillName, valueName } from "./names.js";
import { numberOf, type PlacedValue, type Placing } from "./placing.js";
import type { ColumnPlace, NoteCell, PrefilledCell, RowPlace, ValueRole } from "./workbook-layout.js";

/** A body cell before formulas are known. */
export type PlacedContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "notApplicable" }
  | { readonly kind: "value"; readonly value: PlacedValue; readonly spanTotal: boolean }
  | { readonly kind: "prefilled"; readonly prefilled: PrefilledCell }
  /** Shows a prefilled figure that stands in another form. */
  | { readonly kind: "prefilledEcho"; readonly of: PrefilledCell }
  /** A target that is a range: its ends stand on the hidden sheet. */
  | { readonly kind: "range"; readonly ends: readonly [lower: PrefilledCell, upper: PrefilledCell] }
  /** Prefilled part plus this period's value. */
  | { readonly kind: "cumulative"; readonly key: ValueKey }
  | { readonly kind: "columnFormula"; readonly formula: string }
  | { readonly kind: "verdict"; readonly key: ValueKey }
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

interface RowContext {
  readonly placing: Placing;
  readonly form: Form;
  readonly sheet: string;
  readonly row: number;
  readonly source: FormRow;
  readonly code: string;
  readonly note: NoteCell | undefined;
}

/** Where the value of a key stands if not here: an opening stock has one value for all measures of a period. */
function homeMeasure(placing: Placing, key: ValueKey, measure: Measure): Measure {
  const opens = placing.indicatorOf(key).opens !== undefined;
  return opens && !isEarlier(measure) && placing.hasHome(key, "actual") ? "actual" : measure;
}

/** Whether all that a figure of an earlier time is computed from stands in the workbook. */
function isComputedIn(placing: Placing, key: ValueKey, measure: Measure): boolean {
  const formula = placing.formulaOf(key);
  return (
    formula !== undefined &&
    references(formula).every(
      ({ table, key: of }) => table === "p" || (table === undefined && placing.hasHome(of, measure)),
    )
  );
}

function roleOf({ placing, source }: RowContext, key: ValueKey, measure: Measure, spanTotal: boolean): ValueRole {
  const home = homeMeasure(placing, key, measure);
  if (placing.home(key, home) !== undefined || home !== measure) return "echo";
  if (source.shown && placing.hasHome(key, measure)) return "echo";
  if (spanTotal) return "computed";
  if (isEarlier(measure)) return isComputedIn(placing, key, measure) ? "computed" : "opening";
  if (placing.formulaOf(key) !== undefined) return "computed";
  return placing.indicatorOf(key).opens === undefined ? "typed" : "opening";
}

function placeValue(context: RowContext, place: ColumnPlace, key: ValueKey, measure: Measure): PlacedContent {
  const { placing, form, sheet, row, source, code, note } = context;
  const spanTotal = place.source.content === "spanTotal";
  const role = roleOf(context, key, measure, spanTotal);
  const name = role === "echo" ? echoName(form.id, key, measure) : valueName(key, measure);
  const anchor = placing.anchor(sheet, row, place.column, name);
  const number = numberOf(placing.indicatorOf(key));
  if (role === "opening") {
    const earlier = isEarlier(measure);
    placing.addPrefilled({
      ...anchor,
      key: earlier ? `${key}/${measure}` : key,
      source: earlier ? "earlier" : "openings",
      number,
    });
  }
  const value = placing.addValue({
    ...anchor,
    key,
    measure,
    role,
    number,
    form: form.id,
    label: source.label,
    rowCode: code,
    columnCode: place.code,
    ...(note === undefined ? {} : { note: note.definedName }),
  });
  return { kind: "value", value, spanTotal };
}

function placePrefilled(
  { placing, sheet, row }: RowContext,
  { column }: ColumnPlace,
  source: "samePeriod" | "targets",
  key: string,
): PlacedContent {
  const there = placing.prefilledOf(source, key);
  if (there !== undefined) return { kind: "prefilledEcho", of: there };
  const anchor = placing.anchor(sheet, row, column, prefillName[source](key));
  const number = numberOf(placing.indicatorOf(key));
  return { kind: "prefilled", prefilled: placing.addPrefilled({ ...anchor, key, source, number }) };
}

/** A target column shows the target that the form set declares for the row's indicator, or the row itself is the target. */
function placeTarget(context: RowContext, place: ColumnPlace, key: ValueKey, span: "year" | "plan"): PlacedContent {
  const { placing } = context;
  const own = placing.indicatorOf(key);
  const target = own.kind === "target" ? own : targetOf(placing.formSet, key, span);
  if (target === undefined) return { kind: "notApplicable" };
  const upper = upperEndOf(placing.formSet, target);
  if (upper === undefined) return placePrefilled(context, place, "targets", target.code);
  return {
    kind: "range",
    ends: [placing.hiddenFigure("targets", target.code), placing.hiddenFigure("targets", upper.code)],
  };
}

function placeFigure(context: RowContext, place: ColumnPlace, key: ValueKey): PlacedContent {
  const { placing } = context;
  const { content, formula } = place.source;
  const measure = measureOf(place.source);
  if (measure !== undefined) {
    const { kind, code } = placing.indicatorOf(key);
    return kind === "target"
      ? placePrefilled(context, place, "targets", code)
      : placeValue(context, place, key, measure);
  }
  switch (content) {
    case "samePeriod":
      return placePrefilled(context, place, "samePeriod", key);
    case "target":
      return placeTarget(context, place, key, "year");
    case "spanTarget":
      return placeTarget(context, place, key, "plan");
    case "cumulative":
      // Over several years only flows add up (reporting §3).
      return placing.indicatorOf(key).kind === "flow" ? { kind: "cumulative", key } : { kind: "notApplicable" };
    case "computed":
      return formula === undefined ? { kind: "blank" } : { kind: "columnFormula", formula };
    case "verdict":
      return { kind: "verdict", key };
    default:
      return { kind: "open" };
  }
}

function placeContent(context: RowContext, place: ColumnPlace): PlacedContent {
  const { placing, source, note } = context;
  const key = source.indicator;
  switch (place.source.content) {
    case "ordinal":
      return { kind: "text", text: source.ordinal };
    case "label":
      return { kind: "text", text: source.label };
    case "unitOfCount":
      return { kind: "text", text: key === undefined ? "" : placing.indicatorOf(key).unit };
    case "note":
      return note === undefined ? { kind: "blank" } : { kind: "note", note };
    default:
      if (key === undefined) return { kind: "blank" };
      return placing.applies(source, place.source) ? placeFigure(context, place, key) : { kind: "notApplicable" };
  }
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
    for (const place of columns) {
      const { column, source: declared } = place;
      cells.push({
        row,
        column,
        address: addressOf(row, column),
        source: declared,
        content: placeContent(context, place),
      });
    }
    return { row, code, source };
  });
  return { rows, cells };
}
