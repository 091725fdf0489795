/** Finds the headings of a đề cương in a báo cáo, and what was written under each. */
import type { OutlineSection } from "../../forms/form-set.js";
import { alignInOrder } from "./align.js";
import { markKey, markLevel, placedWords, readHeading, type TypedHeading } from "./headings.js";
import type { DocxParagraph, DocxText } from "./text.js";
import { titleIn } from "./title.js";

/** What stands under one heading of the outline; empty when the heading is there and nothing follows. */
export interface MatchedSection {
  readonly section: OutlineSection;
  readonly text: string;
}

/** Text under a heading that the outline does not have. */
export interface UnplacedText {
  readonly heading: string;
  readonly text: string;
}

export interface MatchedReport {
  /** In the order of the outline. */
  readonly sections: readonly MatchedSection[];
  /** Headings of the outline that ask for text and were not found. */
  readonly missing: readonly OutlineSection[];
  readonly unplaced: readonly UnplacedText[];
  /** Title, addressee and opening: what stands before the first heading. */
  readonly opening: string;
}

interface Candidate {
  readonly paragraph: DocxParagraph;
  readonly heading: TypedHeading;
}

interface Wanted {
  readonly section: OutlineSection;
  readonly mark: string;
  readonly level: number | undefined;
  readonly words: readonly string[];
}

/** Where a section's heading stands: the paragraph, and where its title ends in the text. */
interface Found {
  readonly section: number;
  readonly titleEnd: number;
}

/** Share of a title's words that must be there when the mark is the same, and when it is not. */
const SAME_MARK = 0.6;
const OTHER_MARK = 0.85;
/** A heading moved out of the outline's order must be plain to see. */
const OUT_OF_ORDER = 1.8;
/** More words than this behind the title are text of the section. */
const ROOM = 6;
/** Fewer without a mark: "Kết nạp 05 đảng viên" is no heading "Đảng viên". */
const ROOM_UNMARKED = 2;
/** A heading is not longer, in signs. */
const LONGEST_HEADING = 200;

const wantedOf = (section: OutlineSection): Wanted => ({
  section,
  mark: markKey(section.mark),
  level: markLevel(section.mark),
  words: placedWords(section.title).map(({ word }) => word),
});

const standsOut = ({ outlineLevel, bold }: DocxParagraph): boolean => outlineLevel !== undefined || bold;
const isSentence = ({ text }: DocxParagraph): boolean => /[.;,]$/u.test(text);

/** Whether a paragraph may be a heading with a title of so many words, without the title's own mark. */
function mayHead({ paragraph, heading }: Candidate, titleLength: number): boolean {
  if (paragraph.text.length > LONGEST_HEADING) return false;
  if (standsOut(paragraph)) return true;
  if (isSentence(paragraph) || heading.words.length > titleLength + ROOM) return false;
  const marked = heading.mark !== undefined || paragraph.numbered;
  return marked || (titleLength > 1 && heading.words.length <= titleLength + ROOM_UNMARKED);
}

/** How well a paragraph is a section's heading: 0 when it is not, above 1 when marks agree too. */
function scoreOf(candidate: Candidate, { mark, words }: Wanted): { score: number; titleEnd: number } {
  const { heading } = candidate;
  const { share, end } = titleIn(heading.words, words, ROOM);
  const sameMark = heading.mark !== undefined && heading.mark === mark;
  if (sameMark && share >= SAME_MARK) return { score: 1 + share, titleEnd: end };
  return { score: share >= OTHER_MARK && mayHead(candidate, words.length) ? share : 0, titleEnd: end };
}

/** Headings of the outline by the index of their paragraph. */
function findHeadings(candidates: readonly Candidate[], wanted: readonly Wanted[]): ReadonlyMap<number, Found> {
  const scores = candidates.map((candidate) => wanted.map((section) => scoreOf(candidate, section)));
  const scoreAt = (row: number, column: number): number => scores[row]?.[column]?.score ?? 0;
  const found = new Map<number, Found>();
  const taken = new Set<number>();
  const take = (row: number, column: number): void => {
    found.set(row, { section: column, titleEnd: scores[row]?.[column]?.titleEnd ?? 0 });
    taken.add(column);
  };
  for (const [row, column] of alignInOrder(candidates.length, wanted.length, scoreAt)) take(row, column);
  wanted.forEach((_, column) => {
    if (taken.has(column)) return;
    const row = candidates.findIndex((_, index) => !found.has(index) && scoreAt(index, column) >= OUT_OF_ORDER);
    if (row >= 0) take(row, column);
  });
  return found;
}

/** Words behind the title in the same paragraph. */
function remainder({ text }: DocxParagraph, titleEnd: number): string {
  const rest = text.slice(titleEnd);
  const runsOn = /^\s*[:.;–-]\s*\S/u.test(rest) || placedWords(rest).length > ROOM;
  return runsOn ? rest.replace(/^[\s:.;–-]+/u, "").trim() : "";
}

/** A heading of the unit's own, which ends the section before it: a mark of the same rank or a higher one. */
function isForeign({ paragraph, heading }: Candidate, current: Wanted, ranks: ReadonlySet<number>): boolean {
  const { level } = heading;
  if (level === undefined || !ranks.has(level) || paragraph.text.length > LONGEST_HEADING) return false;
  if (level > (current.level ?? Number.POSITIVE_INFINITY)) return false;
  // a numbered sentence is text: headings do not end in a full stop, unless they stand out
  return standsOut(paragraph) || !isSentence(paragraph);
}

const joined = (lines: readonly string[]): string => lines.filter((line) => line !== "").join("\n");

/**
 * Places the paragraphs of a report under the headings of its outline. Marks and words are compared without tones; a
 * heading may have run on into its text, have another number, or stand elsewhere.
 *
 * @param sections of the outline, in its order
 */
export function matchOutline({ blocks }: DocxText, sections: readonly OutlineSection[]): MatchedReport {
  const wanted = sections.map(wantedOf);
  const candidates = blocks.flatMap((block): Candidate[] =>
    block.kind === "paragraph" ? [{ paragraph: block, heading: readHeading(block) }] : [],
  );
  const found = findHeadings(candidates, wanted);
  const ranks = new Set(wanted.flatMap(({ level }) => level ?? []));
  const texts = new Map<number, string[]>();
  const unplaced: { heading: string; lines: string[] }[] = [];
  const opening: string[] = [];
  let lines = opening;
  let current: Wanted | undefined;
  candidates.forEach((candidate, index) => {
    const at = found.get(index);
    if (at !== undefined) {
      current = wanted[at.section];
      lines = [remainder(candidate.paragraph, at.titleEnd)];
      texts.set(at.section, lines);
    } else if (current !== undefined && isForeign(candidate, current, ranks)) {
      lines = [];
      unplaced.push({ heading: candidate.paragraph.text, lines });
    } else lines.push(candidate.paragraph.text);
  });
  // a section without number ("Mở đầu") is what stands before the first heading
  const [first] = wanted;
  if (first !== undefined && first.level === undefined && !texts.has(0) && texts.size > 0 && opening.length > 0) {
    texts.set(0, opening);
  }
  return {
    sections: wanted.flatMap(({ section }, index) => {
      const own = texts.get(index);
      return own === undefined ? [] : [{ section, text: joined(own) }];
    }),
    missing: wanted.flatMap(({ section }, index) => (section.asks && !texts.has(index) ? [section] : [])),
    unplaced: unplaced.map(({ heading, lines: own }) => ({ heading, text: joined(own) })),
    opening: joined(opening),
  };
}
