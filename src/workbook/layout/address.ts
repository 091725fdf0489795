/** A1 addresses. */

const LETTERS = 26;
const CODE_OF_A = 65;

/** Letters of a column counted from 1: 28 is "AB". */
export function columnLetter(column: number): string {
  const rest = (column - 1) % LETTERS;
  const before = (column - 1 - rest) / LETTERS;
  return (before > 0 ? columnLetter(before) : "") + String.fromCharCode(CODE_OF_A + rest);
}

/** `D12`. */
export const addressOf = (row: number, column: number): string => `${columnLetter(column)}${row}`;

/** A sheet's name as formulas write it: always quoted, since Vietnamese names have blanks and accents. */
export const quoteSheet = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** `'Biểu 1'!$D$12`, or a range when `to` is given. */
export function absoluteReference(
  sheet: string,
  from: { readonly row: number; readonly column: number },
  to?: { readonly row: number; readonly column: number },
): string {
  const corner = ({ row, column }: { readonly row: number; readonly column: number }): string =>
    `$${columnLetter(column)}$${row}`;
  return `${quoteSheet(sheet)}!${corner(from)}${to === undefined ? "" : `:${corner(to)}`}`;
}
