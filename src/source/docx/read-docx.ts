/** Reads the text of a Word file from outside. */
import { type Archive, openArchive } from "../../archive/archive.js";
import { recogniseFile } from "../../archive/file-kind.js";
import type { ArchiveLimits } from "../../archive/limits.js";
import { readRelationships, relationshipsOf } from "../../archive/relationships.js";
import { decodeXml } from "../../xml/decode-xml.js";
import { readStory } from "./body-reader.js";
import { readNotes } from "./notes.js";
import { readNumbering } from "./numbering.js";
import { readStyles } from "./styles.js";
import type { DocxFault, DocxText } from "./text.js";

const MEGABYTE = 1024 * 1024;

/** Bounds on a Word file from outside. */
export interface DocxLimits extends ArchiveLimits {
  /** Bytes of the file itself; scanned pages pasted into a text make it tens of megabytes. */
  readonly file: number;
  /** Paragraphs of the body, those in cells included; a báo cáo has some hundreds. */
  readonly paragraphs: number;
}

/** Used when the caller says nothing else. */
export const DOCX_LIMITS: DocxLimits = {
  file: 64 * MEGABYTE,
  parts: 10_000,
  part: 32 * MEGABYTE,
  total: 128 * MEGABYTE,
  paragraphs: 50_000,
};

/** What a file is, as a fault, when it is no zip. */
const KIND_FAULTS: Readonly<Record<string, DocxFault>> = {
  empty: "empty",
  zeros: "empty",
  word97: "word97",
  encrypted: "password",
};

/** Text of a part, absent when there is none; a fault when it cannot be unpacked. */
type PartText = { readonly xml?: string } | DocxFault;

function textOf(archive: Archive, name: string | undefined): PartText {
  if (name === undefined) return {};
  const part = archive.part(name);
  if (part === "missing") return {};
  if (part === "encrypted") return "password";
  if (part === "tooLarge") return "bomb";
  return part === "broken" ? "broken" : { xml: decodeXml(part.bytes) };
}

/** Name of the body's part; undefined when the package is no Word file. */
function mainPart(archive: Archive): string | undefined {
  const links = textOf(archive, "_rels/.rels");
  const declared =
    typeof links === "object" && links.xml !== undefined
      ? readRelationships(links.xml, "").find(({ type }) => type === "officeDocument")?.target
      : undefined;
  const main = declared ?? "word/document.xml";
  return /^word\//iu.test(main) ? main : undefined;
}

function readPackage(archive: Archive, { paragraphs }: DocxLimits): DocxText | DocxFault {
  const main = mainPart(archive);
  if (main === undefined) return "notWord";
  const body = textOf(archive, main);
  if (typeof body === "string") return body;
  if (body.xml === undefined) return archive.names.some((name) => /^word\//iu.test(name)) ? "broken" : "notWord";
  if (body.xml.includes("<!DOCTYPE")) return "documentType";
  const links = textOf(archive, relationshipsOf(main));
  const relationships = typeof links === "object" && links.xml !== undefined ? readRelationships(links.xml, main) : [];
  const xmlOf = (type: string): string => {
    const part = textOf(archive, relationships.find((link) => link.type === type)?.target);
    // a text without its styles or notes is still the text
    return typeof part === "string" ? "" : (part.xml ?? "");
  };
  const notes = [readNotes(xmlOf("footnotes"), "footnote"), readNotes(xmlOf("endnotes"), "endnote")];
  const styles = readStyles(xmlOf("styles"));
  const story = readStory(body.xml, {
    styles,
    mostParagraphs: paragraphs,
    lists: readNumbering(xmlOf("numbering"), styles),
    notes: new Map(notes.flatMap(({ texts }) => [...texts])),
  });
  if (story.excess !== undefined) return story.excess === "tooLong" ? "tooLong" : "bomb";
  const macros = archive.names.some((name) => /(?:^|\/)vbaProject\.bin$/iu.test(name));
  const changes = [story.changes, ...notes.map((note) => note.changes)];
  return {
    blocks: story.blocks,
    changes: {
      inserted: changes.reduce((sum, { inserted }) => sum + inserted, 0),
      deleted: changes.reduce((sum, { deleted }) => sum + deleted, 0),
    },
    ...(macros ? { macros } : {}),
  };
}

/**
 * Reads paragraphs, tables and notes of a Word file. Never throws.
 *
 * @param bytes any file at all
 * @returns the text, or why there is none
 */
export function readDocx(bytes: Uint8Array, limits: DocxLimits = DOCX_LIMITS): DocxText | DocxFault {
  const kind = recogniseFile(bytes);
  if (kind !== "zip") return KIND_FAULTS[kind] ?? "notWord";
  if (bytes.length > limits.file) return "tooLarge";
  const archive = openArchive(bytes, limits);
  if (archive === "tooManyParts") return "bomb";
  return typeof archive === "string" ? archive : readPackage(archive, limits);
}
