/** Says what was changed in a Word file of ours: its words, and what became of its bound figures. */
import type { Finding } from "../findings/finding.js";
import { reportOwnDocx } from "../findings/messages/own-docx.js";
import type { BindingChange } from "./bindings.js";
import type { TextEdit } from "./edits.js";

/** Whether a line differs by a bound figure alone, of which a finding of its own tells. */
function isFigureAlone({ before = "", after = "" }: TextEdit, changes: readonly BindingChange[]): boolean {
  return changes.some((change) => {
    if (change.kind !== "changed") return false;
    for (let at = before.indexOf(change.before); at !== -1; at = before.indexOf(change.before, at + 1))
      if (before.slice(0, at) + change.after + before.slice(at + change.before.length) === after) return true;
    return false;
  });
}

/** Words the lines that read otherwise now. */
export const findingsOfTextEdits = (
  edits: readonly TextEdit[],
  changes: readonly BindingChange[],
): readonly Finding[] =>
  edits
    .filter((edit) => !isFigureAlone(edit, changes))
    .map(({ before = "", after = "" }) => ({
      ...reportOwnDocx("own-docx/edited", { before, after }),
      ...(after === "" ? {} : { quote: after }),
    }));

const sentenceOf = ({ where }: Extract<BindingChange, { kind: "lost" }>): string =>
  where.inlines
    .map((inline) => (inline.kind === "noteMark" ? "" : inline.text))
    .join("")
    .trim();

function findingOf(change: BindingChange, file: string): Finding {
  const { binding: path } = change;
  switch (change.kind) {
    case "changed":
      return reportOwnDocx("own-docx/figure-changed", { path, before: change.before, after: change.after }, { file });
    case "lost":
      return reportOwnDocx(
        "own-docx/figure-lost",
        { path, before: change.before, sentence: sentenceOf(change) },
        { file },
      );
    case "copied":
      return reportOwnDocx("own-docx/figure-copied", { path, after: change.after }, { file });
  }
}

/**
 * Words the changes of a file's bound figures.
 *
 * @param file as it is to stand in findings
 */
export const findingsOfBindings = (changes: readonly BindingChange[], file: string): readonly Finding[] =>
  changes.map((change) => findingOf(change, file));
