/** Counts the paragraphs of automatic lists as Word does. */
import { printBullet, printListNumber } from "./number-format.js";
import type { ListInstance, ListLevel, Lists } from "./numbering.js";

/** What a paragraph or its style says of its list. */
export interface ListReference {
  /** `0`: taken out of every list. */
  readonly numId: string;
  readonly level?: number;
  /** Style that says it: where no level is said, the list's level for that style holds. */
  readonly style?: string;
}

const DECIMAL = { name: "decimal" } as const;

const levelAt = ({ levels, overrides }: ListInstance, index: number): ListLevel | undefined =>
  overrides.get(index)?.level ?? levels.get(index);

const startOf = (instance: ListInstance, index: number): number =>
  instance.overrides.get(index)?.start ?? levelAt(instance, index)?.start ?? 1;

/** Whether a level begins anew after a paragraph of a level above it. */
const restarts = (level: ListLevel | undefined, after: number): boolean =>
  level?.restartsAfter === undefined || after < level.restartsAfter;

/** The level that a reference means. */
function levelOf({ level, style }: ListReference, { levels }: ListInstance): number {
  if (level !== undefined) return level;
  const own = style === undefined ? undefined : [...levels].find(([, declared]) => declared.style === style)?.[0];
  return own ?? 0;
}

/** Counts as it meets paragraphs, in their order. Instances of one list count on together, unless one starts anew. */
export class ListCounter {
  readonly #lists: Lists;
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Starts of instances that have been used, `numId/level`. */
  readonly #started = new Set<string>();

  constructor(lists: Lists = new Map()) {
    this.#lists = lists;
  }

  /** Counts one more paragraph and tells its number: `1.2.`, `a)`, `-`; undefined where it shows none. */
  next(reference: ListReference): string | undefined {
    const instance = this.#lists.get(reference.numId);
    if (instance === undefined) return undefined;
    const index = levelOf(reference, instance);
    const level = levelAt(instance, index);
    if (level === undefined) return undefined;
    const counts = this.#counts.get(instance.list) ?? [];
    this.#counts.set(instance.list, counts);
    counts[index] = this.#count(reference.numId, instance, index, counts[index]);
    for (let below = index + 1; below < counts.length; below += 1) {
      if (restarts(levelAt(instance, below), index)) counts[below] = undefined;
    }
    return printLabel(instance, index, level, counts) || undefined;
  }

  #count(numId: string, instance: ListInstance, index: number, last: number | undefined): number {
    const key = `${numId}/${index}`;
    const startsAnew = instance.overrides.get(index)?.start !== undefined && !this.#started.has(key);
    this.#started.add(key);
    return last === undefined || startsAnew ? startOf(instance, index) : last + 1;
  }
}

function printLabel(
  instance: ListInstance,
  index: number,
  level: ListLevel,
  counts: readonly (number | undefined)[],
): string {
  if (level.format.name === "bullet") return printBullet(level.text);
  return level.text
    .replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      if (at > index) return "";
      const format = levelAt(instance, at)?.format ?? DECIMAL;
      const legal = level.legal && format.name !== "none";
      return printListNumber(counts[at] ?? startOf(instance, at), legal ? DECIMAL : format);
    })
    .normalize("NFC")
    .trim();
}
