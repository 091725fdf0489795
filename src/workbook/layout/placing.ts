/** What the forms of one workbook share while cells are given their places: homes of values, names, prefilled figures. */
import { formulaOf } from "../../forms/compiled.js";
import type { Expression } from "../../forms/expression.js";
import { rowsFor } from "../../forms/filing.js";
import type { Form, FormColumn, FormRow, FormSet, Indicator, Measure, ValueKey } from "../../forms/form-set.js";
import { findKey } from "../../forms/indicators.js";
import { measureOf } from "../../forms/measures.js";
import { absoluteReference, addressOf } from "./address.js";
import { NameRegister, prefillName } from "./names.js";
import { SHEETS } from "./wording.js";
import type { Anchor, NoteCell, PrefilledCell, PrefillSource, ValueCell } from "./workbook-layout.js";

/** A value before its formula is known. */
export type PlacedValue = Omit<ValueCell, "formula">;

/** Hidden sheet: first the identity, then from this row on what was prefilled, name and value. */
export const COPIES = { firstRow: 20, nameColumn: 1, valueColumn: 2 } as const;

/** Whole numbers, except percentages. */
export const numberOf = ({ kind, unit }: Indicator): "whole" | "decimal" =>
  kind === "ratio" || unit.includes("%") ? "decimal" : "whole";

export class Placing {
  readonly formSet: FormSet;
  readonly periodKind: string;
  readonly names = new NameRegister();
  /** Values in the order of forms and rows, echoes included. */
  readonly values: PlacedValue[] = [];
  readonly prefilled: PrefilledCell[] = [];
  readonly notes: NoteCell[] = [];
  readonly #homes = new Map<string, PlacedValue>();
  readonly #declared = new Set<string>();
  readonly #prefilledBy = new Map<string, PrefilledCell>();

  /** @param forms the forms of the workbook, in order */
  constructor(formSet: FormSet, periodKind: string, forms: readonly Form[]) {
    this.formSet = formSet;
    this.periodKind = periodKind;
    for (const form of forms) {
      for (const row of rowsFor(formSet, form, periodKind)) {
        if (row.shown) continue;
        for (const column of form.columns) {
          const measure = measureOf(column);
          if (measure !== undefined && this.applies(row, column)) this.#declared.add(`${row.indicator}/${measure}`);
        }
      }
    }
  }

  /**
   * The indicator of a key; of a part (`A01.CP`) that of the whole.
   *
   * @throws Error when the form set has no such key: it was not checked on loading
   */
  indicatorOf(key: ValueKey): Indicator {
    const meaning = findKey(this.formSet, key);
    if (meaning === undefined) throw new Error(`form set ${this.formSet.id}: no indicator for ${key}`);
    return meaning.indicator;
  }

  /** Whether a row has a value in a column. */
  applies({ indicator, notApplicable }: FormRow, { number }: FormColumn): boolean {
    return indicator !== undefined && !notApplicable?.includes(number);
  }

  /** Formula of a key that is computed; a part of a broken-down indicator is typed even if the whole is computed. */
  formulaOf(key: ValueKey): Expression | undefined {
    const meaning = findKey(this.formSet, key);
    return meaning === undefined || meaning.member !== undefined
      ? undefined
      : formulaOf(this.formSet, meaning.indicator);
  }

  /** Names a cell. */
  anchor(sheet: string, row: number, column: number, wanted: string): Anchor {
    const definedName = this.names.take(wanted, absoluteReference(sheet, { row, column }));
    return { sheet, row, column, address: addressOf(row, column), definedName };
  }

  home(key: ValueKey, measure: Measure): PlacedValue | undefined {
    return this.#homes.get(`${key}/${measure}`);
  }

  /** Whether some form gives the value its place, be it further on. */
  hasHome(key: ValueKey, measure: Measure): boolean {
    const id = `${key}/${measure}`;
    return this.#homes.has(id) || this.#declared.has(id);
  }

  addValue(value: PlacedValue): PlacedValue {
    if (value.role !== "echo") this.#homes.set(`${value.key}/${value.measure}`, value);
    this.values.push(value);
    return value;
  }

  prefilledOf(source: PrefillSource, key: string): PrefilledCell | undefined {
    return this.#prefilledBy.get(`${source}/${key}`);
  }

  addPrefilled(cell: PrefilledCell): PrefilledCell {
    this.#prefilledBy.set(`${cell.source}/${cell.key}`, cell);
    this.prefilled.push(cell);
    return cell;
  }

  /** The cell of a figure that no form shows, on the hidden sheet beside the copies of the others. */
  hiddenFigure(source: Exclude<PrefillSource, "openings" | "earlier">, key: ValueKey): PrefilledCell {
    const there = this.prefilledOf(source, key);
    if (there !== undefined) return there;
    const row = COPIES.firstRow + this.prefilled.length;
    const anchor = this.anchor(SHEETS.hidden, row, COPIES.valueColumn, prefillName[source](key));
    return this.addPrefilled({ ...anchor, key, source, number: numberOf(this.indicatorOf(key)) });
  }
}
