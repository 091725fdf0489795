/** Longest beginning of a text by which it is known. */
const BEGINNING = 70;

/** The first words of a text. */
export const beginningOf = (text: string): string =>
  text.length <= BEGINNING ? text : `${text.slice(0, BEGINNING).trimEnd()}…`;
