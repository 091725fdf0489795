/** Reads a story of a Word file (body, notes) into paragraphs and tables, tracked changes accepted. */

import { XmlScanner } from "../../xml/xml-scanner.js";
import { DELETED, INSERTED, LEFT_OUT } from "./left-out.js";
import { ListCounter } from "./list-counter.js";
import { type Lists, readLevel } from "./numbering.js";
import { ParagraphBuilder } from "./paragraph.js";
import { type ParagraphStyle, readOutlineLevel } from "./styles.js";
import { TableStack } from "./table-stack.js";
import type { DocxBlock, TrackedChanges } from "./text.js";

/** What the story may refer to. */
export interface StoryContext {
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  /** Texts of notes by kind and id: `footnote/2`. */
  readonly notes: ReadonlyMap<string, string>;
  /** Automatic lists; none when absent. */
  readonly lists?: Lists;
  /** Most paragraphs, those in cells included; no bound when absent. */
  readonly mostParagraphs?: number;
}

/** Why reading stopped before the end. */
export type Excess = "tooLong" | "tooDeep";

/** Tables in tables, and text boxes in paragraphs: nobody types so many. */
const DEEPEST = 64;

/** This reader takes the text as it stands when every change is accepted. */
const PASSED: ReadonlySet<string> = new Set([...LEFT_OUT, ...DELETED]);

/** Text that an element stands for. */
const SIGNS: Readonly<Record<string, string>> = { tab: " ", cr: "\n", noBreakHyphen: "-", ptab: " " };

const isOff = (value: string | undefined): boolean => value === "0" || value === "false" || value === "off";

/** Word has 63 columns at most. */
const MOST_COLUMNS = 63;
const readColumns = (value: string | undefined): number => Math.min(Math.max(Number(value) || 1, 1), MOST_COLUMNS);

class StoryReader {
  readonly blocks: DocxBlock[] = [];
  inserted = 0;
  deleted = 0;
  excess: Excess | undefined;
  #placed = 0;
  readonly #context: StoryContext;
  readonly #scanner: XmlScanner;
  /** Paragraphs nest: a text box stands in one. */
  readonly #paragraphs: ParagraphBuilder[] = [];
  readonly #tables = new TableStack();
  readonly #counter: ListCounter;
  #carried: ParagraphBuilder | undefined;
  /** The properties that are being read: of a paragraph, a table row, a run. */
  #properties: "pPr" | "trPr" | "rPr" | undefined;
  #bold = false;
  #hidden = false;

  constructor(xml: string, context: StoryContext) {
    this.#context = context;
    this.#counter = new ListCounter(context.lists);
    this.#scanner = new XmlScanner(xml);
  }

  read(): void {
    while (this.excess === undefined && this.#scanner.next()) {
      const { closing, empty } = this.#scanner;
      if (!closing) this.#start();
      if (closing || empty) this.#end();
    }
    while (this.#paragraphs.length > 0) this.#endParagraph();
    while (this.#tables.depth > 0) this.#endTable();
    this.#flush();
  }

  get #paragraph(): ParagraphBuilder | undefined {
    return this.#paragraphs.at(-1);
  }

  #start(): void {
    const scanner = this.#scanner;
    const { name } = scanner;
    if (this.#properties !== undefined && this.#startProperty(name)) return;
    if (DELETED.has(name)) this.deleted += 1;
    if (INSERTED.has(name)) this.inserted += 1;
    if (PASSED.has(name)) {
      scanner.skip();
      return;
    }
    switch (name) {
      case "p":
        if (this.#paragraphs.push(new ParagraphBuilder()) > DEEPEST) this.excess = "tooDeep";
        return;
      case "pPr":
      case "trPr":
        this.#properties = name;
        return;
      case "rPr":
        this.#properties = "rPr";
        return;
      case "r":
        this.#bold = false;
        this.#hidden = false;
        return;
      case "t":
        this.#add(scanner.text());
        return;
      case "br":
        this.#add(["page", "column"].includes(scanner.rawAttribute("type") ?? "") ? " " : "\n");
        return;
      case "footnoteReference":
      case "endnoteReference":
        this.#note(`${name.slice(0, name.indexOf("Reference"))}/${scanner.rawAttribute("id") ?? ""}`);
        return;
      case "tbl":
        this.#flush();
        this.#tables.startTable();
        if (this.#tables.depth > DEEPEST) this.excess = "tooDeep";
        return;
      case "tr":
        this.#tables.startRow();
        return;
      case "tc":
        this.#tables.startCell();
        return;
      case "gridSpan":
        this.#tables.spanColumns(readColumns(scanner.attribute("val")));
        return;
      default:
        this.#add(SIGNS[name] ?? "");
    }
  }

  /** An element inside properties; tells whether it is done with. */
  #startProperty(name: string): boolean {
    const scanner = this.#scanner;
    const value = scanner.attribute("val");
    const paragraph = this.#paragraph;
    if (LEFT_OUT.has(name)) {
      scanner.skip();
      return true;
    }
    if (DELETED.has(name)) this.#markDeleted();
    else if (INSERTED.has(name)) this.inserted += 1;
    else if (name === "gridBefore" && this.#properties === "trPr")
      this.#tables.skipColumns(readColumns(scanner.attribute("val")));
    else if (name === "b" && this.#properties === "rPr") this.#bold = !isOff(value);
    else if (name === "vanish" && this.#properties === "rPr") this.#hidden = !isOff(value);
    else if (paragraph !== undefined && this.#properties === "pPr") {
      if (name === "pStyle") paragraph.styleId = value;
      else if (name === "outlineLvl") paragraph.outlineLevel = readOutlineLevel(value) ?? 0;
      else if (name === "numId") paragraph.numId = value;
      else if (name === "ilvl") paragraph.listLevel = readLevel(value);
    }
    return true;
  }

  #markDeleted(): void {
    this.deleted += 1;
    if (this.#properties === "pPr" && this.#paragraph !== undefined) this.#paragraph.markDeleted = true;
    if (this.#properties === "trPr") this.#tables.markRowDeleted();
  }

  #end(): void {
    const { name } = this.#scanner;
    if (name === this.#properties) this.#properties = undefined;
    else if (name === "p") this.#endParagraph();
    else if (name === "tr") this.#tables.endRow();
    else if (name === "tbl") this.#endTable();
    else if (name === "tc") {
      this.#flush();
      this.#tables.endCell();
    }
  }

  #add(text: string): void {
    if (text !== "" && !this.#hidden) this.#paragraph?.add(text, this.#bold);
  }

  #note(reference: string): void {
    const note = this.#context.notes.get(reference);
    if (note !== undefined) this.#paragraph?.addNote(note);
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    if (this.#carried !== undefined) paragraph.continueFrom(this.#carried);
    this.#carried = undefined;
    if (paragraph.markDeleted) this.#carried = paragraph;
    else this.#place(paragraph);
  }

  /** Nothing follows that a paragraph without mark could run into. */
  #flush(): void {
    const carried = this.#carried;
    this.#carried = undefined;
    if (carried !== undefined) this.#place(carried);
  }

  #place(builder: ParagraphBuilder): void {
    this.#placed += 1;
    if (this.#placed > (this.#context.mostParagraphs ?? Number.POSITIVE_INFINITY)) this.excess = "tooLong";
    const paragraph = builder.build(this.#context.styles, this.#counter);
    if (paragraph !== undefined && !this.#tables.takes(paragraph.text)) this.blocks.push(paragraph);
  }

  #endTable(): void {
    this.#flush();
    const table = this.#tables.endTable();
    if (table !== undefined) this.blocks.push(table);
  }
}

/** A story, as far as it was read. */
export interface Story {
  readonly blocks: readonly DocxBlock[];
  readonly changes: TrackedChanges;
  readonly excess?: Excess;
}

/**
 * Reads a story.
 *
 * @param xml the part, or a piece of it: elements are taken as they come
 */
export function readStory(xml: string, context: StoryContext): Story {
  const reader = new StoryReader(xml, context);
  reader.read();
  const { blocks, inserted, deleted, excess } = reader;
  return { blocks, changes: { inserted, deleted }, ...(excess === undefined ? {} : { excess }) };
}
