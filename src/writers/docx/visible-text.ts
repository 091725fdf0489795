/** The visible text of a DOCX: what a reader of the printed document sees, without its look. */
import { unzipSync } from "fflate";
import { mainDocument, type ReadableParts, type Relationship, relationshipsOf, textOfPart } from "./relationships.js";
import { StoryReader } from "./story.js";
import { scanXml } from "./xml-scan.js";

/** Each entry one paragraph, NFC. Empty paragraphs are left out: they are spacing. */
export interface VisibleText {
  /** Body in document order: table cells row by row, marks of footnotes as printed. */
  readonly body: readonly string[];
  /** Notes in the order of their marks, each beginning with its mark as printed. */
  readonly notes: readonly string[];
  /** Headers and footers in the order in which sections name them, without page numbers; equal ones once. */
  readonly furniture: readonly string[];
  /** Of each of them, whether it is a header or a footer. */
  readonly furnitureParts: readonly FurniturePart[];
}

export type FurniturePart = "header" | "footer";

type NoteKind = "footnote" | "endnote";
const NOTE_KINDS: readonly NoteKind[] = ["footnote", "endnote"];

interface Body {
  readonly paragraphs: readonly string[];
  /** Ids of the notes in the order of their marks. */
  readonly references: Readonly<Record<NoteKind, readonly string[]>>;
  /** Relationship ids of headers and footers in the order of the sections. */
  readonly furniture: readonly { readonly id: string; readonly part: FurniturePart }[];
}

function readBody(xml: string): Body {
  const references: Record<NoteKind, string[]> = { footnote: [], endnote: [] };
  const furniture: { id: string; part: FurniturePart }[] = [];
  const story = new StoryReader({ reference: (kind, id) => String(references[kind].push(id)), own: "" });
  scanXml(xml, {
    start: (name, attribute) => {
      if (name === "w:headerReference") furniture.push({ id: attribute("id") ?? "", part: "header" });
      else if (name === "w:footerReference") furniture.push({ id: attribute("id") ?? "", part: "footer" });
      else story.start(name, attribute);
    },
    text: (text) => story.text(text),
    end: (name) => story.end(name),
  });
  return { paragraphs: story.paragraphs, references, furniture };
}

/**
 * Whether a note begins with its number as printed. LibreOffice writes the number before the bracket that opens the mark,
 * so the hash, which must survive LibreOffice, leaves it out; the order of the notes says it anyway.
 */
export type NoteNumbering = "printed" | "omitted";

/** Paragraphs of the notes of a part by the notes' ids; `own` gives the number that a note begins with. */
function readNotes(xml: string, kind: NoteKind, own: (id: string) => string): Map<string, readonly string[]> {
  const notes = new Map<string, readonly string[]>();
  let story: StoryReader | undefined;
  scanXml(xml, {
    start: (name, attribute) => {
      if (name === `w:${kind}`) {
        const id = attribute("id") ?? "";
        story = new StoryReader({ reference: () => "", own: own(id) });
        notes.set(id, story.paragraphs);
      } else story?.start(name, attribute);
    },
    text: (text) => story?.text(text),
    end: (name) => {
      if (name === `w:${kind}`) story = undefined;
      else story?.end(name);
    },
  });
  return notes;
}

function readFurniture(xml: string): readonly string[] {
  const story = new StoryReader({ reference: () => "", own: "" });
  scanXml(xml, story);
  return story.paragraphs;
}

function notesOf(
  parts: ReadableParts,
  body: Body,
  related: readonly Relationship[],
  numbering: NoteNumbering,
): string[] {
  return NOTE_KINDS.flatMap((kind) => {
    const ids = body.references[kind];
    const path = related.find(({ type }) => type === `${kind}s`)?.target;
    if (path === undefined || ids.length === 0) return [];
    const own = (id: string): string => (numbering === "printed" ? String(ids.indexOf(id) + 1) : "");
    const notes = readNotes(textOfPart(parts, path), kind, own);
    return ids.flatMap((id) => notes.get(id) ?? []);
  });
}

function furnitureOf(
  parts: ReadableParts,
  body: Body,
  related: readonly Relationship[],
): { readonly text: string; readonly part: FurniturePart }[] {
  const seen = new Set<string>();
  return body.furniture.flatMap(({ id, part }) => {
    const path = related.find((relationship) => relationship.id === id)?.target;
    const paragraphs = path === undefined ? [] : readFurniture(textOfPart(parts, path));
    const whole = paragraphs.join("\n");
    if (seen.has(whole)) return [];
    seen.add(whole);
    return paragraphs.map((text) => ({ text, part }));
  });
}

/**
 * The visible text of an unzipped DOCX.
 *
 * @throws Error when the package has no main document
 */
export function visibleTextOf(parts: ReadableParts, numbering: NoteNumbering = "printed"): VisibleText {
  const path = mainDocument(parts);
  if (!parts.has(path)) throw new Error(`the package has no ${path}`);
  const body = readBody(textOfPart(parts, path));
  const related = relationshipsOf(parts, path);
  const furniture = furnitureOf(parts, body, related);
  return {
    body: body.paragraphs,
    notes: notesOf(parts, body, related, numbering),
    furniture: furniture.map(({ text }) => text),
    furnitureParts: furniture.map(({ part }) => part),
  };
}

/** The parts of a zipped package. */
export function unzipParts(bytes: Uint8Array): ReadableParts {
  return new Map(Object.entries(unzipSync(bytes)));
}

/**
 * The visible text of a DOCX, paragraph by paragraph: body, then notes, then headers and footers.
 *
 * @throws Error when `bytes` are not a zip file with a main document
 */
export function readVisibleText(bytes: Uint8Array): string[] {
  const { body, notes, furniture } = visibleTextOf(unzipParts(bytes));
  return [...body, ...notes, ...furniture];
}
