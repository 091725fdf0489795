/** Reads the text of a Word file from outside. */
import { readStory } from "./body-reader.js";
import { readNotes } from "./notes.js";
import { readNumbering } from "./numbering.js";
import { DOCX_LIMITS, type DocxLimits, type DocxPackage, openPackage } from "./open-package.js";
import { readStyles } from "./styles.js";
import type { DocxFault, DocxText } from "./text.js";

function readPackage({ main, partOf, archive }: DocxPackage, { paragraphs }: DocxLimits): DocxText | DocxFault {
  const notes = [readNotes(partOf("footnotes"), "footnote"), readNotes(partOf("endnotes"), "endnote")];
  const styles = readStyles(partOf("styles"));
  const story = readStory(main, {
    styles,
    mostParagraphs: paragraphs,
    lists: readNumbering(partOf("numbering"), styles),
    notes: new Map(notes.flatMap(({ texts }) => [...texts])),
  });
  if (story.excess !== undefined) return story.excess === "tooLong" ? "tooLong" : "bomb";
  const macros = archive.names.some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name));
  const changes = [story.changes, ...notes.map((note) => note.changes)];
  return {
    blocks: story.blocks,
    changes: {
      inserted: changes.reduce((sum, { inserted }) => sum + inserted, 0),
      deleted: changes.reduce((sum, { deleted }) => sum + deleted, 0),
    },
    ...(macros ? { macros } : {}),
  };
}

/**
 * Reads paragraphs, tables and notes of a Word file. Never throws.
 *
 * @param bytes any file at all
 * @returns the text, or why there is none
 */
export function readDocx(bytes: Uint8Array, limits: DocxLimits = DOCX_LIMITS): DocxText | DocxFault {
  const opened = openPackage(bytes, limits);
  return typeof opened === "string" ? opened : readPackage(opened, limits);
}
