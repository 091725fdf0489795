/**
 * From styled blocks to pages, as Word lays them out in compatibility mode 14: greedy lines, no widows or orphans,
 * paragraphs kept with the next, footnotes on the page of their mark, table heads repeated.
 */
import type { Page } from "../page.js";
import type { StyledBlock, StyledDocument, StyledSection } from "../styled.js";
import { keptRows, placeTable } from "./flow-table.js";
import {
  heightOfLines,
  leastLines,
  linesKept,
  type MeasuredBlock,
  type MeasuredLine,
  type MeasuredParagraph,
  measureBlock,
} from "./measure.js";
import { type MeasuredNote, measureNote } from "./notes.js";
import { PageBuilder } from "./page-builder.js";
import { borderRules, placeLines } from "./place.js";
import type { NotesOf } from "./split-row.js";

/** Lays a styled document out on pages. Pure: the same document gives the same pages. */
export function paginate(document: StyledDocument): Page[] {
  const pages: Page[] = [];
  for (const [index, section] of document.sections.entries()) {
    const before = document.sections[index - 1]?.blocks.at(-1);
    const after = before?.kind === "paragraph" ? before.after : 0;
    const number = section.firstPageNumber ?? (pages.at(-1)?.number ?? 0) + 1;
    pages.push(...new SectionFlow(document, section, index, number, after).run());
  }
  return pages;
}

class SectionFlow {
  private readonly pages: Page[] = [];
  private page: PageBuilder;
  private readonly width: number;
  private readonly blocks: MeasuredBlock[];
  private readonly notes: ReadonlyMap<number, MeasuredNote>;

  constructor(
    document: StyledDocument,
    private readonly section: StyledSection,
    private readonly index: number,
    firstNumber: number,
    sectionAfter: number,
  ) {
    this.width = section.width - section.margins.left - section.margins.right;
    this.blocks = section.blocks.map((block: StyledBlock) => measureBlock(block, this.width));
    this.notes = new Map(document.notes.map((note) => [note.note, measureNote(note, this.width)]));
    this.page = new PageBuilder(section, index, firstNumber, true, undefined, sectionAfter);
  }

  run(): Page[] {
    for (let index = 0; index < this.blocks.length; index++) {
      this.keepWithNext(index);
      const block = this.blocks[index];
      if (block?.kind === "table") {
        placeTable(
          block,
          () => this.page,
          () => this.nextPage(),
          this.notesOf,
          this.page.margins.left,
        );
      } else if (block !== undefined) this.placeParagraph(block);
    }
    while (this.page.carried !== undefined) this.nextPage();
    this.pages.push(this.page.finish(true));
    return this.pages;
  }

  private nextPage(): PageBuilder {
    const { carried, number } = this.page;
    this.pages.push(this.page.finish(false));
    this.page = new PageBuilder(this.section, this.index, number + 1, false, carried);
    return this.page;
  }

  private readonly notesOf: NotesOf = (lines) =>
    lines.flatMap((line) => line.broken.notes.flatMap((note) => this.notes.get(note) ?? []));

  /** Starts a new page where a block and those it is kept with do not fit here, but fit on a page of their own. */
  private keepWithNext(index: number): void {
    const first = this.blocks[index];
    if (first?.kind !== "paragraph" || !first.source.keepNext || this.page.empty) return;
    const kept: MeasuredParagraph[] = [];
    let next = index;
    for (
      let block = this.blocks[next];
      block?.kind === "paragraph" && block.source.keepNext;
      block = this.blocks[next]
    ) {
      kept.push(block);
      next++;
    }
    const anchor = this.blocks[next];
    let height = 0;
    let after = 0;
    let below = 0;
    const lines: MeasuredLine[] = [];
    const add = (paragraph: MeasuredParagraph, shown: readonly MeasuredLine[]) => {
      height += (lines.length === 0 ? 0 : Math.max(after, paragraph.source.before)) + paragraph.borderAbove;
      height += heightOfLines(shown) + (shown.length === paragraph.lines.length ? paragraph.borderBelow : 0);
      below = paragraph.borderBelow > 0 ? 0 : (shown.at(-1)?.below ?? 0);
      after = paragraph.source.after;
      lines.push(...shown);
    };
    for (const paragraph of kept) add(paragraph, paragraph.lines);
    if (anchor?.kind === "paragraph") add(anchor, anchor.lines.slice(0, leastLines(anchor)));
    else if (anchor?.kind === "table") {
      const rows = keptRows(anchor);
      height += after + rows.height;
      below = 0;
      lines.push(...rows.lines);
    }
    const notes = this.notesOf(lines);
    const above = this.page.spaceAbove(first.source.before);
    if (!this.page.closed && this.page.fits(this.page.y + above, height, below, this.page.roomFor(notes, true))) return;
    const fresh = new PageBuilder(this.section, this.index, this.page.number + 1, false, this.page.carried);
    if (this.page.closed || fresh.fits(fresh.y, height, below, fresh.roomFor(notes, true))) this.nextPage();
  }

  private placeParagraph(paragraph: MeasuredParagraph): void {
    const { source, lines } = paragraph;
    let from = 0;
    let stuck = false;
    while (from < lines.length) {
      const page = this.page;
      const fresh = page.empty;
      const top = page.y + (from === 0 ? page.spaceAbove(source.before) : 0) + (from === 0 ? paragraph.borderAbove : 0);
      const fits = page.closed ? 0 : this.linesThatFit(paragraph, from, top);
      let count = linesKept(lines.length - from, fits, source.keepLines, from === 0);
      if (count === 0 && fresh && (!page.closed || stuck)) count = Math.max(1, fits);
      if (count === 0) {
        stuck = fresh && !page.closed;
        this.nextPage();
        continue;
      }
      const shown = lines.slice(from, from + count);
      const done = from + count === lines.length;
      page.body.push(placeLines(paragraph, shown, page.margins.left, top));
      page.y = top + heightOfLines(shown);
      page.rules.push(
        ...borderRules(paragraph, page.margins.left, page.width, {
          ...(from === 0 ? { top } : {}),
          ...(done ? { bottom: page.y } : {}),
        }),
      );
      page.addNotes(this.notesOf(shown));
      if (done) page.y += paragraph.borderBelow;
      page.after = done ? source.after : 0;
      from += count;
      if (!done) this.nextPage();
    }
  }

  /** How many lines of a paragraph, from one on, fit with their footnotes. */
  private linesThatFit(paragraph: MeasuredParagraph, from: number, top: number): number {
    const { lines } = paragraph;
    let notes: readonly MeasuredNote[] = [];
    let height = 0;
    for (let index = from; index < lines.length; index++) {
      const line = lines[index] as MeasuredLine;
      height += line.height;
      if (line.broken.notes.length > 0) notes = [...notes, ...this.notesOf([line])];
      const border = index === lines.length - 1 ? paragraph.borderBelow : 0;
      const room = this.page.roomFor(notes, true);
      if (!this.page.fits(top, height + border, border === 0 ? line.below : 0, room)) return index - from;
    }
    return lines.length - from;
  }
}
