/** Takes text and lines out of a PDF with pdf.js. Nothing is fetched, no script of the file is run, nothing is drawn. */
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfContent, PdfFault, PdfLimits, PdfPage, Run } from "./content.js";
import { loadPdfjs, type Pdfjs } from "./load-pdfjs.js";
import { readRules } from "./rules.js";

/** Names of fonts by the names that pdf.js gives them. */
class Fonts {
  readonly names: string[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(loadedName: string, page: PDFPageProxy): number {
    const known = this.#indices.get(loadedName);
    if (known !== undefined) return known;
    this.names.push(nameOfFont(loadedName, page));
    this.#indices.set(loadedName, this.names.length - 1);
    return this.names.length - 1;
  }
}

function nameOfFont(loadedName: string, page: PDFPageProxy): string {
  try {
    const font: unknown = page.commonObjs.get(loadedName);
    return typeof font === "object" && font !== null && "name" in font ? String(font.name) : "";
  } catch {
    // a font that is named and never drawn with
    return "";
  }
}

async function readPage(page: PDFPageProxy, pdfjs: Pdfjs, fonts: Fonts): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList();
  const { items } = await page.getTextContent();
  const runs: Run[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [, , c, d, x, y] = pdfjs.Util.transform(viewport.transform, item.transform) as number[];
    const size = Math.hypot(c ?? 0, d ?? 0);
    const font = fonts.indexOf(item.fontName, page);
    runs.push({ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size, font });
  }
  const rules = readRules(operators, viewport.transform, pdfjs);
  page.cleanup();
  return { width: viewport.width, height: viewport.height, runs, rules };
}

async function readPages(
  document: PDFDocumentProxy,
  pdfjs: Pdfjs,
  limits: PdfLimits,
  startedAt: number,
  onPage: () => void,
): Promise<PdfContent | PdfFault> {
  if (document.numPages > limits.pages) return "tooManyPages";
  const fonts = new Fonts();
  const pages: PdfPage[] = [];
  let runs = 0;
  for (let number = 1; number <= document.numPages; number++) {
    if (performance.now() - startedAt > limits.time) return "tooSlow";
    const page = await readPage(await document.getPage(number), pdfjs, fonts);
    runs += page.runs.length;
    if (runs > limits.runs) return "tooMuch";
    pages.push(page);
    onPage();
  }
  return runs === 0 ? "noText" : { pages, fonts: fonts.names };
}

/** The fault behind an exception of pdf.js: its classes are known by name only. */
function faultOf(error: unknown): PdfFault {
  const name = error instanceof Error ? error.name : "";
  return name === "PasswordException" ? "password" : "broken";
}

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
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes for its own
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    maxImageSize: 1,
  });
  try {
    return await readPages(await task.promise, pdfjs, limits, startedAt, onPage);
  } catch (error) {
    return faultOf(error);
  } finally {
    await task.destroy().catch(() => {});
  }
}
