/** A stretch of text that is judged by itself, and where it stands. */
export interface Stretch {
  readonly at: number;
  readonly text: string;
  /** Whether it stands in brackets. */
  readonly aside: boolean;
}

const BRACKETS = /\(([^()]*)\)/gu;
const SENTENCE_END = /(?<=[^\s\d][.!?…]|\d[.!?…])\s+(?=[\p{Lu}“"(*])|\n+/gu;

function sentencesOf(text: string, offset: number, aside: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    stretches.push({ at: offset + at, text: text.slice(at, match.index), aside });
    at = match.index + match[0].length;
  }
  stretches.push({ at: offset + at, text: text.slice(at), aside });
  return stretches.filter((stretch) => /\d|\p{L}/u.test(stretch.text));
}

/** The sentences of a text, those in brackets by themselves; in the outer one brackets are blanks. */
export function stretchesOf(text: string): readonly Stretch[] {
  const asides = [...text.matchAll(BRACKETS)];
  const outer = text.replace(BRACKETS, (bracketed) => " ".repeat(bracketed.length));
  return [
    ...sentencesOf(outer, 0, false),
    ...asides.flatMap((match) => sentencesOf(match[1] ?? "", match.index + 1, true)),
  ].sort((a, b) => a.at - b.at);
}
