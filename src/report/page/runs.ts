/** Lists of whole numbers that mostly rise evenly, as [first, step, count, first, step, count, …]: lists of units are short. */

/** @param numbers in the order that is kept */
export function encodeRuns(numbers: readonly number[]): readonly number[] {
  const runs: number[] = [];
  let at = 0;
  while (at < numbers.length) {
    const first = numbers[at] ?? 0;
    const step = at + 1 < numbers.length ? (numbers[at + 1] ?? 0) - first : 1;
    let count = 1;
    while (at + count < numbers.length && numbers[at + count] === first + step * count) count += 1;
    runs.push(first, step, count);
    at += count;
  }
  return runs;
}
