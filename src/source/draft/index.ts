import type { Finding } from "../../findings/finding.js";
import { reportDraft } from "../../findings/messages/draft.js";
import type { Document } from "../../model/document.js";
import { type BodyContext, readBody } from "./body/body.js";
import { MarkupBudget } from "./body/inline-context.js";
import { NoteBook } from "./body/notes.js";
import { readHeader } from "./header/header.js";
import { separate } from "./separate.js";
import { Attachments, type ReadAttachment } from "./table/attachments.js";
import { readText } from "./text/bytes.js";
import { cleanLines } from "./text/characters.js";
import { Journal } from "./text/journal.js";
import { splitLines } from "./text/lines.js";
import { type DraftPlaces, PlaceBook } from "./text/position.js";

export type { DraftPlaces } from "./text/position.js";

/** What a draft reads as. */
export interface DraftReading {
  /** Absent when any finding is an error. */
  readonly document?: Document;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  readonly places: DraftPlaces;
}

export interface DraftOptions {
  /** Name of the draft in the places of findings. */
  readonly file?: string;
  /** Reads a file that the draft names, from the draft's folder; undefined when there is none. */
  readonly readAttachment?: ReadAttachment;
}

/**
 * Reads a draft: a YAML header and a Markdown body.
 *
 * @param source the draft's bytes, or its text
 * @returns the document, or findings with the severity `error` that say why there is none; it never throws for a
 *   fault of the draft
 */
export async function parseDraft(source: string | Uint8Array, options: DraftOptions = {}): Promise<DraftReading> {
  const journal = new Journal(options.file);
  const places = new PlaceBook(options.file);
  const document = await readDocument(source, journal, places, options.readAttachment);
  const findings = journal.inOrder();
  return { ...(document === undefined || journal.hasErrors ? {} : { document }), findings, places };
}

async function readDocument(
  source: string | Uint8Array,
  journal: Journal,
  places: PlaceBook,
  readAttachment: ReadAttachment | undefined,
): Promise<Document | undefined> {
  const text = readText(source, journal);
  const parts = text === undefined ? undefined : separate(cleanLines(splitLines(text), journal), journal);
  if (parts === undefined) return undefined;
  const budget = new MarkupBudget();
  const notes = new NoteBook(journal, budget);
  const attachments = new Attachments(readAttachment, journal);
  const context: BodyContext = { journal, places, notes, attachments, budget, referTo: notes.referTo };
  const head = readHeader(parts.header, context);
  for (const line of parts.body) places.markLiterals(line.text);
  const { body, annexes } = await readBody(parts.body, context);
  const document = { body, notes: notes.close(places), annexes };
  if (head === undefined) return undefined;
  await checkImages(head, attachments, journal, places);
  return { ...head, ...document };
}

/** The first bytes of every PNG. */
const PNG = [0x89, 0x50, 0x4e, 0x47];

/** Images of signatures must be there and be PNG: a document without its signature must not leave unnoticed. */
async function checkImages(
  { signatures = [], confirmation }: Pick<Document, "signatures" | "confirmation">,
  attachments: Attachments,
  journal: Journal,
  places: PlaceBook,
): Promise<void> {
  const { line = 1, column = 1, component = "Ký" } = places.field("signatures") ?? {};
  const at = { line, column, component };
  const all = confirmation === undefined ? signatures : [...signatures, confirmation.signature];
  for (const path of all.flatMap(({ image }) => image ?? [])) {
    if (!attachments.canRead) {
      attachments.allows(path, at);
      continue;
    }
    const bytes = await attachments.get(path, at);
    if (bytes === undefined || PNG.every((byte, index) => bytes[index] === byte)) continue;
    journal.add(reportDraft("draft/image-kind", { path }, at));
  }
}
