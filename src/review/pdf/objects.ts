/** What a page draws, in its order: the lines among it, and where its pieces of text stand. */
import type { Rule } from "./content.js";
import { combine, type Matrix, type Point, place } from "./matrix.js";
import type { Pdfium } from "./pdfium.js";
import { type DrawnPath, rulesOf } from "./rules.js";

/** More lines than this are a drawing. */
const MOST = 20_000;
/** Forms in forms. */
const DEEPEST = 12;

/** PDFium's numbers for kinds of objects, and for the steps of a path. */
const TEXT = 1;
const PATH = 2;
const FORM = 5;
const LINE = 0;
const MOVE = 2;

export interface PageObjects {
  /** None when the page is a drawing. */
  readonly rules: readonly Rule[];
  /** Where pieces of text stand among what the page draws. */
  readonly orders: ReadonlyMap<number, number>;
}

class ObjectReader {
  readonly rules: Rule[] = [];
  readonly orders = new Map<number, number>();

  constructor(private readonly pdfium: Pdfium) {}

  read(count: number, objectAt: (index: number) => number, view: Matrix, depth: number): void {
    const { calls } = this.pdfium;
    for (let index = 0; index < count; index++) {
      const object = objectAt(index);
      const type = calls.FPDFPageObj_GetType(object);
      if (type === TEXT) this.orders.set(object, this.orders.size);
      else if (type === PATH && this.rules.length <= MOST)
        this.rules.push(...rulesOf(this.#path(object, combine(this.#matrix(object), view))));
      else if (type === FORM && depth < DEEPEST)
        this.read(
          calls.FPDFFormObj_CountObjects(object),
          (inner) => calls.FPDFFormObj_GetObject(object, inner),
          combine(this.#matrix(object), view),
          depth + 1,
        );
    }
  }

  #matrix(object: number): Matrix {
    const { calls, answer } = this.pdfium;
    calls.FPDFPageObj_GetMatrix(object, answer);
    const at = (index: number): number => this.pdfium.float(index);
    return [at(0), at(1), at(2), at(3), at(4), at(5)];
  }

  #path(object: number, matrix: Matrix): DrawnPath {
    const { calls, answer } = this.pdfium;
    calls.FPDFPath_GetDrawMode(object, answer, answer + 4);
    const [filled, stroked] = [this.pdfium.integer(0) !== 0, this.pdfium.integer(1) !== 0];
    const outlines: Point[][] = [];
    const count = calls.FPDFPath_CountSegments(object);
    for (let index = 0; index < count; index++) {
      const segment = calls.FPDFPath_GetPathSegment(object, index);
      const type = calls.FPDFPathSegment_GetType(segment);
      if (type === MOVE || (type !== LINE && outlines.at(-1)?.length !== 0)) outlines.push([]);
      if (type !== MOVE && type !== LINE) continue;
      calls.FPDFPathSegment_GetPoint(segment, answer, answer + 4);
      outlines.at(-1)?.push(place(matrix, this.pdfium.float(0), this.pdfium.float(1)));
    }
    return { outlines, stroked, filled };
  }
}

/**
 * Reads what a page draws.
 *
 * @param view from the file's coordinates to the page's
 */
export function readObjects(pdfium: Pdfium, page: number, view: Matrix): PageObjects {
  const { calls } = pdfium;
  const reader = new ObjectReader(pdfium);
  reader.read(calls.FPDFPage_CountObjects(page), (index) => calls.FPDFPage_GetObject(page, index), view, 0);
  return { rules: reader.rules.length > MOST ? [] : reader.rules, orders: reader.orders };
}
