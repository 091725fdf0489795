/** The filters of PNG rows (ISO/IEC 15948, 9). */

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** What each filter adds to a byte, from the bytes to the left, above, and above left of it. */
const PREDICTIONS: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

/**
 * Takes the filters off the rows of an image or of one pass.
 *
 * @param filtered rows, each behind the number of its filter
 * @param bytes of a row
 * @param pixel bytes of a pixel, at least 1
 * @returns the rows without filter numbers, or undefined when a filter does not exist
 */
export function unfilter(filtered: Uint8Array, bytes: number, pixel: number): Uint8Array | undefined {
  const count = filtered.length / (bytes + 1);
  const rows = new Uint8Array(count * bytes);
  for (let row = 0; row < count; row++) {
    const predict = PREDICTIONS[filtered[row * (bytes + 1)] ?? 0];
    if (predict === undefined) return undefined;
    const source = row * (bytes + 1) + 1;
    const target = row * bytes;
    for (let index = 0; index < bytes; index++) {
      const left = index < pixel ? 0 : (rows[target + index - pixel] ?? 0);
      const above = row === 0 ? 0 : (rows[target + index - bytes] ?? 0);
      const corner = row === 0 || index < pixel ? 0 : (rows[target + index - bytes - pixel] ?? 0);
      rows[target + index] = (filtered[source + index] ?? 0) + predict(left, above, corner);
    }
  }
  return rows;
}
