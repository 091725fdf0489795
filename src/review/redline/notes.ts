/** Footnotes of both versions: those at one mark are merged, those of marks that were taken out are taken over. */
import type { Markup } from "./markup.js";
import { type BlockSurroundings, mergeBlocks } from "./merge-blocks.js";
import { portableParagraph, portableRun, shownNodes } from "./merge-paragraph.js";
import { NOTE_MARK, runsOf, shownBy } from "./paragraph-text.js";
import { attributeOf, childOf, isElement, isNamed, type XmlDocument, type XmlElement } from "./xml-tree.js";

const notesOf = (document: XmlDocument | undefined): Map<string, XmlElement> =>
  new Map(
    (document?.root.children ?? []).flatMap((child): [string, XmlElement][] =>
      isNamed(child, "footnote") ? [[attributeOf(child, "id") ?? "", child]] : [],
    ),
  );

export class Notes {
  readonly #old: Map<string, XmlElement>;
  readonly #new: Map<string, XmlElement>;
  readonly #pairs: (readonly [XmlElement, XmlElement])[] = [];
  #next: number;

  /** @param neu into which notes are taken over; undefined when the file has no footnotes */
  constructor(
    old: XmlDocument | undefined,
    private readonly neu: XmlDocument | undefined,
    private readonly markup: Markup,
  ) {
    this.#old = notesOf(old);
    this.#new = notesOf(neu);
    this.#next = 1 + Math.max(0, ...[...this.#new.keys()].map(Number).filter(Number.isInteger));
  }

  /** Takes a note over. @param styles that the new version has @returns its number in the new version */
  keep(id: string, styles: ReadonlySet<string>): string | undefined {
    const note = this.#old.get(id);
    if (note === undefined || this.neu === undefined) return undefined;
    const own = String(this.#next++);
    const children = note.children.map((child) => (isElement(child) ? this.#removed(child, styles) : child));
    const { tag } = this.markup.element("footnote", [], { id: own });
    this.neu.root.children.push({ ...note, tag, children });
    return own;
  }

  /** A paragraph of a note that was taken out: as it looked, its words struck around the mark, which counts itself. */
  #removed(block: XmlElement, styles: ReadonlySet<string>): XmlElement {
    if (block.name !== "p") return block;
    const { markup } = this;
    const properties = portableParagraph(block, styles);
    const children: XmlElement[] = properties === undefined ? [] : [properties];
    let struck: XmlElement[] = [];
    const close = (): void => {
      if (struck.length > 0) children.push(markup.tracked("del", struck));
      struck = [];
    };
    for (const { run } of runsOf(block)) {
      const looks = portableRun(childOf(run, "rPr"), styles);
      if (childOf(run, "footnoteRef") !== undefined) {
        close();
        children.push(markup.element("r", [...looks, markup.element("footnoteRef")]));
      }
      const text = run.children.map(shownBy).join("").replaceAll(NOTE_MARK, "");
      if (text !== "") struck.push(markup.element("r", [...looks, ...shownNodes(text, "delText", markup)]));
    }
    close();
    return markup.element("p", children);
  }

  pair(oldId: string, newId: string): void {
    const [old, neu] = [this.#old.get(oldId), this.#new.get(newId)];
    if (old !== undefined && neu !== undefined) this.#pairs.push([old, neu]);
  }

  /** Merges the pairs. Called once all marks are known. */
  merge(around: BlockSurroundings): void {
    for (const [old, neu] of this.#pairs)
      neu.children.splice(0, neu.children.length, ...mergeBlocks(old.children, neu.children, around));
  }
}
