/** The texts of a document in which others are cited, in the order in which a reader meets them. */
import type { Annex } from "../model/annex.js";
import type { Block } from "../model/block.js";
import type { Document } from "../model/document.js";
import type { Inlines } from "../model/inline.js";
import type { TextPlace } from "./places.js";
import { type Point, pointsOf, wordsOf } from "./points/index.js";

/** What kind of text it is: titles and kèm-theo lines introduce nothing, Nơi nhận has customs of its own. */
export type Region = "title" | "basis" | "body" | "note" | "attachment" | "recipients";

export interface PlainText {
  readonly text: string;
  readonly region: Region;
  readonly where: Omit<TextPlace, "offset">;
  /** The point whose words these are; of a note the point that bears its mark. */
  readonly point?: Point;
  readonly annex?: Annex;
}

class Reader {
  private readonly points: ReadonlyMap<Block, Point>;
  private readonly noted = new Set<number>();

  constructor(
    private readonly document: Document,
    points: readonly Point[],
  ) {
    this.points = new Map([...pointsOf(points)].map((point) => [point.block, point]));
  }

  *texts(): Generator<PlainText> {
    const { document } = this;
    if (document.subject !== undefined)
      yield { text: document.subject.join(" "), region: "title", where: { field: "subject" } };
    for (const basis of document.legalBases ?? []) {
      yield { text: wordsOf(basis), region: "basis", where: { part: basis, field: "legalBases" } };
      yield* this.notesIn(basis, undefined);
    }
    for (const block of document.body) yield* this.blockTexts(block);
    yield* this.recipients();
    for (const annex of document.annexes) {
      yield { text: annex.title.join(" "), region: "title", where: { part: annex }, annex };
      if (annex.attachment !== undefined)
        yield { text: annex.attachment, region: "attachment", where: { part: annex }, annex };
      for (const block of annex.blocks) yield* this.blockTexts(block, annex);
    }
  }

  private *blockTexts(block: Block, annex?: Annex): Generator<PlainText> {
    const point = this.points.get(block);
    const common = {
      where: { part: block },
      ...(point === undefined ? {} : { point }),
      ...(annex === undefined ? {} : { annex }),
    };
    if (block.kind === "operativeWords") yield { ...common, text: block.text, region: "body" };
    else if (block.kind === "table") {
      const paragraphs = block.table.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
      for (const paragraph of paragraphs) {
        yield { ...common, text: wordsOf(paragraph), region: "body" };
        yield* this.notesIn(paragraph, point);
      }
    } else {
      yield { ...common, text: wordsOf(block.inlines), region: "body" };
      yield* this.notesIn(block.inlines, point);
    }
  }

  /** Notes are read where their marks stand. */
  private *notesIn(inlines: Inlines, point: Point | undefined): Generator<PlainText> {
    for (const inline of inlines) {
      if (inline.kind !== "noteMark" || this.noted.has(inline.note)) continue;
      this.noted.add(inline.note);
      const note = this.document.notes[inline.note - 1];
      for (const paragraph of note?.paragraphs ?? []) {
        const where = note === undefined ? {} : { part: note };
        yield { text: wordsOf(paragraph), region: "note", where, ...(point === undefined ? {} : { point }) };
      }
    }
  }

  private *recipients(): Generator<PlainText> {
    for (const entry of this.document.recipients ?? []) {
      const items = entry.kind === "group" ? entry.recipients : [entry];
      for (const item of items)
        yield { text: item.lines.join(" "), region: "recipients", where: { part: entry, field: "recipients" } };
    }
  }
}

/**
 * The texts of a document, joined across runs: title, legal bases, body with its notes, Nơi nhận, annexes.
 *
 * @param points the points of the same document
 */
export function plainTexts(document: Document, points: readonly Point[]): readonly PlainText[] {
  return [...new Reader(document, points).texts()];
}
