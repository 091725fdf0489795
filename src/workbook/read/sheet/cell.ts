/** A cell as the file has it, before anything is made of it. */

/** What stands in a cell; `none` is a formula that was saved without a result. */
export type CellContent =
  | { readonly kind: "number"; readonly value: number; /** The cell is formatted as a date or time. */ readonly date: boolean }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** ISO date, as strict Open XML writes it. */
  | { readonly kind: "day"; readonly iso: string }
  /** `#REF!` and the like. */
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "none" };

/** A cell that holds something. */
export interface SheetCell {
  readonly content: CellContent;
  /** Without "="; shared formulas written out. */
  readonly formula?: string;
}

/** A sheet as read. */
export interface SheetGrid {
  readonly name: string;
  /** Cells that hold something, by `cellKey`, in the order of the file. */
  readonly cells: ReadonlyMap<number, SheetCell>;
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[];
  /** Locked by sheet protection. */
  readonly protected: boolean;
  /** Something stands outside the rows and columns that are read. */
  readonly overflow: boolean;
  /** The sheet was too large to be read to its end. */
  readonly cut: boolean;
}
