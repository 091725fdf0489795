/** Pages of PDFs without a letter: scans, as far as they are not blank. Nobody reads them here; their pictures are compared. */
import type { PdfContent } from "../pdf/content.js";
import { runThread, threadFile } from "../pdf/in-thread.js";
import type { Band } from "./bands.js";
import { inkedPages } from "./paint.js";
import { LIMITS, type PaintableVersion, type PictureFault } from "./paintable.js";

/** Indices of pages without a letter. */
export const textlessPages = ({ pages }: PdfContent): number[] =>
  pages.flatMap(({ runs }, index) => (runs.length === 0 ? [index] : []));

export interface ScanPairs {
  /** Pages by index, old and new. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly onlyOld: readonly number[];
  readonly onlyNew: readonly number[];
}

/** Which pages without text are compared: in their order where both versions have as many, else those of one number. */
export function pairScans(old: readonly number[], neu: readonly number[]): ScanPairs {
  if (old.length === neu.length)
    return { pairs: old.map((page, index) => [page, neu[index] ?? page]), onlyOld: [], onlyNew: [] };
  const both = new Set(old.filter((page) => neu.includes(page)));
  return {
    pairs: [...both].map((page) => [page, page]),
    onlyOld: old.filter((page) => !both.has(page)),
    onlyNew: neu.filter((page) => !both.has(page)),
  };
}

/** A page as a strip that is compared whole. */
export const wholePage = (oldPage: number, newPage: number): Band => ({
  oldPage,
  newPage,
  dx: 0,
  dy: 0,
  top: 0,
  bottom: Number.MAX_SAFE_INTEGER,
  masks: [],
  lines: [],
  exact: true,
});

/** Which of some pages show anything at all; all of them where nothing on this machine paints pages. */
export async function scansAmong({ pdf }: PaintableVersion, pages: readonly number[]): Promise<readonly number[]> {
  if (pages.length === 0) return [];
  const file = threadFile("pictures-worker");
  const inked =
    file === undefined
      ? await inkedPages(pdf, pages)
      : await runThread<readonly number[] | PictureFault>(file, { pdf, pages }, LIMITS);
  return typeof inked === "string" ? pages : inked;
}
