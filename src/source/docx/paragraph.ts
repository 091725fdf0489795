import type { ListCounter, ListReference } from "./list-counter.js";
import type { ParagraphStyle } from "./styles.js";
import { type DocxParagraph, tidyText } from "./text.js";

/** A paragraph while its runs are read. */
export class ParagraphBuilder {
  styleId: string | undefined;
  /** Set on the paragraph itself; 0 takes the style's away. */
  outlineLevel: number | undefined;
  /** List and level as the paragraph itself says them; where it does not, its style does. */
  numId: string | undefined;
  listLevel: number | undefined;
  /** Its mark was deleted: in the final text the next paragraph continues it. */
  markDeleted = false;
  #text = "";
  #plain = false;
  readonly #notes: string[] = [];

  /** Takes text of a run. */
  add(text: string, bold: boolean): void {
    this.#text += text;
    if (!bold && text.trim() !== "") this.#plain = true;
  }

  addNote(note: string): void {
    this.#notes.push(note);
  }

  /** Puts what came before in front: the text of a paragraph whose mark was deleted. */
  continueFrom(before: ParagraphBuilder): void {
    this.#text = before.#text + this.#text;
    this.#plain ||= before.#plain;
    this.#notes.unshift(...before.#notes);
  }

  /**
   * The paragraph; undefined when it has no text.
   *
   * @param lists counts it, also when it has no text: Word shows its number all the same
   */
  build(styles: ReadonlyMap<string, ParagraphStyle>, lists: ListCounter): DocxParagraph | undefined {
    const style = this.styleId === undefined ? undefined : styles.get(this.styleId);
    const reference = this.#reference(style);
    const number = reference === undefined ? undefined : lists.next(reference);
    const own = tidyText(this.#text);
    if (own === "") return undefined;
    // tab, blank or nothing in Word; here always a blank, as between any two words
    const text = number === undefined ? own : `${number} ${own}`;
    const outlineLevel = this.outlineLevel ?? style?.outlineLevel;
    return {
      kind: "paragraph",
      text,
      ...(style === undefined ? {} : { style: style.name }),
      ...(outlineLevel === undefined || outlineLevel === 0 ? {} : { outlineLevel }),
      bold: !this.#plain,
      numbered: reference !== undefined,
      ...(number === undefined ? {} : { number }),
      notes: this.#notes,
    };
  }

  /** The list that it belongs to; undefined when it is in none. */
  #reference(style: ParagraphStyle | undefined): ListReference | undefined {
    const numId = this.numId ?? style?.numbering?.numId;
    if (numId === undefined || numId === "0") return undefined;
    if (this.numId !== undefined) return { numId, level: this.listLevel ?? 0 };
    const level = this.listLevel ?? style?.numbering?.level;
    return { numId, ...style?.numbering, ...(level === undefined ? {} : { level }) };
  }
}
