/** Straight lines of a page: borders of tables, separators of footnotes. Thin filled boxes are lines too. */
import type { Rule } from "./content.js";
import type { Pdfjs } from "./load-pdfjs.js";

/** A filled box no thicker than this is a line, pt. */
const THIN = 2;
/** Lines that are shorter decorate, pt. */
const SHORT = 6;
/** More lines than this are a drawing. */
const MOST = 20_000;

type Matrix = readonly number[];

/** The steps of a path as pdf.js codes them, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const NUMBERS: Readonly<Record<number, number>> = { [MOVE]: 2, [LINE]: 2, [CURVE]: 6, [QUADRATIC]: 4 };

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The outlines of a path: the points of each, curves left out. */
function outlinesOf(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const outlines: Point[][] = [];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? -1;
    const numbers = NUMBERS[step] ?? 0;
    if (step === MOVE) outlines.push([]);
    if (step === MOVE || step === LINE) {
      const [x, y] = [path[at + 1] ?? 0, path[at + 2] ?? 0];
      outlines.at(-1)?.push({ x: a * x + c * y + e, y: b * x + d * y + f });
    } else if (step === CURVE || step === QUADRATIC) outlines.push([]);
    at += 1 + numbers;
  }
  return outlines;
}

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

const multiply = (pdfjs: Pdfjs, one: Matrix, other: Matrix): Matrix =>
  pdfjs.Util.transform([...one], [...other]) as Matrix;

const isMatrix = (value: unknown): value is Matrix => Array.isArray(value) && value.length === 6;

/**
 * The lines that operators draw.
 *
 * @param view from the file's coordinates to the page's
 */
export function readRules(
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  view: Matrix,
  pdfjs: Pdfjs,
): Rule[] {
  const { OPS } = pdfjs;
  const strokes = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);
  const fills = new Set<number>([OPS.fill, OPS.eoFill]);
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix = view;
  for (const [index, operator] of operators.fnArray.entries()) {
    if (rules.length > MOST) return [];
    const values = operators.argsArray[index];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? view;
    if (operator === OPS.transform && isMatrix(values)) matrix = multiply(pdfjs, matrix, values);
    if (operator === OPS.paintFormXObjectBegin && Array.isArray(values) && isMatrix(values[0]))
      matrix = multiply(pdfjs, matrix, values[0]);
    if (operator !== OPS.constructPath || !Array.isArray(values)) continue;
    const [painted, [path] = []] = values as [number, [ArrayLike<number>?]?];
    if (path === undefined || path === null) continue;
    if (strokes.has(painted)) for (const outline of outlinesOf(path, matrix)) addStroke(rules, outline);
    else if (fills.has(painted)) for (const outline of outlinesOf(path, matrix)) addFill(rules, outline);
  }
  return rules;
}
