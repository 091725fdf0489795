/**
 * Pairs rows with columns so that both keep their order and the scores add up to the most.
 *
 * @param score of a pair; 0 when it is none
 * @returns pairs `[row, column]` in order
 */
export function alignInOrder(
  rows: number,
  columns: number,
  score: (row: number, column: number) => number,
): readonly (readonly [row: number, column: number])[] {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const pair = score(row, column);
      const paired = pair > 0 ? pair + at(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let row = 0;
  let column = 0;
  while (row < rows && column < columns) {
    const pair = score(row, column);
    if (pair > 0 && at(row, column) === pair + at(row + 1, column + 1)) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row, column) === at(row + 1, column)) row += 1;
    else column += 1;
  }
  return pairs;
}
