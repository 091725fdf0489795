import type { Document } from "../../model/document.js";
import { writeAnnex, writeBlocks, writeNote } from "./blocks.js";
import { writeHeader } from "./header.js";

/**
 * Writes a document as a draft that reads back as the same document. It shares the reader's tables of marks, tags and
 * words, so that both speak of one syntax.
 *
 * Not representable, because no office prints them: empty paragraphs and cells of one empty paragraph, blank lines in
 * the header, a plain heading right behind an annex's title, notes that nothing refers to.
 *
 * @param document NFC text throughout
 * @returns the draft, ending in a line feed
 */
export function writeDraft(document: Document): string {
  const blocks = [
    ...writeBlocks(document.body),
    ...document.annexes.flatMap(writeAnnex),
    ...document.notes.map((note, index) => writeNote(note, index + 1)),
  ];
  return `${["---", ...writeHeader(document), "---"].join("\n")}\n${blocks.map((block) => `\n${block}\n`).join("")}`;
}
