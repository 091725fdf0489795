/** Edits of a draft's text. */
import type { Span } from "../sentences.js";
import type { Unit } from "./units.js";

/** What takes the place of a span; at an empty one it comes. */
export interface Edit extends Span {
  readonly text: string;
  /** A sentence of the paragraph that ends there: it goes before paragraphs that come behind. */
  readonly inside?: true;
}

const inOrder = (a: Edit, b: Edit): number =>
  a.start - b.start || a.end - b.end || Number(b.inside ?? false) - Number(a.inside ?? false);

/** Applies edits that do not overlap; those at one place in their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let written = "";
  let at = 0;
  for (const { start, end, text: replacement } of edits.toSorted(inOrder)) {
    // what comes where something goes stands behind it
    written += text.slice(at, Math.max(at, start)) + replacement;
    at = Math.max(at, end);
  }
  return written + text.slice(at);
}

/** A paragraph with the empty line behind it. */
export function wholeSpan(text: string, { start, end }: Span): Span {
  const blank = /^[ \t]*\r?\n(?:[ \t]*\r?\n)?/u.exec(text.slice(end));
  return { start, end: end + (blank?.[0].length ?? 0) };
}

/** A sentence with the blanks before it or, of the first of its paragraph, behind it. */
export function sentenceSpan(text: string, { start, end, block }: Unit): Span {
  const before = /[ \t]*$/u.exec(text.slice(block.start, start))?.[0].length ?? 0;
  if (block.units[0]?.start !== start) return { start: start - before, end };
  const behind = /^[ \t]*/u.exec(text.slice(end, block.end))?.[0].length ?? 0;
  return { start, end: end + behind };
}
