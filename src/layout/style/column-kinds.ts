/** What the columns of a table hold, told from their cells where the author does not say. */
import type { Inlines } from "../../model/inline.js";
import type { ColumnKind, Table } from "../../model/table.js";

/** A cell with the place where it stands. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: readonly Inlines[];
}

/** The cells of a table with their rows and columns. */
export function gridOf(table: Table): GridCell[] {
  const busyUntil = new Array<number>(table.columns.length).fill(0);
  return table.rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map(({ paragraphs, colSpan = 1, rowSpan = 1 }) => {
      while ((busyUntil[column] ?? 0) > row) column++;
      const first = column;
      for (let covered = 0; covered < colSpan; covered++) busyUntil[first + covered] = row + rowSpan;
      column += colSpan;
      return { row, column: first, colSpan, rowSpan, paragraphs };
    });
  });
}

/** The plain text of a paragraph, without footnote marks. */
export const plainText = (inlines: Inlines): string =>
  inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");

const ORDINAL_HEADS = /^(?:STT|TT|Số TT|Số thứ tự)$/iu;
const ORDINAL = /^(?:\d{1,3}|[IVXLC]+|[a-zđ]|\d+(?:\.\d+)+)[.)]?$/u;
/** Figures as printed, with signs, brackets and the marks for "nothing" and "not applicable". */
const FIGURE = /^[-+(]?\d[\d.,/]*%?\)?$|^[-–xX]$/u;
/** Share of the filled cells that must be figures for a column of figures. */
const MOSTLY = 0.8;
const SHORT = 14;

/**
 * The kind of each column: as the author says, else ordinal, number, short or text by what its body cells hold.
 */
export function columnKinds(table: Table, grid: readonly GridCell[]): ColumnKind[] {
  return table.columns.map((column, index) => {
    if (column.kind !== undefined) return column.kind;
    const own = grid.filter((cell) => cell.column === index && cell.colSpan === 1);
    const heads = own
      .filter((cell) => cell.row < table.headerRows)
      .map((cell) => cell.paragraphs.map(plainText).join(" "));
    const texts = own
      .filter((cell) => cell.row >= table.headerRows)
      .map((cell) => cell.paragraphs.map(plainText).join(" ").trim())
      .filter((text) => text !== "");
    const share = (test: (text: string) => boolean) =>
      texts.filter(test).length >= MOSTLY * texts.length && texts.length > 0;
    if (heads.some((head) => ORDINAL_HEADS.test(head.trim())) || (index === 0 && share((text) => ORDINAL.test(text))))
      return "ordinal";
    if (share((text) => FIGURE.test(text))) return "number";
    return share((text) => text.length <= SHORT) ? "short" : "text";
  });
}
