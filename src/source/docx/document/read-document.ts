/** Reads a Word file that somebody else made as an official document, and how it looks. */
import type { Document, Presentation } from "../../../model/document.js";
import { tidyLine } from "../../printed/line.js";
import { type FormattedText, paragraphsOf } from "../formatted/formatted-text.js";
import { type FormattedReading, readFormatted } from "../formatted/read-formatted.js";
import { DOCX_LIMITS, type DocxLimits } from "../open-package.js";
import type { ForeignDocument, ForeignOptions, ForeignReading } from "./contract.js";
import type { InlineSource } from "./inlines.js";
import { NoteOrder } from "./notes.js";
import { observeFormatting, observePrinted } from "./observe-file.js";
import { Observer } from "./observer.js";
import { readPresentation } from "./presentation.js";
import { readBody } from "./read-body.js";
import { readClosingFields } from "./read-closing.js";
import { readHead } from "./read-head.js";
import { readMargins } from "./read-margins.js";
import { readOpening } from "./read-opening.js";
import { type RecognisedFile, recognise } from "./recognise.js";
import { visibleTexts } from "./visible.js";

/** Composes the document; its parts are read in the order in which they stand, for so their notes are counted. */
function compose(reading: FormattedReading, options: ForeignOptions): ForeignDocument {
  const { text } = reading;
  const notes = new NoteOrder(text);
  const observer = new Observer(text, notes, options.file);
  const file = recognise(text, options);
  const source: InlineSource = { note: notes.refer, binding: (name) => options.bindingOf?.(name) };
  const head = readHead(file, observer);
  const opening = readOpening(file, source, observer);
  const { body, annexes, foot, unlabelled } = readBody(file, notes, source, observer);
  const closing = readClosing(file, observer);
  const margins = readMargins(text, observer);
  const footnotes = notes.build(source, observer.see);
  annotateRest(text, notes, observer);
  const document: Document = {
    family: file.family,
    ...(options.norm === undefined ? {} : { norm: options.norm }),
    type: file.type.slug,
    ...head,
    ...opening,
    body,
    notes: footnotes,
    annexes,
    ...margins,
    ...foot,
    ...closing,
  };
  const presentation = choicesOf(file, notes, observer);
  if (Object.keys(presentation).length > 0) document.presentation = presentation;
  const { title } = file.parts;
  return {
    document,
    familyShown: file.familyShown,
    typeShown: file.type.shown,
    printed: observePrinted(file, annexes, unlabelled, observer),
    observed: observeFormatting(file, observer),
    annotations: observer.annotations,
    places: observer.places,
    visible: visibleTexts(text),
    parted: title?.parted === undefined ? [] : [title.parted],
    bracketed: observer.bracketed,
    legacy: reading.legacy,
    labelled: file.parts.closing.label !== undefined,
    macros: text.macros,
    pictures: [...paragraphsOf(text.blocks)].reduce((sum, one) => sum + one.pictures, 0),
  };
}

/** Nơi nhận and signatures; what stands among them and is neither is noted. */
function readClosing({ parts, norm }: RecognisedFile, observer: Observer): Partial<Document> {
  const recipients = observer.bracket(parts.closing.recipients, "Nơi nhận");
  const { places, see } = observer;
  const { fields, unplaced } = readClosingFields({ ...parts.closing, recipients }, { norm, places, see });
  observer.annotate("unplaced", unplaced);
  return fields;
}

/** Notes that nothing refers to any more, tracked changes and comments. */
function annotateRest(text: FormattedText, notes: NoteOrder, { annotations }: Observer): void {
  for (const key of notes.unused) {
    for (const { runs } of text.notes.get(key) ?? []) {
      const words = tidyLine(runs.map((run) => run.text).join(""));
      if (/[\p{L}\p{N}]/u.test(words)) annotations.push({ kind: "unplaced", text: words });
    }
  }
  for (const { kind, text: words, author, paragraph } of text.markup)
    annotations.push({ kind, text: words, at: paragraph, ...(author === undefined ? {} : { author }) });
}

/** What whoever set the text chose within the norm's limits. */
function choicesOf({ text, norm }: RecognisedFile, notes: NoteOrder, { observed }: Observer): Presentation {
  return {
    ...readPresentation(observed, norm),
    ...(text.mirrored ? { duplex: true as const } : {}),
    ...(notes.plain ? { noteMark: "plain" as const } : {}),
  };
}

/**
 * Reads a Word file from outside as an official document. Never throws.
 *
 * @param bytes any file at all
 * @returns the document with its formatting, its places and what it has beside; or why there is none
 */
export function readForeignDocx(
  bytes: Uint8Array,
  options: ForeignOptions = {},
  limits: DocxLimits = DOCX_LIMITS,
): ForeignReading {
  const reading = readFormatted(bytes, limits);
  if (typeof reading === "string") return { ok: false, fault: reading };
  return { ok: true, value: compose(reading, options) };
}
