/** Checks whatever a caller has: a Word file, a draft, or a text without layout. */
import { type CheckOptions, checkDraft, checkReading } from "../check.js";
import type { Finding } from "../findings/finding.js";
import { recogniseImport } from "../importing/index.js";
import type { Family } from "../model/document.js";
import { printedHead } from "../rules/printed-head.js";
import { readPlainText } from "../source/text/index.js";
import { checkWord } from "./check-word.js";
import { readWord } from "./read-word.js";

export interface CheckFileOptions extends CheckOptions {
  /** The system, where the document does not show it: its header decides when absent. */
  readonly family?: Family;
}

/** A draft begins with its header. */
const DRAFT = /^\uFEFF?---[ \t]*\r?\n/u;

/** Checks a finished text with the head that it shows. */
async function checkText(bytes: Uint8Array, source: string, options: CheckFileOptions): Promise<readonly Finding[]> {
  const { file, family } = options;
  const printed = printedHead(source);
  const reading = await readPlainText(bytes, file, family === undefined ? {} : { family });
  return checkReading(reading, source, options, { origin: "foreign", printed });
}

/**
 * Checks a document, as `vanthu check` does: every rule that a machine can decide, of a Word file its looks as well. What
 * the file is is told by its bytes. Pure: nothing is read or written beside what is passed in.
 *
 * @param bytes of a Word file (.docx), of a draft, or of a plain text
 * @param options norm, rules that are off or lowered, the office's units and code; `file` names it in the places
 * @returns findings in the order of the document: lỗi (`error`) only where the norm itself says so, each with rule, clause,
 *   basis, words and place (a draft: line and column; a Word file: component and paragraph, its page only where Word marked
 *   it). A file that cannot be read gives one error that says why and what to do; nothing is thrown for it
 */
export async function check(bytes: Uint8Array, options: CheckFileOptions = {}): Promise<readonly Finding[]> {
  if (recogniseImport(bytes) !== "text") {
    const read = readWord(bytes, options);
    return read.ok ? checkWord(read.value, read.value.document, options) : read.findings;
  }
  const source = new TextDecoder().decode(bytes);
  return DRAFT.test(source) ? checkDraft(bytes, options) : checkText(bytes, source, options);
}
