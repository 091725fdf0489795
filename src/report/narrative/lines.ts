/** What a unit wrote, line by line. */

/** Control characters have no print; lines of a unit are paragraphs. */
export const linesOf = (words: string): readonly string[] =>
  words
    .normalize("NFC")
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) =>
      line
        .replace(/\p{Cc}+/gu, " ")
        .replace(/\s+/gu, " ")
        .trim(),
    )
    .filter((line) => line !== "");
