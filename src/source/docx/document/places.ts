import type { Place } from "../../../findings/finding.js";
import type { FormattedParagraph } from "../formatted/formatted-text.js";

/** Words alone: a line break or a broad blank in the file is a blank in a finding. */
const squeeze = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();

/** Where the parts of a document stand in its Word file: by paragraph, and by page where Word left its own marks. */
export class DocxPlaces {
  readonly literals: ReadonlySet<string> = new Set();
  readonly #parts = new WeakMap<object, Place>();
  readonly #fields = new Map<string, Place>();
  readonly #pages = new Map<number, number>();
  readonly #texts = new Map<number, string>();
  readonly #spreads = new Map<number, number[]>();

  constructor(private readonly file: string | undefined) {}

  of(part: object): Place | undefined {
    return this.#parts.get(part);
  }

  field(name: string): Place | undefined {
    return this.#fields.get(name);
  }

  /** What was typed in each paragraph, blanks and tabs as they are. */
  get texts(): ReadonlyMap<number, string> {
    return this.#texts;
  }

  /** Remembers the text of a paragraph, and its page. */
  meet({ ordinal, page, runs }: Pick<FormattedParagraph, "ordinal" | "page" | "runs">): void {
    this.#texts.set(ordinal, runs.map(({ text }) => text).join(""));
    if (page !== undefined) this.#pages.set(ordinal, page);
  }

  /** The place of a paragraph. */
  at(paragraph: number, component?: string): Place {
    const page = this.#pages.get(paragraph);
    return {
      ...(this.file === undefined ? {} : { file: this.file }),
      ...(component === undefined ? {} : { component }),
      paragraph,
      ...(page === undefined ? {} : { page }),
    };
  }

  /** Remembers where a part of the document stands, and returns the part. */
  mark<T extends object>(part: T, paragraph: number, component?: string): T {
    this.#parts.set(part, this.at(paragraph, component));
    return part;
  }

  /** Remembers that what begins in the first of these paragraphs goes on in the others: a table, a signature. */
  spread(paragraphs: readonly number[]): void {
    const [first, ...others] = paragraphs;
    if (first === undefined || others.length === 0) return;
    this.#spreads.set(first, [...(this.#spreads.get(first) ?? []), ...others]);
  }

  /** The paragraph in which words stand, of all in which what begins in the given one goes on. */
  narrow(paragraph: number, words: string): number {
    const holds = (one: number): boolean => squeeze(this.#texts.get(one) ?? "").includes(squeeze(words));
    if (squeeze(words) === "" || holds(paragraph)) return paragraph;
    return this.#spreads.get(paragraph)?.find(holds) ?? paragraph;
  }

  /** Remembers where a field stands; the first place counts. */
  markField(name: string, paragraph: number, component?: string): void {
    if (!this.#fields.has(name)) this.#fields.set(name, this.at(paragraph, component));
  }
}
