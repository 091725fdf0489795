/** A cell as the file has it, before anything is made of it. */
import { decodeByteText } from "../../../xml/byte-text.js";
import { resolveEntities } from "../../../xml/entities.js";
import { shiftFormula } from "./shift-formula.js";

/** What stands in a cell; `none` is a formula that was saved without a result. */
export type CellContent =
  | {
      readonly kind: "number";
      readonly value: number /** The cell is formatted as a date or time. */;
      readonly date: boolean;
    }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** ISO date, as strict Open XML writes it. */
  | { readonly kind: "day"; readonly iso: string }
  /** `#REF!` and the like. */
  | { readonly kind: "error"; readonly code: string }
  | { readonly kind: "none" };

/** A formula as the file has it: most are never looked at, so they are resolved only by `formulaText`. */
export interface CellFormula {
  /** Byte text with the file's entities. */
  readonly raw: string;
  /** How far the cell lies from the one that a shared formula was written for. */
  readonly rows: number;
  readonly columns: number;
}

/** A cell that holds something. */
export interface SheetCell {
  readonly content: CellContent;
  readonly formula?: CellFormula;
}

/** A formula's text without "="; a shared one as it reads in this cell. */
export function formulaText({ raw, rows, columns }: CellFormula): string {
  const text = resolveEntities(decodeByteText(raw)).trim();
  return rows === 0 && columns === 0 ? text : shiftFormula(text, rows, columns);
}

/** A sheet as read. */
export interface SheetGrid {
  readonly name: string;
  /** Cells that hold something, by `cellKey`, in the order of the file. */
  readonly cells: ReadonlyMap<number, SheetCell>;
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  /** Locked by sheet protection. */
  readonly protected: boolean;
  /** Something stands outside the rows and columns that are read. */
  readonly overflow: boolean;
  /** There are more rows than are read, whether anything stands in them or not. */
  readonly long: boolean;
  /** What follows the rows was read: merged areas, protection. */
  readonly ended: boolean;
  /** The sheet was too large: not all rows within the limit could be read. */
  readonly cut: boolean;
}
