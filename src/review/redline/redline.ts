/** The new version of a Word file in which everything that was put in or taken out is a tracked change. */
import { strToU8, zipSync } from "fflate";
import { openArchive } from "../../archive/archive.js";
import { DOCX_LIMITS } from "../../source/docx/index.js";
import { mainDocument, type ReadableParts, relationshipsOf } from "../../writers/docx/relationships.js";
import { decodeXml } from "../../xml/decode-xml.js";
import { headPlaces, textOfHead, withPageNumbersOf } from "./heads.js";
import { Markup } from "./markup.js";
import { type BlockSurroundings, mergeBlocks } from "./merge-blocks.js";
import { Notes } from "./notes.js";
import { settle } from "./settle.js";
import { attributeOf, childOf, isNamed, readTree, writeTree, type XmlDocument, type XmlElement } from "./xml-tree.js";

/** Who the changes are said to be by. */
const AUTHOR = "So sánh hai bản";
const MAIN_NAMESPACES =
  /xmlns:([\w.-]+)\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/u;
/** A zip states local time; every time zone writes the same. */
const zipTime = (): Date => new Date(1980, 0, 1, 12);

/** Why a redline cannot be made. */
export type RedlineFault = "broken" | "tooLarge";

interface Package {
  readonly parts: Map<string, Uint8Array>;
  readonly mainPath: string;
  readonly main: XmlDocument;
  readonly body: XmlElement;
  readonly notesPath: string | undefined;
  readonly notes: XmlDocument | undefined;
}

function partsOf(bytes: Uint8Array): Map<string, Uint8Array> | RedlineFault {
  const archive = openArchive(bytes, DOCX_LIMITS);
  if (typeof archive === "string") return "broken";
  const parts = new Map<string, Uint8Array>();
  for (const name of archive.names) {
    if (name.endsWith("/")) continue;
    const part = archive.part(name);
    if (typeof part === "string") return part === "tooLarge" ? "tooLarge" : "broken";
    parts.set(name, part.bytes);
  }
  return parts;
}

function settled(document: XmlDocument | undefined): XmlDocument | undefined {
  return document === undefined ? undefined : { ...document, root: settle(document.root) };
}

function treeOf(parts: ReadableParts, path: string | undefined): XmlDocument | undefined {
  const part = path === undefined ? undefined : parts.get(path);
  return part instanceof Uint8Array ? settled(readTree(decodeXml(part))) : undefined;
}

function openPackage(bytes: Uint8Array): Package | RedlineFault {
  const parts = partsOf(bytes);
  if (typeof parts === "string") return parts;
  const mainPath = mainDocument(parts);
  const main = treeOf(parts, mainPath);
  const body = main === undefined ? undefined : childOf(main.root, "body");
  if (main === undefined || body === undefined) return "broken";
  const notesPath = relationshipsOf(parts, mainPath).find(({ type }) => type === "footnotes")?.target;
  return { parts, mainPath, main, body, notesPath, notes: treeOf(parts, notesPath) };
}

/** A head or foot of pages, and its part. */
interface Head {
  readonly path: string;
  readonly document: XmlDocument;
  readonly text: string;
}

/** Heads and feet by their places. */
function headsOf({ parts, mainPath, main }: Package): Map<string, Head> {
  const targets = new Map(relationshipsOf(parts, mainPath).map(({ id, target }) => [id, target]));
  return new Map(
    headPlaces(main.root).flatMap(({ key, id }): [string, Head][] => {
      const path = targets.get(id);
      const document = treeOf(parts, path);
      return path === undefined || document === undefined
        ? []
        : [[key, { path, document, text: textOfHead(document.root) }]];
    }),
  );
}

/**
 * Tracks what differs in heads and feet that stand at the same place in both versions.
 *
 * @returns the texts of those that only one version has
 */
function mergeHeads(
  old: Package,
  neu: Package,
  around: BlockSurroundings,
  prefix: string,
  put: (path: string, document: XmlDocument) => void,
): string[] {
  const [before, after] = [headsOf(old), headsOf(neu)];
  const done = new Set<string>();
  const foreign: string[] = [];
  for (const [key, head] of after) {
    const earlier = before.get(key);
    if (earlier === undefined || earlier.text === head.text || done.has(head.path)) continue;
    // a part that several sections show is written once
    done.add(head.path);
    const { document, text } = head;
    // the marks of changes are written with the prefix of the main part
    if (MAIN_NAMESPACES.exec(document.root.tag)?.[1] !== prefix) {
      foreign.push(text);
      continue;
    }
    const merged = mergeBlocks(
      withPageNumbersOf(document.root, earlier.document.root).children,
      document.root.children,
      around,
    );
    put(head.path, { ...document, root: { ...document.root, children: merged } });
  }
  const alone = (own: ReadonlyMap<string, Head>, other: ReadonlyMap<string, Head>): string[] => {
    const shown = new Set([...other.values()].map(({ text }) => text));
    return [...own].flatMap(([key, { text }]) => (other.has(key) || text === "" || shown.has(text) ? [] : [text]));
  };
  return [...new Set([...foreign, ...alone(before, after), ...alone(after, before)])];
}

/** A redline, and what it does not show. */
export interface Redline {
  readonly file: Uint8Array;
  /** Heads and feet of pages that only one version has: theirs cannot be tracked. */
  readonly untracked: readonly string[];
}

function stylesOf({ parts, mainPath }: Package): Set<string> {
  const path = relationshipsOf(parts, mainPath).find(({ type }) => type === "styles")?.target;
  const styles = treeOf(parts, path)?.root.children ?? [];
  return new Set(styles.flatMap((child) => (isNamed(child, "style") ? (attributeOf(child, "styleId") ?? []) : [])));
}

/**
 * Makes the redline of two Word files. Accepting all changes gives the text of the new one, rejecting all that of the old
 * one; looks are those of the new one.
 *
 * @returns a DOCX, the same for the same versions, or why there is none
 */
export function redline(oldBytes: Uint8Array, newBytes: Uint8Array): Uint8Array | RedlineFault {
  const made = makeRedline(oldBytes, newBytes);
  return typeof made === "string" ? made : made.file;
}

/** The same, and what it does not show. */
export function makeRedline(oldBytes: Uint8Array, newBytes: Uint8Array): Redline | RedlineFault {
  const [old, neu] = [openPackage(oldBytes), openPackage(newBytes)];
  if (typeof old === "string") return old;
  if (typeof neu === "string") return neu;
  const prefix = MAIN_NAMESPACES.exec(neu.main.root.tag)?.[1];
  if (prefix === undefined) return "broken";
  const markup = new Markup(`${prefix}:`, AUTHOR);
  const notes = new Notes(old.notes, neu.notes, markup);
  const styles = stylesOf(neu);
  const around: BlockSurroundings = {
    markup,
    styles,
    keepNote: (id) => notes.keep(id, styles),
    pairNotes: (oldId, newId) => notes.pair(oldId, newId),
  };
  const merged = mergeBlocks(old.body.children, neu.body.children, around);
  neu.body.children.splice(0, neu.body.children.length, ...merged);
  notes.merge(around);
  const write = ({ head, root }: XmlDocument): Uint8Array => strToU8(`${utf8Head(head)}${writeTree(root)}`);
  const parts = new Map(neu.parts);
  const untracked = mergeHeads(old, neu, around, prefix, (path, document) => parts.set(path, write(document)));
  parts.set(neu.mainPath, write(neu.main));
  if (neu.notes !== undefined && neu.notesPath !== undefined) parts.set(neu.notesPath, write(neu.notes));
  const file = zipSync(
    Object.fromEntries([...parts].map(([name, content]) => [name, [content, { mtime: zipTime(), level: 6 }]])),
  );
  return { file, untracked };
}

/** The part is written in UTF-8, whatever it was read in. */
const utf8Head = (head: string): string => head.replace(/encoding\s*=\s*["'][^"']*["']/u, 'encoding="UTF-8"');
