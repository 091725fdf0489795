/** Words of a declared list at a place of a folded text. */

/** A list of words, the longest first, to be found at word boundaries. */
export class WordList {
  private readonly at: RegExp;
  private readonly anywhere: RegExp;

  /** @param words folded as `foldInPlace` folds */
  constructor(words: readonly string[]) {
    const longestFirst = [...new Set(words)].sort((one, other) => other.length - one.length);
    const source = `(?:${longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&")).join("|")})(?![\\p{L}\\d])`;
    this.at = new RegExp(source, "uy");
    this.anywhere = new RegExp(`(?<![\\p{L}\\d])${source}`, "gu");
  }

  /** The length of the word that stands at an index, 0 when none does. */
  lengthAt(folded: string, index: number): number {
    this.at.lastIndex = index;
    return this.at.exec(folded)?.[0].length ?? 0;
  }

  /** Where words of the list stand. */
  *findAll(folded: string): Generator<{ readonly start: number; readonly end: number }> {
    for (const { index, 0: word } of folded.matchAll(this.anywhere)) yield { start: index, end: index + word.length };
  }

  /** Whether a word of the list stands anywhere. */
  isIn(folded: string): boolean {
    return !this.findAll(folded).next().done;
  }
}
