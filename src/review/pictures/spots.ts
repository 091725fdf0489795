/** Where two pictures of one size differ to the eye. */
import pixelmatch from "pixelmatch";
import type { Box } from "./bands.js";

/** Four bytes a pixel: red, green, blue and one that is left out. */
export interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Colours closer than this part of the whole range are one. */
const THRESHOLD = 0.15;
const EXACT_THRESHOLD = 0.05;
/** Steps of 256 by which a pixel may leave the range of its neighbours in the other picture. */
const LEEWAY = 48;
/** Steps of 256 by which the mean brightness of two surroundings may differ; a hairline through one makes 50. */
const SAME_INK = 28;
/** Pixels, half a millimetre, by which two printers put one line in two places. */
const REACH = 2;
/** Pixels that differ are one spot up to this distance. */
const NEAR = 6;
/** A spot has at least so many pixels: a comma has. */
const LEAST_PIXELS = 4;

/** What one channel holds around a place. */
interface Surroundings {
  readonly low: number;
  readonly high: number;
  readonly mean: number;
}

function around({ data, width, height }: Raster, x: number, y: number, channel: number): Surroundings {
  let [low, high, sum, count] = [255, 0, 0, 0];
  for (let row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
    for (let column = Math.max(0, x - REACH); column <= Math.min(width - 1, x + REACH); column++) {
      const near = data[4 * (row * width + column) + channel] ?? 0;
      if (near < low) low = near;
      if (near > high) high = near;
      sum += near;
      count += 1;
    }
  }
  return { low, high, mean: sum / count };
}

/**
 * Whether a place differs only in how ink was spread over its pixels: each colour occurs near it in the other picture, or
 * there is as much ink around it.
 */
function isSmoothing(one: Raster, other: Raster, x: number, y: number): boolean {
  const at = 4 * (y * one.width + x);
  const within = (value: number, { low, high }: Surroundings): boolean =>
    value >= low - LEEWAY && value <= high + LEEWAY;
  for (let channel = 0; channel < 3; channel++) {
    const [here, there] = [around(one, x, y, channel), around(other, x, y, channel)];
    if (Math.abs(here.mean - there.mean) <= SAME_INK) continue;
    if (!within(one.data[at + channel] ?? 0, there) || !within(other.data[at + channel] ?? 0, here)) return false;
  }
  return true;
}

interface Spot {
  box: Box;
  pixels: number;
}

const touches = (a: Box, b: Box): boolean =>
  a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR;
const hull = (a: Box, b: Box): Box => ({
  x1: Math.min(a.x1, b.x1),
  y1: Math.min(a.y1, b.y1),
  x2: Math.max(a.x2, b.x2),
  y2: Math.max(a.y2, b.y2),
});

/** Takes a stretch of differing pixels of one row into the spots. */
function take(spots: Spot[], box: Box, pixels: number): void {
  let grown: Spot = { box, pixels };
  for (let index = spots.length - 1; index >= 0; index--) {
    const spot = spots[index];
    if (spot === undefined || !touches(spot.box, grown.box)) continue;
    grown = { box: hull(spot.box, grown.box), pixels: spot.pixels + grown.pixels };
    spots.splice(index, 1);
  }
  spots.push(grown);
}

/** How two pictures are looked at. */
export interface SpotOptions {
  /** Smoothing and shifts count as well: both were painted by one program from one layout. */
  readonly exact?: boolean;
  /** Rows in which spots are looked for; those around them are only looked at. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * The spots in which two pictures differ, in pixels, from the top. Smoothing of letters and shifts of half a millimetre
 * are no difference, unless the options say so.
 */
export function findSpots(one: Raster, other: Raster, options: SpotOptions = {}): Box[] {
  const { width, height } = one;
  const { exact = false, from = 0, to = height } = options;
  const mask = new Uint8Array(4 * width * height);
  const found = pixelmatch(one.data, other.data, mask, width, height, {
    threshold: exact ? EXACT_THRESHOLD : THRESHOLD,
    includeAA: exact,
    diffMask: true,
  });
  if (found === 0) return [];
  const spots: Spot[] = [];
  for (let y = from; y < to; y++) {
    for (let x = 0; x < width; x++) {
      // of the mask's colours only that of a difference, red, has no green
      const at = 4 * (y * width + x);
      if (mask[at + 3] === 0 || mask[at + 1] !== 0) continue;
      if (!exact && isSmoothing(one, other, x, y)) continue;
      take(spots, { x1: x, y1: y, x2: x + 1, y2: y + 1 }, 1);
    }
  }
  return spots
    .filter(({ pixels }) => exact || pixels >= LEAST_PIXELS)
    .map(({ box }) => box)
    .sort((a, b) => a.y1 - b.y1 || a.x1 - b.x1);
}
