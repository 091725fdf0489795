import type { FindingSink } from "../text/journal.js";
import type { PlaceBook, Position } from "../text/position.js";

/** What reading inlines depends on besides the text. */
export interface InlineContext {
  readonly journal: FindingSink;
  /** The number of a footnote that is referred to; undefined where the reference has no place. */
  readonly referTo: (label: string, at: Position) => number | undefined;
  readonly budget: MarkupBudget;
  /** Remembers where bound figures stand; absent where the text is in another file. */
  readonly places?: PlaceBook;
}

/**
 * More signs of markup than any paragraph, and any draft, needs. What is beyond is a mistaken paste, and costs time in the
 * Markdown parser: up to 0.03 ms each.
 */
const MOST_IN_PASSAGE = 1000;
const MOST_IN_DRAFT = 1_000_000;

/** Bounds the time that the signs of a draft may cost. */
export class MarkupBudget {
  private left = MOST_IN_DRAFT;

  /** Whether a passage with so many signs may be read; otherwise it is taken for plain text. */
  allows(count: number): boolean {
    this.left -= count;
    return count <= MOST_IN_PASSAGE && this.left >= 0;
  }
}
