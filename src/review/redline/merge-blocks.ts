/** Paragraphs and tables of two versions in one list, what differs as tracked changes. */
import { alignBlocks, type BlockPair } from "../align/align-blocks.js";
import { type Step, stepsOf } from "../align/steps.js";
import { type Unit, unitOf, Vocabulary } from "../align/units.js";
import { tidy } from "../flow/flow.js";
import { marksHeading, readMark } from "../flow/mark.js";
import type { Tracked } from "./markup.js";
import {
  insertWholly,
  type MergeSurroundings,
  mergeParagraph,
  portableParagraph,
  removedParagraph,
} from "./merge-paragraph.js";
import { textOfParagraph } from "./paragraph-text.js";
import { childOf, copyOf, isElement, isNamed, type XmlElement, type XmlNode } from "./xml-tree.js";

export interface BlockSurroundings extends MergeSurroundings {
  /** Names of the styles that the new version has. */
  readonly styles: ReadonlySet<string>;
}

const isBlock = (node: XmlNode): node is XmlElement => isNamed(node, "p", "tbl");
const namedChildren = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child): child is XmlElement => isNamed(child, name));

/** All that a block shows. */
function textOfBlock(block: XmlElement): string {
  if (block.name === "p") return tidy(textOfParagraph(block));
  return block.children.map((child) => (isElement(child) ? textOfBlock(child) : "")).join(" ");
}

function unitOfParagraph(block: XmlElement, vocabulary: Vocabulary): Unit {
  const text = textOfBlock(block);
  const kind = marksHeading(readMark(text).mark) ? "heading" : "paragraph";
  return unitOf({ kind, text, place: {} }, vocabulary);
}

function unitOfCells(texts: readonly string[], vocabulary: Vocabulary): Unit {
  const cells = texts.map((text, column) => ({ text: tidy(text), column }));
  return unitOf({ kind: "row", cells, header: false, heads: new Map(), place: {} }, vocabulary);
}

const unitOfBlock = (block: XmlElement, vocabulary: Vocabulary): Unit =>
  block.name === "p" ? unitOfParagraph(block, vocabulary) : unitOfCells([textOfBlock(block)], vocabulary);

const unitOfRow = (row: XmlElement, vocabulary: Vocabulary): Unit =>
  unitOfCells(namedChildren(row, "tc").map(textOfBlock), vocabulary);

/** What was moved was taken out in one place and put in at the other: readers of Word files know no more of it. */
const staying = (pairs: readonly BlockPair[]): BlockPair[] => pairs.filter(({ moved }) => !moved);

function stepsBetween(
  old: readonly XmlElement[],
  neu: readonly XmlElement[],
  unit: (element: XmlElement, vocabulary: Vocabulary) => Unit,
): Step[] {
  // a cell with one paragraph keeps it, whatever it says
  const single = old.length === 1 && neu.length === 1 && old[0]?.name === neu[0]?.name;
  if (single) return [{ old: 0, new: 0 }];
  const vocabulary = new Vocabulary();
  const units = (elements: readonly XmlElement[]): Unit[] => elements.map((element) => unit(element, vocabulary));
  return stepsOf(old.length, neu.length, staying(alignBlocks(units(old), units(neu))));
}

/** A block of the merged list; `state` is absent of what both versions have. */
interface MergedBlock {
  readonly block: XmlNode;
  readonly state?: Tracked;
}

class BlockMerger {
  constructor(private readonly around: BlockSurroundings) {}

  /** Merges the blocks of the body, of a cell or of a note; what is neither paragraph nor table stays. */
  merge(old: readonly XmlNode[], neu: readonly XmlNode[]): XmlNode[] {
    const [olds, news] = [old.filter(isBlock), neu.filter(isBlock)];
    // properties of a cell or a note stand before everything
    const opening = neu.findIndex(isBlock);
    const merged: MergedBlock[] = neu.slice(0, Math.max(0, opening)).map((block) => ({ block }));
    const others = new Map<XmlElement, XmlNode[]>();
    let before: XmlNode[] = [];
    for (const node of neu.slice(Math.max(0, opening))) {
      if (isBlock(node)) {
        others.set(node, before);
        before = [];
      } else before.push(node);
    }
    for (const step of stepsBetween(olds, news, unitOfBlock)) {
      const [one, other] = [olds[step.old ?? -1], news[step.new ?? -1]];
      if (other !== undefined) merged.push(...(others.get(other) ?? []).map((block) => ({ block })));
      merged.push(...this.#step(one, other, merged));
    }
    this.#markEnds(merged);
    return [...merged.map(({ block }) => block), ...before];
  }

  #step(old: XmlElement | undefined, neu: XmlElement | undefined, merged: readonly MergedBlock[]): MergedBlock[] {
    if (old !== undefined && neu !== undefined && old.name === neu.name) {
      if (neu.name === "p") mergeParagraph(old, neu, this.around);
      else this.#mergeTables(old, neu);
      return [{ block: neu }];
    }
    return [
      ...(old === undefined ? [] : [this.#removed(old, merged)]),
      ...(neu === undefined ? [] : [this.#added(neu)]),
    ];
  }

  #added(block: XmlElement): MergedBlock {
    if (block.name === "tbl") for (const row of namedChildren(block, "tr")) this.#addRow(row);
    else insertWholly(block, this.around.markup);
    return { block, state: "ins" };
  }

  #removed(block: XmlElement, merged: readonly MergedBlock[]): MergedBlock {
    if (block.name === "tbl") return { block: this.#removedTable(block), state: "del" };
    const properties = portableParagraph(block, this.around.styles) ?? lastProperties(merged);
    return { block: removedParagraph(block, properties, this.around), state: "del" };
  }

  /**
   * Ends of paragraphs that come or go. A paragraph whose end goes joins the next one; where a table or nothing follows
   * there is none to join, and the end of the paragraph before goes in its place.
   */
  #markEnds(merged: readonly MergedBlock[]): void {
    const { markup } = this.around;
    for (const [index, { block, state }] of merged.entries()) {
      if (state === undefined || !isNamed(block, "p")) continue;
      const next = merged.slice(index + 1).find(({ block: other }) => isBlock(other));
      const joins = next !== undefined && isNamed(next.block, "p");
      const run = joins ? undefined : openingOf(merged, index, state);
      if (joins) markup.markParagraph(block, state);
      else if (run !== undefined) this.#closeWith(run, block, state);
    }
  }

  #closeWith(before: XmlElement, block: XmlElement, state: Tracked): void {
    this.around.markup.markParagraph(before, state);
    // the joined paragraph looks as its last one does
    if (state !== "del") return;
    const own = childOf(block, "pPr");
    const looks = childOf(before, "pPr");
    if (own !== undefined) block.children.splice(block.children.indexOf(own), 1);
    if (looks === undefined) return;
    const children = looks.children.filter((child) => !isNamed(child, "rPr", "sectPr"));
    if (children.length > 0) block.children.unshift(copyOf({ ...looks, children }));
  }

  #mergeTables(old: XmlElement, neu: XmlElement): void {
    const [olds, news] = [namedChildren(old, "tr"), namedChildren(neu, "tr")];
    const rows: XmlElement[] = [];
    for (const step of stepsBetween(olds, news, unitOfRow)) {
      const [one, other] = [olds[step.old ?? -1], news[step.new ?? -1]];
      if (one !== undefined && other !== undefined && this.#mergeRows(one, other)) rows.push(other);
      else {
        if (one !== undefined) rows.push(this.#removedRow(one));
        if (other !== undefined) rows.push(this.#addRow(other));
      }
    }
    const first = neu.children.findIndex((child) => isNamed(child, "tr"));
    const rest = neu.children.filter((child) => !isNamed(child, "tr"));
    neu.children.splice(0, neu.children.length, ...rest.slice(0, first), ...rows, ...rest.slice(first));
  }

  /** @returns false when the rows do not have the same cells */
  #mergeRows(old: XmlElement, neu: XmlElement): boolean {
    const [olds, news] = [namedChildren(old, "tc"), namedChildren(neu, "tc")];
    if (olds.length !== news.length) return false;
    for (const [index, cell] of news.entries()) {
      const merged = this.merge(olds[index]?.children ?? [], cell.children);
      cell.children.splice(0, cell.children.length, ...merged);
    }
    return true;
  }

  #addRow(row: XmlElement): XmlElement {
    const { markup } = this.around;
    for (const paragraph of paragraphsIn(row)) insertWholly(paragraph, markup);
    markup.markRow(row, "ins");
    return row;
  }

  #removedTable(table: XmlElement): XmlElement {
    const children = table.children
      .filter((child) => isNamed(child, "tblPr", "tblGrid", "tr"))
      .map((child) => {
        if (!isElement(child)) return child;
        if (child.name === "tr") return this.#removedRow(child);
        return { ...child, children: child.children.filter((one) => !isNamed(one, "tblStyle")) };
      });
    return { ...table, children };
  }

  #removedRow(row: XmlElement): XmlElement {
    const removed: XmlElement = {
      ...row,
      children: row.children
        .filter((child) => isNamed(child, "trPr", "tc"))
        .map((child) => (isNamed(child, "tc") ? this.#removedCell(child) : isElement(child) ? copyOf(child) : child)),
    };
    this.around.markup.markRow(removed, "del");
    return removed;
  }

  #removedCell(cell: XmlElement): XmlElement {
    const properties = childOf(cell, "tcPr");
    const paragraphs = paragraphsIn(cell).map((one) =>
      removedParagraph(one, portableParagraph(one, this.around.styles), this.around),
    );
    const content = paragraphs.length === 0 ? [this.around.markup.element("p")] : paragraphs;
    return { ...cell, children: [...(properties === undefined ? [] : [copyOf(properties)]), ...content] };
  }
}

function paragraphsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.name === "p" ? [child] : paragraphsIn(child);
  });
}

/** The looks of the last paragraph that the new version has. */
function lastProperties(merged: readonly MergedBlock[]): XmlElement | undefined {
  const last = merged.findLast(({ block, state }) => state !== "del" && isNamed(block, "p"))?.block;
  if (last === undefined || !isElement(last)) return undefined;
  const properties = childOf(last, "pPr");
  const children = properties?.children.filter((child) => !isNamed(child, "rPr", "sectPr", "pPrChange")) ?? [];
  return properties === undefined || children.length === 0 ? undefined : copyOf({ ...properties, children });
}

/** The paragraph before a run of paragraphs of one state that ends at an index, if there is one. */
function openingOf(merged: readonly MergedBlock[], index: number, state: Tracked): XmlElement | undefined {
  let at = index - 1;
  while (at >= 0 && (merged[at]?.state === state || !isBlock(merged[at]?.block ?? ""))) at -= 1;
  const before = merged[at];
  return before !== undefined && before.state === undefined && isNamed(before.block, "p") ? before.block : undefined;
}

/** Merges two lists of blocks into the new one's. The elements of the new list are changed in place. */
export function mergeBlocks(old: readonly XmlNode[], neu: readonly XmlNode[], around: BlockSurroundings): XmlNode[] {
  return new BlockMerger(around).merge(old, neu);
}
