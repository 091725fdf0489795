/** Drawing the blocks of the pages, each into its tag. */
import type { Page, PlacedBlock, PlacedImage, PlacedParagraph, PlacedTable, Rule } from "../../layout/page.js";
import type { StyledParagraph } from "../../layout/styled.js";
import { imagesAround, isBlank, linesOf, topOf } from "./blocks.js";
import type { Fonts } from "./fonts.js";
import { HeadingDepths } from "./headings.js";
import type { Images } from "./images.js";
import type { KitDocument } from "./kit.js";
import { Outline } from "./outline.js";
import { Reading, wordsOf } from "./reading.js";
import { groundOperators, ruleOperators, underlines } from "./rules.js";
import { Tables } from "./tables.js";
import type { Container, Tag, TagTree } from "./tags.js";
import { Pen } from "./text.js";

/** A paragraph that has been begun: its tag, and the page it was last seen on. */
interface OpenParagraph {
  readonly tag: Tag;
  readonly reading: Reading;
  page: number;
}

/** The deepest heading that PDF 1.7 has a tag for. */
const DEEPEST_HEADING = 6;

const textObject = (operators: string): string => (operators === "" ? "" : `BT\n${operators}ET\n`);

/** Draws pages one after the other. It keeps what spans pages: open paragraphs, tables, notes, lists and bookmarks. */
export class Drawing {
  private readonly root: Container;
  private readonly notes = new Map<number, Container>();
  private readonly paragraphs = new Map<StyledParagraph, OpenParagraph>();
  private readonly tables: Tables;
  private readonly outline: Outline;
  private readonly depths = new HeadingDepths();
  private pen: Pen;
  private pageCount = 0;
  private rules: Rule[] = [];

  constructor(
    private readonly kit: KitDocument,
    private readonly tags: TagTree,
    private readonly fonts: Fonts,
    private readonly images: Images,
  ) {
    this.root = { tag: tags.root };
    this.tables = new Tables(tags);
    this.outline = new Outline(kit);
    this.pen = new Pen(kit.page, fonts);
  }

  /** Draws one page, in reading order, on the document's current page, which is still empty. */
  page(page: Page): void {
    this.pageCount += 1;
    this.pen = new Pen(this.kit.page, this.fonts);
    this.rules = [...page.rules];
    const bodyTop = topOf(page.body[0]);
    const above = page.furniture.filter((paragraph) => topOf(paragraph) < bodyTop);
    const below = page.furniture.filter((paragraph) => topOf(paragraph) >= bodyTop);
    // PDFKit turns the page upside down, which would turn the text too; its operators are turned back as a whole.
    this.kit.addContent(`q 1 0 0 -1 0 ${page.height} cm`);
    this.tags.artifact("Layout", this.grounds(page));
    this.blocks(this.root, above);
    this.blocks(this.root, page.body);
    for (const note of page.notes) this.blocks(this.note(note.note), note.paragraphs);
    this.blocks(this.root, below);
    this.tags.artifact("Pagination", this.artifactOperators(page.artifacts));
    this.tags.artifact("Layout", ruleOperators(this.rules, page.height));
    this.kit.addContent("Q");
  }

  private note(number: number): Container {
    let container = this.notes.get(number);
    if (container === undefined) {
      container = { tag: this.tags.add(this.root.tag, "Note") };
      this.tags.setId(container.tag, `note-${String(this.notes.size + 1).padStart(5, "0")}`);
      this.notes.set(number, container);
    }
    return container;
  }

  private blocks(container: Container, blocks: readonly PlacedBlock[]): void {
    for (const block of blocks) {
      if (block.kind === "paragraph") this.paragraph(container, block);
      else if (block.source.role === "layout") this.layoutTable(container, block);
      else this.dataTable(container, block);
    }
  }

  /** Highlights lie under the text. */
  private grounds({ body, notes, furniture, height }: Page): string {
    const blocks = [...body, ...notes.flatMap(({ paragraphs }) => paragraphs), ...furniture];
    return blocks
      .flatMap(linesOf)
      .map((line) => groundOperators(line, height))
      .join("");
  }

  private layoutTable(container: Container, table: PlacedTable): void {
    for (const row of table.rows) {
      if (row.repeated) this.repeatedRow(row.cells.flatMap((cell) => cell.content));
      else for (const cell of row.cells) this.blocks(container, cell.content);
    }
  }

  private dataTable(container: Container, table: PlacedTable): void {
    const opened = this.tables.open(container, table);
    for (const row of table.rows) {
      if (row.repeated) {
        this.repeatedRow(row.cells.flatMap((cell) => cell.content));
        continue;
      }
      const containers = this.tables.openRow(opened, row);
      for (const [index, cell] of row.cells.entries()) {
        const inner = containers[index];
        if (inner !== undefined) this.blocks(inner, cell.content);
      }
    }
  }

  private repeatedRow(content: readonly PlacedBlock[]): void {
    this.tags.artifact("Pagination", this.artifactOperators(content));
  }

  private paragraph(container: Container, placed: PlacedParagraph): void {
    if (isBlank(placed)) return;
    const { tag, reading } = this.openParagraph(container, placed);
    let text = "";
    const flush = (): void => {
      this.tags.content(tag, textObject(text));
      text = "";
    };
    for (const line of placed.lines) {
      const blankAfter = reading.take(line);
      const [before, after] = imagesAround(line);
      for (const image of before) {
        flush();
        this.figure(tag, image);
      }
      text += this.pen.line(line, blankAfter);
      this.rules.push(...underlines(line));
      for (const image of after) {
        flush();
        this.figure(tag, image);
      }
    }
    flush();
  }

  /** The paragraph as it was left on an earlier page, or a new one, with its bookmark. */
  private openParagraph(container: Container, placed: PlacedParagraph): OpenParagraph {
    const { source } = placed;
    const open = this.paragraphs.get(source);
    if (open !== undefined && open.page < this.pageCount && open.reading.unfinished) {
      open.page = this.pageCount;
      return open;
    }
    const begun = { tag: this.openTag(container, placed), reading: new Reading(source), page: this.pageCount };
    this.paragraphs.set(source, begun);
    return begun;
  }

  private openTag(container: Container, placed: PlacedParagraph): Tag {
    const { structure } = placed.source;
    if (structure.kind !== "title") this.outline.closeTitle();
    if (container.bare) return container.tag;
    if (structure.kind === "listItem") {
      container.list ??= this.tags.add(container.tag, "L");
      return this.tags.add(this.tags.add(container.list, "LI"), "LBody");
    }
    container.list = undefined;
    if (structure.kind === "title") {
      this.depths.restart();
      this.outline.addTitle(wordsOf(placed.source), topOf(placed));
      return this.tags.add(container.tag, "Title");
    }
    if (structure.kind === "heading") {
      const depth = this.depths.next(structure.level);
      this.outline.addHeading(structure.title, depth, topOf(placed));
      return this.tags.add(container.tag, `H${Math.min(depth, DEEPEST_HEADING)}`);
    }
    return this.tags.add(container.tag, "P");
  }

  /** An image with a text for those who do not see it is a figure; one without is decoration. */
  private figure(tag: Tag, placed: PlacedImage): void {
    const { image, x, y } = placed;
    const operators = this.images.operators(placed, this.kit.page);
    if (image.alt === "") {
      this.tags.artifact("Layout", operators);
      return;
    }
    const bbox = [x, y, x + image.width, y + image.height] as const;
    this.tags.content(this.tags.add(tag, "Figure", { alt: image.alt, bbox, placement: "Inline" }), operators);
  }

  private artifactOperators(blocks: readonly PlacedBlock[]): string {
    let images = "";
    let text = "";
    for (const line of blocks.flatMap(linesOf)) {
      for (const image of line.images) images += this.images.operators(image, this.kit.page);
      text += this.pen.line(line, false);
      this.rules.push(...underlines(line));
    }
    return images + textObject(text);
  }
}
