import { distance } from "fastest-levenshtein";

/** Letters without marks and case, with one blank between words: what is compared when somebody mistyped a word. */
export function foldWord(word: string): string {
  return word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/giu, "d")
    .toLowerCase()
    .replace(/[\s_-]+/gu, " ")
    .trim();
}

/**
 * The candidate that somebody probably meant.
 *
 * @param word as typed
 * @param candidates in order of preference
 * @returns undefined when none is near: more than a third of the letters differ
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = foldWord(word);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const folded = foldWord(candidate);
    const away = distance(typed, folded);
    if (away > Math.max(1, Math.floor(Math.max(typed.length, folded.length) / 3))) continue;
    if (best === undefined || away < best.distance) best = { candidate, distance: away };
  }
  return best?.candidate;
}
