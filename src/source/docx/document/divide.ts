/** The parts of a Word file by position: header, title, addressees, text, closing, and what follows it. */
import type { FormattedBlock, FormattedParagraph, FormattedText } from "../formatted/formatted-text.js";
import { readClosing } from "./closing-blocks.js";
import type { Closing } from "./closing-columns.js";
import type { DocxLine } from "./lines.js";
import { type DocxTitle, OpeningDivider } from "./opening-divider.js";

export interface DocxParts {
  readonly head: readonly DocxLine[];
  readonly title?: DocxTitle;
  readonly subject: readonly DocxLine[];
  /** What stands below the trích yếu: "-----". */
  readonly belowSubject?: DocxLine;
  readonly addressees: readonly DocxLine[];
  readonly issuingAuthority: readonly DocxLine[];
  readonly legalBases: readonly FormattedParagraph[];
  readonly body: readonly FormattedBlock[];
  readonly closing: Closing;
  /** Behind the closing: annexes, contact, whatever else. */
  readonly after: readonly FormattedBlock[];
  /** Index of the first block of `after`, for the section that it stands in. */
  readonly afterFrom: number;
}

/**
 * Divides a Word file.
 *
 * @param text as it was read
 */
export function divideDocx({ blocks }: Pick<FormattedText, "blocks">): DocxParts {
  const divider = new OpeningDivider(blocks);
  const head = divider.head();
  const { title, rest } = divider.title();
  const early = title === undefined ? divider.addressees() : [];
  const glued =
    title === undefined || title.rest === "" ? [] : [{ ...title.line, text: title.rest } satisfies DocxLine];
  const { subject, belowSubject } =
    title === undefined ? { subject: [] as DocxLine[], belowSubject: undefined } : divider.subject([...glued, ...rest]);
  const addressees = early.length > 0 ? early : divider.addressees();
  const issuingAuthority = divider.issuingAuthority();
  const legalBases = divider.legalBases();
  const { closing, from, to } = readClosing(blocks, divider.at);
  return {
    head,
    ...(title === undefined ? {} : { title }),
    subject,
    ...(belowSubject === undefined ? {} : { belowSubject }),
    addressees,
    issuingAuthority,
    legalBases,
    body: blocks.slice(divider.at, from),
    closing,
    after: blocks.slice(to),
    afterFrom: to,
  };
}
