/** What is said about citations, each remark at a mention. */
import type { CitationFinding, CitationParams } from "../../findings/messages/plan/citations.js";
import type { CitedDocument, PlacedMention } from "./registry.js";

/** Says something of a document at one of its mentions. */
export type Remark = <K extends CitationFinding>(
  id: K,
  params: CitationParams<K>,
  mention: PlacedMention,
  clause?: string,
) => void;

/** Regions whose mentions introduce no document: a title names it, a kèm-theo line is composed. */
export const SILENT: ReadonlySet<string> = new Set(["title", "attachment", "recipients"]);

/** The mentions in which the text itself speaks of the document. */
export function spoken({ mentions }: CitedDocument): readonly PlacedMention[] {
  return mentions.filter(
    ({ text, nested, defining }) => !SILENT.has(text.region) && nested !== true && defining !== true,
  );
}

/** A mention as printed, to the end of its number or name. */
export const core = ({ found }: PlacedMention): string => found.printed.slice(0, found.core - found.start);
