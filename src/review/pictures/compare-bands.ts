/** Compares strips of painted pages, and cuts out what differs. */
import { PNG } from "pngjs";
import type { Band, Box } from "./bands.js";
import { type PaintedPages, SCALE, withPainted } from "./paint.js";
import type { BandFault } from "./paintable.js";
import { findSpots, type Raster } from "./spots.js";

/** A picture cut out of a page, PNG. */
export interface Cutting {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What differs in a strip. */
export interface BandDifference {
  /** Index of the band. */
  readonly band: number;
  /** On the page of the new version, pt. */
  readonly spots: readonly Box[];
  /** Of the old version and of the new one; absent when there are more than one looks at. */
  readonly cuttings?: readonly [Cutting, Cutting];
}

/** Strips whose pictures are kept. */
const MOST_CUTTINGS = 40;
/** Of a page around what differs, pixels. */
const MARGIN = 24;
/** Of a page above and below a strip, pixels. */
const EDGE = 4;
/** Pixels between a spot and the frame around it. */
const FRAME = 3;
const RED = [200, 30, 30] as const;

/** A strip of a page; what lies beyond the page is white. @param top, height, left in pixels */
function cut({ data, width, height }: Raster, left: number, top: number, cutWidth: number, cutHeight: number): Raster {
  const pixels = new Uint8Array(4 * cutWidth * cutHeight).fill(255);
  const [from, to] = [Math.max(0, -left), Math.min(cutWidth, width - left)];
  for (let row = 0; row < cutHeight && to > from; row++) {
    const y = top + row;
    if (y < 0 || y >= height) continue;
    const start = 4 * (y * width + left + from);
    pixels.set(data.subarray(start, start + 4 * (to - from)), 4 * (row * cutWidth + from));
  }
  return { data: pixels, width: cutWidth, height: cutHeight };
}

/** Fills a box with one colour. */
function fill(
  { data, width, height }: Raster,
  { x1, y1, x2, y2 }: Box,
  colour: readonly [number, number, number],
): void {
  for (let y = Math.max(0, Math.floor(y1)); y < Math.min(height, Math.ceil(y2)); y++) {
    for (let x = Math.max(0, Math.floor(x1)); x < Math.min(width, Math.ceil(x2)); x++) {
      data.set(colour, 4 * (y * width + x));
    }
  }
}

function frame(raster: Raster, { x1, y1, x2, y2 }: Box): void {
  const [left, top, right, bottom] = [x1 - FRAME, y1 - FRAME, x2 + FRAME, y2 + FRAME];
  fill(raster, { x1: left, y1: top, x2: right, y2: top + 1 }, RED);
  fill(raster, { x1: left, y1: bottom - 1, x2: right, y2: bottom }, RED);
  fill(raster, { x1: left, y1: top, x2: left + 1, y2: bottom }, RED);
  fill(raster, { x1: right - 1, y1: top, x2: right, y2: bottom }, RED);
}

function toPng({ data, width, height }: Raster): Cutting {
  const picture = new PNG({ width, height, colorType: 2 });
  picture.data = Buffer.from(data);
  return { png: Uint8Array.from(PNG.sync.write(picture, { colorType: 2 })), width, height };
}

const shifted = ({ x1, y1, x2, y2 }: Box, dx: number, dy: number): Box => ({
  x1: x1 + dx,
  x2: x2 + dx,
  y1: y1 + dy,
  y2: y2 + dy,
});
const scaled = ({ x1, y1, x2, y2 }: Box, by: number): Box => ({ x1: x1 * by, y1: y1 * by, x2: x2 * by, y2: y2 * by });

/** A strip of both versions, from the same words to the same words. */
interface Strips {
  readonly old: Raster;
  readonly new: Raster;
  /** Of the strip on the new page, pixels. */
  readonly top: number;
  readonly bottom: number;
}

function stripsOf(band: Band, old: Raster, neu: Raster, top: number, bottom: number): Strips {
  const [right, down] = [Math.round(band.dx * SCALE), Math.round(band.dy * SCALE)];
  return {
    old: cut(old, -right, top - down, neu.width, bottom - top),
    new: cut(neu, 0, top, neu.width, bottom - top),
    top,
    bottom,
  };
}

/** Part of a strip's lines that are equal pixel by pixel when one program painted both in one place. */
const MOSTLY = 0.8;
/** Places that differ by less are one to the painter, pt. */
const SAME_PLACE = 0.02;

/** Whether most lines of a strip are equal to the last pixel. */
function isPaintedAlike({ lines, dx, dy }: Band, { old, new: neu, top }: Strips): boolean {
  if (Math.max(Math.abs(dx), Math.abs(dy)) > SAME_PLACE) return false;
  const equal = lines.filter((line) => {
    const [left, right] = [Math.max(0, Math.floor(line.x * SCALE)), Math.min(neu.width, Math.ceil(line.right * SCALE))];
    const [first, last] = [
      Math.max(0, Math.floor(line.top * SCALE) - top),
      Math.min(neu.height, Math.ceil(line.bottom * SCALE) - top),
    ];
    for (let y = first; y < last; y++) {
      const [start, end] = [4 * (y * neu.width + left), 4 * (y * neu.width + right)];
      if (Buffer.compare(old.data.subarray(start, end), neu.data.subarray(start, end)) !== 0) return false;
    }
    return true;
  });
  return equal.length > lines.length * MOSTLY;
}

async function compareBand(
  band: Band,
  index: number,
  oldPages: PaintedPages,
  newPages: PaintedPages,
  withCuttings: boolean,
): Promise<BandDifference | undefined> {
  const [old, neu] = [await oldPages.page(band.oldPage), await newPages.page(band.newPage)];
  const [from, to] = [Math.max(0, Math.floor(band.top * SCALE)), Math.min(neu.height, Math.ceil(band.bottom * SCALE))];
  if (to <= from) return undefined;
  // a border on the edge of the strip lies just inside of it in one version, just outside in the other
  const [top, bottom] = [Math.max(0, from - EDGE), Math.min(neu.height, to + EDGE)];
  const strips = stripsOf(band, old, neu, top, bottom);
  for (const mask of band.masks) {
    const box = shifted(scaled(mask, SCALE), 0, -top);
    fill(strips.old, box, [255, 255, 255]);
    fill(strips.new, box, [255, 255, 255]);
  }
  const exact = band.exact === true || isPaintedAlike(band, strips);
  const found = findSpots(strips.old, strips.new, { exact, from: from - top, to: to - top }).map((spot) =>
    shifted(spot, 0, top),
  );
  if (found.length === 0) return undefined;
  const difference = { band: index, spots: found.map((spot) => scaled(spot, 1 / SCALE)) };
  if (!withCuttings) return difference;
  const high = Math.max(0, Math.min(...found.map(({ y1 }) => y1)) - MARGIN);
  const low = Math.min(neu.height, Math.max(...found.map(({ y2 }) => y2)) + MARGIN);
  const shown = stripsOf(band, old, neu, high, low);
  for (const spot of found) {
    frame(shown.old, shifted(spot, 0, -high));
    frame(shown.new, shifted(spot, 0, -high));
  }
  return { ...difference, cuttings: [toPng(shown.old), toPng(shown.new)] };
}

/**
 * Compares two PDFs strip by strip.
 *
 * @param onBand called after each strip
 */
export async function compareBands(
  old: Uint8Array,
  neu: Uint8Array,
  bands: readonly Band[],
  onBand: () => void = () => {},
): Promise<BandDifference[] | BandFault> {
  const compared = await withPainted(old, neu, async (oldPages, newPages) => {
    const tooLarge = bands.some(({ oldPage, newPage }) => oldPages.isTooLarge(oldPage) || newPages.isTooLarge(newPage));
    if (tooLarge) return "tooLarge";
    const differences: BandDifference[] = [];
    for (const [index, band] of bands.entries()) {
      const withCuttings = differences.length < MOST_CUTTINGS;
      const difference = await compareBand(band, index, oldPages, newPages, withCuttings);
      if (difference !== undefined) differences.push(difference);
      onBand();
    }
    return differences;
  });
  return compared ?? "notInstalled";
}
