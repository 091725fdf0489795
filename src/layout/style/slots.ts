/** Blanks that keep the place of a number or a day that waits ("chờ cấp số"). */
import type { PrintedPart, Slot } from "../../norms/parts.js";

const NBSP = "\u00a0";
/**
 * Width of the blank of each slot, in no-break blanks of a quarter em: as wide as the digits that will stand there,
 * so that stamping them moves nothing. A sequence is reckoned with three digits.
 */
const BLANKS: Readonly<Record<Slot, number>> = { sequence: 6, day: 4, month: 4, year: 8 };

/** A printed line with its open slots as blanks of fixed width. */
export function printParts(parts: readonly PrintedPart[]): string {
  return parts
    .map((part) => (part.kind === "slot" ? (part.text ?? NBSP.repeat(BLANKS[part.slot])) : part.text))
    .join("");
}
