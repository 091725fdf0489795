/** The elements of tracked changes (ECMA-376 §17.13.5). */
import { childOf, escapeText, isNamed, type XmlElement, type XmlNode } from "./xml-tree.js";

export type Tracked = "ins" | "del";

/** Names as one file writes them, and numbers of changes that occur once. */
export class Markup {
  /** Far from the numbers of bookmarks and comments, which share their space. */
  #id = 1_000_000;

  /** @param prefix of WordprocessingML in the file, with its colon */
  constructor(
    private readonly prefix: string,
    private readonly author: string,
  ) {}

  /** @param attributes by their local names */
  element(
    name: string,
    children: readonly XmlNode[] = [],
    attributes: Readonly<Record<string, string>> = {},
  ): XmlElement {
    const written = Object.entries(attributes).map(
      ([local, value]) => ` ${this.prefix}${local}="${escapeText(value)}"`,
    );
    return { name, tag: `${this.prefix}${name}${written.join("")}`, children: [...children] };
  }

  /** What was put in or taken out. */
  tracked(kind: Tracked, children: readonly XmlNode[] = []): XmlElement {
    this.#id += 1;
    return this.element(kind, children, { id: String(this.#id), author: this.author });
  }

  text(text: string, kind: "t" | "delText"): XmlElement {
    return { name: kind, tag: `${this.prefix}${kind} xml:space="preserve"`, children: [escapeText(text)] };
  }

  /** Marks the end of a paragraph as put in or taken out: settled against it, the paragraph joins the next one. */
  markParagraph(paragraph: XmlElement, kind: Tracked): void {
    let properties = childOf(paragraph, "pPr");
    if (properties === undefined) {
      properties = this.element("pPr");
      paragraph.children.unshift(properties);
    }
    let run = childOf(properties, "rPr");
    if (run === undefined) {
      run = this.element("rPr");
      const before = properties.children.findIndex((child) => isNamed(child, "sectPr", "pPrChange"));
      properties.children.splice(before === -1 ? properties.children.length : before, 0, run);
    }
    run.children.unshift(this.tracked(kind));
  }

  /** Marks a row as put in or taken out. */
  markRow(row: XmlElement, kind: Tracked): void {
    let properties = childOf(row, "trPr");
    if (properties === undefined) {
      properties = this.element("trPr");
      const after = row.children.findIndex((child) => isNamed(child, "tblPrEx"));
      row.children.splice(after + 1, 0, properties);
    }
    properties.children.push(this.tracked(kind));
  }
}
