/** A PDF read to the end: what its pages show, and the flow of its text. */

import type { Flow } from "../flow/flow.js";
import type { PdfContent, PdfFault, PdfLimits } from "./content.js";
import { extractPdf } from "./extract.js";
import { flowOfPdf } from "./flow-of-pdf.js";

export interface PdfReading {
  readonly content: PdfContent;
  readonly flow: Flow;
}

/**
 * Reads a PDF; see `extractPdf`.
 *
 * @param onPage called after each page
 */
export async function readPdf(
  bytes: Uint8Array,
  limits: PdfLimits,
  onPage?: () => void,
): Promise<PdfReading | PdfFault> {
  const content = await extractPdf(bytes, limits, onPage);
  return typeof content === "string" ? content : { content, flow: flowOfPdf(content) };
}
