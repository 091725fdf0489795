/** Nơi nhận as lines somebody typed or a scan gave, read as a draft's entries. */
import type { RecipientEntry } from "../../model/closing.js";
import { readRecipients } from "../draft/header/recipients.js";
import { Journal } from "../draft/text/journal.js";
import { PlaceBook } from "../draft/text/position.js";

interface TypedLine {
  readonly text: string;
  readonly number: number;
}

/** A line of entries as words alone, a dash before it kept. */
const withoutSigns = (line: TypedLine): TypedLine => ({
  ...line,
  text: line.text
    .replace(/[{}]/gu, " ")
    .replace(/^(?:[-+*]\s*)+$|^([-+*]\s)(?:[-+*]\s*)+/u, "$1")
    .replace(/\s+/gu, " ")
    .trim(),
});

function read(lines: readonly TypedLine[]) {
  const at = { line: lines[0]?.number ?? 1, column: 1 };
  const [journal, places] = [new Journal(undefined), new PlaceBook(undefined)];
  const entries = readRecipients({ key: "nơi nhận", at, value: { kind: "text", lines, at } }, journal, places);
  return { entries, places, sound: journal.inOrder().every(({ severity }) => severity !== "error") };
}

/**
 * Reads entries, where a brace joins entries and a dash begins one. Braces that join nothing, and dashes without an
 * entry, are signs alone and fall away.
 *
 * @param mark told of each entry and the number of its line
 */
export function readRecipientLines(
  lines: readonly TypedLine[],
  mark: (entry: RecipientEntry, line: number) => void,
): RecipientEntry[] | undefined {
  const typed = lines.map((line) => ({ ...line, text: line.text.replace(/^[–—+•]\s*/u, "- ") }));
  if (typed.every(({ text }) => text === "")) return undefined;
  const braced = read(typed);
  const { entries, places } = braced.sound ? braced : read(typed.map(withoutSigns).filter(({ text }) => text !== ""));
  for (const entry of entries ?? []) mark(entry, places.of(entry)?.line ?? typed[0]?.number ?? 1);
  return entries;
}
