/** Notes in the order in which the text refers to them. */
import type { Footnote } from "../../../model/block.js";
import type { ObservedParagraph } from "../../../norms/observed.js";
import type { FormattedText } from "../formatted/formatted-text.js";
import { type InlineSource, toInlines, withoutNoteBrackets } from "./inlines.js";
import { observe, type Recognised } from "./observe.js";

/** A bracket or a stop that belonged to the number before a note's text. */
const NUMBER_REST = /^[\s\u00A0]*(?:\(\s*\)|\(|\))?[.:]?[\s\u00A0]*/u;

export class NoteOrder {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #taken = new Set<string>();
  #bracketed = 0;

  constructor(private readonly text: FormattedText) {}

  /** Number of a note, counted when it is met first; undefined where there is none, or nothing in it. */
  readonly refer = (key: string): number | undefined => {
    if (!this.#hasWords(key)) return undefined;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#keys.push(key);
    this.#numbers.set(key, this.#keys.length);
    return this.#keys.length;
  };

  #hasWords(key: string): boolean {
    return (this.text.notes.get(key) ?? []).some(({ runs }) => runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text)));
  }

  /** Counts the marks of a paragraph that stand in brackets. */
  countBrackets(runs: Parameters<typeof withoutNoteBrackets>[0]): void {
    this.#bracketed += withoutNoteBrackets(runs).bracketed;
  }

  /** The marks of all notes are plain numbers. */
  get plain(): boolean {
    return this.#keys.length > 0 && this.#bracketed === 0;
  }

  /** Keys that nothing in the text refers to any more. */
  get unused(): readonly string[] {
    return [...this.text.notes.keys()].filter((key) => !this.#numbers.has(key) && !this.#taken.has(key));
  }

  /** Words of a note that is to stand in the text itself; it is no footnote any more. */
  takeWords(key: string): string {
    if (!this.#hasWords(key) || this.#numbers.has(key) || this.#taken.has(key)) return "";
    this.#taken.add(key);
    const paragraphs = this.text.notes.get(key) ?? [];
    const texts = paragraphs.map(({ runs }, index) =>
      withoutMark(runs, index === 0)
        .map(({ text }) => text)
        .join(""),
    );
    return texts.join(" ").replace(/\s+/gu, " ").trim();
  }

  /** The notes; their own marks are left out, for they are counted. */
  build(source: InlineSource, see: (observed: ObservedParagraph) => void): Footnote[] {
    return this.#keys.map((key) => {
      const footnote: Footnote = { paragraphs: [] };
      const recognised: Recognised = { component: "footnote", part: footnote };
      for (const [index, paragraph] of (this.text.notes.get(key) ?? []).entries()) {
        const inlines = toInlines(withoutMark(paragraph.runs, index === 0), source);
        if (inlines.length === 0) continue;
        footnote.paragraphs.push(inlines);
        see(observe(paragraph, paragraph.runs, recognised));
      }
      if (footnote.paragraphs.length === 0) footnote.paragraphs.push([]);
      return footnote;
    });
  }
}

function withoutMark(runs: Parameters<typeof toInlines>[0], first: boolean): Parameters<typeof toInlines>[0] {
  if (!first) return runs;
  const whole = runs.map(({ text }) => text).join("");
  let rest = NUMBER_REST.exec(whole)?.[0].length ?? 0;
  return runs.map((run) => {
    const cut = Math.min(rest, run.text.length);
    rest -= cut;
    return cut === 0 ? run : { ...run, text: run.text.slice(cut) };
  });
}
