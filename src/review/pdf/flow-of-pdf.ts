/** The flow of a PDF: paragraphs, tables and notes out of the lines of its pages. */
import { type Flow, type FlowBlock, isOrnament, type PageFrame, tidy } from "../flow/flow.js";
import { marksHeading, readMark } from "../flow/mark.js";
import { opensAnnex, placeBlocks } from "../flow/places.js";
import type { PdfContent, PdfPage } from "./content.js";
import { gatherNotes, isLine, partFurniture, partNotes } from "./furniture.js";
import { leftEdge, lookOfLines, mostOf, placeOfLines, rightEdge } from "./line-looks.js";
import { type Line, type PageElement, type PageTable, readLines, textOfLines } from "./lines.js";
import { groupLines } from "./paragraphs.js";
import { joinTables, type PdfTable, rowsOfTable } from "./tables.js";
import { turnUpright } from "./upright.js";

const linesOf = (elements: readonly PageElement[]): Line[] => elements.filter(isLine);

/** A line is long that fills more than half of the page: it shows where the margins are. */
const isLong = (line: Line, page: PdfPage | undefined): boolean => line.right - line.x > (page?.width ?? 0) / 2;

/** Lines of running text: long ones, and those after a long one. Letterheads, lists of recipients may begin left of the text. */
const runningLines = (lines: readonly Line[], page: PdfPage | undefined): Line[] =>
  lines.filter((line, index) => {
    const before = lines[index - 1];
    return isLong(line, page) || (before !== undefined && isLong(before, page));
  });

/** Frames of runs of pages of one size, measured on their long lines. */
function measureFrames(pages: readonly (readonly Line[])[], sizes: readonly PdfPage[]): PageFrame[] {
  const frames: PageFrame[] = [];
  let [all, long]: [Line[], Line[]] = [[], []];
  for (const [index, page] of sizes.entries()) {
    const lines = pages[index] ?? [];
    all.push(...lines);
    long.push(...lines.filter((line) => isLong(line, page)));
    const next = sizes[index + 1];
    if (next !== undefined && Math.abs(next.width - page.width) < 1 && Math.abs(next.height - page.height) < 1)
      continue;
    if (long.length > 0) {
      const [left, right] = [leftEdge(all), rightEdge(long)];
      frames.push({
        width: page.width,
        height: page.height,
        ...(left === undefined ? {} : { left }),
        ...(right === undefined ? {} : { right: page.width - right }),
      });
    }
    [all, long] = [[], []];
  }
  return frames;
}

/** Lines beside which, at one height, others stand. */
function besideOthers(lines: readonly Line[]): Set<Line> {
  const found = new Set<Line>();
  for (const line of lines) {
    if (
      lines.some(
        (other) =>
          other !== line && Math.abs(other.y - line.y) < line.size && (other.x > line.right || other.right < line.x),
      )
    )
      found.add(line);
  }
  return found;
}

const noteKey = (page: number, number: number): string => `${page} ${number}`;

class PdfReader {
  readonly #blocks: FlowBlock[] = [];
  /** Lines since the last table, which may be one paragraph over the end of a page. */
  #lines: Line[] = [];
  #tables = 0;
  readonly #beside = new Set<Line>();
  /** Index of the block that carries a note's mark, by page and number. */
  readonly marked = new Map<string, number>();

  constructor(
    private readonly edgeOf: (page: number) => number,
    private readonly beginningOf: (page: number) => number | undefined,
    private readonly notesOf: (page: number) => ReadonlySet<number>,
  ) {}

  read(elements: readonly (Line | PdfTable)[], beside: readonly Set<Line>[]): FlowBlock[] {
    for (const lines of beside) for (const line of lines) this.#beside.add(line);
    for (const element of elements) {
      if ("text" in element) this.#lines.push(element);
      else {
        this.#endLines();
        this.#tables += 1;
        this.#blocks.push(...rowsOfTable(element, this.#tables, this.notesOf));
      }
    }
    this.#endLines();
    return this.#blocks;
  }

  #endLines(): void {
    for (const lines of groupLines(this.#lines, this.edgeOf)) {
      const text = textOfLines(lines, this.notesOf);
      if (isOrnament(text)) continue;
      const look = lookOfLines(lines);
      const heading = look?.bold === true && (marksHeading(readMark(text).mark) || opensAnnex(text));
      for (const line of lines)
        for (const { number } of line.raised) this.marked.set(noteKey(line.page, number), this.#blocks.length);
      const page = (lines[0]?.page ?? 0) + 1;
      const beside = lines.some((line) => this.#beside.has(line));
      const place = beside ? {} : placeOfLines(lines, this.beginningOf(page - 1));
      this.#blocks.push({
        kind: heading ? "heading" : "paragraph",
        text,
        place: { page },
        ...(look === undefined ? {} : { look: { ...look, ...place } }),
        ...(beside ? { beside } : {}),
      });
    }
    this.#lines = [];
  }
}

/** The flow of a PDF's content. */
export function flowOfPdf(shown: PdfContent): Flow {
  const { content, turned } = turnUpright(shown);
  const sizes = content.pages;
  const { pages, running } = partFurniture(readLines(content), sizes);
  const bodySize = mostOf(pages.flatMap(linesOf), ({ size }) => size);
  const noted = pages.map((elements, index) => {
    const page = sizes[index];
    return page === undefined ? { elements, notes: [] } : partNotes(elements, page, bodySize);
  });
  const notes = gatherNotes(noted.map((page) => page.notes));
  const numbers = noted.map(
    (_, page) => new Set(notes.filter((note) => note.page === page).map(({ number }) => number)),
  );
  const none: ReadonlySet<number> = new Set();
  const notesOf = (page: number): ReadonlySet<number> => numbers[page] ?? none;
  const edges = noted.map(({ elements }, index) => {
    const long = linesOf(elements).filter((line) => isLong(line, sizes[index]));
    return long.length === 0 ? (sizes[index]?.width ?? 0) : Math.max(...long.map(({ right }) => right));
  });
  const body = noted.flatMap(({ elements }) => elements);
  const isTable = (element: PageElement): element is PageTable => !isLine(element);
  const joined = joinTables(body.filter(isTable), body, notesOf);
  const beside = noted.map(({ elements }) => besideOthers(linesOf(elements)));
  const textLines = noted.map(({ elements }, page) => runningLines(linesOf(elements), sizes[page]));
  const beginnings = textLines.map(leftEdge);
  const reader = new PdfReader(
    (page) => edges[page] ?? 0,
    (page) => beginnings[page],
    notesOf,
  );
  const blocks = reader.read(joined, beside);
  const heads = running.map(
    ({ text, page, part }): FlowBlock => ({ kind: "paragraph", text, place: { page: page + 1, part }, beside: true }),
  );
  const hosts = new Map<number, number>();
  for (const note of notes) {
    const host = reader.marked.get(noteKey(note.page, note.number));
    if (host !== undefined) hosts.set(heads.length + blocks.length, heads.length + host);
    const text = tidy(textOfLines(note.lines, () => none));
    const look = lookOfLines(note.lines);
    if (!isOrnament(text))
      blocks.push({ kind: "note", text, place: { page: note.page + 1 }, ...(look === undefined ? {} : { look }) });
  }
  return {
    kind: "pdf",
    fidelity: "guess",
    blocks: placeBlocks([...heads, ...blocks], hosts),
    pages: sizes.length,
    ...(turned.length === 0 ? {} : { turned }),
    frames: {
      by: "measured",
      frames: measureFrames(textLines, sizes),
    },
  };
}
