/** Footnotes of both versions: those at one mark are merged, those of marks that were taken out are taken over. */
import type { Markup } from "./markup.js";
import { type BlockSurroundings, mergeBlocks } from "./merge-blocks.js";
import { removedParagraph } from "./merge-paragraph.js";
import { attributeOf, isElement, isNamed, type XmlDocument, type XmlElement } from "./xml-tree.js";

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

  /** Takes a note over. @returns its number in the new version */
  keep(id: string): string | undefined {
    const note = this.#old.get(id);
    if (note === undefined || this.neu === undefined) return undefined;
    const own = String(this.#next++);
    // the mark is taken out, and the note with it: inside of it nothing is tracked
    const children = note.children.map((child) => (isElement(child) ? this.#plain(child) : child));
    const { tag } = this.markup.element("footnote", [], { id: own });
    this.neu.root.children.push({ ...note, tag, children });
    return own;
  }

  #plain(block: XmlElement): XmlElement {
    if (block.name !== "p") return block;
    const around = { markup: this.markup, keepNote: () => undefined, pairNotes: () => {} };
    const removed = removedParagraph(block, undefined, around);
    const mark = this.markup.element("r", [this.markup.element("footnoteRef")]);
    const runs = removed.children.flatMap((child) => (isNamed(child, "del") ? child.children : [child]));
    return { ...removed, children: [mark, ...runs.map((run) => (isElement(run) ? asShown(run) : run))] };
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

/** Text that is written as taken out, written as text again. */
function asShown(element: XmlElement): XmlElement {
  const name = element.name === "delText" ? "t" : element.name;
  return {
    name,
    tag: element.tag.replace(/^(\w+:)?delText\b/u, "$1t"),
    children: element.children.map((child) => (isElement(child) ? asShown(child) : child)),
  };
}
