import type { Finding } from "../findings/finding.js";

const NOWHERE = Number.MAX_SAFE_INTEGER;
/** A draft counts lines, a Word file paragraphs; no finding has both. */
const standsAt = ({ place }: Finding): number => place?.line ?? place?.paragraph ?? NOWHERE;

/** In the order of the document; what has no place comes last. */
export const byPlace = (one: Finding, other: Finding): number =>
  standsAt(one) - standsAt(other) || (one.place?.column ?? 0) - (other.place?.column ?? 0);
