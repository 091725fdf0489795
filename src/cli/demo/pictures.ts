import { encodePng } from "./png.js";

/** Pixels per point: 108 dpi, sharp enough to read a page on a screen. */
const SCALE = 1.5;

/** A picture of one page. */
export interface PagePicture {
  /** PNG. */
  readonly bytes: Uint8Array;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Paints the pages of a PDF, or the first `most` of them. */
export type PagePainter = (pdf: Uint8Array, most?: number) => Promise<readonly PagePicture[]>;

/**
 * Loads the library that paints PDF pages; it is only needed by the demo and may be absent.
 *
 * @returns undefined when it is not installed
 */
export async function loadPainter(): Promise<{ readonly paint: PagePainter; readonly close: () => void } | undefined> {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium").catch(() => ({ PDFiumLibrary: undefined }));
  if (PDFiumLibrary === undefined) return undefined;
  const library = await PDFiumLibrary.init();
  const paint: PagePainter = async (pdf, most) => {
    const document = await library.loadDocument(pdf);
    const pictures: PagePicture[] = [];
    for (const page of document.pages()) {
      if (pictures.length === most) break;
      const { data, width, height } = await page.render({
        scale: SCALE,
        render: async (bitmap) => encodePng(bitmap.data, bitmap.width, bitmap.height),
      });
      pictures.push({ bytes: data, width, height });
    }
    document.destroy();
    return pictures;
  };
  return { paint, close: () => library.destroy() };
}
