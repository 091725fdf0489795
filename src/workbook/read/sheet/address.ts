/** Addresses of cells read back: `D12` as row 12, column 4. Rows and columns count from 1. */

/** Most columns of a sheet. */
export const COLUMNS = 16_384;

/** A cell's key in a sheet: one number. */
export function cellKey(row: number, column: number): number {
  return row * COLUMNS + column - 1;
}

/** Row and column of a key. */
export function rowOf(key: number): number {
  return Math.floor(key / COLUMNS);
}

export function columnOf(key: number): number {
  return (key % COLUMNS) + 1;
}

/** The key of `D12`, `$D$12` or `d12`; undefined when it is no address of a cell. */
export function keyOfAddress(address: string): number | undefined {
  let at = 0;
  let column = 0;
  if (address.charCodeAt(at) === 0x24) at += 1;
  for (; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  if (column === 0 || column > COLUMNS) return undefined;
  if (address.charCodeAt(at) === 0x24) at += 1;
  let row = 0;
  if (at === address.length) return undefined;
  for (; at < address.length; at += 1) {
    const digit = address.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  return row === 0 || row > 1_048_576 ? undefined : cellKey(row, column);
}

/** A rectangle of cells. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `B2:D4`, or a single cell; undefined when it is neither. */
export function areaOf(reference: string): Area | undefined {
  const colon = reference.indexOf(":");
  const first = keyOfAddress(colon === -1 ? reference : reference.slice(0, colon));
  const last = colon === -1 ? first : keyOfAddress(reference.slice(colon + 1));
  if (first === undefined || last === undefined) return undefined;
  return {
    top: Math.min(rowOf(first), rowOf(last)),
    left: Math.min(columnOf(first), columnOf(last)),
    bottom: Math.max(rowOf(first), rowOf(last)),
    right: Math.max(columnOf(first), columnOf(last)),
  };
}
