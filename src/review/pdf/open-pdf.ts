/** Reads PDFs, in threads where the program is bundled. */
import { PDF_LIMITS, type PdfFault, type PdfLimits } from "./content.js";
import { runThread, threadFile } from "./in-thread.js";
import type { PdfReading } from "./read-pdf.js";

/**
 * Reads text and lines of a PDF. Never throws for a fault of the file, and comes back within the limits' time.
 *
 * @param bytes any file at all
 */
export async function openPdf(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<PdfReading | PdfFault> {
  if (bytes.length > limits.file) return "tooLarge";
  const file = threadFile("pdf-worker");
  if (file !== undefined) return runThread<PdfReading | PdfFault>(file, { bytes, limits }, limits);
  const { readPdf } = await import("./read-pdf.js");
  return readPdf(bytes, limits);
}
