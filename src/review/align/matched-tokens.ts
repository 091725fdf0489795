/** Where runs of tokens of one text occur in another, whatever blocks they stand in. */

/** Tokens in a row that must be alone in both texts to hold a run. */
const RUN = 4;

function uniqueRuns(tokens: readonly number[]): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at + RUN <= tokens.length; at++) {
    const key = `${tokens[at]} ${tokens[at + 1]} ${tokens[at + 2]} ${tokens[at + 3]}`;
    found.set(key, found.has(key) ? -1 : at);
  }
  return found;
}

/**
 * Matches tokens: runs that occur once in both, grown to both sides as far as the texts agree.
 *
 * @returns for each token of `other` the index of the same token in `one`, or -1
 */
export function matchTokens(one: readonly number[], other: readonly number[]): Int32Array {
  const match = new Int32Array(other.length).fill(-1);
  const taken = new Uint8Array(one.length);
  const runs = uniqueRuns(one);
  const grow = (from: number, to: number, step: 1 | -1): void => {
    for (let [at, there] = [from, to]; at >= 0 && there >= 0 && at < one.length && there < other.length; ) {
      if (taken[at] === 1 || match[there] !== -1 || one[at] !== other[there]) return;
      match[there] = at;
      taken[at] = 1;
      at += step;
      there += step;
    }
  };
  for (const [key, there] of uniqueRuns(other)) {
    const at = runs.get(key) ?? -1;
    if (at < 0 || there < 0 || match[there] !== -1) continue;
    grow(at, there, 1);
    grow(at - 1, there - 1, -1);
  }
  return match;
}
