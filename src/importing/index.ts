/** Taking over documents that others made: Word files and texts become drafts, every word accounted for. */
import { reportImport } from "../findings/messages/import.js";
import { type ImportOptions, type ImportOutcome, importDocx } from "./import-docx.js";
import { importText } from "./import-text.js";
import { recogniseImport } from "./recognise.js";

export { type ImportOptions, type ImportOutcome, importDocx, readAnyDocx, readCarried } from "./import-docx.js";
export { importText } from "./import-text.js";
export type { ImportChange, Imported } from "./imported.js";
export { recogniseImport } from "./recognise.js";
export { importDraft } from "./write-import.js";

/**
 * Takes a file over: a Word file, or a text that somebody typed or a scanner's recognition gave.
 *
 * @param bytes any file at all
 */
export async function importFile(bytes: Uint8Array, options: ImportOptions = {}): Promise<ImportOutcome> {
  const kind = recogniseImport(bytes);
  // words in a file named .docx are no Word file: what is left of one, or something renamed
  if (kind === "docx" || (kind === "text" && /\.docx$/iu.test(options.file ?? ""))) return importDocx(bytes, options);
  if (kind === "text") return importText(bytes, options);
  return { ok: false, findings: [reportImport("import/file", { path: options.file ?? "tệp", fault: kind.fault })] };
}
