/** One table for both faces of an annex: in the document and in the workbook. */
import type { FormColumn } from "../../forms/index.js";

/** How a cell's number follows from others, counted in rows and columns of the same table. */
export type AnnexFormula =
  /** The cells of the same column in these rows added up. */
  | { readonly kind: "sum"; readonly rows: readonly number[] }
  /** Over the numbers of the columns, as printed in the column-number row: "4*100/5". */
  | { readonly kind: "columns"; readonly text: string };

export type AnnexCell =
  /** Bound where the word depends on figures: Đạt, Chưa đạt, Vượt. */
  | { readonly kind: "text"; readonly text: string; readonly binding?: string }
  | {
      readonly kind: "figure";
      readonly value: number;
      /** As printed in the document. */
      readonly printed: string;
      /** Path of the figure, where it has one. */
      readonly binding?: string;
      /** Only where it gives the very number that is printed. */
      readonly formula?: AnnexFormula;
    }
  /** It does not apply: printed X. */
  | { readonly kind: "notApplicable" }
  /** Not reported: left empty, since it is not zero. */
  | { readonly kind: "blank" };

/** `heading` heads other rows of a form whose rows are indicators; `group` an area with its subtotals. */
export type AnnexRowKind = "total" | "group" | "unit" | "indicator" | "heading";

export interface AnnexRow {
  readonly kind: AnnexRowKind;
  /** One a column. */
  readonly cells: readonly AnnexCell[];
}

export interface AnnexTable {
  /** `B1TH`. */
  readonly form: string;
  /** "Biểu 1"; absent of what is no form. */
  readonly number?: string;
  readonly title: string;
  readonly orientation: "portrait" | "landscape";
  /** The forms are proposals, not official ones. */
  readonly proposal: boolean;
  readonly unitOfCount?: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly AnnexRow[];
  /** "6 tháng đầu năm 2026". */
  readonly period: string;
  /** "Số liệu từ ngày 16/12/2025 đến ngày 15/5/2026". */
  readonly window: string;
  /** "Tổng hợp từ 22/24 đơn vị; chưa có: …". */
  readonly coverage: string;
  /** What signs in cells mean: "“X” là không áp dụng; ô để trống là chưa có số liệu." Absent where there are none. */
  readonly signs?: string;
  readonly notes: readonly string[];
}

/** The column-number row: `10=6+7+8-9`. */
export const columnNumbers = ({ columns }: Pick<AnnexTable, "columns">): readonly string[] =>
  columns.map(({ number, formula }) => (formula === undefined ? number : `${number}=${formula}`));
