/** The mark before a paragraph or heading ("Điều 1.", "a)", "-"): its length as typed, and its look. */
import type { Emphasis, Inline } from "../../../model/inline.js";
import type { Mark, MarkForm } from "../../../model/mark.js";
import { NAMED_FORMS } from "../../draft/body/marks.js";
import type { FormattedRun } from "../formatted/formatted-text.js";
import type { BaseLook } from "./inlines.js";

/** Length of what a text begins with, however many blanks were typed in it. */
export function lengthOf(mark: string, raw: string): number {
  let at = raw.length - raw.trimStart().length;
  for (const sign of mark.replace(/\s/gu, "")) {
    while (at < raw.length && /[\s\u00AD\u200B-\u200F]/u.test(raw[at] ?? "")) at += 1;
    if (raw[at] !== sign) return -1;
    at += 1;
  }
  return at;
}

/** A full stop or colon typed behind "Chương I" belongs to neither mark nor name. */
export function withoutStop(
  runs: readonly FormattedRun[],
  mark: Pick<Mark, "form"> | undefined,
): readonly FormattedRun[] {
  if (mark === undefined || !NAMED_FORMS.includes(mark.form)) return runs;
  const [first, ...others] = runs;
  return first === undefined ? runs : [{ ...first, text: first.text.replace(/^\s*[.:–-]\s*/u, "") }, ...others];
}

/** Marks whose look nobody sees by itself. */
const DASHES: ReadonlySet<MarkForm> = new Set<MarkForm>(["dash", "plus", "star"]);

/** The mark of a paragraph; a dash bears the look of the words behind it, or none. */
export function openedBy(
  mark: Pick<Mark, "form" | "text">,
  runs: readonly FormattedRun[],
  base: BaseLook,
  [first]: readonly Inline[],
): Mark {
  const opened = markOf(mark, runs, base);
  if (!DASHES.has(mark.form) || first?.kind !== "text") return opened;
  const same = (["bold", "italic", "underline"] as const).every((look) => opened[look] === first[look]);
  return same ? opened : { form: opened.form, text: opened.text };
}

/** A mark with the emphasis that all of it has beyond what its component gives. */
export function markOf(mark: Pick<Mark, "form" | "text">, runs: readonly FormattedRun[], base: BaseLook): Mark {
  const worded = runs.filter(({ text }) => /\S/u.test(text));
  const every = (test: (run: FormattedRun) => boolean): boolean => worded.length > 0 && worded.every(test);
  const look: Emphasis = {
    ...(!base.bold && every((run) => run.look.bold) ? { bold: true } : {}),
    ...(!base.italic && every((run) => run.look.italic) ? { italic: true } : {}),
    ...(!base.underline && every((run) => run.look.underline) ? { underline: true } : {}),
  };
  return { form: mark.form, text: mark.text, ...look };
}
