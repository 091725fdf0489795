/** Bound figures in the text of a draft, letter for letter. */
import type { Place } from "../../findings/finding.js";
import type { Figure } from "../../model/inline.js";
import type { Span } from "./sentences.js";

/** `[1.054](vt:…)` as it stands in the text. */
export interface Link extends Span {
  readonly binding: string;
  /** Of what stands between the brackets, without emphasis around it. */
  readonly label: Span;
}

/** A label may run over a line end, not over an empty line; a bracket behind a backslash opens none. */
const LINK =
  /(?<!(?<!\\)(?:\\\\)*\\)\[((?:\\[\s\S]|[^\\[\]])*)\]\([ \t]*<?(vt:(?:\\[\s\S]|[^\s()<>\\])*)>?[^()\n]*\)/gu;
/** Emphasis around the whole label. */
const EMPHASIS = /^(?:\*{1,3}|_{1,3}|<(?:b|i|u|sup)>)+|(?:\*{1,3}|_{1,3}|<\/(?:b|i|u|sup)>)+$/giu;

/** The links of a text that are bound to a figure. */
export function linksIn(text: string): readonly Link[] {
  return [...text.matchAll(LINK)].flatMap((found): Link[] => {
    const [whole, label = "", path = ""] = found;
    if (/\r?\n[ \t]*\r?\n/u.test(label)) return [];
    const [opening, closing] = edgesOf(label);
    const start = found.index + 1;
    return [
      {
        start: start - 1,
        end: found.index + whole.length,
        binding: path.replace(/\\([\s\S])/gu, "$1"),
        label: { start: start + opening, end: start + label.length - closing },
      },
    ];
  });
}

function edgesOf(label: string): readonly [opening: number, closing: number] {
  const marks = [...label.matchAll(EMPHASIS)];
  const opening = marks.find(({ index }) => index === 0)?.[0].length ?? 0;
  const last = marks.at(-1);
  const closing = last !== undefined && last.index > 0 ? last[0].length : 0;
  return opening + closing < label.length ? [opening, closing] : [0, 0];
}

/** Items under a key each, in their order. */
export function groupedBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Offsets at which the lines of a text begin. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/gu)].map((end) => end.index + end[0].length)];
}

/** The line, from 1, in which an offset lies. */
function lineOf(offset: number, starts: readonly number[]): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/**
 * The links of the figures that a draft was read into. Figures of a line and its links are paired in their order, or by
 * their columns where a comment holds a link as well.
 *
 * @param text the draft, decoded
 * @param places of its figures
 * @returns without an entry for a figure whose link is not found: it stands in a file beside the draft
 */
export function linksOf(
  text: string,
  figures: Iterable<Figure>,
  places: { of(part: object): Place | undefined },
): ReadonlyMap<Figure, Link> {
  const starts = lineStarts(text);
  const byLine = groupedBy(linksIn(text), ({ start }) => lineOf(start, starts));
  const placed = [...figures].flatMap((figure) => {
    const place = places.of(figure);
    return place?.line === undefined ? [] : [{ figure, line: place.line, column: place.column ?? 1 }];
  });
  const found = new Map<Figure, Link>();
  for (const [line, own] of groupedBy(placed, ({ line }) => line)) {
    const links = byLine.get(line) ?? [];
    const ordered = own.toSorted((a, b) => a.column - b.column);
    const paired =
      links.length === ordered.length && ordered.every(({ figure }, at) => links[at]?.binding === figure.binding);
    for (const [at, { figure, column }] of ordered.entries()) {
      const first = starts[line - 1] ?? 0;
      const link = paired ? links[at] : links.find(({ start }) => start - first === column - 1);
      if (link !== undefined && link.binding === figure.binding) found.set(figure, link);
    }
  }
  return found;
}
