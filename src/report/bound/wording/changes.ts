/** What a template words otherwise now than when the report was made, whatever the figures are. */
import { diffArrays } from "diff";
import { distance } from "fastest-levenshtein";
import type { Block, Unit } from "./units.js";

/** Sentences that say the same in other words share at least this part of their letters. */
const ALIKE = 0.5;

/** One sentence, or a whole paragraph, that came, went or is worded otherwise. */
export type WordingChange =
  | { readonly kind: "reworded"; readonly was: Unit; readonly now: Unit }
  | { readonly kind: "gone"; readonly was: Unit; readonly whole: boolean }
  | { readonly kind: "come"; readonly now: Unit; readonly whole: boolean; readonly after?: Unit };

export interface Wordings {
  readonly changes: readonly WordingChange[];
  /** Units that are worded as they were, old and new. */
  readonly kept: ReadonlyMap<Unit, Unit>;
}

/** How much of two texts is the same, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - distance(a, b) / longer;
}

/** Words by which a sentence is known again whatever follows. */
const OPENING = 3;
const opensAlike = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((words) => words.split(" ").slice(0, OPENING));
  return one?.length === OPENING && one.join(" ") === other?.join(" ");
};

const unitsOf = (blocks: readonly Block[]): readonly Unit[] => blocks.flatMap(({ units }) => units);

/** The units of two texts that stand for each other, in order; equal words make them so. */
export function alignUnits(before: readonly Unit[], after: readonly Unit[]): readonly (readonly [Unit?, Unit?])[] {
  const pairs: [Unit?, Unit?][] = [];
  let [a, b] = [0, 0];
  const parts = diffArrays(
    before.map(({ words }) => words),
    after.map(({ words }) => words),
  );
  for (const { added, removed, value } of parts) {
    for (const _ of value) {
      if (added) pairs.push([undefined, after[b++]]);
      else if (removed) pairs.push([before[a++], undefined]);
      else pairs.push([before[a++], after[b++]]);
    }
  }
  return pairs;
}

/** Of units that went and came at one place, those that say the same otherwise; the likest first. */
function pairAlike(gone: readonly Unit[], come: readonly Unit[]): ReadonlyMap<Unit, Unit> {
  const candidates = gone.flatMap((was) =>
    come
      .filter((now) => now.kind === was.kind)
      .map((now) => {
        const alike = likeness(was.words, now.words);
        return { was, now, alike: opensAlike(was.words, now.words) ? Math.max(alike, ALIKE) : alike };
      })
      .filter(({ alike }) => alike >= ALIKE),
  );
  const pairs = new Map<Unit, Unit>();
  const taken = new Set<Unit>();
  for (const { was, now } of candidates.toSorted((x, y) => y.alike - x.alike)) {
    if (pairs.has(was) || taken.has(now)) continue;
    pairs.set(was, now);
    taken.add(now);
  }
  return pairs;
}

/**
 * Compares the draft that was made with the one that would be made now.
 *
 * @param made blocks of the draft when it was made
 * @param fresh blocks of a draft from the ledger as it is now
 */
export function wordingChanges(made: readonly Block[], fresh: readonly Block[]): Wordings {
  const kept = new Map<Unit, Unit>();
  const changes: WordingChange[] = [];
  let [gone, come]: [Unit[], Unit[]] = [[], []];
  let last: Unit | undefined;
  const standing = (block: Block, lost: readonly Unit[]): boolean => block.units.some((unit) => !lost.includes(unit));
  const settle = (): void => {
    const pairs = pairAlike(gone, come);
    const reworded = new Set(pairs.values());
    const left = gone.filter((unit) => !pairs.has(unit));
    const new_ = come.filter((unit) => !reworded.has(unit));
    for (const was of gone) {
      const now = pairs.get(was);
      if (now !== undefined) changes.push({ kind: "reworded", was, now });
      else if (standing(was.block, left)) changes.push({ kind: "gone", was, whole: false });
      else if (was.block.units[0] === was) changes.push({ kind: "gone", was, whole: true });
    }
    let after = last;
    for (const now of come) {
      if (!reworded.has(now)) {
        const whole = !standing(now.block, new_);
        if (!whole || now.block.units[0] === now)
          changes.push({ kind: "come", now, whole, ...(after === undefined ? {} : { after }) });
      }
      after = now;
    }
    [gone, come] = [[], []];
  };
  for (const [was, now] of alignUnits(unitsOf(made), unitsOf(fresh))) {
    if (was !== undefined && now !== undefined) {
      settle();
      kept.set(was, now);
      last = now;
    } else if (was !== undefined) gone.push(was);
    else if (now !== undefined) come.push(now);
  }
  settle();
  return { changes, kept };
}
