/** Reads a story of a Word file (body, notes, headers) with its formatting; tracked changes are noted beside it. */

import { XmlScanner } from "../../../xml/xml-scanner.js";
import type { Excess } from "../body-reader.js";
import { DELETED, INSERTED, LEFT_OUT } from "../left-out.js";
import { printBullet } from "../number-format.js";
import { LineFinder } from "./drawn-lines.js";
import { type FormattedBlock, type FormattedParagraph, type Markup, rawText } from "./formatted-text.js";
import { flatten, OpenTable } from "./frames.js";
import { OpenParagraph, type ParagraphContext } from "./open-paragraph.js";
import { type RunProperties, readTwips, takeParagraphProperty, takeRunProperty } from "./properties.js";
import { drawsLine } from "./style-sheet.js";

/** What a story may refer to. */
export interface FormattedContext extends ParagraphContext {
  /** Text and author of comments by id. */
  readonly comments: ReadonlyMap<string, { readonly text: string; readonly author?: string }>;
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

/** Bookmarks of ours that are open at one place: a figure has one, a figure in a figure two. */
const MOST_BOOKMARKS = 8;

const SIGNS: Readonly<Record<string, string>> = { tab: "\t", cr: "\n", noBreakHyphen: "-", ptab: "\t" };
/** What is drawn and not typed: images, charts, diagrams of SmartArt. */
const PICTURES = new Set(["blip", "imagedata", "chart", "relIds"]);
const PAGE_FIELD = /^\s*PAGE\b/iu;

interface Field {
  code: string;
  shown: boolean;
  /** A result stands in it. */
  resulted: boolean;
}

type Frame = OpenParagraph | OpenTable;

class FormattedReader {
  readonly blocks: FormattedBlock[] = [];
  readonly sections: SectionMark[] = [];
  readonly markup: Markup[] = [];
  excess: Excess | undefined;
  readonly #context: FormattedContext;
  readonly #scanner: XmlScanner;
  readonly #frames: Frame[] = [];
  readonly #fields: Field[] = [];
  readonly #bookmarks = new Map<string, string>();
  readonly #insertions: { text: string; author: string | undefined; paragraph: number }[] = [];
  #properties: "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" | undefined;
  /** Properties of the paragraph's mark are being read. */
  #ofMark = false;
  /** Borders of a table or a cell are being read. */
  #borders = false;
  /** Margins inside the cells of a table are being read. */
  #margins = false;
  readonly #lines = new LineFinder();
  #run: RunProperties = {};
  #carried: OpenParagraph | undefined;
  #sectionEnds: string | undefined;
  #ordinal = 0;
  /** Undefined once the marks no longer tell. */
  #page: number | undefined = 1;

  constructor(xml: string, context: FormattedContext) {
    this.#scanner = new XmlScanner(xml);
    this.#context = context;
  }

  read(): void {
    while (this.excess === undefined && this.#scanner.next()) {
      const { closing, empty } = this.#scanner;
      if (!closing) this.#start();
      if (closing || empty) this.#end();
    }
    while (this.#frames.length > 0) {
      if (this.#frames.at(-1) instanceof OpenParagraph) this.#endParagraph();
      else this.#endTable();
    }
    this.#flush();
  }

  get #paragraph(): OpenParagraph | undefined {
    const frame = this.#frames.at(-1);
    return frame instanceof OpenParagraph ? frame : undefined;
  }

  get #table(): OpenTable | undefined {
    const frame = this.#frames.at(-1);
    return frame instanceof OpenTable ? frame : undefined;
  }

  /**
   * Word marks every change of page while it lays out cell by cell, also the way back: of a row that goes over to the next
   * page the marks no longer count pages.
   */
  #turnPage(): void {
    const table = this.#frames.findLast((frame) => frame instanceof OpenTable);
    const before = [...(table?.cell?.blocks ?? [])].flatMap(flatten).some((one) => rawText(one).trim() !== "");
    const opens = table?.row?.cells.length === 0 && !before && this.#paragraph?.isEmpty === true;
    this.#page = (table === undefined || opens) && this.#page !== undefined ? this.#page + 1 : undefined;
  }

  #push(frame: Frame): void {
    if (this.#frames.push(frame) > DEEPEST) this.excess = "tooDeep";
  }

  #start(): void {
    const scanner = this.#scanner;
    const { name } = scanner;
    if (LEFT_OUT.has(name)) {
      scanner.skip();
      return;
    }
    if (this.#properties !== undefined) {
      this.#startProperty(name);
      return;
    }
    if (DELETED.has(name)) this.#noteDeletion();
    else if (INSERTED.has(name)) this.#startInsertion();
    else this.#startElement(name);
  }

  #startElement(name: string): void {
    const scanner = this.#scanner;
    switch (name) {
      case "p":
        this.#startParagraph();
        return;
      case "pPr":
      case "rPr":
      case "tblPr":
      case "trPr":
      case "tcPr":
        if (!scanner.empty) this.#properties = name;
        return;
      case "sectPr":
        this.#takeSection();
        return;
      case "r":
        this.#run = {};
        return;
      case "t":
        this.#add(scanner.text());
        return;
      case "instrText": {
        const field = this.#fields.at(-1);
        if (field !== undefined) field.code += scanner.text();
        return;
      }
      case "fldSimple":
        if (!scanner.empty) this.#fields.push({ code: scanner.attribute("instr") ?? "", shown: true, resulted: true });
        return;
      case "fldChar":
        this.#turnField(scanner.rawAttribute("fldCharType"));
        return;
      case "br": {
        const type = scanner.rawAttribute("type");
        this.#add(type === "page" || type === "column" ? " " : "\n");
        if (type === "page") this.#paragraph?.turn(true);
        return;
      }
      case "lastRenderedPageBreak":
        this.#turnPage();
        this.#paragraph?.turn(false);
        return;
      case "sym":
        this.#add(symbolOf(scanner.rawAttribute("char")));
        return;
      case "footnoteReference":
      case "endnoteReference": {
        const kind = name.slice(0, name.indexOf("Reference"));
        this.#paragraph?.addNote(`${kind}/${scanner.rawAttribute("id") ?? ""}`, this.#run);
        return;
      }
      case "commentReference":
        this.#noteComment(scanner.rawAttribute("id") ?? "");
        return;
      case "altChunk":
        this.markup.push({ kind: "embedded", text: "", paragraph: Math.max(1, this.#ordinal) });
        return;
      case "bookmarkStart":
        this.#openBookmark(scanner.rawAttribute("id") ?? "", scanner.attribute("name") ?? "");
        return;
      case "bookmarkEnd":
        this.#bookmarks.delete(scanner.rawAttribute("id") ?? "");
        return;
      default:
        if (!this.#startTablePart(name)) this.#startShape(name);
    }
  }

  #startTablePart(name: string): boolean {
    const table = this.#table;
    if (name === "tbl") {
      this.#flush();
      this.#push(new OpenTable());
    } else if (table === undefined) return false;
    else if (name === "tr") table.startRow();
    else if (name === "tc") table.startCell();
    else if (name === "gridCol") table.columns.push(readTwips(this.#scanner.rawAttribute("w")) ?? 0);
    else return false;
    return true;
  }

  #startShape(name: string): void {
    const scanner = this.#scanner;
    const paragraph = this.#paragraph;
    if (paragraph === undefined) return;
    if (this.#lines.start(scanner, paragraph)) return;
    if (PICTURES.has(name)) paragraph.pictures += 1;
    else this.#add(SIGNS[name] ?? "");
  }

  #startProperty(name: string): void {
    const scanner = this.#scanner;
    const paragraph = this.#paragraph;
    const table = this.#table;
    switch (this.#properties) {
      case "pPr":
        if (name === "rPr") this.#ofMark = !scanner.empty;
        else if (name === "sectPr") this.#takeSection();
        else if (paragraph === undefined) return;
        else if (!this.#ofMark) takeParagraphProperty(scanner, paragraph.properties);
        else if (DELETED.has(name)) paragraph.markDeleted = true;
        else takeRunProperty(scanner, paragraph.markProperties);
        return;
      case "rPr":
        takeRunProperty(scanner, this.#run);
        return;
      case "tblPr":
        if (table === undefined) return;
        if (name === "tblStyle") table.style = scanner.attribute("val") ?? "";
        else if (name === "tblBorders") this.#borders = !scanner.empty;
        else if (name === "tblCellMar") this.#margins = !scanner.empty;
        else if (this.#borders) table.bordered ||= drawsLine(scanner);
        else if (this.#margins) {
          const width = readTwips(scanner.rawAttribute("w"));
          if (width === undefined) return;
          if (name === "left" || name === "start") table.cellMargins.left = width;
          else if (name === "right" || name === "end") table.cellMargins.right = width;
        }
        return;
      case "trPr":
        if (table?.row === undefined) return;
        if (DELETED.has(name)) table.row.deleted = true;
        else if (name === "tblHeader") table.row.header = scanner.attribute("val") !== "0";
        else if (name === "gridBefore") table.row.column += Number(scanner.attribute("val")) || 0;
        return;
      case "tcPr": {
        const cell = table?.cell;
        if (table === undefined || cell === undefined) return;
        if (name === "gridSpan") cell.colSpan = Math.min(63, Math.max(1, Number(scanner.attribute("val")) || 1));
        else if (name === "vMerge") cell.merge = scanner.attribute("val") === "restart" ? "start" : "continue";
        else if (name === "tcBorders") this.#borders = !scanner.empty;
        else if (this.#borders) table.bordered ||= drawsLine(scanner);
      }
    }
  }

  #startParagraph(): void {
    this.#ordinal += 1;
    if (this.#ordinal > this.#context.mostParagraphs) this.excess = "tooLong";
    this.#push(new OpenParagraph(this.#ordinal));
  }

  /** Takes a section's properties whole; they are read when all headers are known. */
  #takeSection(): void {
    const scanner = this.#scanner;
    const from = scanner.start;
    if (!scanner.empty) scanner.skip();
    const xml = scanner.xml.slice(from, scanner.end);
    if (this.#paragraph === undefined) this.sections.push({ xml, end: this.blocks.length });
    else this.#sectionEnds = xml;
  }

  #noteDeletion(): void {
    const scanner = this.#scanner;
    if (scanner.empty) return;
    const from = scanner.end;
    const author = scanner.attribute("author");
    scanner.skip();
    const inner = new XmlScanner(scanner.xml.slice(from, scanner.start));
    let text = "";
    while (inner.next()) if (!inner.closing && /^(?:delText|t)$/u.test(inner.name)) text += inner.text();
    this.#note("deleted", text, author, this.#ordinal);
  }

  #startInsertion(): void {
    const scanner = this.#scanner;
    if (scanner.empty) return;
    this.#insertions.push({ text: "", author: scanner.attribute("author"), paragraph: this.#ordinal });
  }

  #noteComment(id: string): void {
    const comment = this.#context.comments.get(id);
    if (comment !== undefined) this.#note("comment", comment.text, comment.author, this.#ordinal);
  }

  #note(kind: Markup["kind"], text: string, author: string | undefined, paragraph: number): void {
    const tidy = text.normalize("NFC").replace(/\s+/gu, " ").trim();
    if (tidy === "") return;
    this.markup.push({ kind, text: tidy, paragraph, ...(author === undefined ? {} : { author }) });
  }

  #turnField(type: string | undefined): void {
    const field = this.#fields.at(-1);
    if (type === "begin") this.#fields.push({ code: "", shown: false, resulted: false });
    else if (type === "separate" && field !== undefined) field.shown = true;
    else if (type === "end") this.#endField();
  }

  #endField(): void {
    const field = this.#fields.pop();
    // a page number that was never computed has no result; it is one all the same
    if (field !== undefined && !field.resulted && PAGE_FIELD.test(field.code))
      this.#paragraph?.add("", this.#run, true, []);
  }

  #add(text: string): void {
    const paragraph = this.#paragraph;
    if (text === "" || paragraph === undefined || this.#fields.some(({ shown }) => !shown)) return;
    const pageNumber = this.#fields.some(({ code }) => PAGE_FIELD.test(code));
    if (text.trim() !== "") paragraph.page ??= this.#page;
    for (const field of this.#fields) field.resulted = true;
    const insertion = this.#insertions.at(-1);
    if (insertion !== undefined) insertion.text += text;
    paragraph.add(text, this.#run, pageNumber, [...this.#bookmarks.values()]);
  }

  /** Of our own bookmarks few are ever open at once; others say nothing of the text. */
  #openBookmark(id: string, name: string): void {
    if (name.startsWith("vt_") && this.#bookmarks.size < MOST_BOOKMARKS) this.#bookmarks.set(id, name);
  }

  #end(): void {
    const { name } = this.#scanner;
    if (name === this.#properties && !(name === "rPr" && this.#ofMark)) this.#properties = undefined;
    else if (name === "rPr" && this.#properties === "pPr") this.#ofMark = false;
    else if (name === "tblBorders" || name === "tcBorders") this.#borders = false;
    else if (name === "tblCellMar") this.#margins = false;
    else if (this.#properties !== undefined) return;
    else if (this.#lines.end(name, this.#paragraph)) return;
    else if (name === "p") this.#endParagraph();
    else if (name === "tbl") this.#endTable();
    else if (name === "tr") this.#table?.endRow();
    else if (name === "tc") {
      this.#flush();
      this.#table?.endCell();
    } else if (name === "fldSimple") {
      if (!this.#scanner.empty) this.#fields.pop();
    } else if (INSERTED.has(name)) {
      const insertion = this.#insertions.pop();
      if (insertion !== undefined) this.#note("inserted", insertion.text, insertion.author, insertion.paragraph);
    }
  }

  #endParagraph(): void {
    const paragraph = this.#paragraph;
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

  /** Nothing follows that a paragraph without mark could run into. */
  #flush(): void {
    const carried = this.#carried;
    this.#carried = undefined;
    if (carried !== undefined) this.#place(carried);
  }

  #place(open: OpenParagraph): void {
    const table = this.#frames.findLast((frame) => frame instanceof OpenTable);
    if (!this.#context.paged) open.page = undefined;
    else open.page ??= this.#page;
    this.#take(open.build(this.#context, table?.style));
  }

  #take(block: FormattedBlock): void {
    const around = this.#frames.at(-1);
    if (around === undefined) this.blocks.push(block);
    else if (around instanceof OpenParagraph) around.boxes.push(...boxesOf(block));
    else around.cell?.blocks.push(block);
  }

  #endTable(): void {
    this.#flush();
    const table = this.#table;
    if (table === undefined) return;
    this.#frames.pop();
    if (table.style !== undefined) table.bordered ||= this.#context.styles.isBordered(table.style);
    const built = table.build();
    if (built.rows.length > 0) this.#take(built);
  }
}

/** Text boxes in text boxes stand beside each other. */
const boxesOf = (block: FormattedBlock): readonly FormattedParagraph[] =>
  flatten(block).flatMap((paragraph) => [{ ...paragraph, boxes: [] }, ...paragraph.boxes]);

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
  const { blocks, sections, markup, excess } = reader;
  return { blocks, sections, markup, ...(excess === undefined ? {} : { excess }) };
}
