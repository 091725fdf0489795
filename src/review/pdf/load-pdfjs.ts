/** Loads pdf.js, which expects a browser: what it would complain of on Node is put in its place before. */

export type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** Drawing is not asked of it; it only wants the names to be there. */
const UNUSED = ["DOMMatrix", "ImageData", "Path2D"] as const;

let loaded: Promise<Pdfjs> | undefined;

async function load(): Promise<Pdfjs> {
  const scope = globalThis as Record<string, unknown>;
  for (const name of UNUSED) scope[name] ??= class {};
  const { push } = Array.prototype;
  // its worker runs in the thread that calls it: there is no file to start it from in a bundle
  scope.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  // it says through console.warn that there is no canvas
  const { warn } = console;
  console.warn = () => {};
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.warn = warn;
    // its core-js mends what push does beyond lengths of 2^32, which costs a tenth of the reading
    Array.prototype.push = push;
  }
}

/** pdf.js, loaded once. */
export function loadPdfjs(): Promise<Pdfjs> {
  loaded ??= load();
  return loaded;
}
