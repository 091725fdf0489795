import type { Finding } from "../findings/finding.js";

/** A paragraph or a block of the header seldom runs over more lines. */
const MOST_LINES = 60;

/**
 * The finding at the line and column where its words stand in the draft; places of parts are where they begin.
 *
 * @param lines the draft's lines in NFC
 */
export function pinpoint(finding: Finding, lines: readonly string[]): Finding {
  const { quote, place } = finding;
  const start = place?.line;
  if (quote === undefined || quote === "" || start === undefined) return finding;
  for (let number = start; number < Math.min(lines.length + 1, start + MOST_LINES); number += 1) {
    const line = lines[number - 1] ?? "";
    if (number > start && (line.trim() === "" || line === "---")) break;
    const at = line.indexOf(quote, number === start ? (place?.column ?? 1) - 1 : 0);
    if (at !== -1) return { ...finding, place: { ...place, line: number, column: at + 1 } };
  }
  return finding;
}
