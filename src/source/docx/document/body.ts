/** Paragraphs and tables of a Word file as blocks of the model, and how they looked. */
import type { Block, Heading } from "../../../model/block.js";
import type { Mark } from "../../../model/mark.js";
import { type Component, findRow, type Norm } from "../../../norms/norm.js";
import type { ObservedParagraph } from "../../../norms/observed.js";
import { isOperative } from "../../draft/body/annexes.js";
import { findMark, NAMED_FORMS } from "../../draft/body/marks.js";
import { cleanText } from "../../draft/text/characters.js";
import { isCapital, isRule, tidyLine } from "../../printed/line.js";
import type { FormattedBlock, FormattedParagraph, FormattedRun, FormattedTable } from "../formatted/formatted-text.js";
import { flatten } from "../formatted/frames.js";
import { headingBase, isHeading } from "./headings.js";
import { appendInlines, type BaseLook, type InlineSource, PLAIN, toInlines } from "./inlines.js";
import { cutRuns, type DocxLine, isBold, linesOf } from "./lines.js";
import type { NoteOrder } from "./notes.js";
import { observe } from "./observe.js";
import { piecesOf } from "./paragraph-pieces.js";
import type { DocxPlaces } from "./places.js";
import { contentAlone, toTable } from "./tables.js";
import { lengthOf, markOf, openedBy, withoutStop } from "./typed-marks.js";

export interface BodyContext {
  readonly norm: Norm;
  readonly source: InlineSource;
  readonly notes: NoteOrder;
  readonly places: DocxPlaces;
  readonly see: (observed: ObservedParagraph) => void;
  /** Told of lines in text boxes. */
  readonly aside: (line: DocxLine) => void;
}

/** The second line of headings whose name stands below their mark. */
const NAMES: Partial<Record<Component, Component>> = { partMark: "partName", sectionMark: "sectionName" };

export class BodyBuilder {
  readonly blocks: Block[] = [];
  /** A heading whose name may stand in the next paragraph. */
  #unnamed: Heading | undefined;

  constructor(private readonly context: BodyContext) {}

  add(block: FormattedBlock): void {
    if (block.kind === "table") {
      const alone = contentAlone(block);
      if (alone === undefined) this.#addTable(block);
      else for (const inner of alone) this.add(inner);
      return;
    }
    for (const box of block.boxes)
      for (const line of linesOf(box, false)) if (line.text !== "") this.context.aside(line);
    this.context.notes.countBrackets(block.runs);
    for (const runs of piecesOf(block)) this.#addParagraph(block, runs);
  }

  baseOf(component: Component): BaseLook {
    return findRow(this.context.norm, component)?.use ?? PLAIN;
  }

  #addParagraph(paragraph: FormattedParagraph, runs: readonly FormattedRun[]): void {
    const text = cleanText(tidyLine(runs.map((run) => run.text).join("")));
    if (isRule(text) || text === "*") return;
    const one = { ...paragraph, runs };
    if (this.#names(one, text)) return;
    this.#unnamed = undefined;
    const marked = findMark(text, true);
    if (marked === undefined && isOperative(text) && text.length < 200) {
      const block: Block = { kind: "operativeWords", text };
      this.#push(block, one, "operativeWords");
      return;
    }
    const heading = isHeading(one, text, marked?.form);
    const typed = heading ? marked : findMark(text, false);
    const raw = runs.map((run) => run.text).join("");
    const length = typed === undefined ? 0 : lengthOf(typed.text, raw);
    const mark = length > 0 ? typed : undefined;
    const rest = mark === undefined ? runs : cutRuns(runs, length, raw.length);
    if (heading) this.#addHeading(one, mark, cutRuns(runs, 0, length), rest);
    else {
      const base = mark?.form === "article" ? this.baseOf("article") : PLAIN;
      const inlines = toInlines(rest, this.context.source);
      const opened = mark === undefined ? {} : { mark: openedBy(mark, cutRuns(runs, 0, length), base, inlines) };
      if (inlines.length > 0 || mark !== undefined) this.#push({ kind: "paragraph", ...opened, inlines }, one, "body");
    }
  }

  #addHeading(
    paragraph: FormattedParagraph,
    mark: Pick<Mark, "form" | "text"> | undefined,
    markRuns: readonly FormattedRun[],
    rest: readonly FormattedRun[],
  ): void {
    const component: Component = mark === undefined ? "plainHeading" : this.context.norm.headings.component[mark.form];
    const own = this.baseOf(component);
    const base = headingBase(own, paragraph);
    const inlines = toInlines(withoutStop(rest, mark), this.context.source, base);
    const heading: Heading = {
      kind: "heading",
      ...(mark === undefined ? {} : { mark: markOf(mark, markRuns, base) }),
      inlines,
    };
    this.#push(heading, paragraph, component);
    if (mark !== undefined && NAMED_FORMS.includes(mark.form) && inlines.length === 0) this.#unnamed = heading;
  }

  /** Takes a paragraph as the name of the heading above it. */
  #names(paragraph: FormattedParagraph, text: string): boolean {
    const heading = this.#unnamed;
    const form = heading?.mark?.form;
    if (heading === undefined || form === undefined || findMark(text, true) !== undefined) return false;
    const { look, outlineLevel } = paragraph;
    const apart = look.align === "center" || outlineLevel !== undefined || isBold(paragraph.runs) || isCapital(text);
    if (!apart || text.length > 300) return false;
    const component = this.context.norm.headings.component[form];
    const name = NAMES[component] ?? component;
    const uniform = headingBase(this.baseOf(name), paragraph);
    heading.inlines = appendInlines(heading.inlines, toInlines(paragraph.runs, this.context.source, uniform));
    this.context.see(observe(paragraph, paragraph.runs, { component: name, part: heading }));
    return true;
  }

  #push(block: Block, paragraph: FormattedParagraph, component: Component): void {
    this.blocks.push(this.context.places.mark(block, paragraph.ordinal));
    const seen = observe(paragraph, paragraph.runs, { component, part: block });
    const { align, firstIndent, ...formatting } = seen.formatting;
    // words that somebody centred or set right in the text stand apart on purpose
    const apart = component === "body" && (align === "center" || align === "right");
    this.context.see(
      apart ? { ...seen, formatting } : { ...seen, formatting: { ...formatting, ...kept(align, firstIndent) } },
    );
  }

  #addTable(table: FormattedTable): void {
    this.#unnamed = undefined;
    const paragraphs = flatten(table);
    for (const paragraph of paragraphs) this.context.notes.countBrackets(paragraph.runs);
    const made = toTable(table, this.baseOf("tableHead"), this.context.source);
    const [first] = paragraphs;
    if (made === undefined || first === undefined) return;
    const block: Block = { kind: "table", table: made };
    this.blocks.push(this.context.places.mark(block, first.ordinal));
    this.context.places.spread(paragraphs.map(({ ordinal }) => ordinal));
    this.#seeTable(table, made.headerRows, block);
  }

  /** Each sort of cell once: a table has hundreds. */
  #seeTable(table: FormattedTable, heads: number, block: Block): void {
    const seen = new Set<string>();
    for (const [row, { cells }] of table.rows.entries()) {
      for (const paragraph of cells.flatMap(({ blocks }) => blocks.flatMap(flatten))) {
        if (paragraph.runs.every(({ text }) => text.trim() === "")) continue;
        const component = row < heads ? "tableHead" : "tableBody";
        const observed = observe(paragraph, paragraph.runs, { component, part: block });
        const key = JSON.stringify([component, observed.formatting.size, observed.fonts, observed.coloured]);
        if (!seen.has(key)) this.context.see(observed);
        seen.add(key);
      }
    }
  }
}

function kept(align: ObservedParagraph["formatting"]["align"], firstIndent: number | undefined) {
  return {
    ...(align === undefined ? {} : { align }),
    ...(firstIndent === undefined ? {} : { firstIndent }),
  };
}
