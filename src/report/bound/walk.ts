/** Every bound figure of a document, in the order of the model, with the text that it stands in. */
import type { Block } from "../../model/block.js";
import type { Document } from "../../model/document.js";
import type { Figure, Inlines } from "../../model/inline.js";

/** A cell stands alone; in prose a figure is part of a sentence. */
export type Surroundings = "prose" | "cell";

export interface BoundFigure {
  readonly figure: Figure;
  readonly surroundings: Surroundings;
  /** The paragraph that it stands in. */
  readonly inlines: Inlines;
}

function* inParagraph(inlines: Inlines, surroundings: Surroundings): Generator<BoundFigure> {
  for (const inline of inlines) if (inline.kind === "figure") yield { figure: inline, surroundings, inlines };
}

function* inBlock(block: Block): Generator<BoundFigure> {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      yield* inParagraph(block.inlines, "prose");
      return;
    case "operativeWords":
      return;
    case "table":
      for (const row of block.table.rows)
        for (const { paragraphs } of row) for (const paragraph of paragraphs) yield* inParagraph(paragraph, "cell");
  }
}

/** Walks the bound figures and words of a document. */
export function* boundFigures(document: Document): Generator<BoundFigure> {
  for (const basis of document.legalBases ?? []) yield* inParagraph(basis, "prose");
  for (const block of document.body) yield* inBlock(block);
  for (const { paragraphs } of document.notes)
    for (const paragraph of paragraphs) yield* inParagraph(paragraph, "prose");
  for (const { blocks } of document.annexes) for (const block of blocks) yield* inBlock(block);
}
