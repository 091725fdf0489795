/** How far Word's own marks of page ends can be believed: a file changed by another program keeps the old ones. */
import { type FormattedBlock, type FormattedParagraph, type FormattedText, paragraphsOf } from "./formatted-text.js";

/** Mean width of a letter of Times New Roman in parts of its size, and height of its line: both at the least. */
const LETTER = 0.4;
const LINE = 1.1;
/** Pages are measured roughly: what is a little too much may still fit. */
const SLACK = 1.15;

const sizeOf = ({ runs, markSize }: FormattedParagraph): number =>
  Math.max(1, Math.min(...(runs.length === 0 ? [markSize] : runs.map(({ look }) => look.size))));
const lengthOf = ({ runs }: FormattedParagraph): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** The least height of some text, pt. */
function leastHeight(paragraphs: readonly FormattedParagraph[], width: number): number {
  return paragraphs.reduce((sum, paragraph) => {
    const size = sizeOf(paragraph);
    const lines = Math.max(1, Math.ceil((lengthOf(paragraph) * LETTER * size) / width));
    const { line } = paragraph.look;
    return sum + lines * (line.rule === "exact" ? line.value : LINE * size);
  }, 0);
}

/** A row of a table is as high as its longest text, were it as broad as the page. */
function* piecesOf(block: FormattedBlock): Generator<readonly FormattedParagraph[]> {
  if (block.kind === "paragraph") yield [block];
  else
    for (const { cells } of block.rows) {
      const longest = cells
        .flatMap(({ blocks }) => [...paragraphsOf(blocks)])
        .sort((one, other) => lengthOf(other) - lengthOf(one))[0];
      if (longest !== undefined) yield [longest];
    }
}

/** Whether a text certainly goes over more than one page: Word marked its end, or there is too much of it. */
export function isLong({ blocks, sections }: FormattedText): boolean {
  if ([...paragraphsOf(blocks)].some(({ page = 1 }) => page > 1)) return true;
  const measured = measure(sections);
  if (measured === undefined) return false;
  const pieces = blocks.flatMap((block) => [...piecesOf(block)]);
  return pieces.reduce((sum, piece) => sum + leastHeight(piece, measured.width), 0) > measured.height;
}

/** The broadest and the highest text area, pt. */
function measure(sections: FormattedText["sections"]): { readonly width: number; readonly height: number } | undefined {
  const sized = sections.filter(({ width }) => width > 0);
  if (sized.length === 0) return undefined;
  const width = Math.max(...sized.map((one) => one.width - one.margins.left - one.margins.right));
  const height = Math.max(...sized.map((one) => one.height - one.margins.top - one.margins.bottom));
  return width <= 0 || height <= 0 ? undefined : { width, height };
}

/**
 * The last page whose number can be told: behind a page with more text than a page holds, marks are missing.
 *
 * @returns 0 where not even the first can
 */
export function lastSurePage({ blocks, sections }: FormattedText): number {
  const measured = measure(sections);
  if (measured === undefined) return Number.MAX_SAFE_INTEGER;
  const { width, height } = measured;
  const filled = new Map<number, number>();
  for (const block of blocks) {
    for (const piece of piecesOf(block)) {
      const page = piece[0]?.page;
      if (page !== undefined) filled.set(page, (filled.get(page) ?? 0) + leastHeight(piece, width));
    }
  }
  const overfull = [...filled].filter(([, used]) => used > height * SLACK).map(([page]) => page);
  return overfull.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...overfull) - 1;
}
