/** Shared formulas: written once, and valid for other cells with their relative references moved. */
import { columnLetter } from "../../layout/address.js";
import { COLUMNS, columnOf, keyOfAddress, rowOf } from "./address.js";

/** Texts in quotes, quoted sheet names, bracketed names, and references; a name or function is longer than a reference. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\w.(])|[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

/** A reference in a formula, with its dollar signs. */
export interface FormulaReference {
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
  readonly row: number;
  readonly column: number;
}

/** The formula with each reference to a cell replaced. Sheet names before references are left as they stand. */
export function replaceReferences(formula: string, replace: (reference: FormulaReference) => string): string {
  return formula.replace(TOKEN, (token, columnDollar, letters, rowDollar, digits) => {
    if (letters === undefined) return token;
    const key = keyOfAddress(`${letters}${digits}`);
    if (key === undefined) return token;
    return replace({
      columnFixed: columnDollar === "$",
      rowFixed: rowDollar === "$",
      row: rowOf(key),
      column: columnOf(key),
    });
  });
}

/** The formula as it reads `rows` further down and `columns` further right. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return replaceReferences(formula, (reference) => {
    const row = reference.rowFixed ? reference.row : reference.row + rows;
    const column = reference.columnFixed ? reference.column : reference.column + columns;
    if (row < 1 || column < 1 || column > COLUMNS) return "#REF!";
    return `${reference.columnFixed ? "$" : ""}${columnLetter(column)}${reference.rowFixed ? "$" : ""}${row}`;
  });
}
