/** How a Word file looks: pages, fonts, paragraphs, borders and pictures as they are declared, whatever its text is read from. */
import type { ReadableParts } from "../../writers/docx/relationships.js";
import { mainDocument, relationshipsOf, textOfPart } from "../../writers/docx/relationships.js";
import { decodeXml } from "../../xml/decode-xml.js";
import { XmlScanner } from "../../xml/xml-scanner.js";
import { type BlockLook, type FlowImage, type PageFrame, tidy } from "../flow/flow.js";
import {
  type BorderFormat,
  type ParagraphFormat,
  type RunLook,
  readStyles,
  resolveStyle,
  type Styles,
  takeBorder,
  takeParagraphProperty,
  takeRunProperty,
} from "./docx-styles.js";
import { type LookedText, lookOfRuns } from "./text-look.js";

/** A paragraph with text, and its look. */
export interface LookedParagraph {
  readonly text: string;
  readonly look: BlockLook;
}

export interface DocxLooks {
  readonly frames: readonly PageFrame[];
  /** Paragraphs with text, in the order of the file. */
  readonly paragraphs: readonly LookedParagraph[];
  readonly images: readonly FlowImage[];
}

const TWIP = 20;

/** Word's own, where neither the file's defaults nor a style say anything. */
const WORDS_DEFAULTS = {
  align: "left",
  left: 0,
  right: 0,
  firstIndent: 0,
  before: 0,
  after: 0,
  line: "auto 1",
} as const;

/** A paragraph while it is read. */
class OpenParagraph {
  readonly runs: LookedText[] = [];
  readonly format: ParagraphFormat = {};
  style: string | undefined;

  constructor(readonly inTable: OpenTable | undefined) {}

  build(styles: Styles, breakBefore: boolean): { text: string; look: BlockLook } | undefined {
    const look = lookOfRuns(this.runs);
    if (look === undefined) return undefined;
    const ofTable = resolveStyle(styles, this.inTable?.style).paragraph;
    const ofStyle = resolveStyle(styles, this.style ?? styles.normal).paragraph;
    const format = { ...WORDS_DEFAULTS, ...styles.defaults.paragraph, ...ofTable, ...ofStyle, ...this.format };
    const { align, left, right, firstIndent, before, after, line } = format;
    const indents = format.numbered === true ? {} : { start: left + firstIndent, left, right };
    const breaks = breakBefore || format.breakBefore === true;
    return {
      text: this.runs.map(({ text }) => text).join(""),
      look: { ...look, align, ...indents, before, after, line, breakBefore: breaks },
    };
  }
}

/** A table while it is read. */
class OpenTable {
  style: string | undefined;
  readonly borders: BorderFormat = {};
  readonly cells: BorderFormat = {};
  readonly looks: { look: BlockLook }[] = [];

  /** Which lines it has: its own word, else that of its style; cells may have lines where the table has none. */
  bordersIn(styles: Styles): BlockLook["borders"] {
    const { outer, inner } = { ...resolveStyle(styles, this.style).borders, ...this.borders };
    const [outside, inside] = [
      outer === true || this.cells.outer === true,
      inner === true || this.cells.inner === true,
    ];
    return outside ? (inside ? "all" : "outer") : inside ? "inner" : "none";
  }
}

type Properties = "pPr" | "rPr" | "tblBorders" | "tcBorders";

class BodyLooks {
  readonly frames: PageFrame[] = [];
  readonly paragraphs: { text: string; look: BlockLook }[] = [];
  /** Relationships of pictures, and the words before them. */
  readonly pictures: { readonly id: string; readonly near: string }[] = [];
  readonly #open: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  #run: RunLook = {};
  #frame: Record<string, number> = {};
  #in: Properties | undefined;
  #broken = false;

  constructor(
    private readonly styles: Styles,
    private readonly mirrored: boolean,
  ) {}

  read(xml: string): void {
    const scanner = new XmlScanner(xml);
    while (scanner.next()) {
      if (!scanner.closing) this.#start(scanner);
      if (scanner.closing || scanner.empty) this.#end(scanner.name);
    }
  }

  #start(scanner: XmlScanner): void {
    const [paragraph, table] = [this.#open.at(-1), this.#tables.at(-1)];
    switch (scanner.name) {
      case "tbl":
        this.#tables.push(new OpenTable());
        return;
      case "tblStyle":
        if (table !== undefined) table.style = scanner.attribute("val");
        return;
      case "p":
        this.#open.push(new OpenParagraph(table));
        return;
      case "pPr":
      case "tblBorders":
      case "tcBorders":
        this.#in = scanner.name;
        return;
      case "rPr":
        // of a paragraph's mark, which shows nothing
        if (this.#in === "pPr") scanner.skip();
        else this.#in = "rPr";
        return;
      case "r":
        this.#run = this.#lookOfRun(paragraph);
        return;
      case "del":
      case "moveFrom":
      case "Fallback":
      case "pPrChange":
      case "rPrChange":
      case "tblPrChange":
      case "tcPrChange":
        scanner.skip();
        return;
      case "pStyle":
        if (paragraph !== undefined) paragraph.style = scanner.attribute("val");
        return;
      case "rStyle":
        if (this.#in === "rPr") Object.assign(this.#run, resolveStyle(this.styles, scanner.attribute("val")).run);
        return;
      case "t":
        if (!scanner.empty) paragraph?.runs.push({ text: scanner.text(), look: { ...this.#run } });
        return;
      case "tab":
        if (this.#in !== "pPr") paragraph?.runs.push({ text: " ", look: {} });
        return;
      case "br":
        if (scanner.rawAttribute("type") === "page") this.#broken = true;
        paragraph?.runs.push({ text: " ", look: {} });
        return;
      case "blip":
      case "imagedata":
        this.#picture(scanner.attribute("embed") ?? scanner.attribute("id"));
        return;
      case "pgSz":
      case "pgMar":
        for (const side of ["w", "h", "left", "right", "top", "bottom"]) {
          const value = scanner.rawAttribute(side);
          if (value !== undefined) this.#frame[side] = Number(value) / TWIP;
        }
        return;
      default:
        this.#property(scanner, paragraph, table);
    }
  }

  #property(scanner: XmlScanner, paragraph: OpenParagraph | undefined, table: OpenTable | undefined): void {
    if (this.#in === "rPr") takeRunProperty(scanner, this.#run);
    else if (this.#in === "pPr" && paragraph !== undefined) takeParagraphProperty(scanner, paragraph.format);
    else if (this.#in === "tblBorders" && table !== undefined) takeBorder(scanner, table.borders, false);
    else if (this.#in === "tcBorders" && table !== undefined) takeBorder(scanner, table.cells, true);
  }

  #lookOfRun(paragraph: OpenParagraph | undefined): RunLook {
    const { styles } = this;
    return {
      ...styles.defaults.run,
      ...resolveStyle(styles, paragraph?.inTable?.style).run,
      ...resolveStyle(styles, paragraph?.style ?? styles.normal).run,
    };
  }

  #picture(id: string | undefined): void {
    const near = this.#open
      .findLast(({ runs }) => runs.length > 0)
      ?.runs.map(({ text }) => text)
      .join("");
    if (id !== undefined) this.pictures.push({ id, near: tidy(near ?? this.paragraphs.at(-1)?.text ?? "") });
  }

  #end(name: string): void {
    if (name === this.#in) this.#in = undefined;
    else if (name === "p") {
      const paragraph = this.#open.pop();
      const built = paragraph?.build(this.styles, this.#broken);
      if (built === undefined) return;
      this.#broken = false;
      this.paragraphs.push(built);
      paragraph?.inTable?.looks.push(built);
    } else if (name === "tbl") {
      const table = this.#tables.pop();
      const borders = table?.bordersIn(this.styles);
      for (const one of table?.looks ?? []) one.look = { ...one.look, ...(borders === undefined ? {} : { borders }) };
    } else if (name === "sectPr") {
      const { w = 0, h = 0, left = 0, right = 0, top = 0, bottom = 0 } = this.#frame;
      const mirrored = this.mirrored && w < h ? { mirrored: true as const } : {};
      this.frames.push({ width: w, height: h, left, right, top, bottom, ...mirrored });
      this.#frame = {};
    }
  }
}

/**
 * Reads the looks of a package.
 *
 * @param hashOf hash of a part that is no XML
 */
export function readDocxLooks(parts: ReadableParts, hashOf: (part: string) => string | undefined): DocxLooks {
  const main = mainDocument(parts);
  const xmlOf = (path: string | undefined): string => {
    const part = path === undefined ? undefined : parts.get(path);
    return part instanceof Uint8Array ? decodeXml(part) : (part ?? "");
  };
  const related = relationshipsOf(parts, main);
  const partOf = (type: string): string => xmlOf(related.find((link) => link.type === type)?.target);
  const styles = readStyles(partOf("styles"));
  const body = new BodyLooks(styles, /<w:mirrorMargins(?:\s*\/>|>)/u.test(textOfPart(parts, "word/settings.xml")));
  body.read(xmlOf(main));
  const images = body.pictures.flatMap(({ id, near }): FlowImage[] => {
    const target = related.find((link) => link.id === id)?.target;
    const sha256 = target === undefined ? undefined : hashOf(target);
    return sha256 === undefined ? [] : [{ sha256, near }];
  });
  return { frames: body.frames, paragraphs: body.paragraphs, images };
}
