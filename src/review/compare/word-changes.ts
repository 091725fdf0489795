/** What changed inside two texts that are one: figures, each with its counterpart, and the words around them. */
import type { FlowText } from "../flow/flow.js";
import { isFigure, numericValue, type Token, tokenise } from "../flow/tokens.js";
import type { FigureChange, Stretch } from "./change.js";
import { type Hunk, hunksOf, merged } from "./hunks.js";

/** A changed figure, and where in each text. */
export interface FoundFigure extends FigureChange {
  readonly oldAt: number;
  readonly newAt: number;
}

export interface WordChanges {
  readonly figures: readonly FoundFigure[];
  /** Figures that came or went with words of their own. */
  readonly loose: readonly FigureChange[];
  /** Something else than figures differs. */
  readonly reworded: boolean;
  readonly stretches: Stretch[];
}

const pathAt = ({ bound }: FlowText, { start, end }: Token): string | undefined =>
  bound?.find((one) => one.start < end && start < one.end)?.path;

/** The same number, date or code written in another way. */
const sameValue = (old: string, neu: string): boolean => {
  const value = numericValue(old);
  return value !== undefined && value === numericValue(neu);
};

/** A hunk that begins with the unit of a number before it takes that number in: with another unit it is another figure. */
function withNumber(hunk: Hunk, old: readonly Token[], neu: readonly Token[]): Hunk {
  const isUnit = (tokens: readonly Token[], at: number, to: number): boolean => at < to && tokens[at]?.kind === "unit";
  let { oldFrom, newFrom } = hunk;
  if (!isUnit(old, oldFrom, hunk.oldTo) && !isUnit(neu, newFrom, hunk.newTo)) return hunk;
  while (oldFrom > 0 && newFrom > 0 && old[oldFrom - 1]?.kind === "unit")
    [oldFrom, newFrom] = [oldFrom - 1, newFrom - 1];
  const [before, after] = [old[oldFrom - 1], neu[newFrom - 1]];
  if (before?.kind !== "number" || before.text !== after?.text) return hunk;
  return { ...hunk, oldFrom: oldFrom - 1, newFrom: newFrom - 1 };
}

/** A figure with the units after it. */
interface Quantity {
  readonly token: Token;
  readonly units: string;
}

/** What of a hunk are figures, and the words between them. */
interface Contents {
  readonly quantities: readonly Quantity[];
  readonly words: string;
}

function contentsOf(text: string, tokens: readonly Token[], from: number, to: number, counts: boolean): Contents {
  const quantities: Quantity[] = [];
  const words: string[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === "unit") {
      if (at === from) words.push(token.text);
      continue;
    }
    if (!isFigure(token) && !(counts && token.kind === "count")) {
      words.push(token.text);
      continue;
    }
    let end = at + 1;
    while (tokens[end]?.kind === "unit") end++;
    quantities.push({ token, units: text.slice(token.end, tokens[end - 1]?.end ?? token.end).trim() });
    at = Math.max(at, Math.min(end, to) - 1);
  }
  return { quantities, words: words.join(" ") };
}

/** Both sides of a hunk; words such as `ba` are figures where both sides then have as many. */
function sidesOf(
  { oldFrom, oldTo, newFrom, newTo }: Hunk,
  [oldText, newText]: readonly [string, string],
  [old, neu]: readonly [readonly Token[], readonly Token[]],
): readonly [Contents, Contents] {
  const sides = (counts: boolean): readonly [Contents, Contents] => [
    contentsOf(oldText, old, oldFrom, oldTo, counts),
    contentsOf(newText, neu, newFrom, newTo, counts),
  ];
  const [before, after] = sides(true);
  return before.quantities.length === after.quantities.length ? [before, after] : sides(false);
}

const written = ({ token, units }: Quantity, withUnits: boolean): string =>
  withUnits && units !== "" ? `${token.text} ${units}` : token.text;

/** A figure as it is told of. */
function figureOf(one: Quantity | undefined, other: Quantity | undefined, path?: string): FigureChange {
  const kind = (one ?? other)?.token.kind;
  const withUnits = one?.units !== other?.units;
  return {
    kind: kind === "date" || kind === "code" ? kind : "number",
    ...(one === undefined ? {} : { old: written(one, withUnits) }),
    ...(other === undefined ? {} : { new: written(other, withUnits) }),
    ...(path === undefined ? {} : { path }),
  };
}

/** The figures of a text, each as one that came or went. */
export function figuresIn(text: string, side: "old" | "new"): FigureChange[] {
  const tokens = tokenise(text);
  const { quantities } = contentsOf(text, tokens, 0, tokens.length, false);
  return quantities.map((quantity) => (side === "old" ? figureOf(quantity, undefined) : figureOf(undefined, quantity)));
}

/** Compares two texts that are taken for one. */
export function compareTexts(oldText: FlowText, newText: FlowText): WordChanges {
  const [old, neu] = [tokenise(oldText.text), tokenise(newText.text)];
  const figures: FoundFigure[] = [];
  const loose: FigureChange[] = [];
  let reworded = false;
  const found = hunksOf(old, neu).map((hunk) => withNumber(hunk, old, neu));
  const hunks = merged(found, old);
  for (const hunk of hunks) {
    const { oldFrom, newFrom } = hunk;
    const [before, after] = sidesOf(hunk, [oldText.text, newText.text], [old, neu]);
    const otherWords = before.words !== after.words;
    if (otherWords) reworded = true;
    const many = Math.max(before.quantities.length, after.quantities.length);
    for (let at = 0; at < many; at++) {
      const [one, other] = [before.quantities[at], after.quantities[at]];
      const sameUnits = one?.units === other?.units;
      if (one?.token.text === other?.token.text && sameUnits) continue;
      if (one === undefined || other === undefined) {
        // a figure without a counterpart that came or went with words of its own is part of them
        if (otherWords) {
          loose.push(figureOf(one, other));
          continue;
        }
      } else if (sameUnits && sameValue(one.token.text, other.token.text)) {
        reworded = true;
        continue;
      }
      const path = (other && pathAt(newText, other.token)) ?? (one && pathAt(oldText, one.token));
      figures.push({
        ...figureOf(one, other, path),
        oldAt: one?.token.start ?? old[oldFrom]?.start ?? oldText.text.length,
        newAt: other?.token.start ?? neu[newFrom]?.start ?? newText.text.length,
      });
    }
  }
  return { figures, loose, reworded, stretches: stretchesOf(oldText.text, newText.text, old, neu, hunks) };
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
    // nothing stands before a first word, and its blank behind it
    const opens = oldFrom === 0 && newTo === 0;
    let removed = oldText.slice(
      endOf(old, oldFrom),
      opens ? (old[oldTo]?.start ?? endOf(old, oldTo)) : endOf(old, oldTo),
    );
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
