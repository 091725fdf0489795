/** The page being filled: what stands on it, how far down, and what its foot keeps for footnotes. */
import type { Page, PlacedBlock, PlacedNote, PlacedParagraph, Rule } from "../page.js";
import type { StyledSection } from "../styled.js";
import { heightOfBlock, measureParagraph } from "./measure.js";
import { mergeRules } from "./merge-rules.js";
import {
  cutNote,
  heightOfPart,
  leastOfNote,
  type MeasuredNote,
  type NotePart,
  SEPARATOR_HEIGHT,
  TOLERANCE,
} from "./notes.js";
import { placeLines, placeStack } from "./place.js";

/** Length and weight of the rule above the footnotes, pt (Word: two inches). */
const SEPARATOR_LENGTH = 144;
const SEPARATOR_WEIGHT = 0.5;

/** A footnote that continues on the next page, from one of its lines on. */
export interface CarriedNote {
  readonly note: MeasuredNote;
  readonly from: number;
}

export class PageBuilder {
  readonly body: PlacedBlock[] = [];
  readonly rules: Rule[] = [];
  readonly margins: StyledSection["margins"];
  readonly width: number;
  /** Where the next block goes, and the space that the last one asks for below it. */
  y: number;
  after = 0;
  /** Nothing more of the body goes on this page. */
  closed = false;
  carried: CarriedNote | undefined;
  private readonly notes: NotePart[] = [];
  private noteArea = 0;

  /**
   * @param first whether it is the first page of its section
   * @param number the page's number, as printed
   * @param sectionAfter space after the last paragraph of the section before, which counts at the head of this one
   */
  constructor(
    readonly section: StyledSection,
    private readonly sectionIndex: number,
    readonly number: number,
    private readonly first: boolean,
    carried: CarriedNote | undefined,
    private readonly sectionAfter = 0,
  ) {
    const { margins } = section;
    const back = section.mirrored && number % 2 === 0;
    this.margins = back ? { ...margins, left: margins.right, right: margins.left } : margins;
    this.width = section.width - margins.left - margins.right;
    this.y = margins.top;
    if (carried !== undefined) this.continueNote(carried);
  }

  get empty(): boolean {
    return this.body.length === 0;
  }

  /** Foot of the room for the body, above the footnotes. */
  get bottom(): number {
    return this.section.height - this.margins.bottom - this.noteArea;
  }

  get hasNotes(): boolean {
    return this.noteArea > 0;
  }

  /** Space above a block that asks for `before`: none at the head of a page that the text merely flows onto. */
  spaceAbove(before: number): number {
    if (!this.empty) return Math.max(this.after, before);
    return this.first ? Math.max(0, before - this.sectionAfter) : 0;
  }

  /**
   * Room that footnotes would take beside those on the page already.
   *
   * @param least reckon the last one with the lines only that must stand on the page of its mark
   */
  roomFor(notes: readonly MeasuredNote[], least: boolean): number {
    if (notes.length === 0) return 0;
    let height = this.noteArea === 0 ? SEPARATOR_HEIGHT : 0;
    for (const [index, note] of notes.entries()) {
      const last = index === notes.length - 1;
      height += heightOfPart(note, 0, least && last ? leastOfNote(note) : note.lines.length);
    }
    return height;
  }

  /** Puts footnotes at the foot. One that does not fit is cut; then the page is closed and the rest is carried over. */
  addNotes(notes: readonly MeasuredNote[]): void {
    for (const note of notes) {
      if (this.noteArea === 0) this.noteArea = SEPARATOR_HEIGHT;
      const room = this.bottom - this.y;
      const end = this.carried === undefined ? cutNote(note, 0, room) : 0;
      this.pushPart({ note, from: 0, to: end });
      if (end < note.lines.length) {
        this.closed = true;
        this.carried ??= { note, from: end };
      }
    }
  }

  private continueNote({ note, from }: CarriedNote): void {
    this.noteArea = SEPARATOR_HEIGHT;
    const end = cutNote(note, from, this.bottom - this.y);
    this.pushPart({ note, from, to: Math.max(end, from + 1) });
    if (end < note.lines.length) {
      this.closed = true;
      this.carried = { note, from: Math.max(end, from + 1) };
    }
  }

  private pushPart(part: NotePart): void {
    if (part.to <= part.from) return;
    this.notes.push(part);
    this.noteArea += heightOfPart(part.note, part.from, part.to);
  }

  /** The page as plain data; nothing can be added after. */
  finish(last: boolean): Page {
    const { section, margins, width } = this;
    return {
      section: this.sectionIndex,
      width: section.width,
      height: section.height,
      number: this.number,
      body: this.body,
      notes: this.placeNotes(),
      artifacts: this.first && section.firstPageNumber !== undefined ? [] : [this.placeNumber()],
      furniture: this.placeFurniture(last, margins.left, width),
      rules: mergeRules(this.rules),
    };
  }

  private placeNotes(): PlacedNote[] {
    if (this.notes.length === 0) return [];
    let y = this.bottom + SEPARATOR_HEIGHT;
    const middle = this.bottom + SEPARATOR_HEIGHT / 2;
    const { left } = this.margins;
    this.rules.push({ x1: left, y1: middle, x2: left + SEPARATOR_LENGTH, y2: middle, width: SEPARATOR_WEIGHT });
    return this.notes.map(({ note, from, to }) => {
      const shown = note.lines.slice(from, to);
      const paragraphs: PlacedParagraph[] = [];
      for (const [index, paragraph] of note.paragraphs.entries()) {
        const lines = shown.filter((line) => line.paragraph === index);
        if (lines.length === 0) continue;
        if (lines[0] !== shown[0]) y += lines[0]?.above ?? 0;
        paragraphs.push(
          placeLines(
            paragraph,
            lines.map(({ line }) => line),
            left,
            y,
          ),
        );
        y += lines.reduce((sum, { line }) => sum + line.height, 0);
      }
      return { note: note.note, paragraphs };
    });
  }

  private placeNumber(): PlacedParagraph {
    const measured = measureParagraph(this.section.pageNumber, this.width, String(this.number));
    return placeLines(measured, measured.lines, this.margins.left, this.section.headerFromTop);
  }

  private placeFurniture(last: boolean, left: number, width: number): PlacedParagraph[] {
    const { section } = this;
    const stack = (paragraphs: StyledSection["firstPageTop"], top: (height: number) => number): PlacedParagraph[] => {
      if (paragraphs.length === 0) return [];
      const measured = paragraphs.map((paragraph) => measureParagraph(paragraph, width));
      let height = 0;
      for (const block of measured) height += block.source.before + heightOfBlock(block) + block.source.after;
      return placeStack(measured, left, top(height), width, this.rules).filter((block) => block.kind === "paragraph");
    };
    const atFoot = (height: number) => section.height - section.footerFromBottom - height;
    return [
      ...(this.first ? stack(section.firstPageTop, () => section.headerFromTop) : []),
      ...(this.first ? stack(section.firstPageFoot, atFoot) : []),
      ...(last ? stack(section.lastPageFoot, atFoot) : []),
    ];
  }

  /** Whether a height fits from a place on, with footnotes taking `notes`. */
  fits(from: number, height: number, below: number, notes: number): boolean {
    const foot = this.bottom - notes + TOLERANCE;
    if (from + height <= foot) return true;
    return below > 0 && !this.hasNotes && notes === 0 && from + height - below <= foot;
  }
}
