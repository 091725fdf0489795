import type { Finding } from "../../findings/finding.js";
import type { Document } from "../../model/document.js";
import type { Places } from "../places.js";
import type { Point } from "../points/index.js";
import { plainTexts } from "../texts.js";
import { checkCitations } from "./check.js";
import { type CitedDocument, gatherCitations } from "./registry.js";

export { printCitedDate } from "./cited-date.js";
export { CITED_TYPES } from "./cited-types.js";
export { type FoundCitation, findCitations } from "./find.js";
export { printCitedNumber } from "./number.js";
export { type CitedDocument, labelOf, type PlacedMention } from "./registry.js";
export { REPLACEMENTS, type Replacement } from "./replaced.js";

/** The cited documents, and what is to be said of them. */
export interface CitationReading {
  /** In the order of their first mentions. */
  readonly citations: readonly CitedDocument[];
  /** Findings with their places in a draft; without places they have none. */
  readonly findings: (places?: Places) => readonly Finding[];
}

/**
 * The documents that a document cites, in its legal bases, its body, its tables, notes and annexes.
 *
 * @param points the points of the same document
 */
export function readCitations(document: Document, points: readonly Point[]): CitationReading {
  const citations = gatherCitations(document, plainTexts(document, points));
  return { citations, findings: (places) => checkCitations(document, citations, places) };
}
