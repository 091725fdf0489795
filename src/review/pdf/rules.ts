/** Straight lines of a page: borders of tables, separators of footnotes. Thin filled boxes are lines too. */
import type { Rule } from "./content.js";
import type { Point } from "./matrix.js";

/** A filled box no thicker than this is a line, pt. */
const THIN = 2;
/** Lines that are shorter decorate, pt. */
const SHORT = 6;

function addLine(rules: Rule[], one: Point, other: Point): void {
  const [width, height] = [Math.abs(one.x - other.x), Math.abs(one.y - other.y)];
  if (Math.max(width, height) < SHORT || Math.min(width, height) > 0.5) return;
  rules.push({
    x1: Math.min(one.x, other.x),
    y1: Math.min(one.y, other.y),
    x2: Math.max(one.x, other.x),
    y2: Math.max(one.y, other.y),
  });
}

function addStroke(rules: Rule[], outline: readonly Point[]): void {
  for (const [index, point] of outline.entries()) {
    const next = outline[index + 1];
    if (next !== undefined) addLine(rules, point, next);
  }
  const [first, last] = [outline[0], outline.at(-1)];
  // a box is drawn with its last side left to be closed
  if (first !== undefined && last !== undefined && outline.length === 4) addLine(rules, last, first);
}

function addFill(rules: Rule[], outline: readonly Point[]): void {
  if (outline.length < 2) return;
  const [xs, ys] = [outline.map(({ x }) => x), outline.map(({ y }) => y)];
  const box = { x1: Math.min(...xs), y1: Math.min(...ys), x2: Math.max(...xs), y2: Math.max(...ys) };
  const [width, height] = [box.x2 - box.x1, box.y2 - box.y1];
  if (height <= THIN && width >= SHORT) {
    const y = (box.y1 + box.y2) / 2;
    rules.push({ ...box, y1: y, y2: y });
  } else if (width <= THIN && height >= SHORT) {
    const x = (box.x1 + box.x2) / 2;
    rules.push({ ...box, x1: x, x2: x });
  }
}

/** A path as the page draws it: the points of its outlines, curves left out. */
export interface DrawnPath {
  readonly outlines: readonly (readonly Point[])[];
  readonly stroked: boolean;
  readonly filled: boolean;
}

/** The lines that a path draws. */
export function rulesOf({ outlines, stroked, filled }: DrawnPath): Rule[] {
  const rules: Rule[] = [];
  for (const outline of outlines) {
    if (stroked) addStroke(rules, outline);
    else if (filled) addFill(rules, outline);
  }
  return rules;
}
