import { reportDraft } from "../../../findings/messages/draft.js";
import type { Annex } from "../../../model/annex.js";
import type { Block, Heading } from "../../../model/block.js";
import type { Inlines } from "../../../model/inline.js";
import { foldTone } from "../../../norms/tone.js";
import type { FindingSink } from "../text/journal.js";
import type { PlaceBook, Position } from "../text/position.js";
import { isAttachment, isLabelWithTitle, isOperative, readAnnexLabel } from "./annexes.js";
import { NAMED_FORMS } from "./marks.js";
import type { Opened } from "./openings.js";
import { plainText, tellingWords } from "./runs.js";

/** Words for the pages of an annex. */
const ORIENTATIONS: Readonly<Record<string, Annex["orientation"]>> = { ngang: "landscape", dọc: "portrait" };

/** Puts headings, paragraphs and tables together to the body and the annexes of a document. */
export class Assembler {
  readonly body: Block[] = [];
  readonly annexes: Annex[] = [];
  private blocks = this.body;
  /** The annex whose title lines may still follow. */
  private titled: Annex | undefined;
  /** A heading whose name may stand on the next line. */
  private unnamed: Heading | undefined;

  constructor(
    private readonly journal: FindingSink,
    private readonly places: PlaceBook,
  ) {}

  addHeading(opened: Opened, at: Position): void {
    const { mark, inlines, plain } = opened;
    const { titled, unnamed } = this;
    if (mark !== undefined) {
      const heading: Heading = { kind: "heading", mark, inlines };
      this.add(heading, at);
      if (NAMED_FORMS.includes(mark.form) && inlines.length === 0) this.unnamed = heading;
      return;
    }
    if (inlines.length === 0) {
      this.journal.add(reportDraft("draft/heading-empty", {}, at));
      return;
    }
    const text = tellingWords(inlines);
    if (!plain && this.openAnnex(text, inlines, at)) return;
    if (titled !== undefined) titled.title.push(this.lineOf(inlines, at));
    else if (unnamed !== undefined) {
      unnamed.inlines = inlines;
      this.unnamed = undefined;
    } else {
      if (!plain && isLabelWithTitle(text)) this.journal.add(reportDraft("draft/annex-label", { text }, at));
      this.add({ kind: "heading", inlines }, at);
    }
  }

  addParagraph({ mark, inlines, plain }: Opened, at: Position): void {
    const text = tellingWords(inlines);
    const { titled } = this;
    if (mark === undefined && !plain) {
      if (titled !== undefined && isAttachment(text)) {
        titled.attachment = this.lineOf(inlines, at);
        this.titled = undefined;
        return;
      }
      if (isOperative(text)) {
        this.add({ kind: "operativeWords", text: this.lineOf(inlines, at) }, at);
        return;
      }
      if (/^[-*_=–—]{3,}$/u.test(text)) this.journal.add(reportDraft("draft/rule-line", { text }, at));
    }
    this.add({ kind: "paragraph", ...(mark === undefined ? {} : { mark }), inlines }, at);
  }

  /** Adds a block that ends the headings before it. */
  add(block: Block, at: Position): void {
    this.titled = undefined;
    this.unnamed = undefined;
    this.blocks.push(this.places.mark(block, at));
  }

  private openAnnex(text: string, inlines: Inlines, at: Position): boolean {
    const label = readAnnexLabel(text);
    if (label === undefined) return false;
    const { attribute = "dọc" } = label;
    const orientation = Object.entries(ORIENTATIONS).find(([word]) => foldTone(word) === foldTone(attribute))?.[1];
    if (orientation === undefined) this.journal.add(reportDraft("draft/annex-attribute", { text: attribute }, at));
    this.refuseNotes(inlines, at);
    const annex: Annex = { label: label.label, title: [], orientation: orientation ?? "portrait", blocks: [] };
    this.annexes.push(this.places.mark(annex, at));
    this.blocks = annex.blocks;
    this.titled = annex;
    this.unnamed = undefined;
    return true;
  }

  /** The words of a line that is printed in a look of its own, so that emphasis in it does not count. */
  private lineOf(inlines: Inlines, at: Position): string {
    this.refuseNotes(inlines, at);
    return plainText(inlines);
  }

  private refuseNotes(inlines: Inlines, at: Position): void {
    if (inlines.every((inline) => inline.kind !== "noteMark")) return;
    this.journal.add(reportDraft("draft/note-misplaced", { text: plainText(inlines) }, at));
  }
}
