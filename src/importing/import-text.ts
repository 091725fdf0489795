/** Takes a text without layout over: typed again, or read by a scanner's recognition. */

import { reportImport } from "../findings/messages/import.js";
import type { Family } from "../model/document.js";
import { readPlainText } from "../source/text/index.js";
import { account } from "./account.js";
import type { ImportOptions, ImportOutcome } from "./import-docx.js";

/**
 * Takes a text over as a document.
 *
 * @param source bytes of the file, or its text
 */
export async function importText(source: string | Uint8Array, options: ImportOptions = {}): Promise<ImportOutcome> {
  const { file, family, norm } = options;
  const reading = await readPlainText(source, file, familyOption(family));
  const { document, printed } = reading;
  if (document === undefined) {
    const fault = reportImport("import/file", { path: file ?? "tệp", fault: "broken" });
    return { ok: false, findings: reading.findings.length > 0 ? reading.findings : [fault] };
  }
  const places = Object.assign(reading.places, { at: (line: number) => ({ ...(file ? { file } : {}), line }) });
  const original = {
    document: norm === undefined ? document : { ...document, norm },
    familyShown: reading.familyShown,
    typeShown: reading.typeShown,
    printed,
    annotations: reading.annotations.map(({ kind, line }) => ({ kind, text: line.text, at: line.number })),
    visible: reading.visible,
    parted: reading.parted,
    places,
  };
  return { ok: true, value: await account(original, reading.findings) };
}

const familyOption = (family: Family | undefined): { readonly family?: Family } =>
  family === undefined ? {} : { family };
