/** What pages carry beside the text: numbers, running heads and feet; and the notes at their foot. */
import type { PdfPage, Rule } from "./content.js";
import type { Line, PageElement, TextLine } from "./lines.js";
import { type RunningLine, type RunningText, textsOfRunning } from "./running.js";

/** Part of the page's height, from its top and from its foot, in which furniture stands. */
const MARGIN = 0.13;
/** Pages on which a line recurs at one place before it counts as running. */
const RUNNING = 3;
/** The line above notes is shorter than this part of the page's width, and lies in its lower part. */
const SEPARATOR = { longest: 0.45, shortest: 40, from: 0.25 } as const;

const PAGE_NUMBER = /^[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—\s.]*$/iu;

export const isLine = (element: PageElement): element is TextLine => element.kind === "line";

const masked = ({ text, y }: Line): string => `${text.replace(/\d+/gu, "#").replace(/\s+/gu, "")} ${Math.round(y / 3)}`;

/** The outermost lines of a page: the first and last two by their height, as far as they lie in its margins. */
function outermost(elements: readonly PageElement[], height: number): TextLine[] {
  const lines = elements.filter(isLine).sort((a, b) => a.y - b.y);
  const inMargin = ({ y }: Line): boolean => y < MARGIN * height || y > (1 - MARGIN) * height;
  return [...new Set([...lines.slice(0, 2), ...lines.slice(-2)])].filter(inMargin);
}

/** Pages without the heads and feet that run over them, and these. */
export interface BarePages {
  readonly pages: PageElement[][];
  readonly running: readonly RunningText[];
}

/**
 * Parts page numbers and running heads and feet from the text.
 *
 * @returns of what runs each text once; numbers that count the pages rightly are none
 */
export function partFurniture(pages: readonly PageElement[][], sizes: readonly PdfPage[]): BarePages {
  const outer = pages.map((elements, index) => outermost(elements, sizes[index]?.height ?? 0));
  const repeats = new Map<string, number>();
  for (const lines of outer)
    for (const key of new Set(lines.map(masked))) repeats.set(key, (repeats.get(key) ?? 0) + 1);
  const isRunning = (line: Line): boolean => (repeats.get(masked(line)) ?? 0) >= Math.max(RUNNING, pages.length / 2);
  const running: RunningLine[] = [];
  const bare = pages.map((elements, index) => {
    const lines = elements.filter(isLine);
    const heights = lines.map(({ y }) => y);
    const [top, foot] = [Math.min(...heights), Math.max(...heights)];
    const left = new Set(
      (outer[index] ?? []).filter((line) => {
        const alone = lines.every((other) => other === line || Math.abs(other.y - line.y) > 2);
        return isRunning(line) || (PAGE_NUMBER.test(line.text) && alone && (line.y === top || line.y === foot));
      }),
    );
    const middle = (sizes[index]?.height ?? 0) / 2;
    for (const { text, y } of left) running.push({ text, page: index, part: y < middle ? "header" : "footer" });
    return elements.filter((element) => !isLine(element) || !left.has(element));
  });
  return { pages: bare, running: textsOfRunning(running) };
}

/** The line that parts the notes from the text; undefined when there is none. */
function separatorOf({ rules, width, height }: PdfPage, lines: readonly Line[], bodySize: number): Rule | undefined {
  return rules
    .filter(({ x1, x2, y1, y2 }) => {
      const long = x2 - x1;
      if (y2 - y1 > 0.5 || long < SEPARATOR.shortest || long > SEPARATOR.longest * width) return false;
      if (y1 < SEPARATOR.from * height) return false;
      const below = lines.filter((line) => line.y > y1 && line.y - line.size < height);
      return below.length > 0 && below.every((line) => line.size <= bodySize - 0.9 && line.x < x2);
    })
    .sort((a, b) => a.y1 - b.y1)[0];
}

export interface NotedPage {
  readonly elements: readonly PageElement[];
  /** Lines of the notes, from the top. */
  readonly notes: readonly Line[];
}

/** Parts the notes at the foot of a page from its text. */
export function partNotes(elements: readonly PageElement[], page: PdfPage, bodySize: number): NotedPage {
  const lines = elements.filter(isLine);
  const separator = separatorOf(page, lines, bodySize);
  if (separator === undefined) return { elements, notes: [] };
  const isNote = (element: PageElement): element is TextLine => isLine(element) && element.y > separator.y1;
  return {
    elements: elements.filter((element) => !isNote(element)),
    notes: elements.filter(isNote).sort((a, b) => a.y - b.y),
  };
}

/** A note's mark at the head of its text; LibreOffice writes the number before the brackets. */
const NOTE_MARK = /^\s*\(?\s*(\d{1,3})\s*(?:\(\s*\)|\))?\s*/u;

/** A note as gathered from its lines. */
export interface PdfNote {
  readonly number: number;
  readonly page: number;
  readonly lines: Line[];
}

/** Notes of all pages; lines without a mark at the head of a page continue the note before. */
export function gatherNotes(pages: readonly (readonly Line[])[]): PdfNote[] {
  const notes: PdfNote[] = [];
  for (const [page, lines] of pages.entries()) {
    for (const line of lines) {
      const mark = NOTE_MARK.exec(line.text);
      const opens = mark !== null && (line.raised[0]?.start === 0 || /^\s*\(\d/u.test(line.text));
      const last = notes.at(-1);
      if (opens || last === undefined) {
        const text = mark === null ? line.text : line.text.slice(mark[0].length);
        notes.push({ number: Number(mark?.[1] ?? 0), page, lines: [{ ...line, text, raised: [] }] });
      } else last.lines.push({ ...line, raised: [] });
    }
  }
  return notes;
}
