/** Which parts of two PDFs' pages show the same words in the same places relative to each other: only there pixels are compared. */
import { diffArrays } from "diff";
import type { PlacedLine } from "./placed-lines.js";

/** A box on a page, pt from its top left corner. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** A strip of a page of the new version, over its whole width, and how far it lies from the same strip of the old one. */
export interface Band {
  readonly oldPage: number;
  readonly newPage: number;
  /** New place less old place, pt. */
  readonly dx: number;
  readonly dy: number;
  /** On the page of the new version. */
  readonly top: number;
  readonly bottom: number;
  /** Words that are not equal, or lie elsewhere: left out. On the page of the new version. */
  readonly masks: readonly Box[];
  /** Equal lines with their places, to name what is near. */
  readonly lines: readonly PlacedLine[];
}

interface LinePair {
  readonly old: PlacedLine;
  readonly new: PlacedLine;
}

/** Lines are drawn alike when their widths, sizes and shifts differ by no more, pt. */
const SAME_WIDTH = 0.75;
const SAME_SIZE = 0.3;
const SAME_SHIFT = 0.75;
/** A word that is left out takes a little of its surroundings along, pt. */
const AROUND = 2;
/** Versions that differ in more lines than this are not aligned line by line. */
const MOST_EDITS = 4_000;

function equalLines(old: readonly PlacedLine[], neu: readonly PlacedLine[]): LinePair[] {
  const texts = (lines: readonly PlacedLine[]) => lines.map(({ text }) => text);
  const parts = diffArrays(texts(old), texts(neu), { maxEditLength: MOST_EDITS }) ?? [];
  const pairs: LinePair[] = [];
  let [oldAt, newAt] = [0, 0];
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      for (let at = 0; at < count; at++) {
        const [one, other] = [old[oldAt + at], neu[newAt + at]];
        if (one !== undefined && other !== undefined) pairs.push({ old: one, new: other });
      }
    }
    if (!added) oldAt += count;
    if (!removed) newAt += count;
  }
  return pairs;
}

const drawnAlike = ({ old, new: neu }: LinePair): boolean =>
  Math.abs(neu.right - neu.x - (old.right - old.x)) <= SAME_WIDTH && Math.abs(neu.size - old.size) <= SAME_SIZE;

const shiftOf = ({ old, new: neu }: LinePair) => ({ dx: neu.x - old.x, dy: neu.bottom - old.bottom });

/** Runs of lines, from the top of a page, that all lie equally far from where they were. */
function runsOf(pairs: readonly LinePair[]): LinePair[][] {
  const runs: LinePair[][] = [];
  for (const pair of pairs) {
    const first = runs.at(-1)?.[0];
    const [shift, known] = [shiftOf(pair), first && shiftOf(first)];
    const continues =
      first !== undefined &&
      known !== undefined &&
      first.old.page === pair.old.page &&
      first.new.page === pair.new.page &&
      Math.abs(shift.dx - known.dx) <= SAME_SHIFT &&
      Math.abs(shift.dy - known.dy) <= SAME_SHIFT;
    if (continues) runs.at(-1)?.push(pair);
    else runs.push([pair]);
  }
  return runs;
}

const boxOf = ({ x, right, top, bottom }: PlacedLine, dx = 0, dy = 0): Box => ({
  x1: x + dx - AROUND,
  x2: right + dx + AROUND,
  y1: top + dy,
  y2: bottom + dy,
});

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function bandOf(
  run: readonly LinePair[],
  oldLines: readonly PlacedLine[],
  newLines: readonly PlacedLine[],
): Band | undefined {
  const [first] = run;
  if (first === undefined) return undefined;
  const shifts = run.map(shiftOf);
  const [dx, dy] = [middle(shifts.map((one) => one.dx)), middle(shifts.map((one) => one.dy))];
  const [olds, news] = [new Set(run.map(({ old }) => old)), new Set(run.map((pair) => pair.new))];
  const stays = Math.abs(dx) <= SAME_SHIFT && Math.abs(dy) <= SAME_SHIFT;
  // nothing else stands on these pages: what lies around the words belongs to them
  const whole = stays && olds.size === oldLines.length && news.size === newLines.length;
  const top = whole ? 0 : Math.min(...run.map((pair) => pair.new.top));
  const bottom = whole ? Number.MAX_SAFE_INTEGER : Math.max(...run.map((pair) => pair.new.bottom));
  const inBand = ({ y1, y2 }: Box): boolean => y1 < bottom && y2 > top;
  const masks = [
    ...newLines.filter((line) => !news.has(line)).map((line) => boxOf(line)),
    ...oldLines.filter((line) => !olds.has(line)).map((line) => boxOf(line, dx, dy)),
  ].filter(inBand);
  return {
    oldPage: first.old.page,
    newPage: first.new.page,
    dx,
    dy,
    top,
    bottom,
    masks,
    lines: run.map((pair) => pair.new),
  };
}

/** The strips in which two versions can be compared by pixels. @param old, neu lines of each page */
export function findBands(old: readonly (readonly PlacedLine[])[], neu: readonly (readonly PlacedLine[])[]): Band[] {
  const pairs = equalLines(old.flat(), neu.flat()).filter(drawnAlike);
  return runsOf(pairs).flatMap((run) => {
    const [first] = run;
    return bandOf(run, old[first?.old.page ?? -1] ?? [], neu[first?.new.page ?? -1] ?? []) ?? [];
  });
}
