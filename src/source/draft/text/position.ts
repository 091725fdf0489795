import type { Place } from "../../../findings/finding.js";

/** A place in the draft: line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** The key of the header, capitalised. */
  readonly component?: string;
}

/** Where the parts of a document stand in its draft, for later stages that find fault with them. */
export interface DraftPlaces {
  /**
   * The place of a block, a bound figure, an annex, a footnote, a recipient entry, a signature or a legal basis of the
   * document.
   *
   * @param part the very object of the document that the reader returned
   */
  of(part: object): Place | undefined;
  /**
   * The place of the header key that gave a field of the document, e.g. "number" or "signatures".
   *
   * @param name name of the field in the model
   */
  field(name: string): Place | undefined;
  /** Words in square brackets that the author typed with a backslash, `\[nội bộ\]`: they are meant so. */
  readonly literals: ReadonlySet<string>;
}

/** Remembers places while a draft is read. */
export class PlaceBook implements DraftPlaces {
  private readonly parts = new WeakMap<object, Place>();
  private readonly fields = new Map<string, Place>();
  readonly literals = new Set<string>();

  constructor(private readonly file: string | undefined) {}

  of(part: object): Place | undefined {
    return this.parts.get(part);
  }

  field(name: string): Place | undefined {
    return this.fields.get(name);
  }

  /** Remembers where a part of the document stands, and returns the part. */
  mark<T extends object>(part: T, at: Position): T {
    this.parts.set(part, this.place(at));
    return part;
  }

  /** Remembers the bracketed words of a line that are typed with a backslash. */
  markLiterals(line: string): void {
    for (const [, words] of line.matchAll(/\\\[([^\]\n]*?)\\?\]/gu)) this.literals.add(`[${words}]`);
  }

  /** Remembers the key of a field; the first key counts where several make one field. */
  markField(name: string, at: Position): void {
    if (!this.fields.has(name)) this.fields.set(name, this.place(at));
  }

  private place(at: Position): Place {
    return { ...(this.file === undefined ? {} : { file: this.file }), ...at };
  }
}
