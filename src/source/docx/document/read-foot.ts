/** Notices below the closing of a Word file. */
import type { Document } from "../../../model/document.js";
import type { FormattedBlock } from "../formatted/formatted-text.js";
import { opensAnnex } from "./annexes.js";
import { type DocxLine, linesOf } from "./lines.js";
import { CONTACT, PUBLICITY } from "./notices.js";
import type { Observer } from "./observer.js";

/** Contact information is set smaller than any text, pt. */
const SMALL = 11;

/**
 * Contact and publicity notices right behind the closing.
 *
 * @param after what follows the closing
 * @returns the fields, and of how many blocks they were read
 */
export function readFoot(
  after: readonly FormattedBlock[],
  observer: Observer,
): { readonly fields: Partial<Document>; readonly blocks: number } {
  const fields: Partial<Document> = {};
  const contact: DocxLine[] = [];
  let blocks = 0;
  for (const block of after) {
    if (block.kind === "table" || opensAnnex(block)) break;
    const lines = linesOf(block, false).filter(({ text }) => text !== "");
    const small = block.runs.every(({ text, look }) => text.trim() === "" || look.size <= SMALL);
    const told = lines.some(({ text }) => CONTACT.test(text));
    if (lines.length > 0 && lines.every(({ text }) => PUBLICITY.test(text))) {
      fields.publicity = lines.map(({ text }) => text).join(" ");
      observer.seeLines(lines, "publicity", "publicity");
    } else if (lines.length > 0 && (told || (small && (block.ruled || contact.length > 0)))) contact.push(...lines);
    else if (lines.length > 0 || block.boxes.length > 0) break;
    blocks += 1;
  }
  if (contact.length > 0) {
    fields.contact = contact.map(({ text }) => text);
    observer.seeLines(contact, "contact", "contact");
  }
  return { fields, blocks };
}
