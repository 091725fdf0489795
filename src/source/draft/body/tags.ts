import { reportDraft } from "../../../findings/messages/draft.js";
import type { Emphasis } from "../../../model/inline.js";
import type { FindingSink } from "../text/journal.js";
import type { Position } from "../text/position.js";
import type { Look } from "./runs.js";

/** The tags of emphasis. They work where Markdown's own signs do not, e.g. between a colon and a letter. */
export const TAGS: readonly (readonly [tag: string, look: Look])[] = [
  ["b", "bold"],
  ["i", "italic"],
  ["u", "underline"],
  ["sup", "superscript"],
];

const TAG = /^<(\/?)([a-z]+)\s*>$/iu;

/** Which tags are open while a paragraph is read. They need not nest among themselves or with Markdown's emphasis. */
export class TagState {
  private readonly open: { readonly tag: string; readonly look: Look; readonly at: Position }[] = [];

  constructor(private readonly journal: FindingSink) {}

  /**
   * Opens or closes a tag.
   *
   * @param source the tag as typed, `<b>` or `</b>`
   * @returns false when it is none of ours
   */
  take(source: string, at: Position): boolean {
    const [, closing, name] = TAG.exec(source) ?? [];
    const known = TAGS.find(([tag]) => tag === name?.toLowerCase());
    if (known === undefined) return false;
    const [tag, look] = known;
    if (closing === "") {
      this.open.push({ tag, look, at });
      return true;
    }
    const index = this.open.findLastIndex((candidate) => candidate.tag === tag);
    if (index === -1) this.journal.add(reportDraft("draft/tag-unopened", { tag }, at));
    else this.open.splice(index, 1);
    return true;
  }

  /** The look that the open tags make of `look`. */
  over(look: Emphasis): Emphasis {
    const over = { ...look };
    for (const { look: name } of this.open) over[name] = true;
    return over;
  }

  /** Ends the paragraph: whatever is still open is a finding. */
  close(): void {
    for (const { tag, at } of this.open) this.journal.add(reportDraft("draft/tag-unclosed", { tag }, at));
  }
}
