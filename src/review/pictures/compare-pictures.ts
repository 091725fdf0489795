/** What looks different on the pages of two PDFs where their words are equal. */
import type { Change } from "../compare/change.js";
import type { PdfContent } from "../pdf/content.js";
import { runThread, type ThreadFault, threadFile } from "../pdf/in-thread.js";
import { type Band, findBands } from "./bands.js";
import { type BandDifference, type BandFault, type Cutting, compareBands } from "./compare-bands.js";
import { placeLines } from "./placed-lines.js";

/** A version whose pages can be painted. */
export interface PaintableVersion {
  readonly pdf: Uint8Array;
  readonly content: PdfContent;
}

/** Why pictures were not compared. */
export type PictureFault = ThreadFault | BandFault;

/** A change, and pictures of both versions. */
export interface PictureChange {
  readonly change: Change;
  readonly cuttings: readonly (readonly [Cutting, Cutting])[];
}

/** A PDF that paints without end is left. */
const LIMITS = { time: 300_000, stall: 10_000, memory: 1_024 } as const;

async function differencesOf(
  { pdf: old }: PaintableVersion,
  { pdf: neu }: PaintableVersion,
  bands: readonly Band[],
): Promise<readonly BandDifference[] | PictureFault> {
  const file = threadFile("pictures-worker");
  if (file === undefined) return compareBands(old, neu, bands);
  return runThread<readonly BandDifference[] | BandFault>(file, { old, neu, bands }, LIMITS);
}

/** The words nearest above the first spot, or on its height. */
function near({ lines }: Band, { spots }: BandDifference): string {
  const y = spots[0]?.y2 ?? 0;
  const above = lines.filter(({ top }) => top <= y);
  return (above.at(-1) ?? lines[0])?.text ?? "";
}

/**
 * Compares the pages of two PDFs: strips with equal words, in any place of their pages, pixel by pixel.
 *
 * @returns one change for every two pages that differ, or why nothing was compared
 */
export async function comparePictures(
  old: PaintableVersion,
  neu: PaintableVersion,
): Promise<readonly PictureChange[] | PictureFault> {
  const bands = findBands(placeLines(old.content), placeLines(neu.content));
  if (bands.length === 0) return [];
  const differences = await differencesOf(old, neu, bands);
  if (typeof differences === "string") return differences;
  const pages = new Map<string, { band: Band; texts: string[]; spots: number; cuttings: [Cutting, Cutting][] }>();
  for (const difference of differences) {
    const band = bands[difference.band];
    if (band === undefined) continue;
    const key = `${band.oldPage} ${band.newPage}`;
    const known = pages.get(key) ?? { band, texts: [], spots: 0, cuttings: [] };
    known.texts.push(near(band, difference));
    known.spots += difference.spots.length;
    if (difference.cuttings !== undefined) known.cuttings.push([...difference.cuttings]);
    pages.set(key, known);
  }
  return [...pages.values()].map(({ band, texts, spots, cuttings }) => ({
    change: {
      kind: "picture",
      group: "looks",
      old: { page: band.oldPage + 1 },
      new: { page: band.newPage + 1 },
      oldText: texts[0] ?? "",
      newText: texts[0] ?? "",
      blocks: spots,
    },
    cuttings,
  }));
}
