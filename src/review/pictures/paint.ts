/** Paints pages of PDFs with PDFium, a page at a time. */
import type { PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import type { Raster } from "./spots.js";

/** Pixels per point: 96 dpi shows a changed accent, and a hundred pages take seconds. */
export const SCALE = 96 / 72;

/** A sheet of A1, in square points: larger ones would fill the memory. */
const LARGEST = 1_684 * 2_384;

/** Loads the library; undefined where it is not installed. */
async function loadLibrary(): Promise<PDFiumLibrary | undefined> {
  const module = await import("@hyzyla/pdfium").catch(() => undefined);
  return module?.PDFiumLibrary.init();
}

/** The pages of one PDF. Only the last that was asked for is kept. */
export class PaintedPages {
  #last: { readonly page: number; readonly raster: Raster } | undefined;

  constructor(private readonly document: PDFiumDocument) {
    // the picture of a digital signature is a form field
    document.initializeFormFields();
  }

  /** @param page from 0 */
  isTooLarge(page: number): boolean {
    const { originalWidth, originalHeight } = this.document.getPage(page).getOriginalSize();
    return originalWidth * originalHeight > LARGEST;
  }

  /** @param page from 0 */
  async page(page: number): Promise<Raster> {
    if (this.#last?.page !== page) {
      const { data, width, height } = await this.document.getPage(page).render({
        scale: SCALE,
        render: "bitmap",
        renderFormFields: true,
      });
      this.#last = { page, raster: { data, width, height } };
    }
    return this.#last.raster;
  }

  close(): void {
    this.document.destroy();
  }
}

/**
 * Paints two PDFs for as long as the work goes on.
 *
 * @returns undefined when the library is not installed
 */
export async function withPainted<T>(
  old: Uint8Array,
  neu: Uint8Array,
  work: (old: PaintedPages, neu: PaintedPages) => Promise<T>,
): Promise<T | undefined> {
  const library = await loadLibrary();
  if (library === undefined) return undefined;
  const pages: PaintedPages[] = [];
  try {
    for (const bytes of [old, neu]) pages.push(new PaintedPages(await library.loadDocument(bytes)));
    const [one, other] = pages;
    return one === undefined || other === undefined ? undefined : await work(one, other);
  } finally {
    for (const painted of pages) painted.close();
    library.destroy();
  }
}

/** Darkest step of 256 that still counts as paper. */
const PAPER = 245;

const isBlank = ({ data }: Raster): boolean => data.every((value, index) => index % 4 === 3 || value >= PAPER);

/**
 * Which pages show anything.
 *
 * @param pages from 0
 * @returns why they were not painted otherwise
 */
export async function inkedPages(
  pdf: Uint8Array,
  pages: readonly number[],
  onPage: () => void = () => {},
): Promise<readonly number[] | "notInstalled"> {
  const library = await loadLibrary();
  if (library === undefined) return "notInstalled";
  const painted = new PaintedPages(await library.loadDocument(pdf));
  try {
    const inked: number[] = [];
    for (const page of pages) {
      // no sheet is that large: whatever it shows, it is not looked at
      if (painted.isTooLarge(page) || !isBlank(await painted.page(page))) inked.push(page);
      onPage();
    }
    return inked;
  } finally {
    painted.close();
    library.destroy();
  }
}
