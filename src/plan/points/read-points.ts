import type { Annex } from "../../model/annex.js";
import type { Block } from "../../model/block.js";
import type { Document } from "../../model/document.js";
import type { Inlines } from "../../model/inline.js";
import type { Mark, MarkForm } from "../../model/mark.js";
import type { Point } from "./point.js";

/** The words of inlines; marks of footnotes are no words. */
export const wordsOf = (inlines: Inlines): string =>
  inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");

/** Forms whose rank is fixed whatever stands above: a chapter ends every article, a roman number every number. */
const RANK: Partial<Record<MarkForm, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  roman: 4,
  number: 5,
  number2: 6,
  number3: 7,
};
/** Any other form ranks below these, in the order in which the document nests them. */
const BELOW_NUMBERS = 8;
/** Marks that count nothing are told apart by their place among their kind. */
const UNCOUNTED: ReadonlySet<MarkForm> = new Set(["dash", "plus", "star"]);

interface Growing extends Point {
  readonly children: Growing[];
  readonly parent?: Growing;
}

const plainMark = ({ text }: Mark): string => text.replace(/^\((.+)\)$/u, "$1").replace(/(?<=.)[.):-]+$/u, "");

class Tree {
  readonly roots: Growing[] = [];
  /** The points that are open, the outermost first. */
  private open: Growing[] = [];

  constructor(private readonly annex: Annex | undefined) {}

  add(block: Block): void {
    const mark = "mark" in block ? block.mark : undefined;
    const heading = block.kind === "heading";
    const text = block.kind === "table" ? "" : block.kind === "operativeWords" ? block.text : wordsOf(block.inlines);
    const above = this.above(mark, heading);
    const parent = above.at(-1);
    const siblings = parent?.children ?? this.roots;
    const point: Growing = {
      block,
      ...(mark === undefined ? {} : { mark }),
      text,
      reference: this.reference(parent, siblings, mark),
      ...(parent === undefined ? {} : { parent }),
      children: [],
      ...(this.annex === undefined ? {} : { annex: this.annex }),
    };
    siblings.push(point);
    this.open = mark === undefined && !heading ? above : [...above, point];
  }

  /** The open points that a block with this mark stands under. */
  private above(mark: Mark | undefined, heading: boolean): Growing[] {
    const { open } = this;
    if (mark === undefined) return heading ? [] : this.ofUnmarked();
    if (mark.form === "star") return this.upToCounted();
    const same = open.findIndex((point) => point.mark?.form === mark.form);
    if (same !== -1) return open.slice(0, same);
    const rank = RANK[mark.form] ?? BELOW_NUMBERS;
    const closing = open.findIndex((point) => rankOf(point) > rank);
    return closing === -1 ? open : open.slice(0, closing);
  }

  /** A paragraph without a mark goes on with the numbered point that it follows: dashes end before it. */
  private ofUnmarked(): Growing[] {
    const last = this.open.findLastIndex((point) => point.mark === undefined || !UNCOUNTED.has(point.mark.form));
    return this.open.slice(0, last + 1);
  }

  /** A star line speaks of the whole group that it ends: of the innermost number with a heading's rank. */
  private upToCounted(): Growing[] {
    const group = this.open.findLastIndex((point) => rankOf(point) <= (RANK.number ?? 0));
    return this.open.slice(0, group + 1);
  }

  private reference(parent: Growing | undefined, siblings: readonly Growing[], mark: Mark | undefined): string {
    const above = parent?.reference ?? "";
    if (mark === undefined) return above;
    const own = UNCOUNTED.has(mark.form)
      ? `${mark.text}${siblings.filter((point) => point.mark?.form === mark.form).length + 1}`
      : plainMark(mark);
    return above === "" ? own : `${above}/${own}`;
  }
}

/** A heading without a mark opens what follows, whatever is open. */
const rankOf = ({ mark }: Point): number => (mark === undefined ? 0 : (RANK[mark.form] ?? BELOW_NUMBERS));

/**
 * Reads the points of a document out of its blocks: the body's, then each annex's.
 *
 * @returns the outermost points in reading order; unmarked paragraphs and tables are points under what they follow
 */
export function readPoints(document: Pick<Document, "body" | "annexes">): readonly Point[] {
  const read = (blocks: readonly Block[], annex?: Annex): readonly Point[] => {
    const tree = new Tree(annex);
    for (const block of blocks) tree.add(block);
    return tree.roots;
  };
  return [...read(document.body), ...document.annexes.flatMap((annex) => read(annex.blocks, annex))];
}
