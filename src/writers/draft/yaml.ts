import { cleanText } from "../../source/draft/text/characters.js";
import { isBlank, trimBlanks } from "../../source/draft/text/lines.js";

/** A value that YAML reads as it stands: it begins with a letter, a digit, `/` or `(`, and holds no sign of YAML. */
const PLAIN = /^[\p{L}\p{N}/(](?:(?!:(?: |$)| #)[^\p{C}])*$/u;

/** A line as the header holds it: without control characters, and without blanks that YAML would not keep. */
export function cleanLine(line: string): string {
  return trimBlanks(cleanText(line));
}

/** `key: value`, quoted where YAML would read something else. */
export function writeValue(key: string, value: string): string[] {
  const line = cleanLine(value);
  if (line === "") return [];
  return [`${key}: ${PLAIN.test(line) ? line : JSON.stringify(line)}`];
}

/**
 * Lines under `key: |`.
 *
 * @param lines clean lines; blank ones are kept, and only lines behind the first may be indented
 */
export function writeBlock(key: string, lines: readonly string[]): string[] {
  return lines.every(isBlank) ? [] : [`${key}: |`, ...lines.map((line) => (line === "" ? "" : `  ${line}`))];
}

/** One line beside the key, several under it. */
export function writeLines(key: string, lines: readonly string[] | undefined): string[] {
  const clean = (lines ?? []).map(cleanLine);
  const [only = "", second] = clean;
  return second === undefined ? writeValue(key, only) : writeBlock(key, clean);
}
