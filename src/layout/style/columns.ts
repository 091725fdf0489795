/**
 * Column widths of a table: computed here once, read by every writer.
 * Each column gets at least its longest word; what is left is shared in proportion to what the cells would like to have.
 */
import type { ColumnKind } from "../../model/table.js";
import { toTwip } from "./units.js";

/** What the cells of one column need, pt, margins of the cells included. */
export interface ColumnNeeds {
  readonly kind: ColumnKind;
  /** Width that breaks no word. */
  readonly least: number;
  /** Width that holds the longest paragraph on one line. */
  readonly most: number;
  /** Width that the author asks for, pt. */
  readonly fixed?: number;
}

/** A cell over several columns: the columns together must be at least this wide. */
export interface SpanNeeds {
  readonly from: number;
  readonly count: number;
  readonly least: number;
}

/** How much of the room that is left over a column of this kind takes: figures stay narrow, prose grows. */
const GREED: Readonly<Record<ColumnKind, number>> = { ordinal: 0.1, number: 0.45, short: 0.6, text: 1 };

/** A column of prose does not ask for more than this, so that one long cell does not starve the others; pt. */
const MOST_WANTED = 420;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Raises the least widths of the columns under a merged cell until it fits, those that want more first. */
function raiseForSpans(least: number[], needs: readonly ColumnNeeds[], spans: readonly SpanNeeds[]): void {
  for (const span of [...spans].sort((one, other) => one.count - other.count)) {
    const covered = Array.from({ length: span.count }, (_, index) => span.from + index);
    const missing = span.least - sum(covered.map((column) => least[column] ?? 0));
    if (missing <= 0) continue;
    const free = covered.filter((column) => needs[column]?.fixed === undefined);
    const targets = free.length > 0 ? free : covered;
    const weights = targets.map((column) => GREED[needs[column]?.kind ?? "text"]);
    for (const [index, column] of targets.entries()) {
      least[column] = (least[column] ?? 0) + (missing * (weights[index] ?? 1)) / sum(weights);
    }
  }
}

/**
 * Shares the width of a table among its columns.
 *
 * @param total width of the table, pt
 * @returns whole twips that add up to `total`; undefined when some word would be broken
 */
export function shareWidth(
  needs: readonly ColumnNeeds[],
  spans: readonly SpanNeeds[],
  total: number,
): number[] | undefined {
  const least = needs.map((need) => need.fixed ?? need.least);
  raiseForSpans(least, needs, spans);
  const left = total - sum(least);
  if (left < -0.01 || needs.some((need) => need.fixed !== undefined && need.fixed < need.least - 0.01))
    return undefined;

  const wanted = needs.map((need, column) =>
    need.fixed === undefined ? Math.max(0, Math.min(need.most, MOST_WANTED) - (least[column] ?? 0)) : 0,
  );
  const first = Math.min(left, sum(wanted));
  const widths = least.map(
    (width, column) => width + (sum(wanted) > 0 ? (first * (wanted[column] ?? 0)) / sum(wanted) : 0),
  );
  const rest = left - first;
  const greed = needs.map((need) => (need.fixed === undefined ? GREED[need.kind] : 0));
  const greedy = sum(greed) > 0 ? greed : needs.map(() => 1);
  return roundToTotal(
    widths.map((width, column) => width + (rest * (greedy[column] ?? 0)) / sum(greedy)),
    total,
  );
}

/** Rounds widths to twips so that the edges, not the widths, carry the rounding and the sum stays the total. */
function roundToTotal(widths: readonly number[], total: number): number[] {
  let edge = 0;
  let before = 0;
  return widths.map((width, index) => {
    edge += width;
    const at = index === widths.length - 1 ? toTwip(total) : toTwip(edge);
    const rounded = toTwip(at - before);
    before = at;
    return rounded;
  });
}
