/** Types values into the cells of outline workbooks, as people do. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readRelationships } from "../archive/relationships.js";
import { escapeXml } from "./mark/edits.js";
import { readWorkbookPart } from "./read/package/workbook-part.js";

export type Typed = number | string;

/** What is typed, by sheet and address. */
export type TypedCells = ReadonlyMap<string, ReadonlyMap<string, Typed>>;

/** First day that a zip can name: the same input gives the same file on every day. */
const ZIP_TIME = new Date(1980, 0, 1, 12);

const MAIN = "xl/workbook.xml";
const CELL = /<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>.*?<\/c>)/gsu;

function cellXml(address: string, attributes: string, typed: Typed): string {
  const look = / s="\d+"/u.exec(attributes)?.[0] ?? "";
  return typeof typed === "number"
    ? `<c r="${address}"${look}><v>${typed}</v></c>`
    : `<c r="${address}"${look} t="inlineStr"><is><t xml:space="preserve">${escapeXml(typed)}</t></is></c>`;
}

/**
 * Puts values into cells of a workbook that the outline writer has made; what stood there goes.
 *
 * @returns the workbook as the unit saves it
 */
export function fillWorkbook(bytes: Uint8Array, cells: TypedCells): Uint8Array {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const links = readRelationships(text("xl/_rels/workbook.xml.rels"), MAIN);
  // the part is read as bytes, one letter each
  const main = strFromU8(parts[MAIN] ?? new Uint8Array(), true);
  for (const { name, relationship } of readWorkbookPart(main).sheets) {
    const own = cells.get(name);
    const part = links.find(({ id }) => id === relationship)?.target;
    if (own === undefined || part === undefined) continue;
    const filled = text(part).replace(CELL, (whole, address: string, attributes: string) => {
      const typed = own.get(address);
      return typed === undefined ? whole : cellXml(address, attributes, typed);
    });
    parts[part] = strToU8(filled);
  }
  return zipSync(parts, { mtime: ZIP_TIME, level: 6 });
}
