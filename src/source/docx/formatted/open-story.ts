/** A story while it is read: paragraphs and tables that are open, one inside another, and the blocks that are finished. */
import type { Excess } from "../body-reader.js";
import { type FormattedBlock, type FormattedParagraph, rawText } from "./formatted-text.js";
import { flatten, OpenTable } from "./frames.js";
import { OpenParagraph, type ParagraphContext } from "./open-paragraph.js";

/** On what building the blocks of a story depends. */
export interface StoryContext extends ParagraphContext {
  /** The file has Word's own marks of page ends. */
  readonly paged: boolean;
  readonly mostParagraphs: number;
}

/** A section's properties as its element holds them, and where it ends. */
export interface SectionMark {
  readonly xml: string;
  /** Index of the first block behind it. */
  readonly end: number;
}

/** Tables in tables, and text boxes in paragraphs: nobody types so many. */
const DEEPEST = 64;

type Frame = OpenParagraph | OpenTable;

export class OpenStory {
  readonly blocks: FormattedBlock[] = [];
  readonly sections: SectionMark[] = [];
  readonly #frames: Frame[] = [];
  #excess: Excess | undefined;
  /** A paragraph whose mark was deleted: it runs into the next. */
  #carried: OpenParagraph | undefined;
  #sectionEnds: string | undefined;
  #ordinal = 0;
  /** Undefined once the marks no longer tell. */
  #page: number | undefined = 1;

  constructor(private readonly context: StoryContext) {}

  get excess(): Excess | undefined {
    return this.#excess;
  }

  /** Number of the paragraph that was begun last. */
  get ordinal(): number {
    return this.#ordinal;
  }

  get page(): number | undefined {
    return this.#page;
  }

  /** The innermost frame, where it is a paragraph. */
  get paragraph(): OpenParagraph | undefined {
    const frame = this.#frames.at(-1);
    return frame instanceof OpenParagraph ? frame : undefined;
  }

  /** The innermost frame, where it is a table. */
  get table(): OpenTable | undefined {
    const frame = this.#frames.at(-1);
    return frame instanceof OpenTable ? frame : undefined;
  }

  /**
   * Word marks every change of page while it lays out cell by cell, also the way back: of a row that goes over to the next
   * page the marks no longer count pages.
   */
  turnPage(): void {
    const table = this.#frames.findLast((frame) => frame instanceof OpenTable);
    const before = [...(table?.cell?.blocks ?? [])].flatMap(flatten).some((one) => rawText(one).trim() !== "");
    const opens = table?.row?.cells.length === 0 && !before && this.paragraph?.isEmpty === true;
    this.#page = (table === undefined || opens) && this.#page !== undefined ? this.#page + 1 : undefined;
  }

  /** A section ends: here, or behind the paragraph that is open. */
  endSection(xml: string): void {
    if (this.paragraph === undefined) this.sections.push({ xml, end: this.blocks.length });
    else this.#sectionEnds = xml;
  }

  startParagraph(): void {
    this.#ordinal += 1;
    if (this.#ordinal > this.context.mostParagraphs) this.#excess = "tooLong";
    this.#push(new OpenParagraph(this.#ordinal));
  }

  endParagraph(): void {
    const { paragraph } = this;
    if (paragraph === undefined) return;
    this.#frames.pop();
    if (this.#carried !== undefined) paragraph.continueFrom(this.#carried);
    this.#carried = undefined;
    if (paragraph.markDeleted) this.#carried = paragraph;
    else this.#place(paragraph);
    if (this.#sectionEnds !== undefined && this.#frames.length === 0) {
      this.#flush();
      this.sections.push({ xml: this.#sectionEnds, end: this.blocks.length });
      this.#sectionEnds = undefined;
    }
  }

  startTable(): void {
    this.#flush();
    this.#push(new OpenTable());
  }

  endCell(): void {
    this.#flush();
    this.table?.endCell();
  }

  endTable(): void {
    this.#flush();
    const { table } = this;
    if (table === undefined) return;
    this.#frames.pop();
    if (table.style !== undefined) table.bordered ||= this.context.styles.isBordered(table.style);
    const built = table.build();
    if (built.rows.length > 0) this.#take(built);
  }

  /** Ends whatever is still open. */
  finish(): void {
    while (this.#frames.length > 0) {
      if (this.#frames.at(-1) instanceof OpenParagraph) this.endParagraph();
      else this.endTable();
    }
    this.#flush();
  }

  #push(frame: Frame): void {
    if (this.#frames.push(frame) > DEEPEST) this.#excess = "tooDeep";
  }

  /** Nothing follows that a paragraph without mark could run into. */
  #flush(): void {
    const carried = this.#carried;
    this.#carried = undefined;
    if (carried !== undefined) this.#place(carried);
  }

  #place(open: OpenParagraph): void {
    const table = this.#frames.findLast((frame) => frame instanceof OpenTable);
    if (!this.context.paged) open.page = undefined;
    else open.page ??= this.#page;
    this.#take(open.build(this.context, table?.style));
  }

  #take(block: FormattedBlock): void {
    const around = this.#frames.at(-1);
    if (around === undefined) this.blocks.push(block);
    else if (around instanceof OpenParagraph) around.boxes.push(...boxesOf(block));
    else around.cell?.blocks.push(block);
  }
}

/** Text boxes in text boxes stand beside each other. */
const boxesOf = (block: FormattedBlock): readonly FormattedParagraph[] =>
  flatten(block).flatMap((paragraph) => [{ ...paragraph, boxes: [] }, ...paragraph.boxes]);
