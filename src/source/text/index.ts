import type { Finding } from "../../findings/finding.js";
import type { Document } from "../../model/document.js";
import { findType } from "../../norms/types.js";
import { readBody } from "../draft/body/body.js";
import { MarkupBudget } from "../draft/body/inline-context.js";
import { NoteBook } from "../draft/body/notes.js";
import { readRecipients } from "../draft/header/recipients.js";
import { readSignatures } from "../draft/header/signatures.js";
import { Attachments } from "../draft/table/attachments.js";
import { readText as decodeText } from "../draft/text/bytes.js";
import { cleanLines } from "../draft/text/characters.js";
import { Journal } from "../draft/text/journal.js";
import { type SourceLine, splitLines } from "../draft/text/lines.js";
import { type DraftPlaces, PlaceBook } from "../draft/text/position.js";
import { divideText, type TextParts } from "./divide.js";
import { joinBody } from "./join-body.js";
import { type Lines, readParagraphs } from "./paragraphs.js";
import { readHead } from "./read-head.js";

/** What a text reads as. */
export interface TextReading {
  /** Absent when the bytes are no text. */
  readonly document?: Document;
  readonly findings: readonly Finding[];
  readonly places: DraftPlaces;
  /** Stamps of receipt and notes by hand, which stand in the text and are not of it. */
  readonly annotations: readonly SourceLine[];
}

const entryOf = (key: string, lines: Lines) => {
  const at = { line: lines[0]?.number ?? 1, column: 1 };
  return { key, at, value: { kind: "text" as const, lines, at } };
};

function closingOf({ recipients, signature }: TextParts, journal: Journal, places: PlaceBook) {
  const entries = recipients.some(({ text }) => text !== "")
    ? readRecipients(entryOf("nơi nhận", recipients), journal, places)
    : undefined;
  const signatures = signature.length > 0 ? readSignatures(entryOf("ký", signature), journal, places) : undefined;
  return {
    ...(entries === undefined ? {} : { recipients: entries }),
    ...(signatures === undefined ? {} : { signatures }),
  };
}

/**
 * Reads an official text without layout: what somebody typed, or the text of a scan (Markdown of a text recognition
 * included). Sentences cut at a page's end are joined, headings glued together are parted, notes at a page's foot
 * become footnotes, stamps and notes by hand are kept apart.
 *
 * @param source bytes of the file, or its text
 * @param file its name in the places of findings
 */
export async function readPlainText(source: string | Uint8Array, file?: string): Promise<TextReading> {
  const journal = new Journal(file);
  const places = new PlaceBook(file);
  const text = decodeText(source, journal);
  if (text === undefined) return { findings: journal.inOrder(), places, annotations: [] };
  const parts = divideText(readParagraphs(cleanLines(splitLines(text), journal)));
  const head = readHead(parts.header);
  for (const [field, line] of head.lines) places.markField(field, { line, column: 1 });
  const body = joinBody(parts.body);
  if (parts.recipients[0] !== undefined)
    places.markField("recipients", { line: parts.recipients[0].number, column: 1 });
  if (parts.signature[0] !== undefined) places.markField("signatures", { line: parts.signature[0].number, column: 1 });
  if (parts.subject[0] !== undefined) places.markField("subject", { line: parts.subject[0].number, column: 1 });
  const budget = new MarkupBudget();
  const notes = new NoteBook(journal, budget);
  const attachments = new Attachments(undefined, journal);
  const blocks = await readBody(body.lines, { journal, places, notes, attachments, budget, referTo: notes.referTo });
  const document: Document = {
    family: head.family,
    type: findType(parts.type ?? "", head.family)?.slug ?? "cong-van",
    ...head.fields,
    ...(parts.subject.length === 0 ? {} : { subject: parts.subject.map((line) => line.text) }),
    body: blocks.body,
    notes: notes.close(places),
    annexes: blocks.annexes,
    ...closingOf(parts, journal, places),
  };
  return { document, findings: journal.inOrder(), places, annotations: [...head.annotations, ...body.annotations] };
}
