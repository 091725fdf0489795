import { reportDraft } from "../../../findings/messages/draft.js";
import type { Footnote } from "../../../model/block.js";
import type { FindingSink } from "../text/journal.js";
import { isBlank, type SourceLine } from "../text/lines.js";
import type { PlaceBook, Position } from "../text/position.js";
import type { InlineContext, MarkupBudget } from "./inline-context.js";
import { readInlines } from "./inlines.js";
import { noteIdentifier } from "./note-calls.js";
import { withoutBackslash } from "./openings.js";
import { Passage } from "./passage.js";

/** The text of a note as it stands in the draft. */
export interface NoteDefinition {
  readonly label: string;
  readonly at: Position;
  /** The lines of each paragraph. */
  readonly paragraphs: readonly (readonly SourceLine[])[];
}

/** Footnotes, numbered in the order in which they are first referred to. */
export class NoteBook {
  private readonly definitions = new Map<string, NoteDefinition>();
  private readonly numbers = new Map<
    string,
    { readonly number: number; readonly label: string; readonly at: Position }
  >();

  constructor(
    private readonly journal: FindingSink,
    private readonly budget: MarkupBudget,
  ) {}

  /** Keeps a definition; a second one of the same label is a finding. */
  define(definition: NoteDefinition): void {
    const identifier = noteIdentifier(definition.label);
    const earlier = this.definitions.get(identifier);
    if (earlier === undefined) {
      this.definitions.set(identifier, definition);
      return;
    }
    const { label, at } = definition;
    this.journal.add(reportDraft("draft/note-duplicate", { label, line: earlier.at.line }, at));
  }

  /** The number of the note that is referred to. */
  readonly referTo = (label: string, at: Position): number => {
    const identifier = noteIdentifier(label);
    const known = this.numbers.get(identifier);
    if (known !== undefined) return known.number;
    const number = this.numbers.size + 1;
    this.numbers.set(identifier, { number, label, at });
    return number;
  };

  /**
   * The texts of the notes by number, once everything that refers to them is read. References without a text and
   * texts without a reference are findings.
   */
  close(places: PlaceBook): Footnote[] {
    const notes = [...this.numbers].map(([identifier, { label, at }]): Footnote => {
      const definition = this.definitions.get(identifier);
      if (definition !== undefined) return places.mark(this.readNote(definition, places), definition.at);
      this.journal.add(reportDraft("draft/note-missing", { label }, at));
      return { paragraphs: [[]] };
    });
    for (const [identifier, definition] of this.definitions) {
      if (this.numbers.has(identifier)) continue;
      this.journal.add(reportDraft("draft/note-unused", { label: definition.label }, definition.at));
      this.readNote(definition, places);
    }
    return notes;
  }

  private readNote({ label, at, paragraphs }: NoteDefinition, places: PlaceBook): Footnote {
    const context: InlineContext = {
      journal: this.journal,
      budget: this.budget,
      places,
      referTo: (inner, position) => {
        this.journal.add(reportDraft("draft/note-in-note", { label: inner }, position));
        return undefined;
      },
    };
    const filled = paragraphs.filter((lines) => lines.some((line) => !isBlank(line.text)));
    if (filled.length === 0) this.journal.add(reportDraft("draft/note-empty", { label }, at));
    return { paragraphs: filled.map((lines) => readInlines(new Passage(lines.map(withoutBackslash)), context)) };
  }
}
