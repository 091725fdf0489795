/** Cells of an outline workbook by what they hold: values, prefilled figures, notes. */
import type { CellPlace } from "../../cycle/returns.js";
import type { Measure, ValueKey } from "../../forms/form-set.js";

/** A cell with its name. Rows and columns are counted from 1. */
export interface Anchor extends CellPlace {
  readonly row: number;
  readonly column: number;
  readonly definedName: string;
}

/**
 * `typed`: the unit types it; `opening`: a figure of an earlier time (an opening stock; in a review the figure before the
 * plan and those of its years), prefilled and locked, or open as "số ban đầu" where nothing is locked yet;
 * `computed`: a formula over other values; `echo`: shows what stands elsewhere in the same workbook.
 */
export type ValueRole = "typed" | "opening" | "computed" | "echo";

/** A value of the return at its cell. Each key and measure has one cell that is no echo: its home. */
export interface ValueCell extends Anchor {
  readonly key: ValueKey;
  readonly measure: Measure;
  readonly role: ValueRole;
  readonly number: "whole" | "decimal";
  /** Id of the form and label of the row, for messages. */
  readonly form: string;
  readonly label: string;
  /** In the helper column: the key, `C02#2` where a form shows it a second time. */
  readonly rowCode: string;
  /** In the helper row: `4:actual`. */
  readonly columnCode: string;
  /** Excel formula as written, without "=", over defined names: the same wherever the cell moves. */
  readonly formula?: string;
  /** Name of the cell beside it where the unit explains it. */
  readonly note?: string;
}

/** Which table of the prefill a cell shows. */
export type PrefillSource = "openings" | "samePeriod" | "targets" | "earlier" | "cumulative" | "half" | "prior";

/** A cell that is filled before the workbook leaves. What no form shows stands on the hidden sheet. */
export interface PrefilledCell extends Anchor {
  /** Key in the table; in `targets` the target's own code (`T01`), in `earlier` with the measure (`C02/year1`). */
  readonly key: string;
  readonly source: PrefillSource;
  readonly number: "whole" | "decimal";
}

/** A cell where the unit explains the values of its row. */
export interface NoteCell extends Anchor {
  readonly form: string;
  readonly key: ValueKey;
}
