/** Notes on lines that hold words alone (Kính gửi, trích yếu, Nơi nhận): their words stand in brackets behind what they explain. */
import { tidyLine } from "../../printed/line.js";
import type { FormattedRun } from "../formatted/formatted-text.js";
import type { DocxLine } from "./lines.js";
import type { NoteOrder } from "./notes.js";

/** Words of a note that were set in brackets. */
export interface BracketedNote {
  readonly component: string;
  readonly from: string;
  readonly to: string;
}

/** Signs that end an entry of a list stand behind the bracket. */
const ENDING = /\s*[.;,:]*$/u;

/** The text of a line with the words of its notes; undefined where it has none. */
function withNotes(runs: readonly FormattedRun[], wordsOf: (key: string) => string): string | undefined {
  if (!runs.some(({ note }) => note !== undefined)) return undefined;
  let text = "";
  let ending = "";
  for (const run of runs) {
    if (run.note === undefined) {
      text += run.text === "" ? "" : ending + run.text;
      if (run.text !== "") ending = "";
      continue;
    }
    const words = wordsOf(run.note);
    if (words === "") continue;
    text += ending;
    ending = ENDING.exec(text)?.[0] ?? "";
    text = `${text.slice(0, text.length - ending.length)} (${words})`;
  }
  return tidyLine(text + ending);
}

/**
 * Lines whose notes' words stand in brackets.
 *
 * @param component as an account names it
 * @param told of each note that was set so
 */
export function bracketNotes(
  lines: readonly DocxLine[],
  component: string,
  notes: NoteOrder,
  told: (note: BracketedNote) => void,
): readonly DocxLine[] {
  return lines.map((line) => {
    const text = withNotes(line.runs, (key) => {
      const words = notes.takeWords(key).replace(ENDING, "");
      if (words !== "") told({ component: `Chú thích ở ${component}`, from: words, to: `(${words})` });
      return words;
    });
    return text === undefined ? line : { ...line, text };
  });
}
