/** Longest quotation in a finding, in characters. */
const LONGEST = 60;

/** What was found, between quotation marks, shortened so that a message stays a sentence. */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const characters = Array.from(line.slice(0, LONGEST * 4));
  return characters.length > LONGEST ? `"${characters.slice(0, LONGEST).join("")}…"` : `"${line}"`;
}

/** Quoted words in a row: `"a", "b"`. */
export function quoteAll(words: readonly string[]): string {
  return words.map(quote).join(", ");
}
