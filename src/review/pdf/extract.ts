/** Takes text and lines out of a PDF with PDFium. Nothing is fetched, no script of the file is run, nothing is drawn. */
import type { PdfContent, PdfFault, PdfLimits, PdfPage } from "./content.js";
import { viewOf } from "./matrix.js";
import { readObjects } from "./objects.js";
import { dropPdfium, loadPdfium, type Pdfium } from "./pdfium.js";
import { readRuns } from "./runs.js";

/** Names of fonts by PDFium's numbers for them. */
class Fonts {
  readonly names: string[] = [];
  readonly #indices = new Map<number, number>();

  constructor(private readonly pdfium: Pdfium) {}

  /** Index of the font of a piece of text. */
  indexOf(piece: number): number {
    const { calls, answer, room } = this.pdfium;
    const font = calls.FPDFTextObj_GetFont(piece);
    const known = this.#indices.get(font);
    if (known !== undefined) return known;
    const length = font === 0 ? 0 : calls.FPDFFont_GetBaseFontName(font, answer, room);
    this.names.push(length > room ? "" : this.pdfium.name(length));
    this.#indices.set(font, this.names.length - 1);
    return this.names.length - 1;
  }
}

/** Reads a page; undefined when it is broken. @param number from 0 */
function readPage(pdfium: Pdfium, document: number, number: number, fonts: Fonts): PdfPage | undefined {
  const { calls, answer } = pdfium;
  const page = calls.FPDF_LoadPage(document, number);
  if (page === 0) return undefined;
  const text = calls.FPDFText_LoadPage(page);
  try {
    calls.FPDF_GetPageBoundingBox(page, answer);
    const box = {
      left: pdfium.float(0),
      top: pdfium.float(1),
      right: pdfium.float(2),
      bottom: pdfium.float(3),
      turns: calls.FPDFPage_GetRotation(page),
    };
    const [one, other] = [box.right - box.left, box.top - box.bottom];
    const [width, height] = box.turns % 2 === 0 ? [one, other] : [other, one];
    const view = viewOf(box);
    const { rules, orders } = readObjects(pdfium, page, view);
    const runs = readRuns(
      pdfium,
      text,
      view,
      (piece) => orders.get(piece) ?? orders.size,
      (piece) => fonts.indexOf(piece),
    );
    return { width, height, runs, rules };
  } finally {
    calls.FPDFText_ClosePage(text);
    calls.FPDF_ClosePage(page);
  }
}

function readPages(
  pdfium: Pdfium,
  document: number,
  limits: PdfLimits,
  startedAt: number,
  onPage: () => void,
): PdfContent | PdfFault {
  const count = pdfium.calls.FPDF_GetPageCount(document);
  if (count > limits.pages) return "tooManyPages";
  const fonts = new Fonts(pdfium);
  const pages: PdfPage[] = [];
  let runs = 0;
  for (let number = 0; number < count; number++) {
    if (performance.now() - startedAt > limits.time) return "tooSlow";
    const page = readPage(pdfium, document, number, fonts);
    if (page === undefined) return "broken";
    runs += page.runs.length;
    if (runs > limits.runs) return "tooMuch";
    pages.push(page);
    onPage();
  }
  if (count === 0) return "broken";
  return runs === 0 ? "noText" : { pages, fonts: fonts.names };
}

const MEGABYTE = 1024 * 1024;
/** PDFium's number for a file that asks for a password. */
const PASSWORD = 4;

/**
 * Reads a PDF. Never throws for a fault of the file; a file that loops may keep it busy for ever, so that it is called in a
 * thread that can be ended.
 *
 * @param onPage called after each page
 */
export async function extractPdf(
  bytes: Uint8Array,
  limits: PdfLimits,
  onPage: () => void = () => {},
): Promise<PdfContent | PdfFault> {
  const startedAt = performance.now();
  if (bytes.length === 0) return "empty";
  if (bytes.length > limits.file) return "tooLarge";
  const pdfium = await loadPdfium(limits.memory * MEGABYTE).catch(() => undefined);
  if (pdfium === undefined) return "notInstalled";
  const { calls } = pdfium;
  try {
    const data = calls.malloc(bytes.length);
    pdfium.bytes(data, bytes.length).set(bytes);
    const document = calls.FPDF_LoadMemDocument(data, bytes.length, 0);
    const content =
      document !== 0
        ? readPages(pdfium, document, limits, startedAt, onPage)
        : calls.FPDF_GetLastError() === PASSWORD
          ? "password"
          : "broken";
    if (document !== 0) calls.FPDF_CloseDocument(document);
    calls.free(data);
    return content;
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    // it gives up where its memory does not suffice
    dropPdfium();
    return "tooMuch";
  }
}
