/** Reads a story of a Word file (body, notes, headers) with its formatting; tracked changes are noted beside it. */

import { XmlScanner } from "../../../xml/xml-scanner.js";
import type { Excess } from "../body-reader.js";
import { DELETED, INSERTED, LEFT_OUT } from "../left-out.js";
import { printBullet } from "../number-format.js";
import { LineFinder } from "./drawn-lines.js";
import type { FormattedBlock, Markup } from "./formatted-text.js";
import { type Comments, MarkupNotes } from "./markup-notes.js";
import { OpenBookmarks } from "./open-bookmarks.js";
import { OpenFields } from "./open-fields.js";
import { OpenProperties } from "./open-properties.js";
import { OpenStory, type SectionMark, type StoryContext } from "./open-story.js";
import { readTwips } from "./properties.js";

/** What a story may refer to. */
export interface FormattedContext extends StoryContext {
  readonly comments: Comments;
}

const SIGNS: Readonly<Record<string, string>> = { tab: "\t", cr: "\n", noBreakHyphen: "-", ptab: "\t" };
/** What is drawn and not typed: images, charts, diagrams of SmartArt. */
const PICTURES = new Set(["blip", "imagedata", "chart", "relIds"]);

/** Tells each element of a story to what it belongs. */
class FormattedReader {
  readonly story: OpenStory;
  readonly notes: MarkupNotes;
  readonly #scanner: XmlScanner;
  readonly #fields = new OpenFields();
  readonly #bookmarks = new OpenBookmarks();
  readonly #properties = new OpenProperties();
  readonly #lines = new LineFinder();

  constructor(xml: string, context: FormattedContext) {
    this.#scanner = new XmlScanner(xml);
    this.story = new OpenStory(context);
    this.notes = new MarkupNotes(context.comments);
  }

  read(): void {
    while (this.story.excess === undefined && this.#scanner.next()) {
      const { closing, empty } = this.#scanner;
      if (!closing) this.#start();
      if (closing || empty) this.#end();
    }
    this.story.finish();
  }

  #start(): void {
    const scanner = this.#scanner;
    const { name } = scanner;
    const { holder } = this.#properties;
    if (LEFT_OUT.has(name)) scanner.skip();
    else if (holder === "pPr" && name === "sectPr") this.#takeSection();
    else if (holder !== undefined) this.#properties.take(scanner, this.story.paragraph, this.story.table);
    else if (DELETED.has(name)) this.notes.noteDeletion(scanner, this.story.ordinal);
    else if (INSERTED.has(name)) this.notes.startInsertion(scanner, this.story.ordinal);
    else this.#startElement(name);
  }

  #startElement(name: string): void {
    const scanner = this.#scanner;
    switch (name) {
      case "p":
        this.story.startParagraph();
        return;
      case "pPr":
      case "rPr":
      case "tblPr":
      case "trPr":
      case "tcPr":
        if (!scanner.empty) this.#properties.start(name);
        return;
      case "sectPr":
        this.#takeSection();
        return;
      case "r":
        this.#properties.startRun();
        return;
      case "t":
        this.#add(scanner.text());
        return;
      case "instrText":
        this.#fields.addCode(scanner.text());
        return;
      case "fldSimple":
        if (!scanner.empty) this.#fields.startSimple(scanner.attribute("instr") ?? "");
        return;
      case "fldChar":
        if (this.#fields.turn(scanner.rawAttribute("fldCharType")))
          this.story.paragraph?.add("", this.#properties.run, true, []);
        return;
      case "br": {
        const type = scanner.rawAttribute("type");
        this.#add(type === "page" || type === "column" ? " " : "\n");
        if (type === "page") this.story.paragraph?.turn(true);
        return;
      }
      case "lastRenderedPageBreak":
        this.story.turnPage();
        this.story.paragraph?.turn(false);
        return;
      case "sym":
        this.#add(symbolOf(scanner.rawAttribute("char")));
        return;
      case "footnoteReference":
      case "endnoteReference": {
        const kind = name.slice(0, name.indexOf("Reference"));
        this.story.paragraph?.addNote(`${kind}/${scanner.rawAttribute("id") ?? ""}`, this.#properties.run);
        return;
      }
      case "commentReference":
        this.notes.noteComment(scanner.rawAttribute("id") ?? "", this.story.ordinal);
        return;
      case "altChunk":
        this.notes.noteEmbedded(this.story.ordinal);
        return;
      case "bookmarkStart":
        this.#bookmarks.open(scanner.rawAttribute("id") ?? "", scanner.attribute("name") ?? "");
        return;
      case "bookmarkEnd":
        this.#bookmarks.close(scanner.rawAttribute("id") ?? "");
        return;
      default:
        if (!this.#startTablePart(name)) this.#startShape(name);
    }
  }

  #startTablePart(name: string): boolean {
    const { table } = this.story;
    if (name === "tbl") this.story.startTable();
    else if (table === undefined) return false;
    else if (name === "tr") table.startRow();
    else if (name === "tc") table.startCell();
    else if (name === "gridCol") table.columns.push(readTwips(this.#scanner.rawAttribute("w")) ?? 0);
    else return false;
    return true;
  }

  #startShape(name: string): void {
    const { paragraph } = this.story;
    if (paragraph === undefined) return;
    if (this.#lines.start(this.#scanner, paragraph)) return;
    if (PICTURES.has(name)) paragraph.pictures += 1;
    else this.#add(SIGNS[name] ?? "");
  }

  /** Takes a section's properties whole; they are read when all headers are known. */
  #takeSection(): void {
    const scanner = this.#scanner;
    const from = scanner.start;
    if (!scanner.empty) scanner.skip();
    this.story.endSection(scanner.xml.slice(from, scanner.end));
  }

  #add(text: string): void {
    const { paragraph, page } = this.story;
    if (text === "" || paragraph === undefined || this.#fields.hidesText) return;
    if (text.trim() !== "") paragraph.page ??= page;
    this.#fields.noteResult();
    this.notes.addInserted(text);
    paragraph.add(text, this.#properties.run, this.#fields.isPageNumber, this.#bookmarks.names);
  }

  #end(): void {
    const { name, empty } = this.#scanner;
    const { story } = this;
    if (this.#properties.end(name) || this.#lines.end(name, story.paragraph)) return;
    if (name === "p") story.endParagraph();
    else if (name === "tbl") story.endTable();
    else if (name === "tr") story.table?.endRow();
    else if (name === "tc") story.endCell();
    else if (name === "fldSimple") {
      if (!empty) this.#fields.endSimple();
    } else if (INSERTED.has(name)) this.notes.endInsertion();
  }
}

function symbolOf(code: string | undefined): string {
  const value = Number.parseInt(code ?? "", 16);
  return Number.isFinite(value) && value > 0 && value <= 0x10ffff ? printBullet(String.fromCodePoint(value)) : "";
}

/** A story, as far as it was read. */
export interface FormattedStory {
  readonly blocks: readonly FormattedBlock[];
  readonly sections: readonly SectionMark[];
  readonly markup: readonly Markup[];
  readonly excess?: Excess;
}

/**
 * Reads a story.
 *
 * @param xml the part, or a piece of it: elements are taken as they come
 */
export function readFormattedStory(xml: string, context: FormattedContext): FormattedStory {
  const reader = new FormattedReader(xml, context);
  reader.read();
  const { story, notes } = reader;
  const { blocks, sections, excess } = story;
  return { blocks, sections, markup: notes.markup, ...(excess === undefined ? {} : { excess }) };
}
