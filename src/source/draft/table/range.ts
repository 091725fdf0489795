/** A rectangle of cells, rows and columns counted from 1, both ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * Reads the option "vùng".
 *
 * @param text e.g. `A1:L30`
 * @returns undefined for anything else
 */
export function readRange(text: string): Range | undefined {
  const match = /^\$?([a-z]{1,3})\$?(\d{1,7}):\$?([a-z]{1,3})\$?(\d{1,7})$/iu.exec(text);
  if (match === null) return undefined;
  const [, left = "", top, right = "", bottom] = match;
  const range = { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
  return range.top >= 1 && range.top <= range.bottom && range.left <= range.right ? range : undefined;
}

/** The name of a cell, `B5`. */
export function cellName(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
