/** Copies of returned workbooks with cells marked. Everything else stays byte for byte as the unit sent it. */
import { posix } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { readRelationships, relationshipsOf } from "../../archive/relationships.js";
import { byteText } from "../../xml/byte-text.js";
import { decodeXml } from "../../xml/decode-xml.js";
import { readWorkbookPart } from "../read/package/workbook-part.js";
import { type Comment, commentBoxesXml, commentsXml } from "./comment-parts.js";
import { escapeXml, prefixOf } from "./edits.js";
import { markSheet } from "./mark-sheet.js";
import { StyleMarker } from "./style-marker.js";

/** A cell to be marked. */
export interface Mark {
  /** Name of the sheet in this workbook. */
  readonly sheet: string;
  readonly address: string;
  /** Comment on the cell. */
  readonly text: string;
}

type Parts = Record<string, Uint8Array>;

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/** Namespace of strict files, in which these old comments do not exist. */
const STRICT = "http://purl.oclc.org/ooxml/";
const CONTENT_TYPES = "[Content_Types].xml";
/** First day that a zip can name. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

/** The key of a part, whatever its case, as Excel compares names. */
function findPart(parts: Parts, name: string): string | undefined {
  if (parts[name] !== undefined) return name;
  const wanted = name.toLowerCase();
  return Object.keys(parts).find((key) => key.toLowerCase() === wanted);
}

function textOf(parts: Parts, name: string): string | undefined {
  const bytes = parts[findPart(parts, name) ?? name];
  return bytes === undefined ? undefined : decodeXml(bytes);
}

function setText(parts: Parts, name: string, xml: string): void {
  const declared = xml.replace(/^(<\?xml[^>]*encoding=["'])[^"']+/iu, "$1UTF-8");
  parts[findPart(parts, name) ?? name] = strToU8(declared);
}

/** Comments by cell: several findings on a cell become one. */
function commentsOf(marks: readonly Mark[]): readonly Comment[] {
  const texts = new Map<string, string[]>();
  for (const { address, text } of marks) texts.set(address, [...(texts.get(address) ?? []), text]);
  return [...texts].map(([address, lines]) => ({ address, text: [...new Set(lines)].join("\n\n") }));
}

const beforeEnd = (xml: string, root: string, text: string): string => {
  const end = xml.lastIndexOf(`</${prefixOf(xml, root)}${root}`);
  return end === -1 ? xml : xml.slice(0, end) + text + xml.slice(end);
};

/** The first free name of its kind; programs look for the usual names, whatever the links say. */
function freeName(parts: Parts, stem: string, suffix: string): string {
  for (let number = 1; ; number++) {
    const name = `${stem}${number}${suffix}`;
    if (findPart(parts, name) === undefined) return name;
  }
}

/** Adds the parts of a sheet's comments and what points to them. */
function addComments(parts: Parts, sheetPart: string, comments: readonly Comment[], link: string): void {
  const name = freeName(parts, "xl/comments", ".xml");
  const boxes = freeName(parts, "xl/drawings/vmlDrawing", ".vml");
  const target = (part: string): string => posix.relative(posix.dirname(sheetPart), part);
  parts[name] = strToU8(commentsXml(comments));
  parts[boxes] = strToU8(commentBoxesXml(comments));
  const linksPart = relationshipsOf(sheetPart);
  const links =
    textOf(parts, linksPart) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const open = links.replace(/<((?:[\w.-]+:)?)Relationships([^>]*)\/>/u, "<$1Relationships$2></$1Relationships>");
  const p = prefixOf(open, "Relationships");
  const added =
    `<${p}Relationship Id="${link}" Type="${OFFICE}/vmlDrawing" Target="${target(boxes)}"/>` +
    `<${p}Relationship Id="${link}c" Type="${OFFICE}/comments" Target="${target(name)}"/>`;
  setText(parts, linksPart, beforeEnd(open, "Relationships", added));
  const types = textOf(parts, CONTENT_TYPES) ?? "";
  const t = prefixOf(types, "Types");
  const override = `<${t}Override PartName="/${escapeXml(name)}" ContentType="${COMMENTS_TYPE}"/>`;
  const box = /Extension=["']vml["']/iu.test(types) ? "" : `<${t}Default Extension="vml" ContentType="${BOXES_TYPE}"/>`;
  // defaults stand before overrides in files of Excel's own; the order is free
  setText(parts, CONTENT_TYPES, beforeEnd(types, "Types", box + override));
}

/** Marks the cells of one sheet. */
function markOne(
  parts: Parts,
  sheetPart: string,
  marks: readonly Mark[],
  styles: StyleMarker | undefined,
  number: number,
) {
  const xml = textOf(parts, sheetPart);
  if (xml === undefined) return;
  const links = readRelationships(textOf(parts, relationshipsOf(sheetPart)) ?? "", sheetPart);
  const commented = links.some(({ type }) => /comment/iu.test(type)) || xml.includes(STRICT);
  const link = commented ? undefined : `rIdVanthu${number}`;
  const addresses = marks.map(({ address }) => address);
  const marked = markSheet(xml, addresses, styles && ((look) => styles.marked(look)), link);
  setText(parts, sheetPart, marked.xml);
  if (marked.linked && link !== undefined) addComments(parts, sheetPart, commentsOf(marks), link);
}

function markParts(parts: Parts, marks: readonly Mark[]): boolean {
  const root = readRelationships(textOf(parts, "_rels/.rels") ?? "", "");
  const main = root.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = parts[findPart(parts, main) ?? ""];
  if (workbook === undefined) return false;
  const links = readRelationships(textOf(parts, relationshipsOf(main)) ?? "", main);
  const stylesPart = links.find(({ type }) => type === "styles")?.target;
  const stylesXml = stylesPart === undefined ? undefined : textOf(parts, stylesPart);
  const styles = stylesXml === undefined ? undefined : StyleMarker.open(stylesXml);
  const bySheet = new Map<string, Mark[]>();
  for (const mark of marks) {
    const name = mark.sheet.toLowerCase();
    bySheet.set(name, [...(bySheet.get(name) ?? []), mark]);
  }
  let number = 0;
  for (const { name, relationship } of readWorkbookPart(byteText(workbook)).sheets) {
    const own = bySheet.get(name.toLowerCase());
    const target = links.find(({ id }) => id === relationship)?.target;
    if (own === undefined || target === undefined) continue;
    number += 1;
    markOne(parts, target, own, styles, number);
  }
  if (stylesPart !== undefined && styles !== undefined) setText(parts, stylesPart, styles.xml());
  return number > 0;
}

/**
 * Marks cells of a workbook with a fill and a comment. On a sheet that has comments already only the fill is added.
 *
 * @param bytes a workbook that `readWorkbook` could read
 * @returns undefined when none of the cells can be marked
 */
export function markWorkbook(bytes: Uint8Array, marks: readonly Mark[]): Uint8Array | undefined {
  let parts: Parts;
  try {
    const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/"));
    parts = Object.fromEntries(files.map(([name, part]) => [name.replaceAll("\\", "/").replace(/^\/+/u, ""), part]));
  } catch {
    return undefined;
  }
  if (!markParts(parts, marks)) return undefined;
  return zipSync(parts, { mtime: ZIP_TIME, level: 6 });
}
