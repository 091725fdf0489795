/** Every text of a document with the part of the model that it stands in. */
import type { Block } from "../model/block.js";
import type { RecipientEntry, Signature } from "../model/closing.js";
import type { Document } from "../model/document.js";
import type { Inlines } from "../model/inline.js";

/** A text, and where it belongs: a field of the header, or a part of the model that has a place of its own. */
export interface PlacedText {
  readonly text: string;
  readonly field?: keyof Document;
  readonly part?: object;
}

const plain = (inlines: Inlines): string =>
  inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");

function* blockTexts(block: Block): Generator<PlacedText> {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      if (block.mark !== undefined) yield { text: block.mark.text, part: block };
      yield { text: plain(block.inlines), part: block };
      return;
    case "operativeWords":
      yield { text: block.text, part: block };
      return;
    case "table":
      for (const row of block.table.rows) {
        for (const cell of row) for (const paragraph of cell.paragraphs) yield { text: plain(paragraph), part: block };
      }
  }
}

function* entryTexts(entry: RecipientEntry): Generator<PlacedText> {
  const items = entry.kind === "group" ? entry.recipients : [entry];
  for (const item of items) for (const text of item.lines) yield { text, part: entry, field: "recipients" };
  if (entry.kind === "group") yield { text: entry.label, part: entry, field: "recipients" };
}

function* signatureTexts(signature: Signature, field: keyof Document): Generator<PlacedText> {
  for (const text of signature.lines) yield { text, part: signature, field };
  if (signature.name !== undefined) yield { text: signature.name, part: signature, field };
}

const LINE_FIELDS = [
  "place",
  "author",
  "urgency",
  "secrecy",
  "circulation",
  "publicity",
  "draftMark",
  "drafter",
] as const;
const LINES_FIELDS = ["subject", "issuingAuthority", "contact"] as const;

/** Walks every text of a document that is printed, in the order of the model. */
export function* documentTexts(document: Document): Generator<PlacedText> {
  for (const text of [...(document.issuer?.superior ?? []), ...(document.issuer?.name ?? [])])
    yield { text, field: "issuer" };
  for (const field of LINE_FIELDS) {
    const text = document[field];
    if (text !== undefined) yield { text, field };
  }
  for (const field of LINES_FIELDS) for (const text of document[field] ?? []) yield { text, field };
  const { number } = document;
  for (const text of [number?.typeCode, number?.bodyCode, number?.unitCode]) {
    if (text !== undefined) yield { text, field: "number" };
  }
  for (const name of document.addressees?.names ?? []) for (const text of name) yield { text, field: "addressees" };
  for (const basis of document.legalBases ?? []) yield { text: plain(basis), field: "legalBases", part: basis };
  for (const block of document.body) yield* blockTexts(block);
  for (const note of document.notes)
    for (const paragraph of note.paragraphs) yield { text: plain(paragraph), part: note };
  for (const entry of document.recipients ?? []) yield* entryTexts(entry);
  for (const signature of document.signatures ?? []) yield* signatureTexts(signature, "signatures");
  if (document.confirmation !== undefined) {
    for (const text of document.confirmation.statement) yield { text, field: "confirmation" };
    yield* signatureTexts(document.confirmation.signature, "confirmation");
  }
  for (const annex of document.annexes) {
    for (const text of [annex.label, ...annex.title, annex.attachment ?? ""]) yield { text, part: annex };
    for (const block of annex.blocks) yield* blockTexts(block);
  }
}
