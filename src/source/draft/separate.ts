import { reportDraft } from "../../findings/messages/draft.js";
import type { FindingSink } from "./text/journal.js";
import { isBlank, type SourceLine } from "./text/lines.js";

/** The two parts of a draft. */
export interface DraftParts {
  /** The lines between the two `---`. */
  readonly header: readonly SourceLine[];
  readonly body: readonly SourceLine[];
}

/** A line `---` at the left margin; blanks behind it do not matter. */
const FENCE = /^---[ \t]*$/u;

/**
 * Divides a draft into header and body.
 *
 * @returns undefined when there is no header, or its end is missing
 */
export function separate(lines: readonly SourceLine[], journal: FindingSink): DraftParts | undefined {
  const start = lines.findIndex((line) => !isBlank(line.text));
  const first = lines[start];
  if (first === undefined || !FENCE.test(first.text)) {
    journal.add(
      reportDraft("draft/header-missing", { line: first?.text ?? "" }, { line: first?.number ?? 1, column: 1 }),
    );
    return undefined;
  }
  const end = lines.findIndex((line, index) => index > start && FENCE.test(line.text));
  if (end === -1) {
    journal.add(reportDraft("draft/header-unclosed", {}, { line: first.number, column: 1 }));
    return undefined;
  }
  return { header: lines.slice(start + 1, end), body: lines.slice(end + 1) };
}
