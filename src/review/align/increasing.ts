/** A pair of indices that belong together, and how much would be lost without it. */
export interface WeightedPair {
  readonly old: number;
  readonly new: number;
  readonly weight: number;
}

/**
 * The heaviest subset of pairs in which both indices grow: what stayed in its order. Time n log n (a Fenwick tree of
 * maxima over the new indices).
 *
 * @param pairs in any order
 * @param size more than the largest new index
 */
export function heaviestIncreasing<P extends WeightedPair>(pairs: readonly P[], size: number): P[] {
  // of one old index the larger new ones come first, so that none of them can follow another
  const sorted = [...pairs].sort((a, b) => a.old - b.old || b.new - a.new);
  const best = new Float64Array(size + 1);
  const holder = new Int32Array(size + 1).fill(-1);
  const before = new Int32Array(sorted.length).fill(-1);
  let [end, heaviest] = [-1, 0];
  for (const [index, pair] of sorted.entries()) {
    let [sum, last] = [0, -1];
    for (let at = pair.new; at > 0; at -= at & -at) {
      if ((best[at] ?? 0) > sum) [sum, last] = [best[at] ?? 0, holder[at] ?? -1];
    }
    before[index] = last;
    sum += pair.weight;
    if (sum > heaviest) [end, heaviest] = [index, sum];
    for (let at = pair.new + 1; at <= size; at += at & -at) {
      if ((best[at] ?? 0) < sum) {
        best[at] = sum;
        holder[at] = index;
      }
    }
  }
  const kept: P[] = [];
  for (let at = end; at !== -1; at = before[at] ?? -1) {
    const pair = sorted[at];
    if (pair !== undefined) kept.push(pair);
  }
  return kept.reverse();
}
