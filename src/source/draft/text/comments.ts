import { reportDraft } from "../../../findings/messages/draft.js";
import type { FindingSink } from "./journal.js";
import { type Cut, isBlank, type SourceLine } from "./lines.js";
import type { Position } from "./position.js";

/** How a line begins with which an import keeps words that it found no place for. */
export const UNPLACED = "Chưa xếp được";
const LONGEST_QUOTE = 120;
const UNPLACED_LINE = new RegExp(`^\\s*- ${UNPLACED}(?:,[^:]{0,40})?: *(\\S.*)$`, "u");

/**
 * The lines of a body without `<!-- … -->`. A line that held nothing else goes with its comment, so that a comment
 * between two lines of a paragraph does not part them; the other lines keep their numbers and columns.
 *
 * @param lines lines of the body
 */
export function dropComments(lines: readonly SourceLine[], journal: FindingSink): SourceLine[] {
  const kept: SourceLine[] = [];
  const unplaced: { readonly text: string; readonly line: number }[] = [];
  let openedAt: Position | undefined;
  for (const line of lines) {
    const cuts: Cut[] = [];
    let left = "";
    let index = 0;
    while (index < line.text.length || openedAt !== undefined) {
      if (openedAt === undefined) {
        const start = openingIn(line.text, index);
        left += line.text.slice(index, start);
        index = start;
        if (start === line.text.length) break;
        openedAt = { line: line.number, column: start + 1 };
      }
      const end = line.text.indexOf("-->", index);
      const next = end === -1 ? line.text.length : end + 3;
      cuts.push({ at: left.length, length: next - index });
      const words = UNPLACED_LINE.exec(line.text.slice(index, end === -1 ? undefined : end))?.[1];
      if (words !== undefined) unplaced.push({ text: words.trim(), line: line.number });
      index = next;
      if (end === -1) break;
      openedAt = undefined;
    }
    if (cuts.length === 0) kept.push(line);
    else if (!isBlank(left)) kept.push({ text: left, number: line.number, cuts });
  }
  const [first] = unplaced;
  if (first !== undefined) {
    const at = { line: first.line, column: 1 };
    journal.add(
      reportDraft("draft/unplaced-words", { count: unplaced.length, text: first.text.slice(0, LONGEST_QUOTE) }, at),
    );
  }
  if (openedAt !== undefined) journal.add(reportDraft("draft/comment-unclosed", {}, openedAt));
  return kept;
}

/** The next `<!--` that no backslash makes plain text, or the end of the text. */
function openingIn(text: string, from: number): number {
  for (let index = text.indexOf("<!--", from); index !== -1; index = text.indexOf("<!--", index + 1)) {
    let backslashes = 0;
    while (text[index - 1 - backslashes] === "\\") backslashes += 1;
    if (backslashes % 2 === 0) return index;
  }
  return text.length;
}
