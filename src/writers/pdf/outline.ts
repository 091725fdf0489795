/** Bookmarks: titles, and under them the headings, each with its place on the page. */
import type { KitDocument, KitOutlineItem } from "./kit.js";

/** The place a bookmark leads to: the top of a line on the document's current page, pt from the top of the page. */
type Top = number;

export class Outline {
  /** The items that the next one can stand under: the title, or the root without one, then a heading of each depth. */
  private readonly path: KitOutlineItem[];
  private openTitle: { readonly item: KitOutlineItem; text: string } | undefined;

  constructor(private readonly document: KitDocument) {
    this.path = [document.outline];
  }

  /** A paragraph of a title. Paragraphs of a title that follow each other make one bookmark. */
  addTitle(text: string, top: Top): void {
    const words = plain(text);
    if (words === "") return;
    if (this.openTitle !== undefined) {
      this.openTitle.text += ` ${words}`;
      this.openTitle.item.outlineData.Title = new String(this.openTitle.text);
      return;
    }
    this.path.length = 0;
    this.path.push(this.document.outline);
    const item = this.addItem(words, top);
    this.path[0] = item;
    this.openTitle = { item, text: words };
  }

  /** Other text comes: a title after it is a new one. */
  closeTitle(): void {
    this.openTitle = undefined;
  }

  /** @param depth of the heading under its title, from 1, at most one more than that of the heading before it */
  addHeading(title: string, depth: number, top: Top): void {
    const words = plain(title);
    if (words === "") return;
    this.path.length = Math.min(depth, this.path.length);
    this.path.push(this.addItem(words, top));
  }

  /** Adds an item under the last of the path, open, and counts it in all above it (ISO 32000-1, table 153). */
  private addItem(title: string, top: Top): KitOutlineItem {
    const { outline, page } = this.document;
    const item = (this.path.at(-1) ?? outline).addItem(title);
    item.outlineData.Dest = [page.dictionary, "XYZ", 0, page.height - top, null];
    for (const above of new Set([outline, ...this.path])) {
      above.outlineData.Count = Number(above.outlineData.Count ?? 0) + 1;
    }
    return item;
  }
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
