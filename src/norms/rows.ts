import type { Acceptance, Component, Confidence, Formatting, NormRow, Ruling } from "./norm.js";

/** One size, or the size that is set and the limits of the norm, pt. */
export type Size = number | readonly [use: number, min: number, max: number];

/** What a row says beside its size. Later parts win. */
export interface Part extends Partial<Formatting> {
  /**
   * Properties that the norm decides, so that the checker judges them at what `use` sets.
   * Size is always judged. When absent: weight, slope, and capitals where the norm wants capitals,
   * which are the columns of the norms' tables.
   */
  readonly judged?: readonly (keyof Formatting)[];
  /** Limits wider than what `use` sets. */
  readonly accept?: Acceptance;
  readonly confidence?: Confidence;
  readonly confidenceBy?: NormRow["confidenceBy"];
}

export const bold = { bold: true } as const;
export const italic = { italic: true } as const;
export const capitals = { letterCase: "capitals" } as const;
export const centered = { align: "center" } as const;

/** The norm has no word about this look: nothing is judged, not even the size. */
export const usage = { judged: [], accept: { size: undefined }, confidence: "I" } as const;

/** The norm decides the size only; the weight and slope are those of the norm's own signed text. */
export const sizeOnly = { judged: [] } as const;

const PLAIN: Omit<Formatting, "size"> = {
  bold: false,
  italic: false,
  underline: false,
  letterCase: "sentence",
  align: "left",
  firstIndent: 0,
  before: 0,
  after: 0,
  line: { rule: "auto", value: 1 },
};

/**
 * A builder of rows that cite one norm.
 *
 * @param clauseOf expands the short code of a clause
 * @returns `row(component, clause, size, ...parts)`; later parts win
 */
export function rowsOf(clauseOf: (code: string) => string) {
  return (component: Component, clause: string, size: Size, ...parts: readonly Part[]): NormRow => {
    const { judged, accept, confidence, confidenceBy, ...look } = Object.assign({}, ...parts) as Part;
    const [value, min, max] = typeof size === "number" ? [size, size, size] : size;
    const use: Formatting = { ...PLAIN, ...look, size: value };
    const limits = { size: { min, max }, ...judgedAt(use, judged), ...accept };
    return {
      component,
      use,
      accept: Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined)) as Acceptance,
      clause: clauseOf(clause),
      confidence: confidence ?? "N",
      ...(confidenceBy === undefined ? {} : { confidenceBy }),
    };
  };
}

function judgedAt(use: Formatting, judged: Part["judged"]): Acceptance {
  const properties = judged ?? ["bold", "italic", ...(use.letterCase === "capitals" ? (["letterCase"] as const) : [])];
  return Object.fromEntries(properties.map((property) => [property, limitOf(use, property)]));
}

function limitOf(use: Formatting, property: keyof Formatting): unknown {
  const value = use[property];
  if (typeof value === "number") return { min: value, max: value };
  if (typeof value === "object") return [{ rule: value.rule, value: { min: value.value, max: value.value } }];
  return [value];
}

/**
 * Rows of an earlier norm from those of the next: its changes replace rows of the same component.
 *
 * @param base rows of the next norm
 * @param clauseOf clause of an unchanged row in the earlier norm
 * @param changes rows that differ or are new
 */
export function deriveRows(
  base: readonly NormRow[],
  clauseOf: (component: Component) => string,
  changes: readonly NormRow[],
): readonly NormRow[] {
  const changed = new Set(changes.map((row) => row.component));
  const kept = base.filter((row) => !changed.has(row.component));
  return [...kept.map((row) => ({ ...row, clause: clauseOf(row.component) })), ...changes];
}

/**
 * A ruling with its basis.
 *
 * @param use what the generator sets
 * @param accept what the checker tolerates
 * @param clause where it stands
 * @param confidence how sure it is
 */
export function ruling<T, A = T>(use: T, accept: A, clause: string, confidence: Confidence = "N"): Ruling<T, A> {
  return { use, accept, clause, confidence };
}
