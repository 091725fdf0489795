/** Timing side by side: every contender once a round, the order turned each round, so that drift hits all alike. */

/** Something that is timed. */
export interface Contender {
  readonly name: string;
  /** Makes the work of one run, which is timed. What it does before it returns the work is not. */
  readonly prepare: () => () => Promise<Uint8Array>;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds, ascending. */
  readonly times: readonly number[];
  /** The file of the last run. */
  readonly file: Uint8Array;
}

/** The middle value of a list in ascending order; of an even number the mean of the middle two. */
export function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** The order of a round: forwards and backwards in turn, each time beginning one further on. */
function orderOf(contenders: readonly Contender[], round: number): Contender[] {
  const start = Math.floor(round / 2) % contenders.length;
  const turned = [...contenders.slice(start), ...contenders.slice(0, start)];
  return round % 2 === 0 ? turned : turned.reverse();
}

/**
 * Times contenders against each other in one process.
 *
 * @param warmUp rounds that are not counted
 * @param rounds rounds that are
 */
export async function race(contenders: readonly Contender[], warmUp: number, rounds: number): Promise<Timing[]> {
  const results = new Map<string, { name: string; times: number[]; file: Uint8Array }>();
  for (const { name } of contenders) results.set(name, { name, times: [], file: new Uint8Array() });
  for (let round = -warmUp; round < rounds; round++) {
    for (const { name, prepare } of orderOf(contenders, Math.abs(round))) {
      const work = prepare();
      const from = performance.now();
      const file = await work();
      const time = performance.now() - from;
      const result = results.get(name);
      if (result === undefined || round < 0) continue;
      result.times.push(time);
      result.file = file;
    }
  }
  return [...results.values()].map((result) => ({ ...result, times: result.times.sort((a, b) => a - b) }));
}
