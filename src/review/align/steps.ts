/** Two versions in one order. */
import type { BlockPair } from "./align-blocks.js";

/** A place of the merged order: in both versions, or in one. */
export interface Step {
  readonly old?: number;
  readonly new?: number;
  readonly moved?: boolean;
}

/** All blocks of both versions in the order of the new one; what was removed stands behind its old predecessor. */
export function stepsOf(olds: number, news: number, pairs: readonly BlockPair[]): Step[] {
  const newOf = new Map(pairs.map((pair) => [pair.old, pair]));
  const oldOf = new Map(pairs.map((pair) => [pair.new, pair]));
  /** Old blocks without place in the new order, by the new block behind which they stand; -1 at the beginning. */
  const behind = new Map<number, number[]>();
  let last = -1;
  for (let index = 0; index < olds; index++) {
    const pair = newOf.get(index);
    if (pair === undefined) behind.set(last, [...(behind.get(last) ?? []), index]);
    else if (!pair.moved) last = pair.new;
  }
  const steps: Step[] = (behind.get(-1) ?? []).map((old) => ({ old }));
  for (let index = 0; index < news; index++) {
    const pair = oldOf.get(index);
    steps.push(pair === undefined ? { new: index } : { old: pair.old, new: index, moved: pair.moved });
    for (const old of behind.get(index) ?? []) steps.push({ old });
  }
  return steps;
}
