/** Lines that are printed with the same words and otherwise: other capitals, signs, spaces. */
import type { ImportChange, Original } from "./imported.js";
import { wordsOf } from "./words.js";

const tidy = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();
const keyOf = (text: string): string => wordsOf(text).join(" ");

/** Lines of an original: a paragraph may hold several, and the two sides of a page. */
const linesIn = (visible: Original["visible"]): readonly string[] =>
  visible
    .flatMap((text) => text.split(/[\n\t]|[ \u00A0]{4,}/u))
    .map(tidy)
    .filter((text) => text !== "");

/** Without the dash or star before an entry or point, the braces that join entries and rows of underscores: these are drawn, not typed. */
const withoutMarks = (text: string): string => tidy(text.replace(/^[-–—+•*]\s*/u, "").replace(/[{}]|_{3,}/gu, " "));

/** Rows of one sign are the same however long they are. */
const signOf = (text: string): string => text.replace(/\s/gu, "").replace(/(.)\1{2,}/gu, "$1$1$1");

/** A row of underscores is a line drawn with the keyboard; where the norm asks for one, it is drawn. */
const DRAWN = /^_+$/u;

/** Lines without a word that stand in the original more often than on paper: stars, rows of hyphens. */
function listSigns(original: readonly string[], printed: readonly string[]): ImportChange[] {
  const counts = new Map<string, { readonly text: string; count: number }>();
  for (const text of original) {
    const sign = signOf(text);
    const found = counts.get(sign) ?? { text, count: 0 };
    found.count += 1;
    counts.set(sign, found);
  }
  for (const text of printed) {
    const found = counts.get(signOf(text));
    if (found !== undefined) found.count -= 1;
  }
  return [...counts.values()]
    .filter(({ count }) => count > 0)
    .map(({ text, count }) => ({ component: `Dòng chỉ có dấu (${count} dòng)`, from: text, to: "" }));
}

/**
 * Lists lines that are printed with other capitals, signs or spaces than they had, and lines of signs alone that are
 * not printed.
 *
 * @param visible every text of the original
 * @param printed every line of the document
 * @param changes what is listed already
 */
export function listRetyped(
  visible: Original["visible"],
  printed: readonly string[],
  changes: readonly ImportChange[],
): ImportChange[] {
  const original = linesIn(visible);
  const lines = printed.map(withoutMarks);
  const byWords = new Map<string, string[]>();
  for (const line of lines) {
    const same = byWords.get(keyOf(line));
    if (same === undefined) byWords.set(keyOf(line), [line]);
    else if (!same.includes(line)) same.push(line);
  }
  const told = new Set(changes.flatMap(({ from }) => [from, ...from.split(" / ")].map(tidy)));
  const retyped = new Map<string, ImportChange>();
  for (const line of original) {
    const from = withoutMarks(line);
    const key = keyOf(from);
    const [to] = byWords.get(key) ?? [];
    if (key === "" || to === undefined || byWords.get(key)?.includes(from) || told.has(line)) continue;
    retyped.set(from, { component: "Cách viết", from, to });
  }
  const isSigns = (text: string): boolean => text !== "" && keyOf(text) === "" && !DRAWN.test(text);
  return [...retyped.values(), ...listSigns(original.filter(isSigns), printed.map(tidy).filter(isSigns))];
}
