/** Runs of a Word file as inlines of the model. */
import type { Emphasis, Inline, Inlines } from "../../../model/inline.js";
import type { Formatting } from "../../../norms/norm.js";
import { lookOf, sameLook } from "../../draft/body/runs.js";
import { cleanText } from "../../draft/text/characters.js";
import type { FormattedParagraph, FormattedRun, RunLook } from "../formatted/formatted-text.js";

/** Numbers of notes in the order of their marks, and what they are bound to. */
export interface InlineSource {
  /** Number of a note by its key. */
  readonly note: (key: string) => number | undefined;
  /** Path of a bound figure by the name of its bookmark. */
  readonly binding: (bookmark: string) => string | undefined;
}

/** What a component gives its text anyway. */
export type BaseLook = Pick<Formatting, "bold" | "italic" | "underline">;
export const PLAIN: BaseLook = { bold: false, italic: false, underline: false };

/** Emphasis beyond what the component gives. */
function emphasisOf(look: RunLook, base: BaseLook): Emphasis {
  return {
    ...(look.bold && !base.bold ? { bold: true } : {}),
    ...(look.italic && !base.italic ? { italic: true } : {}),
    ...(look.underline && !base.underline ? { underline: true } : {}),
    ...(look.superscript ? { superscript: true } : {}),
  };
}

const isBlank = (text: string): boolean => !/\S/u.test(text);

/** A bracket that belongs to the mark of a note beside it: "(" or ")" raised like the mark. */
const isNoteBracket = (run: FormattedRun | undefined, sign: "(" | ")"): boolean =>
  run !== undefined && run.note === undefined && run.text.trim() === sign && run.look.superscript;

/** Runs without the brackets around the marks of notes. */
export function withoutNoteBrackets(runs: readonly FormattedRun[]): { runs: FormattedRun[]; bracketed: number } {
  let bracketed = 0;
  const kept = runs.filter((run, index) => {
    const before =
      isNoteBracket(run, "(") && runs[index + 1]?.note !== undefined && isNoteBracket(runs[index + 2], ")");
    const after = isNoteBracket(run, ")") && runs[index - 1]?.note !== undefined && isNoteBracket(runs[index - 2], "(");
    if (before) bracketed += 1;
    return !before && !after;
  });
  return { runs: kept, bracketed };
}

/** Inlines while they are gathered: blanks single, none at the beginning, and in the look of what stands before them. */
class Gatherer {
  readonly inlines: Inline[] = [];

  get #endsBlank(): boolean {
    const last = this.inlines.at(-1);
    return last === undefined || (last.kind !== "noteMark" && / $/u.test(last.text));
  }

  text(typed: string, look: Emphasis): void {
    let text = cleanText(typed).replace(/[\s\u00A0]+/gu, " ");
    if (this.#endsBlank) text = text.replace(/^ /u, "");
    if (text === "") return;
    const last = this.inlines.at(-1);
    // what a blank looks like cannot be seen, a line below it excepted
    if (last?.kind === "text" && (sameLook(last, look) || (isBlank(text) && !last.underline))) last.text += text;
    else this.inlines.push({ kind: "text", text: this.#takeBlank(last) + text, ...lookOf(look) });
  }

  /** A blank at the end of an emphasis stands behind it. */
  #takeBlank(last: Inline | undefined): string {
    if (last?.kind !== "text" || last.underline || !/\S $/u.test(last.text)) return "";
    if (!last.bold && !last.italic) return "";
    last.text = last.text.slice(0, -1);
    return " ";
  }

  figure(text: string, binding: string, look: Emphasis): void {
    this.inlines.push({ kind: "figure", text: cleanText(text), binding, ...lookOf(look) });
  }

  note(note: number): void {
    this.inlines.push({ kind: "noteMark", note });
  }

  finish(): Inlines {
    const last = this.inlines.at(-1);
    if (last?.kind === "text") last.text = last.text.trimEnd();
    return this.inlines.filter((inline) => inline.kind !== "text" || inline.text !== "");
  }
}

/** A first run of blanks takes the look of what follows, so that it opens no emphasis of its own. */
export function toInlines(runs: readonly FormattedRun[], source: InlineSource, base: BaseLook = PLAIN): Inlines {
  const gatherer = new Gatherer();
  for (const run of withoutNoteBrackets(runs).runs) {
    if (run.pageNumber) continue;
    if (run.note !== undefined) {
      const note = source.note(run.note);
      if (note !== undefined) gatherer.note(note);
      continue;
    }
    const binding = run.bookmarks?.map(source.binding).find((path) => path !== undefined);
    const look = emphasisOf(run.look, base);
    if (binding !== undefined && !isBlank(run.text)) gatherer.figure(run.text, binding, look);
    else gatherer.text(run.text, look);
  }
  return gatherer.finish();
}

/** Two lines as one, a blank between them; runs of one look become one. */
export function appendInlines(first: Inlines, second: Inlines): Inlines {
  const joined: Inline[] = [...first];
  for (const [index, inline] of second.entries()) {
    const last = joined.at(-1);
    const blank = index === 0 && last !== undefined ? " " : "";
    if (inline.kind === "text" && last?.kind === "text" && sameLook(last, inline))
      joined[joined.length - 1] = { ...last, text: last.text + blank + inline.text };
    else if (blank !== "" && inline.kind === "text") joined.push({ ...inline, text: blank + inline.text });
    else joined.push(...(blank === "" ? [] : [{ kind: "text" as const, text: blank }]), inline);
  }
  return joined;
}

/** Whether all words of a paragraph share a look. */
export function isUniform({ runs }: Pick<FormattedParagraph, "runs">, test: (look: RunLook) => boolean): boolean {
  const worded = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return worded.length > 0 && worded.every(({ look }) => test(look));
}
