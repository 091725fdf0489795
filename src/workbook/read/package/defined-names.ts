import { type Area, areaOf } from "../sheet/address.js";
import { XmlScanner } from "../xml/xml-scanner.js";

/** What a defined name refers to. A name whose cell was deleted (`#REF!`) refers to nothing and is left out. */
export interface NamedArea {
  readonly sheet: string;
  readonly area: Area;
}

/** `'Biểu 1'!$D$12:$F$14`: quoted sheet name, in which quotes are doubled, or a bare one. */
const REFERENCE = /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/iu;

/** The area that a defined name's text refers to; undefined for constants, formulas, several areas and other workbooks. */
export function namedArea(text: string): NamedArea | undefined {
  const found = REFERENCE.exec(text.trim().replace(/^=/u, ""));
  const sheet = found?.[1]?.replaceAll("''", "'") ?? found?.[2];
  const area = areaOf(found?.[3] ?? "");
  return sheet === undefined || area === undefined || sheet.includes("[") ? undefined : { sheet, area };
}

/**
 * Reads `definedNames` of a workbook part, by name in lower case: Excel compares them so.
 * A name of the whole workbook wins over one of a single sheet.
 */
export function readDefinedNames(scanner: XmlScanner): Map<string, NamedArea> {
  const names = new Map<string, NamedArea>();
  while (scanner.next()) {
    if (scanner.name === "definedNames" && scanner.closing) break;
    if (scanner.name !== "definedName" || scanner.closing || scanner.empty) continue;
    const name = scanner.attribute("name")?.toLowerCase();
    const local = scanner.rawAttribute("localSheetId") !== undefined;
    const refersTo = namedArea(scanner.text());
    if (name === undefined || refersTo === undefined || (local && names.has(name))) continue;
    names.set(name, refersTo);
  }
  return names;
}
