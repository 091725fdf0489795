/** Blocks that are to stand on one page, and where a page ends inside them: by Word's own marks, or by a page break. */
import type { ObservedSplit } from "../../../norms/observed.js";
import { tidyLine } from "../../printed/line.js";
import { type FormattedBlock, type FormattedParagraph, paragraphsOf, rawText } from "../formatted/formatted-text.js";
import type { DocxParts } from "./divide.js";
import type { DocxLine } from "./lines.js";
import type { DocxPlaces } from "./places.js";

const lettersOf = (paragraph: FormattedParagraph): number => rawText(paragraph).replace(/\s+/gu, "").length;

interface Turn {
  readonly forced: boolean;
  /** The first paragraph with words behind it. */
  readonly behind: FormattedParagraph;
}

/** The first place where a page ends between the first and the last words of some paragraphs. */
function turnIn(paragraphs: readonly FormattedParagraph[]): Turn | undefined {
  const last = paragraphs.at(-1);
  for (const [at, paragraph] of paragraphs.entries()) {
    const letters = lettersOf(paragraph);
    const turn = paragraph.turns.find(({ after }) => (at > 0 || after > 0) && (paragraph !== last || after < letters));
    if (turn === undefined) continue;
    const behind = paragraphs.find(
      (one, index) => index >= at && (index > at || turn.after < letters) && lettersOf(one) > 0,
    );
    if (behind !== undefined) return { forced: turn.forced, behind };
  }
  return undefined;
}

/** Paragraphs of the innermost run of blocks that holds both ordinals: one cell, or the page itself. */
function paragraphsBetween(blocks: readonly FormattedBlock[], from: number, to: number): readonly FormattedParagraph[] {
  for (const block of blocks) {
    if (block.kind === "paragraph") continue;
    for (const { cells } of block.rows) {
      for (const cell of cells) {
        const inner = [...paragraphsOf(cell.blocks)].map(({ ordinal }) => ordinal);
        const [holdsFirst, holdsLast] = [inner.includes(from), inner.includes(to)];
        if (holdsFirst && holdsLast) return paragraphsBetween(cell.blocks, from, to);
        // over several cells nobody knows which column a mark is of
        if (holdsFirst || holdsLast) return [];
      }
    }
  }
  return blocks.filter(
    (block): block is FormattedParagraph => block.kind === "paragraph" && block.ordinal >= from && block.ordinal <= to,
  );
}

/** Whether the closing begins a page that has no line of the text above it. */
function standsAlone({ body, closing }: DocxParts, all: readonly FormattedParagraph[]): Turn | undefined {
  const text = [...paragraphsOf(body)].findLast((one) => lettersOf(one) > 0);
  const lines = [closing.label, ...closing.signatures.flatMap(({ above }) => above)].flatMap((line) => line ?? []);
  const first = Math.min(...lines.map(({ number }) => number));
  if (text === undefined || !Number.isFinite(first) || first < text.ordinal) return undefined;
  if (text.turns.some(({ after }) => after > 0)) return undefined;
  for (const paragraph of all) {
    if (paragraph.ordinal < text.ordinal || paragraph.ordinal > first) continue;
    const letters = lettersOf(paragraph);
    const turn = paragraph.turns.find(({ after }) =>
      paragraph === text ? after >= letters : paragraph.ordinal < first || after === 0,
    );
    const behind = turn === undefined ? undefined : all.find((one) => one.ordinal === first);
    if (turn !== undefined && behind !== undefined) return { forced: turn.forced, behind };
  }
  return undefined;
}

/**
 * Where title and signature are broken over pages. Without Word's marks only page breaks are seen.
 *
 * @param blocks of the file
 */
export function observeSplits(
  blocks: readonly FormattedBlock[],
  parts: DocxParts,
  places: DocxPlaces,
): readonly ObservedSplit[] {
  const told = (block: ObservedSplit["block"], how: ObservedSplit["how"], turn: Turn | undefined): ObservedSplit[] => {
    if (turn === undefined) return [];
    const { forced, behind } = turn;
    const quote = tidyLine(rawText(behind)).slice(0, 80);
    return [{ block, how, forced, quote, part: places.mark({}, behind.ordinal) }];
  };
  const all = [...paragraphsOf(blocks)];
  const between = (lines: readonly (DocxLine | undefined)[]): Turn | undefined => {
    const ordinals = lines.flatMap((line) => line?.number ?? []);
    const [first, last] = [Math.min(...ordinals), Math.max(...ordinals)];
    return ordinals.length < 2 ? undefined : turnIn(paragraphsBetween(blocks, first, last));
  };
  const { title, subject, belowSubject, closing } = parts;
  return [
    ...told("title", "broken", between([title?.line, ...subject, belowSubject])),
    ...closing.signatures.flatMap(({ above, name }) => told("signature", "broken", between([...above, name]))),
    ...told("signature", "alone", standsAlone(parts, all)),
  ];
}
