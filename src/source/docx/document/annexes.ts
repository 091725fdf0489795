/** What stands behind the closing: annexes, with their label, title and kèm-theo line. */
import type { Annex } from "../../../model/annex.js";
import { isAttachment, readAnnexLabel } from "../../draft/body/annexes.js";
import { findMark } from "../../draft/body/marks.js";
import { isCapital, isRule } from "../../printed/line.js";
import type { FormattedBlock, FormattedParagraph, FormattedSection } from "../formatted/formatted-text.js";
import { BodyBuilder, type BodyContext } from "./body.js";
import { isHeading } from "./headings.js";
import { type DocxLine, linesOf } from "./lines.js";
import { observe } from "./observe.js";
import { contentAlone } from "./tables.js";

/** A label, perhaps with the title behind it on the same line: "PHỤ LỤC I: DANH MỤC". */
const LABEL =
  /^(phụ lục(?:\s+(?:số\s+)?(?:\d{1,3}|[IVX]{1,8})(?![\p{L}\d]))?)(?:\s*[.:–—-]\s*|\s+(?=\p{Lu}{2})|$)(.*)$/iu;
const BEGINS_ATTACHMENT = /^\((?:ban hành )?kèm theo /iu;
const LONGEST_LABEL = 160;
const LONGEST_TITLE = 300;
/** The label of an annex that bears none. */
const UNNAMED = "Phụ lục";

interface Label {
  readonly label: string;
  readonly rest: string;
}

function readLabel(text: string): Label | undefined {
  const match = text.length > LONGEST_LABEL ? null : LABEL.exec(text);
  const label = match?.[1]?.trim();
  return label === undefined || readAnnexLabel(label) === undefined
    ? undefined
    : { label, rest: (match?.[2] ?? "").trim() };
}

/** Whether a paragraph opens an annex: its label stands apart from the text. */
export function opensAnnex(paragraph: FormattedParagraph): boolean {
  const [first] = linesOf(paragraph, false).filter(({ text }) => text !== "");
  if (first === undefined || readLabel(first.text) === undefined) return false;
  return paragraph.look.align === "center" || first.bold === true || isCapital(first.text);
}

export interface ReadAnnexes {
  readonly annexes: readonly Annex[];
  /** Labels that the document does not have. */
  readonly unlabelled: readonly string[];
}

class AnnexReader {
  readonly annexes: Annex[] = [];
  readonly unlabelled: string[] = [];
  #builder: BodyBuilder | undefined;
  /** The annex whose title may still go on. */
  #titled: Annex | undefined;
  /** A kèm-theo line that goes on in the next paragraph. */
  #begun: string | undefined;

  constructor(
    private readonly context: BodyContext,
    private readonly orientationAt: (block: number) => Annex["orientation"],
  ) {}

  add(block: FormattedBlock, index: number): void {
    const alone = block.kind === "table" ? contentAlone(block) : undefined;
    if (alone === undefined) this.#addBlock(block, index);
    else for (const inner of alone) this.add(inner, index);
  }

  #addBlock(block: FormattedBlock, index: number): void {
    const lines = block.kind === "paragraph" ? linesOf(block, false).filter(({ text }) => text !== "") : [];
    if (block.kind === "paragraph" && block.boxes.length === 0 && lines.length === 0) return;
    if (block.kind === "paragraph" && opensAnnex(block)) this.#open(lines, index);
    else {
      if (this.#builder === undefined) this.#openUnnamed(block, index);
      if (block.kind === "paragraph" && this.#takeTitle(block, lines)) return;
      this.finish();
      this.#titled = undefined;
      this.#builder?.add(block);
    }
  }

  /** Nothing follows that the kèm-theo line could go on in: it is a line of the title. */
  finish(): void {
    if (this.#begun !== undefined) this.#titled?.title.push(this.#begun);
    this.#begun = undefined;
  }

  #start(label: string, index: number, paragraph: number): Annex {
    const builder = new BodyBuilder(this.context);
    const annex: Annex = { label, title: [], orientation: this.orientationAt(index), blocks: builder.blocks };
    this.annexes.push(this.context.places.mark(annex, paragraph));
    this.#builder = builder;
    this.#titled = annex;
    return annex;
  }

  #open([first, ...others]: readonly DocxLine[], index: number): void {
    const read = readLabel(first?.text ?? "");
    if (first === undefined || read === undefined) return;
    this.finish();
    const annex = this.#start(read.label, index, first.number);
    this.context.see(observe(first.paragraph, first.runs, { component: "annexLabel", part: annex }));
    if (read.rest !== "") annex.title.push(read.rest);
    for (const line of others) if (!this.#takeLine(annex, line)) annex.title.push(line.text);
  }

  /** Pages behind the closing without a label: an annex all the same. */
  #openUnnamed(block: FormattedBlock, index: number): void {
    this.unlabelled.push(UNNAMED);
    this.#start(UNNAMED, index, block.kind === "paragraph" ? block.ordinal : 0);
  }

  #takeTitle(paragraph: FormattedParagraph, lines: readonly DocxLine[]): boolean {
    const annex = this.#titled;
    const [first] = lines;
    if (annex === undefined || first === undefined) return false;
    const from = this.context.places.of(annex)?.paragraph;
    if (from !== undefined) this.context.places.spread([from, ...lines.map((line) => line.number)]);
    if (lines.every(({ text }) => isRule(text))) return true;
    const begun = this.#begun;
    const text = [...(begun === undefined ? [] : [begun]), ...lines.map((line) => line.text)].join(" ");
    this.#begun = undefined;
    if (begun === undefined && BEGINS_ATTACHMENT.test(text) && !text.includes(")")) {
      this.#begun = text;
      this.context.see(observe(paragraph, paragraph.runs, { component: "annexAttachment", part: annex }));
      return true;
    }
    if (isAttachment(text)) {
      annex.attachment = text;
      this.#titled = undefined;
      this.context.see(observe(paragraph, paragraph.runs, { component: "annexAttachment", part: annex }));
      return true;
    }
    // a heading without a mark right below the label is its title, as a draft has it
    const mark = findMark(first.text, true);
    const apart =
      paragraph.look.align === "center" ||
      (annex.title.length === 0 && isCapital(first.text)) ||
      (mark === undefined && isHeading({ ...paragraph, runs: first.runs }, first.text, undefined));
    if (!apart || text.length > LONGEST_TITLE || paragraph.runs.some(({ note }) => note !== undefined)) return false;
    for (const line of lines) if (!this.#takeLine(annex, line)) annex.title.push(line.text);
    return true;
  }

  /** A rule, or a kèm-theo line within a title. */
  #takeLine(annex: Annex, line: DocxLine): boolean {
    if (isRule(line.text)) return true;
    const attached = isAttachment(line.text);
    const component = attached ? "annexAttachment" : "annexTitle";
    if (attached) annex.attachment = line.text;
    this.context.see(observe(line.paragraph, line.runs, { component, part: annex }));
    return attached;
  }
}

/**
 * Reads annexes.
 *
 * @param blocks behind the closing
 * @param from index of the first of them in the file
 */
export function readAnnexes(
  blocks: readonly FormattedBlock[],
  from: number,
  sections: readonly FormattedSection[],
  context: BodyContext,
): ReadAnnexes {
  const orientationAt = (block: number): Annex["orientation"] => {
    const section = sections.find(({ end }) => block < end) ?? sections.at(-1);
    return section !== undefined && section.width > section.height ? "landscape" : "portrait";
  };
  const reader = new AnnexReader(context, orientationAt);
  for (const [index, block] of blocks.entries()) reader.add(block, from + index);
  reader.finish();
  const { annexes, unlabelled } = reader;
  return { annexes, unlabelled };
}
