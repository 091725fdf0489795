/** What can be seen of a Word file as a whole: its head as printed, its lines, pages and page numbers. */
import type { Document } from "../../../model/document.js";
import type { ObservedFormatting } from "../../../norms/observed.js";
import { observeAnnexPages } from "./annex-pages.js";
import { opensAnnex } from "./annexes.js";
import type { PrintedHead } from "./contract.js";
import { observeNumbering, observePageNumbers, observePages } from "./observe.js";
import type { Observer } from "./observer.js";
import { observeSplits } from "./page-splits.js";
import type { RecognisedFile } from "./recognise.js";
import { observeRules } from "./rules-below.js";

/**
 * The head as it was printed, and what is drawn and parted by pages.
 *
 * @param annexes as they were read
 * @param unlabelled labels that annexes were given because they had none
 */
export function observePrinted(
  { text, parts, head, family, letter }: RecognisedFile,
  annexes: Document["annexes"],
  unlabelled: readonly string[],
  { places }: Observer,
): PrintedHead {
  const { number, placeDate, national, belowIssuer, draftMark } = head;
  const { title, belowSubject } = parts;
  return {
    national: national.map((line) => line.text),
    ...(number === undefined ? {} : { number: number.text }),
    ...(placeDate === undefined ? {} : { placeDate: placeDate.text }),
    ...(draftMark === undefined ? {} : { draftMark: draftMark.text }),
    ...(belowIssuer === undefined ? {} : { belowIssuer: belowIssuer.text }),
    ...(belowSubject === undefined ? {} : { belowSubject: belowSubject.text }),
    rules: observeRules(text, parts, head, family, letter, places),
    annexPages: observeAnnexPages(text, annexes, places),
    splits: observeSplits(text.blocks, parts, places),
    ...(unlabelled.length === 0 ? {} : { unlabelledAnnexes: unlabelled }),
    ...(title === undefined ? {} : { title: title.name }),
  };
}

/** The formatting of a file: of the paragraphs noted so far and of its page numbers, its pages and their numbering. */
export function observeFormatting(file: RecognisedFile, { observed }: Observer): ObservedFormatting {
  return {
    paragraphs: [...observed, ...observePageNumbers(file.text)],
    pages: observePages(file.text),
    numbering: observeNumbering(file.text, endOf(file)),
  };
}

/** Where the document itself ends and annexes begin, by the index of its blocks. */
function endOf({ text: { blocks }, parts: { after, afterFrom } }: RecognisedFile): number {
  const annex = blocks.findIndex((block) => block.kind === "paragraph" && opensAnnex(block));
  return Math.min(annex === -1 ? blocks.length : annex, after.length === 0 ? blocks.length : afterFrom);
}
