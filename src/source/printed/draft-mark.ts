/** The mark of a draft as offices type it: "(Dự thảo)", "DỰ THẢO LẦN 2", "Dự thảo 15/5/2026". */

const PLAIN = "Dự thảo";
const WITH_TIMES = /^\(?(dự thảo lần (?:thứ )?[^\s)]+)\)?$/iu;
const NUMBERED = /^\(?dự thảo (\d{1,2})\)?$/iu;

/** The mark in one of the forms that are printed: HD05 2.2 and NĐ30 know the word, and which draft it is. */
export function readDraftMark(text: string): string {
  const times = WITH_TIMES.exec(text)?.[1];
  if (times !== undefined) return times;
  const number = NUMBERED.exec(text)?.[1];
  if (number !== undefined) return `${PLAIN} lần ${Number(number)}`;
  return /^dự thảo$/iu.test(text) ? text : PLAIN;
}
