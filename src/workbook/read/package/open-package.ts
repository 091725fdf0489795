/** A workbook package, opened within limits; its sheets are read when they are asked for. */
import { type Archive, openArchive, type PartFault } from "../../../archive/archive.js";
import { type FileKind, recogniseFile } from "../../../archive/file-kind.js";
import { type Relationship, readRelationships, relationshipsOf } from "../../../archive/relationships.js";
import { byteText } from "../../../xml/byte-text.js";
import { decodeXml } from "../../../xml/decode-xml.js";
import type { ReadLimits } from "../limits.js";
import type { SheetGrid } from "../sheet/cell.js";
import { readDateStyles } from "../sheet/date-styles.js";
import { readSheet } from "../sheet/read-sheet.js";
import { readSharedStrings } from "../sheet/shared-strings.js";
import type { DefinedNames } from "./defined-names.js";
import { readWorkbookPart } from "./workbook-part.js";

/** What a zip holds that is no workbook of this format. */
export type OtherZip = "docx" | "pptx" | "ods" | "odt" | "xlsb" | "zip";

/** Why nothing can be read from a file. */
export type OpenFault =
  | { readonly kind: "other"; readonly what: Exclude<FileKind, "zip"> | OtherZip }
  | { readonly kind: "tooLarge"; readonly megabytes: number }
  | { readonly kind: "cut" | "broken" | "bomb" | "encryptedParts" };

export interface WorkbookPackage {
  readonly archive: Archive;
  /** Names of the sheets in the order of the tabs. */
  readonly sheets: readonly string[];
  readonly names: DefinedNames;
  readonly date1904: boolean;
  /** Relationships of the workbook part. */
  readonly relationships: readonly Relationship[];
  /** Reads a sheet, once; a fault when its part, or the shared texts, cannot be unpacked. */
  sheet(name: string): SheetGrid | PartFault;
  /** Name of the part that holds a sheet. */
  partOf(name: string): string | undefined;
}

/** Opens a file from outside as a workbook. Never throws. */
export function openPackage(bytes: Uint8Array, limits: ReadLimits): WorkbookPackage | OpenFault {
  const what = recogniseFile(bytes);
  if (what !== "zip") return { kind: "other", what };
  if (bytes.length > limits.file) return { kind: "tooLarge", megabytes: Math.ceil(bytes.length / 1024 / 1024) };
  const archive = openArchive(bytes, limits);
  if (archive === "tooManyParts") return { kind: "bomb" };
  if (typeof archive === "string") return { kind: archive };
  const main = mainPart(archive);
  const other = otherZip(archive, main);
  if (other !== undefined) return { kind: "other", what: other };
  const workbook = textOf(archive, main, byteText);
  const links = textOf(archive, relationshipsOf(main));
  if (!workbook.ok || !links.ok) return openFault(workbook.ok ? links : workbook);
  const relationships = readRelationships(links.xml, main);
  const part = readWorkbookPart(workbook.xml);
  if (part.sheets.length === 0) return { kind: "broken" };
  return packageOf(archive, part, relationships, limits);
}

/** True when `opened` is a workbook. */
export function isPackage(opened: WorkbookPackage | OpenFault): opened is WorkbookPackage {
  return "archive" in opened;
}

type PartText = { readonly ok: true; readonly xml: string } | { readonly ok: false; readonly fault: PartFault };

function textOf(archive: Archive, name: string, decode: (bytes: Uint8Array) => string = decodeXml): PartText {
  const part = archive.part(name);
  return typeof part === "string" ? { ok: false, fault: part } : { ok: true, xml: decode(part.bytes) };
}

function openFault(part: PartText): OpenFault {
  if (part.ok || part.fault === "broken" || part.fault === "missing") return { kind: "broken" };
  return { kind: part.fault === "encrypted" ? "encryptedParts" : "bomb" };
}

/** Name of the main part, by the package's relationships. */
function mainPart(archive: Archive): string {
  const links = textOf(archive, "_rels/.rels");
  const main = links.ok ? readRelationships(links.xml, "").find(({ type }) => type === "officeDocument") : undefined;
  return main?.target ?? "xl/workbook.xml";
}

function otherZip(archive: Archive, main: string): OtherZip | undefined {
  if (/\.bin$/iu.test(main)) return "xlsb";
  if (/^word\//iu.test(main)) return "docx";
  if (/^ppt\//iu.test(main)) return "pptx";
  const names = new Set(archive.names.map((name) => name.replaceAll("\\", "/").toLowerCase()));
  if (names.has(main.toLowerCase())) return undefined;
  const mimetype = textOf(archive, "mimetype");
  if (mimetype.ok && mimetype.xml.includes("opendocument.spreadsheet")) return "ods";
  if (mimetype.ok && mimetype.xml.includes("opendocument")) return "odt";
  return "zip";
}

function packageOf(
  archive: Archive,
  part: ReturnType<typeof readWorkbookPart>,
  relationships: readonly Relationship[],
  limits: ReadLimits,
): WorkbookPackage {
  const targets = new Map(relationships.map(({ id, target }) => [id, target]));
  const parts = new Map(part.sheets.map(({ name, relationship }) => [name.toLowerCase(), targets.get(relationship)]));
  const grids = new Map<string, SheetGrid | PartFault>();
  const partOfType = (type: string): string | undefined => relationships.find((link) => link.type === type)?.target;
  const strings = once(() => tableOf(archive, partOfType("sharedStrings"), readSharedStrings));
  const dateStyles = once(() => tableOf(archive, partOfType("styles"), readDateStyles));

  const read = (name: string): SheetGrid | PartFault => {
    const target = parts.get(name.toLowerCase());
    if (target === undefined) return "missing";
    const shared = strings();
    if (typeof shared === "string") return shared;
    const styles = dateStyles();
    const sheet = archive.beginning(target, limits.sheet);
    if (typeof sheet === "string") return sheet;
    const source = { name, xml: byteText(sheet.bytes), cut: sheet.cut };
    // Without styles no date is recognised, but all figures are there.
    return readSheet(source, { strings: shared, dateStyles: typeof styles === "string" ? [] : styles }, limits);
  };
  return {
    archive,
    sheets: part.sheets.map(({ name }) => name),
    names: part.names,
    date1904: part.date1904,
    relationships,
    partOf: (name) => parts.get(name.toLowerCase()),
    sheet: (name) => {
      const key = name.toLowerCase();
      const grid = grids.get(key) ?? read(name);
      grids.set(key, grid);
      return grid;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A table that sheets refer to; a workbook may have none. */
function tableOf<T>(
  archive: Archive,
  part: string | undefined,
  read: (xml: string) => readonly T[],
): readonly T[] | PartFault {
  if (part === undefined) return [];
  const text = textOf(archive, part);
  if (text.ok) return read(text.xml);
  return text.fault === "missing" ? [] : text.fault;
}
