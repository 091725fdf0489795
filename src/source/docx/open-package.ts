/** The parts of a Word file from outside, unpacked within bounds. */
import { type Archive, openArchive } from "../../archive/archive.js";
import { recogniseFile } from "../../archive/file-kind.js";
import type { ArchiveLimits } from "../../archive/limits.js";
import { type Relationship, readRelationships, relationshipsOf } from "../../archive/relationships.js";
import { decodeXml } from "../../xml/decode-xml.js";
import type { DocxFault } from "./text.js";

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

/** A Word file whose main part was read. */
export interface DocxPackage {
  /** XML of the main part. */
  readonly main: string;
  /** XML of the main part's part of this type; "" when there is none, or none that can be read. */
  readonly partOf: (type: string) => string;
  /** XML of the part that a relationship of the main part names; "" as above. */
  readonly partById: (id: string) => string;
  readonly archive: Archive;
}

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

function readMain(archive: Archive): DocxPackage | DocxFault {
  const main = mainPart(archive);
  if (main === undefined) return "notWord";
  const body = textOf(archive, main);
  if (typeof body === "string") return body;
  if (body.xml === undefined) return archive.names.some((name) => /^word\//iu.test(name)) ? "broken" : "notWord";
  if (body.xml.includes("<!DOCTYPE")) return "documentType";
  const links = textOf(archive, relationshipsOf(main));
  const relationships = typeof links === "object" && links.xml !== undefined ? readRelationships(links.xml, main) : [];
  const xmlOf = (wanted: (link: Relationship) => boolean): string => {
    const part = textOf(archive, relationships.find((link) => !link.external && wanted(link))?.target);
    // a text without its styles or notes is still the text
    return typeof part === "string" ? "" : (part.xml ?? "");
  };
  return {
    main: body.xml,
    partOf: (type) => xmlOf((link) => link.type === type),
    partById: (id) => xmlOf((link) => link.id === id),
    archive,
  };
}

/**
 * Opens a Word file. Never throws.
 *
 * @param bytes any file at all
 * @returns its main part and access to the others, or why there are none
 */
export function openPackage(bytes: Uint8Array, limits: DocxLimits = DOCX_LIMITS): DocxPackage | DocxFault {
  const kind = recogniseFile(bytes);
  if (kind !== "zip") return KIND_FAULTS[kind] ?? "notWord";
  if (bytes.length > limits.file) return "tooLarge";
  const archive = openArchive(bytes, limits);
  if (archive === "tooManyParts") return "bomb";
  return typeof archive === "string" ? archive : readMain(archive);
}
