/** What the forms of one workbook share while cells are given their places: homes of values, names, prefilled figures. */
import type { Form, FormColumn, FormRow, FormSet, Indicator, Measure, ValueKey } from "../../forms/form-set.js";
import { absoluteReference, addressOf } from "./address.js";
import { measureOf } from "./measures.js";
import { NameRegister } from "./names.js";
import type { Anchor, NoteCell, PrefilledCell, PrefillSource, ValueCell } from "./workbook-layout.js";

/** A value before its formula is known. */
export type PlacedValue = Omit<ValueCell, "formula">;

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
  readonly #indicators: ReadonlyMap<string, Indicator>;
  readonly #homes = new Map<string, PlacedValue>();
  readonly #declared = new Set<string>();
  readonly #prefilledBy = new Map<string, PrefilledCell>();

  /** @param forms the forms of the workbook, in order */
  constructor(formSet: FormSet, periodKind: string, forms: readonly Form[]) {
    this.formSet = formSet;
    this.periodKind = periodKind;
    this.#indicators = new Map(formSet.indicators.map((indicator) => [indicator.code, indicator]));
    for (const { body, columns } of forms) {
      if (body.kind !== "rows") continue;
      for (const row of body.rows) {
        if (row.shown) continue;
        for (const column of columns) {
          const measure = measureOf(column);
          if (measure !== undefined && this.applies(row, column)) this.#declared.add(`${row.indicator}/${measure}`);
        }
      }
    }
  }

  /**
   * The indicator of a key; of a part (`A01.CP`) that of the whole.
   *
   * @throws Error when the form set has no such indicator: it was not checked on loading
   */
  indicatorOf(key: ValueKey): Indicator {
    const indicator = this.#indicators.get(key.split(".")[0] ?? key);
    if (indicator === undefined) throw new Error(`form set ${this.formSet.id}: no indicator for ${key}`);
    return indicator;
  }

  /** Whether a row has a value in a column: the column is not crossed out and the kind of period asks for the indicator. */
  applies({ indicator, notApplicable }: FormRow, { number }: FormColumn): boolean {
    if (indicator === undefined || notApplicable?.includes(number)) return false;
    return this.indicatorOf(indicator).periods?.includes(this.periodKind) ?? true;
  }

  /** Expression of a key that is computed; a part of a broken-down indicator is typed even if the whole is computed. */
  formulaOf(key: ValueKey): string | undefined {
    return key.includes(".") ? undefined : this.#indicators.get(key)?.formula;
  }

  /** The target that is set for an indicator, for a year or for the plan's span. */
  targetFor(key: ValueKey, span: "year" | "plan"): Indicator | undefined {
    return this.formSet.indicators.find(({ target }) => target?.of === key && target.span === span);
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
}
