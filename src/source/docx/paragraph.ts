import type { ParagraphStyle } from "./styles.js";
import { type DocxParagraph, tidyText } from "./text.js";

/** A paragraph while its runs are read. */
export class ParagraphBuilder {
  styleId: string | undefined;
  /** Set on the paragraph itself; 0 takes the style's away. */
  outlineLevel: number | undefined;
  numbered = false;
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

  /** The paragraph; undefined when it shows nothing. */
  build(styles: ReadonlyMap<string, ParagraphStyle>): DocxParagraph | undefined {
    const text = tidyText(this.#text);
    if (text === "") return undefined;
    const style = this.styleId === undefined ? undefined : styles.get(this.styleId);
    const outlineLevel = this.outlineLevel ?? style?.outlineLevel;
    return {
      kind: "paragraph",
      text,
      ...(style === undefined ? {} : { style: style.name }),
      ...(outlineLevel === undefined || outlineLevel === 0 ? {} : { outlineLevel }),
      bold: !this.#plain,
      numbered: this.numbered,
      notes: this.#notes,
    };
  }
}
