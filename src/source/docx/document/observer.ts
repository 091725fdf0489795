/** What is noted while a Word file is read: looks, places, and words for which the model has no place. */
import type { Document } from "../../../model/document.js";
import type { Component } from "../../../norms/norm.js";
import type { ObservedParagraph } from "../../../norms/observed.js";
import { type FormattedText, paragraphsOf } from "../formatted/formatted-text.js";
import { lastSurePage } from "../formatted/page-marks.js";
import type { Annotation } from "./contract.js";
import type { DocxLine } from "./lines.js";
import { type BracketedNote, bracketNotes } from "./note-words.js";
import type { NoteOrder } from "./notes.js";
import { observe } from "./observe.js";
import { DocxPlaces } from "./places.js";

export class Observer {
  readonly places: DocxPlaces;
  readonly annotations: Annotation[] = [];
  readonly observed: ObservedParagraph[] = [];
  readonly bracketed: BracketedNote[] = [];

  /**
   * @param file its name, for the places of findings
   */
  constructor(
    text: FormattedText,
    private readonly notes: NoteOrder,
    file: string | undefined,
  ) {
    this.places = new DocxPlaces(file);
    const last = lastSurePage(text);
    for (const paragraph of paragraphsOf(text.blocks)) {
      const { page, ...unpaged } = paragraph;
      this.places.meet(page === undefined || page > last ? unpaged : paragraph);
    }
  }

  readonly see = (observed: ObservedParagraph): void => {
    this.observed.push(observed);
  };

  /** Notes the looks and places of lines that are one component, and one field of the document. */
  seeLines(lines: readonly DocxLine[], component: Component, field?: keyof Document): void {
    const [first] = lines;
    if (first !== undefined && field !== undefined) this.places.markField(field, first.number);
    this.places.spread(lines.map(({ number }) => number));
    for (const line of lines) {
      const part = this.places.mark(line, line.number);
      this.see(observe(line.paragraph, line.runs, { component, field, part }));
    }
  }

  /** Lines that hold words alone, the words of their notes in brackets. */
  bracket(lines: readonly DocxLine[], component: string): readonly DocxLine[] {
    return bracketNotes(lines, component, this.notes, (note) => this.bracketed.push(note));
  }

  annotate(kind: Annotation["kind"], lines: readonly DocxLine[]): void {
    for (const { text, number } of lines) if (text !== "") this.annotations.push({ kind, text, at: number });
  }
}
