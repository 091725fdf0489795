/** What stands on the pages of a scan and is no text of the document: numbers of pages, stamps, words put for a signature. */
import { isBlank, type SourceLine } from "../draft/text/lines.js";
import { isAtMargin, type Page } from "./line-breaks.js";
import { bare, cutMidway, type Lines } from "./paragraphs.js";

export interface PageFurniture {
  /** What is left. */
  readonly lines: Lines;
  /** Numbers of pages. */
  readonly numbers: Lines;
  /** Stamps, and notes that a copy bears. */
  readonly stamps: Lines;
}

/** A page's number as scans give it: `2`, `- 2 -`, `Trang 2`, `Trang 2/5`. */
const NUMBER = /^(?:(trang)\s*(\d{1,3})(?:\s*\/\s*\d{1,3})?|[-–—]\s*(\d{1,3})\s*[-–—]|(\d{1,3}))$/iu;
/** A line set in so far stands by itself, in blanks. */
const CENTRED = 20;
/** Pages that a recognition may have skipped, or whose number it did not see. */
const SKIPPED = 3;

const STAMP =
  /^(?:\[\s*(?:con\s+)?(?:dấu|chữ ký|bút phê|ảnh|logo|quốc huy)(?![\p{L}\p{M}])[^[\]]*\]|[[(]?\s*(?:đã ký|ký tên|đã ký và đóng dấu|ký tên,? đóng dấu|đã ký,? đóng dấu|ký và đóng dấu|ký,? đóng dấu|ký,? (?:và )?ghi rõ họ(?: và)? tên)\s*[\])]?|SAO Y(?: BẢN CHÍNH)?|SAO LỤC|TRÍCH SAO)$/iu;

/** Whether a line is a stamp, a copy's note or what is written where somebody signed. */
export const isStamp = (text: string): boolean => STAMP.test(bare(text));

/** Form feeds that programs write where a page begins, taken out; the numbers of the lines behind them. */
export function takePageBreaks(lines: readonly SourceLine[]): {
  readonly lines: SourceLine[];
  readonly tops: ReadonlySet<number>;
} {
  const tops = new Set<number>();
  const kept = lines.map((line) => {
    if (!line.text.includes("\f")) return line;
    tops.add(line.number);
    return { ...line, text: line.text.replace(/\f/gu, "") };
  });
  return { lines: kept, tops };
}

/** What tells where pages end. */
export interface PageSigns {
  /** Index of the first line below the header, where a number alone may be that of a stamp. */
  readonly from: number;
  /** Numbers of the lines that begin a page, where the text says so. */
  readonly tops: ReadonlySet<number>;
  readonly page: Page;
}

/**
 * Takes page numbers and stamps out of a text. A sentence that a page's end cut stands whole again where nothing but
 * the number lay between its halves.
 *
 */
export function takeFurniture(lines: Lines, { from, tops, page: shown }: PageSigns): PageFurniture {
  const left: SourceLine[] = [];
  const numbers: SourceLine[] = [];
  const stamps: SourceLine[] = [];
  // the first page bears no number: a 1 by itself is that of a footnote, or a cell
  let page = 1;
  let broken = false;
  for (const [index, line] of lines.entries()) {
    if (isStamp(line.text)) {
      stamps.push(line);
      continue;
    }
    const number = index < from ? undefined : pageNumber(lines, index, tops);
    if (number !== undefined && number > page && number <= page + SKIPPED) {
      numbers.push(line);
      page = number;
      broken = true;
      continue;
    }
    broken ||= index >= from && tops.has(line.number);
    if (broken && !isBlank(line.text)) {
      closeUp(left, line, shown);
      broken = false;
    }
    left.push(line);
  }
  return { lines: left, numbers, stamps };
}

/** The number that a line alone is; a plain number must stand apart from the lines around it. */
function pageNumber(lines: Lines, index: number, tops: ReadonlySet<number>): number | undefined {
  const { text, number: at } = lines[index] as SourceLine;
  const [, worded, first, second, plain] = NUMBER.exec(bare(text)) ?? [];
  const number = first ?? second ?? plain;
  if (number === undefined) return undefined;
  const isApart = (neighbour: SourceLine | undefined): boolean => neighbour === undefined || isBlank(neighbour.text);
  const apart =
    worded !== undefined ||
    second !== undefined ||
    tops.has(at) ||
    text.search(/\S/u) >= CENTRED ||
    isApart(lines[index - 1]) ||
    isApart(lines[index + 1]);
  return apart ? Number(number) : undefined;
}

/** Takes blank lines off the end where the next line goes on with the sentence above them. */
function closeUp(left: SourceLine[], next: SourceLine, page: Page): void {
  let last = left.length - 1;
  while (last >= 0 && isBlank(left[last]?.text ?? "")) last -= 1;
  const before = left[last];
  if (before !== undefined && (cutMidway(before.text, next.text) || isAtMargin(next, page))) left.splice(last + 1);
}
