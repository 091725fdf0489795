/** Finds the cells that an expression speaks of, in one measure, and prints it as an Excel formula over their names. */
import { type Expression, expandParts, printExcel, type Reference, references } from "../../forms/expression.js";
import type { Measure, ValueKey } from "../../forms/form-set.js";
import { partsOf } from "../../forms/indicators.js";
import { isEarlier } from "../../forms/measures.js";
import type { PlacedValue, Placing } from "./placing.js";

/** An expression as Excel text, with the cells that must hold numbers and the values of the return among them. */
export interface Printed {
  readonly text: string;
  readonly cells: readonly string[];
  readonly values: readonly PlacedValue[];
}

/** Formula that counts the rows which the unit has filled in each list form, by form. */
export type RowCounts = ReadonlyMap<string, string>;

/** What was met on the way: cells and values, each once. */
class Trail {
  readonly cells = new Set<string>();
  readonly values = new Map<string, PlacedValue>();
  /** Computed indicators on the way that have no cell of their own: they are written out in place. */
  readonly open = new Set<ValueKey>();
}

export class Resolver {
  readonly #placing: Placing;
  readonly #rowCounts: RowCounts;

  constructor(placing: Placing, rowCounts: RowCounts) {
    this.#placing = placing;
    this.#rowCounts = rowCounts;
  }

  /**
   * Prints an expression in a measure.
   *
   * @returns undefined when the workbook does not hold all that it needs
   */
  print(expression: Expression, measure: Measure): Printed | undefined {
    const trail = new Trail();
    const text = this.#printWith(expression, measure, trail);
    return text === undefined ? undefined : { text, cells: [...trail.cells], values: [...trail.values.values()] };
  }

  /** The cell of a value in a measure; of an opening stock its one cell. */
  home(key: ValueKey, measure: Measure): PlacedValue | undefined {
    const own = this.#placing.home(key, measure);
    if (own !== undefined || isEarlier(measure)) return own;
    return this.#placing.indicatorOf(key).opens === undefined ? undefined : this.#placing.home(key, "actual");
  }

  /** Whether the workbook holds some value that an expression speaks of. */
  touches(expression: Expression): boolean {
    return references(expression).some(
      ({ table, key }) => table === undefined && this.home(key, "actual") !== undefined,
    );
  }

  /** Whether the workbook holds every value that an expression speaks of, or what it is computed from. */
  holds(expression: Expression): boolean {
    return references(expression).every(
      ({ table, key }) =>
        table !== undefined || this.print({ kind: "reference", reference: { key }, at: 1 }, "actual") !== undefined,
    );
  }

  #printWith(expression: Expression, measure: Measure, trail: Trail): string | undefined {
    const expanded = expandParts(expression, (code) => partsOf(this.#placing.formSet, code));
    return printExcel(expanded, (reference) => this.#cellOf(reference, measure, trail));
  }

  /** Lists and earlier figures are those at the cut-off: estimates are not compared with them. */
  #cellOf(reference: Reference, measure: Measure, trail: Trail): string | undefined {
    switch (reference.table) {
      case undefined:
        return this.#valueOf(reference.key, measure, trail);
      case "p": {
        const value = this.#placing.formSet.parameters[reference.key];
        return value === undefined ? undefined : String(value);
      }
      case "rows":
        return measure === "actual" ? this.#rowCounts.get(reference.key) : undefined;
      default: {
        if (measure !== "actual") return undefined;
        const cell = this.#earlierCell(reference.table, reference.key);
        trail.cells.add(cell);
        return cell;
      }
    }
  }

  #earlierCell(table: "prior" | "half" | "lastYear", key: ValueKey): string {
    const placing = this.#placing;
    if (table === "lastYear") return placing.hiddenFigure("samePeriod", key).definedName;
    if (table === "half") return placing.hiddenFigure("half", key).definedName;
    // Last year's closing is this year's opening.
    const [code, part] = key.split(".");
    const opening = placing.formSet.indicators.find(({ opens }) => opens === code);
    const openingKey = opening && (part === undefined ? opening.code : `${opening.code}.${part}`);
    const cell = openingKey === undefined ? undefined : placing.home(openingKey, "actual");
    return (cell ?? placing.hiddenFigure("prior", key)).definedName;
  }

  #valueOf(key: ValueKey, measure: Measure, trail: Trail): string | undefined {
    const home = this.home(key, measure);
    if (home !== undefined) {
      trail.cells.add(home.definedName);
      trail.values.set(home.definedName, home);
      return home.definedName;
    }
    const formula = this.#placing.formulaOf(key);
    if (formula === undefined || trail.open.has(key)) return undefined;
    trail.open.add(key);
    const inner = this.#printWith(formula, measure, trail);
    trail.open.delete(key);
    return inner === undefined ? undefined : `(${inner})`;
  }
}
