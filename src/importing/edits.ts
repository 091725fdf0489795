/** What somebody wrote otherwise in a Word file than it stood there when it was made. */
import { distance } from "fastest-levenshtein";
import type { Document } from "../model/document.js";
import type { Norm } from "../norms/norm.js";
import { projectText } from "../projection/project-text.js";
import { wordsOf } from "./words.js";

export interface TextEdit {
  /** Absent for what was added. */
  readonly before?: string;
  /** Absent for what was taken out. */
  readonly after?: string;
}

/** A line of which more was changed is another line. */
const ANOTHER = 0.5;

const linesOf = (document: Document, norm: Norm): readonly string[] => {
  const { body, margins, notes } = projectText(document, norm, { recipientsBeside: 0 });
  return [...body, ...margins, ...notes];
};
const keyOf = (line: string): string => wordsOf(line).join(" ");

/** The lines of one text that the other has not, each as often as it is missing there. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = others.map(keyOf);
  return lines.filter((line) => {
    const key = keyOf(line);
    if (key === "") return false;
    const at = left.indexOf(key);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/**
 * The lines that differ, in words or figures, between a document as it was made and as it reads now.
 *
 * @param norm by which both are told line for line
 */
export function listEdits(made: Document, read: Document, norm: Norm): readonly TextEdit[] {
  const [old, now] = [linesOf(made, norm), linesOf(read, norm)];
  const gone = without(old, now);
  const edits = without(now, old).map((after): TextEdit => {
    const near = gone.findIndex((before) => distance(before, after) <= ANOTHER * Math.max(before.length, after.length));
    const [before] = near === -1 ? [] : gone.splice(near, 1);
    return before === undefined ? { after } : { before, after };
  });
  return [...edits, ...gone.map((before) => ({ before }))];
}
