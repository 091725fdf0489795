/** What a workbook brings along that does not belong into a return: macros, links to other workbooks, pivot tables. */

import { readRelationships, relationshipsOf } from "../../../archive/relationships.js";
import { decodeXml } from "../../../xml/decode-xml.js";
import type { WorkbookPackage } from "./open-package.js";

export interface ForeignContents {
  readonly macros: boolean;
  readonly pivotTables: boolean;
  /** Names of the linked workbooks, without their folders, in the order of their numbers in formulas. */
  readonly links: readonly string[];
}

/** Looks for foreign contents by the names of parts; nothing of it is opened but the links' addresses. */
export function foreignContents(workbook: WorkbookPackage): ForeignContents {
  const { archive, relationships } = workbook;
  const names = archive.names.map((name) => name.replaceAll("\\", "/").toLowerCase());
  const externals = relationships.filter(({ type }) => type === "externalLink").map(({ target }) => target);
  return {
    macros: names.some((name) => name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/")),
    pivotTables: names.some((name) => name.startsWith("xl/pivottables/") || name.startsWith("xl/pivotcache/")),
    links: externals.map((part) => linkedFile(workbook, part)),
  };
}

function linkedFile(workbook: WorkbookPackage, part: string): string {
  const links = workbook.archive.part(relationshipsOf(part));
  if (typeof links === "string") return "?";
  const [first] = readRelationships(decodeXml(links.bytes), part);
  const address = decodeAddress(first?.target ?? "?");
  return address.slice(Math.max(address.lastIndexOf("/"), address.lastIndexOf("\\")) + 1) || address;
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
