import { reportDraft } from "../../../findings/messages/draft.js";
import { foldTone } from "../../../norms/tone.js";
import type { FindingSink } from "../text/journal.js";
import { isBlank, type SourceLine, trimLine } from "../text/lines.js";
import type { HeaderEntry } from "./entry.js";

/**
 * The lines of a value, trimmed, blank lines included: they part the signature's lines from the name.
 *
 * @returns undefined when the value is not text
 */
export function readAllLines(entry: HeaderEntry, journal: FindingSink): readonly SourceLine[] | undefined {
  const { value } = entry;
  if (value.kind === "text") return value.lines.map(trimLine);
  const id = value.kind === "list" ? "draft/value-list" : "draft/value-map";
  journal.add(reportDraft(id, { key: entry.key }, value.at));
  return undefined;
}

/**
 * The lines of a value that hold something.
 *
 * @returns undefined when there are none, or the value is not text
 */
export function readLines(entry: HeaderEntry, journal: FindingSink): readonly SourceLine[] | undefined {
  const lines = readAllLines(entry, journal)?.filter((line) => !isBlank(line.text));
  return lines === undefined || lines.length === 0 ? undefined : lines;
}

/** The texts of the lines that hold something. */
export function readTexts(entry: HeaderEntry, journal: FindingSink): string[] | undefined {
  return readLines(entry, journal)?.map((line) => line.text);
}

/**
 * A value that fits on one line.
 *
 * @returns undefined when it is empty or takes several lines
 */
export function readLine(entry: HeaderEntry, journal: FindingSink): SourceLine | undefined {
  const lines = readLines(entry, journal);
  if (lines === undefined || lines.length === 1) return lines?.[0];
  const value = lines.map((line) => line.text).join(" / ");
  journal.add(reportDraft("draft/value-lines", { key: entry.key, value }, entry.at));
  return undefined;
}

/** The text of a value that fits on one line. */
export function readText(entry: HeaderEntry, journal: FindingSink): string | undefined {
  return readLine(entry, journal)?.text;
}

/**
 * One of several words, whatever its case and tone placement.
 *
 * @param choices what each word means
 */
export function readChoice<T>(
  entry: HeaderEntry,
  journal: FindingSink,
  choices: Readonly<Record<string, T>>,
): T | undefined {
  const line = readLine(entry, journal);
  if (line === undefined) return undefined;
  const typed = foldTone(line.text);
  const found = Object.entries(choices).find(([word]) => foldTone(word) === typed);
  if (found !== undefined) return found[1];
  const allowed = Object.keys(choices);
  journal.add(reportDraft("draft/choice", { key: entry.key, value: line.text, allowed }, entry.at));
  return undefined;
}

/**
 * A length or size, with a comma or a point, perhaps followed by its unit.
 *
 * @param unit "pt" or "mm"
 */
export function readMeasure(entry: HeaderEntry, journal: FindingSink, unit: "pt" | "mm"): number | undefined {
  const line = readLine(entry, journal);
  if (line === undefined) return undefined;
  const digits = /^(\d{1,3}(?:[.,]\d{1,6})?)[ \t]*(pt|mm)?$/u.exec(line.text);
  const value = Number(digits?.[1]?.replace(",", "."));
  if (digits !== null && value <= 100 && (digits[2] ?? unit) === unit) return value;
  journal.add(reportDraft("draft/measure", { key: entry.key, value: line.text, unit }, entry.at));
  return undefined;
}
