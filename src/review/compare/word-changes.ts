/** What changed inside two texts that are one: figures, each with its counterpart, and the words around them. */
import { diffArrays } from "diff";
import type { FlowText } from "../flow/flow.js";
import { isFigure, numericValue, type Token, tokenise } from "../flow/tokens.js";
import type { FigureChange, Stretch } from "./change.js";

/** A stretch in which the texts differ: tokens of both sides, by index. */
interface Hunk {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** A changed figure, and where in each text. */
export interface FoundFigure extends FigureChange {
  readonly oldAt: number;
  readonly newAt: number;
}

export interface WordChanges {
  readonly figures: readonly FoundFigure[];
  /** Something else than figures differs. */
  readonly reworded: boolean;
  readonly stretches: Stretch[];
}

/** Beyond so many differing tokens two texts are shown one after the other. */
const MOST_EDITS = 4_000;

function hunksOf(old: readonly Token[], neu: readonly Token[]): Hunk[] {
  const texts = (tokens: readonly Token[]) => tokens.map(({ text }) => text);
  const parts = diffArrays(texts(old), texts(neu), { maxEditLength: MOST_EDITS });
  if (parts === undefined) return [{ oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: neu.length }];
  const hunks: Hunk[] = [];
  let [oldAt, newAt, oldFrom, newFrom] = [0, 0, 0, 0];
  const close = (): void => {
    if (oldAt > oldFrom || newAt > newFrom) hunks.push({ oldFrom, oldTo: oldAt, newFrom, newTo: newAt });
  };
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      close();
      oldAt += count;
      newAt += count;
      [oldFrom, newFrom] = [oldAt, newAt];
    } else if (removed) oldAt += count;
    else newAt += count;
  }
  close();
  return hunks;
}

/** Equal words between two rewordings that are no more than this, and hold no figure, are shown with them. */
const CONFETTI = 1;

function merged(hunks: readonly Hunk[], old: readonly Token[]): Hunk[] {
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

const pathAt = ({ bound }: FlowText, { start, end }: Token): string | undefined =>
  bound?.find((one) => one.start < end && start < one.end)?.path;

/** The same number, date or code written in another way. */
const sameValue = (old: Token, neu: Token): boolean => {
  const value = old.kind === neu.kind ? numericValue(old.text) : undefined;
  return value !== undefined && value === numericValue(neu.text);
};

/** Compares two texts that are taken for one. */
export function compareTexts(oldText: FlowText, newText: FlowText): WordChanges {
  const [old, neu] = [tokenise(oldText.text), tokenise(newText.text)];
  const figures: FoundFigure[] = [];
  let reworded = false;
  const hunks = merged(hunksOf(old, neu), old);
  for (const { oldFrom, oldTo, newFrom, newTo } of hunks) {
    const [before, after] = [old.slice(oldFrom, oldTo), neu.slice(newFrom, newTo)];
    const [oldFigures, newFigures] = [before.filter(isFigure), after.filter(isFigure)];
    const words = (tokens: readonly Token[]) => tokens.filter((token) => !isFigure(token)).map(({ text }) => text);
    const otherWords = words(before).join(" ") !== words(after).join(" ");
    if (otherWords) reworded = true;
    const many = Math.max(oldFigures.length, newFigures.length);
    for (let at = 0; at < many; at++) {
      const [one, other] = [oldFigures[at], newFigures[at]];
      const known = one ?? other;
      if (known === undefined || one?.text === other?.text) continue;
      // a figure without a counterpart that came or went with words of its own is part of them
      if ((one === undefined || other === undefined) && otherWords) continue;
      if (one !== undefined && other !== undefined && sameValue(one, other)) {
        reworded = true;
        continue;
      }
      const path = (other && pathAt(newText, other)) ?? (one && pathAt(oldText, one));
      figures.push({
        kind: known.kind === "date" || known.kind === "code" ? known.kind : "number",
        ...(one === undefined ? {} : { old: one.text }),
        ...(other === undefined ? {} : { new: other.text }),
        ...(path === undefined ? {} : { path }),
        oldAt: one?.start ?? before[0]?.start ?? old[oldFrom]?.start ?? oldText.text.length,
        newAt: other?.start ?? after[0]?.start ?? neu[newFrom]?.start ?? newText.text.length,
      });
    }
  }
  return { figures, reworded, stretches: stretchesOf(oldText.text, newText.text, old, neu, hunks) };
}

/** Both texts in one; blanks go with the words after them. */
function stretchesOf(
  oldText: string,
  newText: string,
  old: readonly Token[],
  neu: readonly Token[],
  hunks: readonly Hunk[],
): Stretch[] {
  const stretches: Stretch[] = [];
  const endOf = (tokens: readonly Token[], index: number): number => (index === 0 ? 0 : (tokens[index - 1]?.end ?? 0));
  let newAt = 0;
  const same = (to: number): void => {
    if (to > newAt) stretches.push({ op: "same", text: newText.slice(newAt, to) });
    newAt = Math.max(newAt, to);
  };
  for (const { oldFrom, oldTo, newFrom, newTo } of hunks) {
    same(endOf(neu, newFrom));
    let removed = oldText.slice(endOf(old, oldFrom), endOf(old, oldTo));
    let added = newText.slice(newAt, endOf(neu, newTo));
    if (removed.startsWith(" ") && added.startsWith(" ")) {
      stretches.push({ op: "same", text: " " });
      [removed, added] = [removed.slice(1), added.slice(1)];
    }
    if (removed !== "") stretches.push({ op: "removed", text: removed });
    if (added !== "") stretches.push({ op: "added", text: added });
    newAt = Math.max(newAt, endOf(neu, newTo));
  }
  same(newText.length);
  return stretches;
}

/** Ends of sentences: a sign that ends one, a blank, and a beginning. */
const SENTENCE_END = /[.;!?…]["”’)]*\s+(?=[\p{Lu}\d“"‘(-])/gu;

/** The sentence that holds a place of a text. */
export function sentenceAt(text: string, at: number): string {
  let [from, to] = [0, text.length];
  for (const { 0: found, index } of text.matchAll(SENTENCE_END)) {
    const end = index + found.length;
    if (end <= at) from = end;
    else {
      to = end;
      break;
    }
  }
  return text.slice(from, to).trim();
}
