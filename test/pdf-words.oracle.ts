/** The words of a PDF as pdf.js reads them, page by page: what our own reading is held against. */
import type { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

interface Pdfjs {
  readonly getDocument: typeof getDocument;
}

/** It expects a browser: names that are missing here, and never used. */
const UNUSED = ["DOMMatrix", "ImageData", "Path2D"] as const;

async function loadPdfjs(): Promise<Pdfjs> {
  const scope = globalThis as Record<string, unknown>;
  for (const name of UNUSED) scope[name] ??= class {};
  // it says through console.warn that there is no canvas
  const { warn } = console;
  console.warn = () => {};
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.warn = warn;
  }
}

/** All that is written on each page, in the order of the file, without blanks. */
export async function wordsByPdfjs(bytes: Uint8Array): Promise<string[]> {
  const { getDocument: open } = await loadPdfjs();
  const task = open({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false, useSystemFonts: false });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join("")
        .replace(/\s+/gu, ""),
    );
  }
  await task.destroy();
  return pages;
}
