import type { Finding } from "../../findings/finding.js";
import { reportImport } from "../../findings/messages/import.js";
import type { Document, Family } from "../../model/document.js";
import { findType } from "../../norms/types.js";
import { readBody } from "../draft/body/body.js";
import { MarkupBudget } from "../draft/body/inline-context.js";
import { NoteBook } from "../draft/body/notes.js";
import { readAddressees } from "../draft/header/addressees.js";
import { legalBasisReader } from "../draft/header/legal-bases.js";
import { Attachments } from "../draft/table/attachments.js";
import { readText as decodeText } from "../draft/text/bytes.js";
import { cleanLines } from "../draft/text/characters.js";
import { Journal } from "../draft/text/journal.js";
import { type SourceLine, splitLines } from "../draft/text/lines.js";
import { type DraftPlaces, PlaceBook } from "../draft/text/position.js";
import { isLegalBasis } from "../printed/legal-basis.js";
import type { Parted } from "../printed/line.js";
import { readRecipientLines } from "../printed/recipient-lines.js";
import { type HeadedAnnexes, headAnnexes, opensAnnex } from "./annexes.js";
import { type ArrangedText, arrangeText } from "./arrange.js";
import { divideText, type TextParts } from "./divide.js";
import { takePageBreaks } from "./furniture.js";
import { type JoinedBody, joinBody } from "./join-body.js";
import { bare, type Lines } from "./paragraphs.js";
import { readHead, type TextHead } from "./read-head.js";

/** A line that is kept beside the document. */
export interface TextAnnotation {
  /**
   * `received`: a stamp or a note by hand; `furniture`: the number of a page; `unplaced`: words for which there is no
   * place.
   */
  readonly kind: "received" | "furniture" | "unplaced";
  readonly line: SourceLine;
}

/** What a text reads as. */
export interface TextReading {
  /** Absent when the bytes are no text. */
  readonly document?: Document;
  readonly findings: readonly Finding[];
  readonly places: DraftPlaces;
  /** What stands in the text and is not of the document. */
  readonly annotations: readonly TextAnnotation[];
  /** Whether header, number or signature say which system the document is of. */
  readonly familyShown: boolean;
  readonly typeShown: boolean;
  /** Lines of the head as they stood. */
  readonly printed: TextHead["printed"] & { readonly title?: string; readonly recipientsLabel?: boolean };
  /** Every word that a reader sees, marks of footnotes left out. */
  readonly visible: readonly string[];
  /** Words that were glued together. */
  readonly parted: readonly Parted[];
}

export interface TextOptions {
  /** The system, where the caller names it. */
  readonly family?: Family;
}

const entryOf = (key: string, lines: Lines) => {
  const at = { line: lines[0]?.number ?? 1, column: 1 };
  return { key, at, value: { kind: "text" as const, lines, at } };
};

/** What closes a text, and who signs. */
function closingOf(
  { recipients, signature }: TextParts,
  { signatures }: ArrangedText,
  places: PlaceBook,
): Partial<Document> {
  const entries = readRecipientLines(recipients, (entry, line) => places.mark(entry, { line, column: 1 }));
  const printed = signature === undefined ? signatures : [signature, ...signatures];
  const signed = printed.map(({ above, name }) => {
    const made = { lines: above.map(({ text }) => text), ...(name === undefined ? {} : { name: name.text }) };
    const at = above[0] ?? name;
    return at === undefined ? made : places.mark(made, { line: at.number, column: 1 });
  });
  return {
    ...(entries === undefined ? {} : { recipients: entries }),
    ...(signed.length === 0 ? {} : { signatures: signed }),
  };
}

/** Legal bases at the beginning of a body; a sentence that opens the text is none. */
function takeBases(body: readonly Lines[]): { readonly bases: Lines; readonly rest: readonly Lines[] } {
  const end = body.findIndex((paragraph) => !isLegalBasis(paragraph.map(({ text }) => bare(text)).join(" ")));
  const bases = body.slice(0, Math.max(end, 0));
  if (bases.length < 2) return { bases: [], rest: body };
  const joined = bases.map((paragraph) => ({
    ...(paragraph[0] as SourceLine),
    text: paragraph.map(({ text }) => text.trim()).join(" "),
  }));
  return { bases: joined, rest: body.slice(end) };
}

/** Paragraphs behind the closing as lines of a body: annexes where a label opens one; otherwise they stay apart. */
function divideAfter(after: readonly Lines[]): { readonly annexes: HeadedAnnexes; readonly apart: Lines } {
  const at = after.findIndex(opensAnnex);
  if (at === -1) return { annexes: headAnnexes([]), apart: after.flat() };
  return { annexes: headAnnexes(after.slice(at)), apart: after.slice(0, at).flat() };
}

/** Marks of footnotes are counted, not typed: they are no words of the text. */
function visibleIn(lines: Lines, { labels }: JoinedBody): string[] {
  const marks = /<sup>\(?(\d{1,3})\)?<\/sup>/gu;
  return lines.map(({ text }) => bare(text.replace(marks, (mark, label: string) => (labels.has(label) ? "" : mark))));
}

/**
 * Reads an official text without layout: what somebody typed, or the text of a scan (Markdown of a text recognition
 * included). Sentences cut at a page's end are joined, headings glued together are parted, notes at a page's foot
 * become footnotes, stamps and notes by hand are kept apart.
 *
 * @param source bytes of the file, or its text
 * @param file its name in the places of findings
 */
export async function readPlainText(
  source: string | Uint8Array,
  file?: string,
  options: TextOptions = {},
): Promise<TextReading> {
  const journal = new Journal(file);
  const places = new PlaceBook(file);
  const text = decodeText(source, journal);
  if (text === undefined) {
    const nothing = {
      annotations: [],
      visible: [],
      parted: [],
      familyShown: false,
      typeShown: false,
      printed: { national: [] },
    };
    return { findings: journal.inOrder(), places, ...nothing };
  }
  const pages = takePageBreaks(splitLines(text));
  const lines = cleanLines(pages.lines, journal);
  const arranged = arrangeText(lines, pages.tops);
  const parts = divideText(arranged.paragraphs);
  const head = readHead(parts.header, options.family);
  for (const [field, line] of head.lines) places.markField(field, { line, column: 1 });
  const mark = (field: string, line: SourceLine | undefined): void => {
    if (line !== undefined) places.markField(field, { line: line.number, column: 1 });
  };
  mark("recipients", parts.recipients[0]);
  mark("signatures", parts.signature?.above[0]);
  const subject = parts.subject.length > 0 || parts.type !== undefined ? parts.subject : head.letterSubject;
  mark("subject", subject[0]);
  mark("addressees", parts.addressees[0]);
  mark("issuingAuthority", parts.issuingAuthority[0]);
  const { bases, rest } = takeBases(parts.body);
  const after = divideAfter(parts.after);
  const body = joinBody([...rest, ...after.annexes.paragraphs], after.annexes.headings);
  const budget = new MarkupBudget();
  const notes = new NoteBook(journal, budget);
  const attachments = new Attachments(undefined, journal);
  const context = { journal, places, notes, attachments, budget, referTo: notes.referTo };
  const legalBases = bases.length === 0 ? undefined : legalBasisReader(context, places)(entryOf("căn cứ", bases));
  const addressees = addresseesOf(parts.addressees, journal);
  const blocks = await readBody(body.lines, context);
  const type = findType(parts.type ?? "", head.family)?.slug;
  const document: Document = {
    family: head.family,
    type: type ?? "cong-van",
    ...head.fields,
    ...(subject.length === 0 ? {} : { subject: subject.map((line) => line.text) }),
    ...(addressees === undefined ? {} : { addressees }),
    ...(parts.issuingAuthority.length === 0
      ? {}
      : { issuingAuthority: parts.issuingAuthority.map(({ text }) => bare(text)) }),
    ...(legalBases === undefined ? {} : { legalBases }),
    body: blocks.body,
    notes: notes.close(places),
    annexes: blocks.annexes,
    ...closingOf(parts, arranged, places),
  };
  const kept = (kind: TextAnnotation["kind"], of: Lines): TextAnnotation[] =>
    of.filter((line) => bare(line.text) !== "").map((line) => ({ kind, line: { ...line, text: bare(line.text) } }));
  return {
    document,
    findings: [...journal.inOrder(), ...uncertain(arranged, parts.body, file)],
    places,
    annotations: [
      ...kept("received", head.received),
      ...kept("unplaced", head.unplaced),
      ...kept("unplaced", parts.besideTitle === undefined ? [] : [parts.besideTitle]),
      ...kept("received", body.annotations),
      ...kept("received", arranged.stamps),
      ...kept("furniture", arranged.numbers),
      ...kept("unplaced", body.unplaced),
      ...kept("unplaced", after.apart),
      ...(subject === head.letterSubject ? [] : kept("unplaced", head.letterSubject)),
    ],
    familyShown: head.familyShown,
    typeShown: type !== undefined || head.letterSubject.length > 0 || addressees !== undefined,
    printed: {
      ...head.printed,
      ...(parts.title === undefined ? {} : { title: parts.title }),
      ...(parts.labelled ? { recipientsLabel: true } : {}),
    },
    visible: visibleIn(lines, body),
    parted: [...(parts.parted === undefined ? [] : [parts.parted]), ...body.parted],
  };
}

/** What stands at a page's foot: the label of a note by itself, or before its first word. */
const FOOT = /^(?:\(\d{1,2}\)$|\d{1,2}$|\d{1,2} \p{Lu})/u;

/** What was read and has to be compared with the paper: tables, columns, notes that nothing calls. */
function uncertain(
  { rebuilt, unsure, mixed }: ArrangedText,
  body: readonly Lines[],
  file: string | undefined,
): Finding[] {
  const at = (line: number) => ({ ...(file === undefined ? {} : { file }), line });
  const feet = body.flatMap(([first]) =>
    first !== undefined && !first.apart && FOOT.test(bare(first.text)) ? [first] : [],
  );
  return [
    ...rebuilt.map(({ from, to, columns }) => reportImport("import/table-rebuilt", { from, to, columns }, at(from))),
    ...unsure.map(({ from, to }) => reportImport("import/table-unsure", { from, to }, at(from))),
    ...mixed.map(({ from, to }) => reportImport("import/columns-unsure", { from, to }, at(from))),
    ...feet.map(({ text, number }) => reportImport("import/note-in-text", { text: bare(text) }, at(number))),
  ];
}

/** "Kính gửi: …" as a draft has it: the phrase apart from the names. */
function addresseesOf(lines: Lines, journal: Journal): Document["addressees"] {
  const [first, ...others] = lines;
  const match = first === undefined ? null : /^Kính (gửi|trình)\s*:?\s*(.*)$/iu.exec(first.text);
  if (first === undefined || match === null) return undefined;
  const names = [...(match[2] ? [{ ...first, text: match[2] }] : []), ...others].map((line) => ({
    ...line,
    text: line.text.replace(/^[–+]\s*/u, "- "),
  }));
  if (names.length === 0) return undefined;
  const phrase = match[1]?.toLowerCase() === "trình" ? "Kính trình" : "Kính gửi";
  return readAddressees(entryOf(phrase.toLowerCase(), names), journal, phrase);
}
