/** What somebody wrote otherwise in a Word file than it stood there when it was made. */
import { distance } from "fastest-levenshtein";
import type { Document } from "../model/document.js";
import type { Norm } from "../norms/norm.js";
import { printedLines, wordsOf } from "./words.js";

export interface TextEdit {
  /** Absent for what was added. */
  readonly before?: string;
  /** Absent for what was taken out. */
  readonly after?: string;
}

/** A line of which more was changed is another line. */
const ANOTHER = 0.5;

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

/** The lines that are not, word for word, a run of the others: the layout breaks lines otherwise than the model. */
function withoutBroken(lines: readonly string[], others: readonly string[]): string[] {
  const keys = others.map(keyOf);
  const runs = new Set<string>();
  keys.forEach((_, from) => {
    for (let to = from + 1; to < Math.min(keys.length, from + LONGEST_RUN); to += 1)
      runs.add(keys.slice(from, to + 1).join(" "));
  });
  const own = lines.map(keyOf);
  const broken = new Set<number>();
  // the parts of a line that the others have whole
  own.forEach((_, from) => {
    for (let to = from + 1; to < Math.min(own.length, from + LONGEST_RUN); to += 1)
      if (keys.includes(own.slice(from, to + 1).join(" "))) for (let at = from; at <= to; at += 1) broken.add(at);
  });
  return lines.filter((_, at) => !runs.has(own[at] ?? "") && !broken.has(at));
}

/** Lines that one line is broken into, at most. */
const LONGEST_RUN = 5;

/**
 * The lines that differ, in words or figures, between a document as it was made and what is visible in its file now.
 *
 * @param visible every visible text of the file
 * @param norm by which the document was made
 */
export function listEdits(made: Document, visible: readonly string[], norm: Norm): readonly TextEdit[] {
  const [old, now] = [printedLines(made, norm), visible.flatMap((text) => text.normalize("NFC").split("\n"))];
  const missing = without(old, now);
  const added = without(now, old);
  const [gone, come] = [withoutBroken(missing, added), withoutBroken(added, missing)];
  const edits = come.map((after): TextEdit => {
    const near = gone.findIndex((before) => distance(before, after) <= ANOTHER * Math.max(before.length, after.length));
    const [before] = near === -1 ? [] : gone.splice(near, 1);
    return before === undefined ? { after } : { before, after };
  });
  return [...edits, ...gone.map((before) => ({ before }))];
}
