/** Whether the pages of each annex are counted on their own: by the sections of a Word file. */
import type { Annex } from "../../../model/annex.js";
import type { ObservedAnnexPages } from "../../../norms/observed.js";
import {
  type FormattedBlock,
  type FormattedParagraph,
  type FormattedSection,
  type FormattedText,
  paragraphsOf,
  rawText,
} from "../formatted/formatted-text.js";
import { flatten } from "../formatted/frames.js";
import type { DocxPlaces } from "./places.js";

const isEmpty = (block: FormattedBlock): boolean =>
  flatten(block).every((one) => rawText(one).trim() === "" && one.boxes.length === 0 && one.pictures === 0);

const showsNumber = (paragraphs: readonly FormattedParagraph[]): boolean =>
  paragraphs.some(
    ({ runs, boxes }) => runs.some(({ pageNumber }) => pageNumber === true) || (boxes.length > 0 && showsNumber(boxes)),
  );

/** Whether the pages of a section are numbered; one without headers of its own has those of the section before. */
function isNumbered(sections: readonly FormattedSection[], at: number): boolean {
  const own = sections.slice(0, at + 1).findLast(({ headers, footers }) => headers.length + footers.length > 0);
  return own !== undefined && showsNumber([...own.headers, ...own.footers]);
}

/** Pages that a section has by Word's marks, unknown where the file has none. */
function pagesIn(blocks: readonly FormattedBlock[], from: number, to: number): number | undefined {
  const pages = [...paragraphsOf(blocks.slice(from, to))].flatMap(({ page }) => page ?? []);
  return pages.length === 0 ? undefined : Math.max(...pages) - Math.min(...pages) + 1;
}

/**
 * How the pages of annexes are counted; nothing of annexes whose pages bear no number.
 *
 * @param annexes as they were read, each marked with its paragraph
 */
export function observeAnnexPages(
  { blocks, sections }: FormattedText,
  annexes: readonly Annex[],
  places: DocxPlaces,
): readonly ObservedAnnexPages[] {
  const starts = new Map<number, number>();
  for (const [at, block] of blocks.entries()) for (const { ordinal } of flatten(block)) starts.set(ordinal, at);
  return annexes.flatMap((annex): ObservedAnnexPages[] => {
    const paragraph = places.of(annex)?.paragraph;
    const block = paragraph === undefined ? undefined : starts.get(paragraph);
    if (block === undefined) return [];
    const at = sections.findIndex(({ end }) => block < end);
    const section = sections[at];
    if (section === undefined || !isNumbered(sections, at)) return [];
    const from = sections[at - 1]?.end ?? 0;
    const opens = at > 0 && blocks.slice(from, block).every(isEmpty);
    const { firstPageNumber: first, titlePage, end } = section;
    const counted = !opens ? "none" : first === undefined ? "continuous" : "own";
    // a first page without a number, and perhaps no second
    const pages = pagesIn(blocks, from, end);
    if (opens && titlePage && pages === 1) return [];
    return [
      {
        label: annex.label,
        counted,
        ...(counted === "own" && first !== undefined ? { first } : {}),
        ...(opens && titlePage && pages === undefined ? { perhapsHidden: true as const } : {}),
        part: annex,
      },
    ];
  });
}
