/** Footnotes: marks in the text, and the notes themselves in the order of their marks. */
import {
  type Document,
  type FileChild,
  FootnoteReference,
  FootnoteReferenceElement,
  type IRunStylePropertiesOptions,
  Run,
  TextRun,
  XmlAttributeComponent,
  XmlComponent,
} from "docx";
import type { RunLook, StyledNote, StyledNoteMark } from "../../layout/styled.js";
import { runDifference } from "./looks.js";
import { FOOTNOTE_REFERENCE } from "./style-sheet.js";

/** A mark as printed, "(1)": what stands before and after the number that Word counts itself. */
interface MarkForm {
  readonly before: string;
  readonly after: string;
}

function markForm(text: string): MarkForm {
  const number = /\d+/u.exec(text);
  if (number === null) return { before: "", after: "" };
  return { before: text.slice(0, number.index), after: text.slice(number.index + number[0].length) };
}

function markRuns(
  form: MarkForm,
  number: FootnoteReference | FootnoteReferenceElement,
  look: IRunStylePropertiesOptions,
): Run[] {
  const properties = { ...look, style: FOOTNOTE_REFERENCE };
  return [
    ...(form.before === "" ? [] : [new TextRun({ ...properties, text: form.before })]),
    new Run({ ...properties, children: [number] }),
    ...(form.after === "" ? [] : [new TextRun({ ...properties, text: form.after })]),
  ];
}

/** The notes that a document's text refers to, in the order in which their marks were written. */
export interface NoteRegister {
  /** Runs of a mark. `look` is the mark's difference from its paragraph's style, without the superscript. */
  readonly mark: (mark: StyledNoteMark, look: IRunStylePropertiesOptions) => Run[];
  /** Notes referred to so far; the id of a note is its place in this list, from 1. */
  readonly referenced: () => readonly StyledNote[];
}

/**
 * A register of the notes of one document. Word numbers notes by their places, so each note has one mark that counts;
 * a second mark of the same note, and the mark of a note that is not there, are plain superscript text.
 */
export function createNoteRegister(notes: readonly StyledNote[]): NoteRegister {
  const byNumber = new Map(notes.map((note) => [note.note, note]));
  const referenced: StyledNote[] = [];
  return {
    mark: (mark, look) => {
      const note = byNumber.get(mark.note);
      if (note === undefined) return [new TextRun({ ...look, superScript: true, text: mark.text })];
      byNumber.delete(mark.note);
      const id = referenced.push(note);
      return markRuns(markForm(mark.text), new FootnoteReference(id), look);
    },
    referenced: () => referenced,
  };
}

/** Runs before the text of a note: its mark and one blank, both in the mark's size. `base` is the look of the note's style. */
export function noteOpening(note: StyledNote, base: RunLook): Run[] {
  const look = runDifference({ size: note.markSize }, base);
  return [
    ...markRuns(markForm(note.markText), new FootnoteReferenceElement(), look),
    new TextRun({ ...look, text: " " }),
  ];
}

class NoteAttributes extends XmlAttributeComponent<{ readonly id: number }> {
  protected override readonly xmlKeys = { id: "w:id" };
}

/**
 * `docx` has its own element for a note, but that puts a bare number before the text. Word prints the mark as written,
 * "(1)"; LibreOffice sets the number before all else in the note, "1()", in any DOCX.
 */
class Note extends XmlComponent {
  constructor(id: number, paragraphs: readonly FileChild[]) {
    super("w:footnote");
    this.root.push(new NoteAttributes({ id }), ...paragraphs);
  }
}

/** Adds a note with its paragraphs, the first of which already begins with its mark. */
export function addNote(document: Document, id: number, paragraphs: readonly FileChild[]): void {
  document.FootNotes.View.addChildElement(new Note(id, paragraphs));
}
