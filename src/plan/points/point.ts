/** The points of a document: its paragraphs as the tree that their marks make. */
import type { Annex } from "../../model/annex.js";
import type { Block } from "../../model/block.js";
import type { Mark } from "../../model/mark.js";

/** A heading or paragraph, and what stands under it. */
export interface Point {
  /** The block of the model that it is; places of the draft are asked with it. */
  readonly block: Block;
  readonly mark?: Mark;
  /** Its words without the mark; of a table none. */
  readonly text: string;
  /** Marks from the outermost heading, `II/2`, `III/3/3.4/-2`; empty of a paragraph before the first mark. */
  readonly reference: string;
  readonly parent?: Point;
  readonly children: readonly Point[];
  /** The annex that it stands in. */
  readonly annex?: Annex;
}

/** The point and all below it, in reading order. */
export function* pointsOf(points: readonly Point[]): Generator<Point> {
  for (const point of points) {
    yield point;
    yield* pointsOf(point.children);
  }
}

/** The points above one, the nearest first. */
export function* above(point: Point): Generator<Point> {
  for (let at = point.parent; at !== undefined; at = at.parent) yield at;
}
