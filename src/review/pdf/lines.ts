/** Runs of a page put together to lines, those of tables by their cells. */
import { tidy } from "../flow/flow.js";
import type { PdfContent, PdfPage, Run } from "./content.js";
import { findGrids, type Grid } from "./grid.js";

/** A line of text on a page. */
export interface Line {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Size of most of it. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Name of the font of most of it. */
  readonly font: string;
  /** Raised small figures in it, as marks of notes are: where in the text, and the number. */
  readonly raised: readonly { readonly start: number; readonly end: number; readonly number: number }[];
}

/** A table of a page: the lines of each cell. */
export interface PageTable {
  readonly kind: "table";
  readonly page: number;
  readonly grid: Grid;
  /** Lines by row and column of the cell that they begin in. */
  readonly cells: ReadonlyMap<string, readonly Line[]>;
}

export interface TextLine extends Line {
  readonly kind: "line";
}

export type PageElement = TextLine | PageTable;

/** Parts of the size: runs on one line, a blank between them, the gap beyond which another column begins. */
const SAME_LINE = 0.45;
const BLANK = 0.14;
const COLUMN_GAP = 2.5;
/** A raised run is smaller than this part of the line's size, and its baseline higher by this part. */
const RAISED_SIZE = 0.8;
const RAISED_BY = 0.12;

const BOLD = /bold|black|heavy|,b\b/iu;
const ITALIC = /italic|oblique/iu;

class LineBuilder {
  readonly #runs: Run[] = [];

  constructor(
    private readonly page: number,
    private readonly fonts: readonly string[],
    first: Run,
  ) {
    this.#runs.push(first);
  }

  /** Takes a run that continues the line. */
  takes(run: Run): boolean {
    const last = this.#runs.at(-1);
    if (last === undefined) return false;
    const size = Math.max(run.size, last.size);
    const gap = run.x - (last.x + last.width);
    if (Math.abs(run.y - last.y) > SAME_LINE * size || gap < -0.5 * size || gap > COLUMN_GAP * size) return false;
    this.#runs.push(run);
    return true;
  }

  build(): Line {
    const size = this.#mostOf(({ size }) => size) ?? 0;
    const main = this.#runs.filter((run) => run.size >= size - 0.1);
    const y = main[0]?.y ?? this.#runs[0]?.y ?? 0;
    let text = "";
    let end = Number.NEGATIVE_INFINITY;
    /** Small raised stretches; what a mark of a note is drawn with piece by piece is one. */
    const small: { start: number; end: number }[] = [];
    for (const run of this.#runs) {
      const piece = run.text.replace(/\s+/gu, " ");
      const apart = text !== "" && !text.endsWith(" ") && !piece.startsWith(" ") && run.x - end > BLANK * run.size;
      const start = text.length + (apart ? 1 : 0);
      text += apart ? ` ${piece}` : piece;
      end = run.x + run.width;
      if (run.size >= RAISED_SIZE * size || y - run.y <= RAISED_BY * size) continue;
      const last = small.at(-1);
      if (last?.end === start) last.end = text.length;
      else small.push({ start, end: text.length });
    }
    const raised = small.flatMap(({ start, end }) => {
      const number = /^\s*\(?\s*(\d{1,3})\s*(?:\(\s*\)|\))?\s*$/u.exec(text.slice(start, end))?.[1];
      return number === undefined ? [] : [{ start, end, number: Number(number) }];
    });
    const font = this.fonts[this.#mostOf(({ font }) => font) ?? -1] ?? "";
    const all = (pattern: RegExp): boolean => main.every((run) => pattern.test(this.fonts[run.font] ?? ""));
    const [first, last] = [this.#runs[0], this.#runs.at(-1)];
    return {
      page: this.page,
      text,
      x: first?.x ?? 0,
      right: (last?.x ?? 0) + (last?.width ?? 0),
      y,
      size,
      bold: all(BOLD),
      italic: all(ITALIC),
      font,
      raised,
    };
  }

  /** The value that most letters have. */
  #mostOf(value: (run: Run) => number): number | undefined {
    const letters = new Map<number, number>();
    for (const run of this.#runs) letters.set(value(run), (letters.get(value(run)) ?? 0) + run.text.length);
    return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0];
  }
}

const cellKey = (row: number, column: number): string => `${row} ${column}`;

/** Lines and tables of a page, in the order in which the file draws them. */
function elementsOf(page: PdfPage, index: number, fonts: readonly string[]): PageElement[] {
  const grids = findGrids(page.rules);
  const tables = grids.map((): Map<string, Line[]> => new Map());
  const placed = new Set<number>();
  const elements: PageElement[] = [];
  let open: { readonly region: string; readonly line: LineBuilder; readonly close: (line: Line) => void } | undefined;
  const finish = (): void => {
    open?.close(open.line.build());
    open = undefined;
  };
  for (const run of page.runs) {
    // the brace beside recipients parts what stands left and right of it
    if (/^\s*[{}]+\s*$/u.test(run.text)) {
      finish();
      continue;
    }
    const [x, y] = [run.x + run.width / 2, run.y - 0.3 * run.size];
    const table = grids.findIndex((grid) => grid.x1 <= x && x <= grid.x2 && grid.y1 <= y && y <= grid.y2);
    const cell = grids[table]?.cellAt(x, y);
    const region = cell === undefined ? "" : `${table} ${cellKey(cell.row, cell.column)}`;
    if (open?.region === region && open.line.takes(run)) continue;
    finish();
    const [grid, cells] = [grids[table], tables[table]];
    const line = new LineBuilder(index, fonts, run);
    if (cell === undefined || grid === undefined || cells === undefined) {
      open = { region, line, close: (built) => elements.push({ kind: "line", ...built }) };
      continue;
    }
    if (!placed.has(table)) {
      placed.add(table);
      elements.push({ kind: "table", page: index, grid, cells });
    }
    const key = cellKey(cell.row, cell.column);
    open = { region, line, close: (built) => cells.set(key, [...(cells.get(key) ?? []), built]) };
  }
  finish();
  return elements;
}

/** Lines and tables page by page. */
export function readLines({ pages, fonts }: PdfContent): PageElement[][] {
  return pages.map((page, index) => elementsOf(page, index, fonts));
}

/**
 * Joins what a line's end parted: nothing between `68-` and `NQ/TW`, or after a slash inside a code; else a blank.
 */
export function joinLines(one: string, other: string): string {
  if (one === "") return other;
  return /[\p{L}\p{N}][-/]$/u.test(one) ? one + other : `${one} ${other}`;
}

/**
 * The text of lines that are one paragraph.
 *
 * @param notes numbers of the notes of their page, whose marks are left out
 */
export function textOfLines(lines: readonly Line[], notes: (page: number) => ReadonlySet<number>): string {
  let text = "";
  for (const line of lines) {
    let own = line.text;
    for (const { start, end, number } of [...line.raised].reverse()) {
      if (notes(line.page).has(number)) own = own.slice(0, start) + own.slice(end);
    }
    text = joinLines(text, own.trim());
  }
  return tidy(text);
}
