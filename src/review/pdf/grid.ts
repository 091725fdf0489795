/** Tables on a page, by their ruled lines: which cell a place lies in. */
import type { Rule } from "./content.js";

/** Lines closer than this are one, pt. */
const NEAR = 2.5;

/** A cell of a table: the rows and columns that it begins in. */
export interface GridCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** The cell at a place; undefined outside of the table. */
  readonly cellAt: (x: number, y: number) => { readonly row: number; readonly column: number } | undefined;
  readonly rows: number;
  /** How many columns the cell covers that begins at a place of the grid. */
  readonly spanOf: (row: number, column: number) => number;
}

const isHorizontal = ({ y1, y2 }: Rule): boolean => y1 === y2 || Math.abs(y1 - y2) <= 0.5;

/** Values that lie apart from each other, ascending. */
function distinct(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) found.push(value);
  }
  return found;
}

/** Rules that touch belong together. */
function connected(rules: readonly Rule[]): Rule[][] {
  const sorted = [...rules].sort((a, b) => a.y1 - b.y1);
  const groups: { box: Rule; rules: Rule[] }[] = [];
  const touches = (a: Rule, b: Rule): boolean =>
    a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR;
  for (const rule of sorted) {
    const near = groups.filter(
      ({ rules: others, box }) => touches(box, rule) && others.some((one) => touches(one, rule)),
    );
    const [first, ...others] = near;
    if (first === undefined) {
      groups.push({ box: { ...rule }, rules: [rule] });
      continue;
    }
    first.rules.push(rule);
    for (const other of others) {
      first.rules.push(...other.rules);
      groups.splice(groups.indexOf(other), 1);
    }
    const all = [first.box, rule, ...others.map(({ box }) => box)];
    first.box = {
      x1: Math.min(...all.map(({ x1 }) => x1)),
      y1: Math.min(...all.map(({ y1 }) => y1)),
      x2: Math.max(...all.map(({ x2 }) => x2)),
      y2: Math.max(...all.map(({ y2 }) => y2)),
    };
  }
  return groups.map(({ rules: found }) => found);
}

/** Index of the interval that holds a value; -1 outside. */
function intervalOf(bounds: readonly number[], value: number): number {
  for (let index = 0; index + 1 < bounds.length; index++) {
    if (value >= (bounds[index] ?? 0) - 0.01 && value < (bounds[index + 1] ?? 0)) return index;
  }
  return -1;
}

function gridOf(rules: readonly Rule[]): Grid | undefined {
  const horizontal = rules.filter(isHorizontal);
  const vertical = rules.filter((rule) => !isHorizontal(rule));
  const ys = distinct(horizontal.map(({ y1 }) => y1));
  const xs = distinct(vertical.map(({ x1 }) => x1));
  if (ys.length < 2 || xs.length < 2 || (ys.length === 2 && xs.length === 2)) return undefined;
  const columns = xs.length - 1;
  /** Whether a line parts a cell from the one above it, or from the one to its left. */
  const partsAbove = (row: number, column: number): boolean => {
    const [y, middle] = [ys[row] ?? 0, ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2];
    return horizontal.some((rule) => Math.abs(rule.y1 - y) <= NEAR && rule.x1 <= middle && middle <= rule.x2);
  };
  const partsLeft = (row: number, column: number): boolean => {
    const [x, middle] = [xs[column] ?? 0, ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2];
    return vertical.some((rule) => Math.abs(rule.x1 - x) <= NEAR && rule.y1 <= middle && middle <= rule.y2);
  };
  const roots: { readonly row: number; readonly column: number }[] = [];
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column < columns; column++) {
      const above = row > 0 && !partsAbove(row, column) ? roots[(row - 1) * columns + column] : undefined;
      const left = column > 0 && !partsLeft(row, column) ? roots[row * columns + column - 1] : undefined;
      roots.push(above ?? left ?? { row, column });
    }
  }
  return {
    x1: xs[0] ?? 0,
    x2: xs.at(-1) ?? 0,
    y1: ys[0] ?? 0,
    y2: ys.at(-1) ?? 0,
    rows: ys.length - 1,
    spanOf: (row, column) => {
      const root = roots[row * columns + column];
      let to = column + 1;
      while (to < columns && roots[row * columns + to] === root) to++;
      return to - column;
    },
    cellAt: (x, y) => {
      const [row, column] = [intervalOf(ys, y), intervalOf(xs, x)];
      return row === -1 || column === -1 ? undefined : roots[row * columns + column];
    },
  };
}

/** The tables of a page, from its top. */
export function findGrids(rules: readonly Rule[]): Grid[] {
  return connected(rules)
    .flatMap((group) => gridOf(group) ?? [])
    .sort((a, b) => a.y1 - b.y1);
}
