/** Huyền, sắc, ngã, hỏi, nặng as combining marks. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * Folds a text for comparing: without case, with one blank between words, and with the tone mark of each syllable
 * behind its letters, so that "Uỷ" and "ủy" are equal but "ban" and "bán" are not. The result is not for display.
 *
 * @param text any text, NFC or not
 */
export function foldTone(text: string): string {
  return text.replace(SYLLABLE, foldSyllable).replace(/\s+/gu, " ").trim();
}

const SYLLABLE = /[\p{L}\p{M}]+/gu;
/** Syllables that were folded: a language has some thousands of them, and a text the same few hundred again and again. */
const FOLDED = new Map<string, string>();
/** What is no language does not fill the memory. */
const MOST_FOLDED = 20_000;

function foldSyllable(syllable: string): string {
  const known = FOLDED.get(syllable);
  if (known !== undefined) return known;
  const letters = syllable.normalize("NFD").toLowerCase();
  const tones = letters.match(TONES)?.join("") ?? "";
  const folded = letters.replace(TONES, "") + tones;
  if (FOLDED.size >= MOST_FOLDED) FOLDED.clear();
  FOLDED.set(syllable, folded);
  return folded;
}

/** Open syllables in which the tone mark may stand on either vowel: hoà or hòa, khoẻ or khỏe, uỷ or ủy; not quý. */
const MOVABLE: { readonly [newStyle: string]: string } = Object.fromEntries(
  [
    ["oà oá oả oã oạ", "òa óa ỏa õa ọa"],
    ["oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"],
    ["uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"],
  ].flatMap(([from = "", to = ""]) => {
    const olds = to.split(" ");
    return from.split(" ").map((pair, index) => [pair, olds[index] ?? pair] as const);
  }),
);
const MOVABLE_PAIR = new RegExp(`(?<!q)(?:${Object.keys(MOVABLE).join("|")})(?!\\p{L})`, "gu");

/**
 * Folds a text for searching in it: small letters, one style of tone marks, and every character where it was, so that
 * what is found there is found in the text.
 *
 * @param text NFC
 */
export function foldInPlace(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u00a0\t\n]/gu, " ")
    .replace(MOVABLE_PAIR, (pair) => MOVABLE[pair] ?? pair);
}
