/**
 * Which block of the old version is which of the new one. Unique equal blocks hold the frame; between them equal runs, then
 * blocks that are alike; what is left over and found elsewhere has moved.
 */
import { diffArrays } from "diff";
import { heaviestIncreasing, type WeightedPair } from "./increasing.js";
import { likeness, type Unit } from "./units.js";

/** Two blocks that are one; `moved` when others passed it. */
export interface BlockPair {
  readonly old: number;
  readonly new: number;
  readonly moved: boolean;
}

/** From this on two texts are one text reworded. */
const ALIKE = 0.45;
/** From this on a text that is found elsewhere has moved and was reworded. */
const ALIKE_ELSEWHERE = 0.75;
/** Shorter texts recur by chance: elsewhere they count only when nothing else has their words. */
const TELLING = 6;
/** Pairs of blocks that are compared one by one between two fixed points. */
const MOST_COMPARED = 40_000;
/** Tokens in a row by which like texts are found in long stretches. */
const SHINGLE = 3;

const weightOf = (unit: Unit | undefined): number => 1 + (unit?.tokens.length ?? 0);

/** Indices by key, of keys that occur once. */
function uniqueIndices(units: readonly Unit[], from: number, to: number): Map<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = from; index < to; index++) {
    const key = units[index]?.key ?? "";
    if (found.has(key)) repeated.add(key);
    found.set(key, index);
  }
  for (const key of repeated) found.delete(key);
  return found;
}

interface Gap {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

class Aligner {
  readonly #newOf: Int32Array;
  readonly #oldOf: Int32Array;
  readonly #moved = new Set<number>();

  constructor(
    private readonly old: readonly Unit[],
    private readonly neu: readonly Unit[],
  ) {
    this.#newOf = new Int32Array(old.length).fill(-1);
    this.#oldOf = new Int32Array(neu.length).fill(-1);
  }

  align(): BlockPair[] {
    this.#fix(this.#uniquePairs({ oldFrom: 0, oldTo: this.old.length, newFrom: 0, newTo: this.neu.length }));
    for (const gap of this.#gaps()) this.#fillEqual(gap);
    // before likeness is asked: what was moved must not be taken for a rewording of its new neighbour
    this.#moveEqual(true);
    for (const gap of this.#gaps()) this.#fillShingled(gap);
    for (const gap of this.#gaps()) this.#fillAlike(gap);
    this.#moveEqual(false);
    this.#moveAlike();
    const pairs: BlockPair[] = [];
    for (const [index, other] of this.#newOf.entries()) {
      if (other !== -1) pairs.push({ old: index, new: other, moved: this.#moved.has(index) });
    }
    return pairs;
  }

  #pair(old: number, neu: number): void {
    this.#newOf[old] = neu;
    this.#oldOf[neu] = old;
  }

  #uniquePairs({ oldFrom, oldTo, newFrom, newTo }: Gap): WeightedPair[] {
    const news = uniqueIndices(this.neu, newFrom, newTo);
    return [...uniqueIndices(this.old, oldFrom, oldTo)].flatMap(([key, index]) => {
      const other = news.get(key);
      return other === undefined ? [] : [{ old: index, new: other, weight: weightOf(this.old[index]) }];
    });
  }

  #fix(pairs: readonly WeightedPair[]): void {
    for (const pair of heaviestIncreasing(pairs, this.neu.length)) this.#pair(pair.old, pair.new);
  }

  /** What lies between pairs. */
  #gaps(): Gap[] {
    const gaps: Gap[] = [];
    let [oldFrom, newFrom] = [0, 0];
    for (let index = 0; index <= this.old.length; index++) {
      const other = index === this.old.length ? this.neu.length : (this.#newOf[index] ?? -1);
      if (other === -1 || this.#moved.has(index)) continue;
      if (index > oldFrom && other > newFrom) gaps.push({ oldFrom, oldTo: index, newFrom, newTo: other });
      [oldFrom, newFrom] = [index + 1, other + 1];
    }
    return gaps;
  }

  /** Equal runs: at both ends, then by the longest common subsequence. */
  #fillEqual(gap: Gap): void {
    let { oldFrom, oldTo, newFrom, newTo } = gap;
    const equal = (old: number, neu: number): boolean => this.old[old]?.key === this.neu[neu]?.key;
    while (oldFrom < oldTo && newFrom < newTo && equal(oldFrom, newFrom)) this.#pair(oldFrom++, newFrom++);
    while (oldFrom < oldTo && newFrom < newTo && equal(oldTo - 1, newTo - 1)) this.#pair(--oldTo, --newTo);
    if (oldFrom === oldTo || newFrom === newTo) return;
    this.#fix(this.#uniquePairs({ oldFrom, oldTo, newFrom, newTo }));
    const keys = (units: readonly Unit[], from: number, to: number) => units.slice(from, to).map(({ key }) => key);
    const parts = diffArrays(keys(this.old, oldFrom, oldTo), keys(this.neu, newFrom, newTo), { maxEditLength: 1_000 });
    if (parts === undefined) return;
    const runs: WeightedPair[] = [];
    let [old, neu] = [oldFrom, newFrom];
    for (const { added, removed, count } of parts) {
      if (!added && !removed) {
        for (let at = 0; at < count; at++)
          runs.push({ old: old + at, new: neu + at, weight: weightOf(this.old[old + at]) });
      }
      if (!added) old += count;
      if (!removed) neu += count;
    }
    // both sets hold: what was fixed as unique stays unless the longer run contradicts it
    const fixed: WeightedPair[] = [];
    for (let index = oldFrom; index < oldTo; index++) {
      const other = this.#newOf[index] ?? -1;
      if (other === -1) continue;
      fixed.push({ old: index, new: other, weight: 2 * weightOf(this.old[index]) });
      this.#newOf[index] = -1;
      this.#oldOf[other] = -1;
    }
    this.#fix([...fixed, ...runs]);
  }

  /** In long gaps: texts that share a run of tokens which few others have. */
  #fillShingled({ oldFrom, oldTo, newFrom, newTo }: Gap): void {
    if ((oldTo - oldFrom) * (newTo - newFrom) <= MOST_COMPARED) return;
    const where = new Map<string, number[]>();
    const shingles = (unit: Unit | undefined): Set<string> => {
      const found = new Set<string>();
      const tokens = unit?.tokens ?? [];
      for (let at = 0; at + SHINGLE <= tokens.length; at++) found.add(tokens.slice(at, at + SHINGLE).join(" "));
      return found;
    };
    for (let index = newFrom; index < newTo; index++) {
      for (const shingle of shingles(this.neu[index])) where.set(shingle, [...(where.get(shingle) ?? []), index]);
    }
    const pairs: WeightedPair[] = [];
    for (let index = oldFrom; index < oldTo; index++) {
      if (this.#newOf[index] !== -1) continue;
      const votes = new Map<number, number>();
      for (const shingle of shingles(this.old[index])) {
        const places = where.get(shingle) ?? [];
        if (places.length <= 4) for (const place of places) votes.set(place, (votes.get(place) ?? 0) + 1);
      }
      const best = [...votes].sort((a, b) => b[1] - a[1]).slice(0, 3);
      for (const [other] of best) pairs.push(...this.#likePair(index, other, ALIKE));
    }
    this.#fix(pairs);
  }

  #likePair(old: number, neu: number, least: number): WeightedPair[] {
    if (this.#newOf[old] !== -1 || this.#oldOf[neu] !== -1) return [];
    const [one, other] = [this.old[old], this.neu[neu]];
    if (one === undefined || other === undefined) return [];
    const alike = likeness(one, other);
    return alike < least
      ? []
      : [{ old, new: neu, weight: alike * (1 + Math.min(one.tokens.length, other.tokens.length)) }];
  }

  /** In short gaps: every two blocks are compared. */
  #fillAlike({ oldFrom, oldTo, newFrom, newTo }: Gap): void {
    if ((oldTo - oldFrom) * (newTo - newFrom) > MOST_COMPARED) return;
    const pairs: WeightedPair[] = [];
    for (let old = oldFrom; old < oldTo; old++) {
      for (let neu = newFrom; neu < newTo; neu++) pairs.push(...this.#likePair(old, neu, ALIKE));
    }
    this.#fix(pairs);
  }

  /**
   * Blocks without a partner that are found elsewhere.
   *
   * @param telling only texts that nothing else repeats
   */
  #moveEqual(telling: boolean): void {
    const indices = (units: readonly Unit[], loose: readonly number[]): Map<string, number[]> => {
      const found = new Map<string, number[]>();
      for (const index of loose) {
        const key = units[index]?.key ?? "";
        found.set(key, [...(found.get(key) ?? []), index]);
      }
      return found;
    };
    const news = indices(this.neu, this.#loose(this.#oldOf));
    for (const [key, olds] of indices(this.old, this.#loose(this.#newOf))) {
      const places = news.get(key) ?? [];
      if (telling && (olds.length > 1 || places.length > 1)) continue;
      for (const [at, old] of olds.entries()) {
        const neu = places[at];
        if (neu === undefined || (this.old[old]?.tokens.length ?? 0) < (telling ? TELLING : 2)) continue;
        this.#pair(old, neu);
        this.#moved.add(old);
      }
    }
  }

  /** Blocks that were moved and reworded. */
  #moveAlike(): void {
    const [oldLeft, newLeft] = [this.#loose(this.#newOf), this.#loose(this.#oldOf)];
    if (oldLeft.length * newLeft.length > MOST_COMPARED) return;
    const candidates = oldLeft
      .filter((index) => (this.old[index]?.tokens.length ?? 0) >= TELLING)
      .flatMap((index) => newLeft.flatMap((other) => this.#likePair(index, other, ALIKE_ELSEWHERE)))
      .sort((a, b) => b.weight - a.weight || a.old - b.old);
    for (const { old, new: neu } of candidates) {
      if (this.#newOf[old] !== -1 || this.#oldOf[neu] !== -1) continue;
      this.#pair(old, neu);
      this.#moved.add(old);
    }
  }

  #loose(partners: Int32Array): number[] {
    return [...partners.keys()].filter((index) => partners[index] === -1);
  }
}

/**
 * Aligns blocks.
 *
 * @returns the pairs in the order of the old blocks; blocks in none were removed or added
 */
export function alignBlocks(old: readonly Unit[], neu: readonly Unit[]): BlockPair[] {
  return new Aligner(old, neu).align();
}
