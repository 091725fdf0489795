/** Following a paragraph's text through its lines. */
import type { PlacedLine } from "../../layout/page.js";
import type { StyledParagraph } from "../../layout/styled.js";

const BLANK = /[ \n]/;

/** The text of a paragraph as it is read, without its images. */
function paragraphText(paragraph: StyledParagraph): string {
  return paragraph.inlines
    .map((inline) => (inline.kind === "text" || inline.kind === "noteMark" ? inline.text : ""))
    .join("");
}

/** The text of a paragraph without the marks of its notes. */
export function wordsOf(paragraph: StyledParagraph): string {
  return paragraph.inlines.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
}

/** How far a paragraph has been drawn. */
export class Reading {
  private readonly text: string;
  private position = 0;

  constructor(paragraph: StyledParagraph) {
    this.text = paragraphText(paragraph);
  }

  /** Whether text is left after the lines taken so far. */
  get unfinished(): boolean {
    return this.text.slice(this.position).trimEnd() !== "";
  }

  /**
   * Takes the next line.
   *
   * @returns whether the paragraph goes on after it with a blank, at which the line was broken
   */
  take(line: PlacedLine): boolean {
    const found = this.text.indexOf(line.text, this.position);
    if (found >= 0) this.position = found + line.text.length;
    return this.unfinished && BLANK.test(this.text.charAt(this.position));
  }
}
