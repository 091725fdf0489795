/** What the forms of one workbook share while cells are given their places: homes of values, names, prefilled figures. */
import type { FormSet, Indicator, Measure, ValueKey } from "../../forms/form-set.js";
import { absoluteReference, addressOf } from "./address.js";
import { NameRegister } from "./names.js";
import type { Anchor, NoteCell, PrefilledCell, PrefillSource, ValueCell } from "./workbook-layout.js";

/** Column contents that hold a measure. */
export const MEASURE_OF = { actual: "actual", estimate: "estimate", official: "official" } as const satisfies Partial<
  Record<string, Measure>
>;

/** A value before its formula is known. */
export type PlacedValue = Omit<ValueCell, "formula">;

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
  readonly #prefilledBy = new Map<string, PrefilledCell>();

  constructor(formSet: FormSet, periodKind: string) {
    this.formSet = formSet;
    this.periodKind = periodKind;
    this.#indicators = new Map(formSet.indicators.map((indicator) => [indicator.code, indicator]));
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

  /** Expression of a key that is computed; a part of a broken-down indicator is typed even if the whole is computed. */
  formulaOf(key: ValueKey): string | undefined {
    return key.includes(".") ? undefined : this.#indicators.get(key)?.formula;
  }

  /** Whether the kind of period asks for the indicator. */
  asked(key: ValueKey): boolean {
    return this.indicatorOf(key).periods?.includes(this.periodKind) ?? true;
  }

  /** Names a cell. */
  anchor(sheet: string, row: number, column: number, wanted: string): Anchor {
    const definedName = this.names.take(wanted, absoluteReference(sheet, { row, column }));
    return { sheet, row, column, address: addressOf(row, column), definedName };
  }

  home(key: ValueKey, measure: Measure): PlacedValue | undefined {
    return this.#homes.get(`${key}/${measure}`);
  }

  addValue(value: PlacedValue): PlacedValue {
    if (value.role !== "echo") this.#homes.set(`${value.key}/${value.measure}`, value);
    this.values.push(value);
    return value;
  }

  prefilledOf(source: PrefillSource, key: ValueKey): PrefilledCell | undefined {
    return this.#prefilledBy.get(`${source}/${key}`);
  }

  addPrefilled(cell: PrefilledCell): PrefilledCell {
    this.#prefilledBy.set(`${cell.source}/${cell.key}`, cell);
    this.prefilled.push(cell);
    return cell;
  }
}

/** How a key's figures are written: percentages with decimals, counts whole. */
export const numberOf = ({ kind, unit }: Indicator): "whole" | "decimal" =>
  kind === "ratio" || unit.includes("%") ? "decimal" : "whole";
