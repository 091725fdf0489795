/** Hash over the stamp and the prefilled figures: the reader computes it again from what stands in the cells. */
import { createHash } from "node:crypto";
import type { Stamp } from "../../cycle/returns.js";

/** A prefilled figure by the name of its cell; without a value the cell was left open or empty. */
export interface PrefilledFigure {
  readonly definedName: string;
  readonly value?: number | undefined;
}

/** Enough to notice a change; short enough to read out on the telephone. */
const LENGTH = 20;

/**
 * Fingerprint of a workbook as written.
 *
 * @param stamp without its hash
 * @param figures in the order of the layout's `prefilled`
 * @returns hexadecimal
 */
export function fingerprint(stamp: Omit<Stamp, "hash">, figures: readonly PrefilledFigure[]): string {
  const { formSet, version, unit, period, revision } = stamp;
  const lines = [
    [formSet, version, unit, period, String(revision)].join("\t"),
    ...figures.map(({ definedName, value }) => `${definedName}\t${value === undefined ? "" : String(value)}`),
  ];
  return createHash("sha256").update(lines.join("\n"), "utf8").digest("hex").slice(0, LENGTH);
}
