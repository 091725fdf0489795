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
  /** Made by one program at one place: any difference counts, not only what the eye sees between two printers. */
  readonly exact?: true;
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

/** Borders of a row lie so far above and below its words, pt. */
const PADDING = 8;
/** Part of the size by which letters hang below the baseline: a border may lie right under them. */
const TAIL = 0.3;
/** Part of its height by which a line stands beside another. */
const BESIDE = 0.3;
/** Wider than any sheet, pt. */
const EDGE = 10_000;

const isBeside = (one: PlacedLine, other: PlacedLine): boolean =>
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > BESIDE * Math.min(one.size, other.size);

/**
 * What is left out with a line that is not equal: its height with the borders around it, over the whole width, for the cells
 * beside it grow, shrink and shift with its words. Words that are equal stay.
 *
 * @param kept equal lines, in the same coordinates
 */
function masksOf(line: PlacedLine, kept: readonly PlacedLine[]): Box[] {
  let [y1, y2] = [line.top - PADDING, line.bottom + PADDING];
  const beside: PlacedLine[] = [];
  for (const other of kept) {
    if (isBeside(line, other)) beside.push(other);
    else if (other.top < line.top) y1 = Math.max(y1, other.bottom - TAIL * other.size + 1);
    else y2 = Math.min(y2, other.top + TAIL * other.size);
  }
  const own: Box = { x1: line.x - AROUND, x2: line.right + AROUND, y1: line.top, y2: line.bottom };
  const boxes: Box[] = [own];
  let x1 = -EDGE;
  for (const { x, right } of [...beside].sort((a, b) => a.x - b.x)) {
    if (x - AROUND > x1) boxes.push({ x1, x2: x - AROUND, y1, y2 });
    x1 = Math.max(x1, right + AROUND);
  }
  return [...boxes, { x1, x2: EDGE, y1, y2 }];
}

const movedBy = (line: PlacedLine, dx: number, dy: number): PlacedLine => ({
  ...line,
  x: line.x + dx,
  right: line.right + dx,
  top: line.top + dy,
  bottom: line.bottom + dy,
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
    ...newLines.filter((line) => !news.has(line)),
    ...oldLines.filter((line) => !olds.has(line)).map((line) => movedBy(line, dx, dy)),
  ]
    .flatMap((line) =>
      masksOf(
        line,
        run.map((pair) => pair.new),
      ),
    )
    .filter(inBand);
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

/** Baselines closer than this are one row, pt. */
const SAME_ROW = 2;

/**
 * Whether a run that lies further to the side has its rows for itself: a figure of a table is found again in another column
 * of its row, and is not the same figure.
 */
function hasItsRows(
  run: readonly LinePair[],
  oldLines: readonly PlacedLine[],
  newLines: readonly PlacedLine[],
): boolean {
  const isWhole = (own: readonly PlacedLine[], all: readonly PlacedLine[]): boolean => {
    const taken = new Set(own);
    return all.every((line) => taken.has(line) || own.every(({ bottom }) => Math.abs(bottom - line.bottom) > SAME_ROW));
  };
  if (run.every((pair) => Math.abs(shiftOf(pair).dx) <= SAME_SHIFT)) return true;
  return (
    isWhole(
      run.map(({ old }) => old),
      oldLines,
    ) &&
    isWhole(
      run.map((pair) => pair.new),
      newLines,
    )
  );
}

/** The strips in which two versions can be compared by pixels. @param old, neu lines of each page */
export function findBands(old: readonly (readonly PlacedLine[])[], neu: readonly (readonly PlacedLine[])[]): Band[] {
  const pairs = equalLines(old.flat(), neu.flat()).filter(drawnAlike);
  return runsOf(pairs).flatMap((run) => {
    const [first] = run;
    const [oldLines, newLines] = [old[first?.old.page ?? -1] ?? [], neu[first?.new.page ?? -1] ?? []];
    return hasItsRows(run, oldLines, newLines) ? (bandOf(run, oldLines, newLines) ?? []) : [];
  });
}
