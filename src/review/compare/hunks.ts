/** Where two texts differ: stretches of tokens. */
import { diffArrays } from "diff";
import { isFigure, mayBeFigure, type Token } from "../flow/tokens.js";

/** A stretch in which the texts differ: tokens of both sides, by index. */
export interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Beyond so many differing tokens two texts are shown one after the other. */
const MOST_EDITS = 4_000;

/** Hunks, and how much they cost: a token that came or went 1, a figure in the place of another 1,5. */
interface Division {
  readonly hunks: readonly Hunk[];
  readonly cost: number;
}

const REPLACED = 1.5;

/** @param key tokens with one key stand in one place, although their texts may differ */
function divide(old: readonly Token[], neu: readonly Token[], key: (token: Token) => string): Division | undefined {
  const parts = diffArrays(old.map(key), neu.map(key), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return undefined;
  const hunks: Hunk[] = [];
  let [oldAt, newAt, oldFrom, newFrom, cost] = [0, 0, 0, 0, 0];
  const close = (): void => {
    if (oldAt > oldFrom || newAt > newFrom) hunks.push({ oldFrom, oldTo: oldAt, newFrom, newTo: newAt });
  };
  for (const { added, removed, count } of parts) {
    if (added || removed) {
      cost += count;
      if (removed) oldAt += count;
      else newAt += count;
      continue;
    }
    for (let at = 0; at < count; at++, oldAt++, newAt++) {
      if (old[oldAt]?.text !== neu[newAt]?.text) {
        cost += REPLACED;
        continue;
      }
      close();
      [oldFrom, newFrom] = [oldAt + 1, newAt + 1];
    }
  }
  close();
  return { hunks, cost };
}

const FIGURE_KEYS: Readonly<Partial<Record<Token["kind"], string>>> = {
  number: "#",
  count: "#",
  date: "#d",
  code: "#c",
};

/**
 * Where the texts differ. Figures stand in the place of figures where that explains more: of `từ 15 đến 20` and
 * `từ 20 đến 15` both changed, and no words came or went.
 */
export function hunksOf(old: readonly Token[], neu: readonly Token[]): readonly Hunk[] {
  const exact = divide(old, neu, ({ text }) => text);
  if (exact === undefined) return [{ oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: neu.length }];
  if (!old.some(mayBeFigure) || !neu.some(mayBeFigure)) return exact.hunks;
  const masked = divide(old, neu, ({ kind, text }) => FIGURE_KEYS[kind] ?? text);
  return masked !== undefined && masked.cost < exact.cost ? masked.hunks : exact.hunks;
}

/** Equal words between two rewordings that are no more than this, and hold no figure, are shown with them. */
const CONFETTI = 1;

export function merged(hunks: readonly Hunk[], old: readonly Token[]): Hunk[] {
  const result: Hunk[] = [];
  for (const hunk of hunks) {
    const last = result.at(-1);
    const between = last === undefined ? [] : old.slice(last.oldTo, hunk.oldFrom);
    const wide = (one: Hunk): boolean => one.oldTo - one.oldFrom + one.newTo - one.newFrom >= 4;
    if (last !== undefined && between.length <= CONFETTI && !between.some(isFigure) && wide(last) && wide(hunk)) {
      result[result.length - 1] = { ...last, oldTo: hunk.oldTo, newTo: hunk.newTo };
    } else result.push(hunk);
  }
  return result;
}
