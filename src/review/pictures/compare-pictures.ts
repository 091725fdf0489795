/** What looks different on the pages of two PDFs where their words are equal. */
import type { Change } from "../compare/change.js";
import { runThread, threadFile } from "../pdf/in-thread.js";
import { type Band, findBands } from "./bands.js";
import { type BandDifference, type Cutting, compareBands } from "./compare-bands.js";
import { type BandFault, LIMITS, type PaintableVersion, type PictureFault } from "./paintable.js";
import { placeLines } from "./placed-lines.js";
import { pairScans, textlessPages, wholePage } from "./scans.js";

/** A change, and pictures of both versions. */
export interface PictureChange {
  readonly change: Change;
  readonly cuttings: readonly (readonly [Cutting, Cutting])[];
}

async function differencesOf(
  { pdf: old }: PaintableVersion,
  { pdf: neu }: PaintableVersion,
  bands: readonly Band[],
): Promise<readonly BandDifference[] | PictureFault> {
  const file = threadFile("pictures-worker");
  if (file === undefined) return compareBands(old, neu, bands);
  return runThread<readonly BandDifference[] | BandFault>(file, { old, neu, bands }, LIMITS);
}

/** Words by which a reader finds a place: a number or `TT` occurs in many. */
const TELLING = /\p{L}{2,}[^\p{L}]+\p{L}{2,}/u;

/** The words nearest above the first spot, or on its height. */
function near({ lines }: Band, { spots }: BandDifference): string {
  const y = spots[0]?.y2 ?? 0;
  const above = lines.filter(({ top }) => top <= y);
  const nearest = above.findLast(({ text }) => TELLING.test(text)) ?? lines.find(({ text }) => TELLING.test(text));
  return (nearest ?? above.at(-1) ?? lines[0])?.text ?? "";
}

/** Which strips are compared: those with equal words and pages that are pictures, the latter only, or all pages whole. */
export type Compared = "equalWords" | "scans" | "wholePages";

function bandsOf({ content: old }: PaintableVersion, { content: neu }: PaintableVersion, what: Compared): Band[] {
  const [oldLines, newLines] = [placeLines(old), placeLines(neu)];
  if (what === "wholePages")
    return newLines.flatMap((lines, page) => (page < oldLines.length ? [{ ...wholePage(page, page), lines }] : []));
  const scans = pairScans(textlessPages(old), textlessPages(neu)).pairs.map((pair) => wholePage(...pair));
  return what === "scans" ? scans : [...findBands(oldLines, newLines), ...scans];
}

/** What is found on two pages. */
interface Found {
  readonly band: Band;
  readonly texts: string[];
  spots: number;
  readonly cuttings: [Cutting, Cutting][];
}

function changeOf({ band: { oldPage, newPage, lines }, texts: [text = ""], spots }: Found): Change {
  const places = { old: { page: oldPage + 1 }, new: { page: newPage + 1 } };
  // a page without a word of its own: what it says is in the picture
  if (lines.length === 0) return { kind: "scan", group: "wording", ...places };
  return { kind: "picture", group: "looks", ...places, oldText: text, newText: text, blocks: spots };
}

/**
 * Compares the pages of two PDFs pixel by pixel: strips with equal words, in any place of their pages, and pages that are
 * pictures.
 *
 * @returns one change for every two pages that differ, or why nothing was compared
 */
export async function comparePictures(
  old: PaintableVersion,
  neu: PaintableVersion,
  what: Compared = "equalWords",
): Promise<readonly PictureChange[] | PictureFault> {
  const bands = bandsOf(old, neu, what);
  if (bands.length === 0) return [];
  const differences = await differencesOf(old, neu, bands);
  if (typeof differences === "string") return differences;
  const pages = new Map<string, Found>();
  for (const difference of differences) {
    const band = bands[difference.band];
    if (band === undefined) continue;
    const key = `${band.oldPage} ${band.newPage}`;
    const known: Found = pages.get(key) ?? { band, texts: [], spots: 0, cuttings: [] };
    known.texts.push(near(band, difference));
    known.spots += difference.spots.length;
    if (difference.cuttings !== undefined) known.cuttings.push([...difference.cuttings]);
    pages.set(key, known);
  }
  return [...pages.values()].map((found) => ({ change: changeOf(found), cuttings: found.cuttings }));
}
