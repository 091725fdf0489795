import type { PlacedWord } from "./headings.js";

export interface TitleMatch {
  /** Part of the title's words that were met in their order, 0 to 1. */
  readonly share: number;
  /** Where the last of them ends in the paragraph. */
  readonly end: number;
}

/**
 * Looks for a title at the beginning of a paragraph: the longest run of its words in order, not necessarily without
 * others between ("Công tác phát triển đảng viên" for "Phát triển đảng viên").
 *
 * @param typed words of the paragraph
 * @param title words wanted
 * @param room how many other words may stand among them
 */
export function titleIn(typed: readonly PlacedWord[], title: readonly string[], room: number): TitleMatch {
  if (title.length === 0) return { share: 0, end: 0 };
  const window = typed.slice(0, title.length + room);
  // lengths[i][j]: longest common run of the first i words of the title and the first j of the window
  const lengths = Array.from({ length: title.length + 1 }, () => new Array<number>(window.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = 1; i <= title.length; i += 1) {
    for (let j = 1; j <= window.length; j += 1) {
      const same = title[i - 1] === window[j - 1]?.word;
      (lengths[i] as number[])[j] = same ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
    }
  }
  const met = at(title.length, window.length);
  let last = window.length;
  while (last > 0 && at(title.length, last - 1) === met) last -= 1;
  return { share: met / title.length, end: met === 0 ? 0 : (window[last - 1]?.end ?? 0) };
}
