/** Where a text says how it will call something from now on. */

/** One short form that a text defines. */
export interface Definition {
  readonly short: string;
  /** What it stands for, as far back as the clause goes; of initials the very words. */
  readonly full: string;
  /** Where the short form itself stands. */
  readonly start: number;
  readonly end: number;
  /** Where the brackets stand. */
  readonly span: readonly [start: number, end: number];
}

const SAID =
  "(?:(?:sau đây|dưới đây)\\s+)?(?:được\\s+)?(?:gọi|viết)\\s*(?:(?:tắt|chung)\\s*(?:và\\s+viết tắt\\s*)?)?(?:là|:)\\s*:?\\s*";
const BRACKETED = new RegExp(`\\(\\s*${SAID}([^()]+?)\\s*\\)`, "giu");
const OPEN = /,\s*(?:sau đây|dưới đây)\s+(?:được\s+)?(?:gọi|viết)\s*(?:tắt\s+|chung\s+)?là\s+([^,;.()]+)/giu;
const INITIALS = /\((\p{Lu}[\p{Lu}\d&]{1,11})\)/gu;
/** Several short forms in one bracket: the next one begins with a capital. */
const BETWEEN = /\s*[,;]\s*(?:và\s+)?(?=["“]?\p{Lu})|\s+và\s+(?=["“]?\p{Lu}[\p{L}\s]*số\s)/gu;
const FULL = 160;

const clauseBefore = (text: string, end: number): string => {
  const before = text.slice(Math.max(0, end - FULL), end).trimEnd();
  return before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf(". "), before.lastIndexOf(":")) + 1).trim();
};

/** The short forms of a bracket with their places. */
function* split(list: string, from: number): Generator<Pick<Definition, "short" | "start" | "end">> {
  let at = 0;
  for (const part of list.split(BETWEEN)) {
    const start = list.indexOf(part, at);
    at = start + part.length;
    const short = part.replace(/^["“”]+|["“”.]+$/gu, "").trim();
    if (short !== "" && short.length <= 80) yield { short, start: from + start, end: from + at };
  }
}

/**
 * The words before a bracket whose initials it holds: "Ban Chỉ đạo (BCĐ)".
 *
 * @returns undefined where no run of words has these initials
 */
function spelledOut(before: string, initials: string): string | undefined {
  const words = before.trim().split(/\s+/u).slice(-14);
  const letters = initials.replace(/[\d&]/gu, "");
  for (let count = 2; count <= words.length; count += 1) {
    const last = words.slice(-count);
    if (last[0]?.[0]?.toUpperCase() !== letters[0]) continue;
    let at = 0;
    for (const word of last) if (word[0]?.toUpperCase() === letters[at]) at += 1;
    if (at === letters.length) return last.join(" ");
  }
  return undefined;
}

/**
 * Finds what a text defines: "(viết tắt là …)", "(sau đây gọi là …)", several in one bracket, and initials in a bracket
 * right behind the words that they stand for.
 *
 * @param text the text of a paragraph, its runs joined; stars of Markdown count for nothing
 */
export function findDefinitions(text: string): readonly Definition[] {
  const plain = text.normalize("NFC").replace(/[*\u00a0]/gu, " ");
  const found: Definition[] = [];
  for (const pattern of [BRACKETED, OPEN]) {
    for (const match of plain.matchAll(pattern)) {
      const [printed, list = ""] = match;
      const from = match.index + printed.lastIndexOf(list);
      const span = [match.index, match.index + printed.length] as const;
      const full = clauseBefore(plain, match.index);
      for (const one of split(list, from)) found.push({ ...one, full, span });
    }
  }
  for (const match of plain.matchAll(INITIALS)) {
    const [printed, short = ""] = match;
    const full = spelledOut(plain.slice(0, match.index), short);
    if (full === undefined) continue;
    const start = match.index + 1;
    found.push({ short, full, start, end: start + short.length, span: [match.index, match.index + printed.length] });
  }
  return found.sort((one, other) => one.start - other.start);
}
