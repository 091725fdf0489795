/** A styled document as a `docx` document. */
import { Document, type IPropertiesOptions, type Paragraph } from "docx";
import type { StyledDocument, StyledNote } from "../../layout/styled.js";
import { createBookmarks } from "./bookmarks.js";
import { COMPATIBILITY_MODE } from "./compatibility.js";
import { addNote, createNoteRegister, noteOpening } from "./notes.js";
import { paragraphOf } from "./paragraphs.js";
import type { PlainRows } from "./plain-rows.js";
import { sectionOf } from "./sections.js";
import { styleOf, styleSheetOf } from "./style-sheet.js";
import { stylesOf } from "./styles.js";
import type { Writing } from "./writing.js";

/** What the file's properties say, besides its dates. */
export interface Properties {
  readonly title?: string;
  readonly subject?: string;
  readonly keywords?: string;
  /** Fonts to embed. The product embeds none; the parity oracle measures embedded fonts from their files. */
  readonly fonts?: IPropertiesOptions["fonts"];
}

/** Creator and editor of every file: the office signs the paper, not the file. */
const PRODUCER = "vanthu";

/**
 * Builds the `docx` document: all that is in the file except its dates, the embedded model and mirrored margins, which
 * are added to the finished parts. Tests lay it out with `docx/layout`.
 *
 * @param plainRows takes rows of long tables over: marks stand for them
 */
export function buildDocx(document: StyledDocument, properties: Properties = {}, plainRows?: PlainRows): Document {
  const sheet = styleSheetOf(document);
  let drawings = 0;
  const writing: Writing = {
    sheet,
    notes: createNoteRegister(document.notes),
    bookmark: createBookmarks(),
    nextDrawing: () => {
      drawings += 1;
      return drawings;
    },
    ...(plainRows === undefined ? {} : { plainRows }),
  };
  const built = new Document({
    title: properties.title ?? document.title,
    ...(properties.subject === undefined ? {} : { subject: properties.subject }),
    ...(properties.keywords === undefined ? {} : { keywords: properties.keywords }),
    ...(properties.fonts === undefined ? {} : { fonts: properties.fonts }),
    creator: PRODUCER,
    lastModifiedBy: PRODUCER,
    compatibility: { version: COMPATIBILITY_MODE },
    styles: stylesOf(document, sheet),
    sections: document.sections.map((section, index) => sectionOf(document, section, index, writing)),
  });
  for (const [index, note] of writing.notes.referenced().entries()) {
    addNote(built, index + 1, noteParagraphs(note, writing));
  }
  return built;
}

/** Paragraphs of a note, the first of which begins with its mark. */
function noteParagraphs(note: StyledNote, writing: Writing): Paragraph[] {
  return note.paragraphs.map((paragraph, index) => {
    if (index > 0) return paragraphOf(paragraph, writing);
    return paragraphOf(paragraph, writing, { opening: noteOpening(note, styleOf(writing.sheet, paragraph).run) });
  });
}
