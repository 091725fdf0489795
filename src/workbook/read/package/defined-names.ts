import { decodeByteText } from "../../../xml/byte-text.js";
import { resolveEntities } from "../../../xml/entities.js";
import type { XmlScanner } from "../../../xml/xml-scanner.js";
import { type Area, areaOf } from "../sheet/address.js";

/** What a defined name refers to. */
export interface NamedArea {
  readonly sheet: string;
  readonly area: Area;
}

/** Quoted sheet name, in which quotes are doubled, or a bare one; neither of another workbook. */
const SHEET = /^=?(?:'((?:[^'[]|'')+)'|([\p{L}\p{N}_.]+))$/u;

/** A workbook's defined names, compared without regard to case as Excel does. Texts are taken apart when they are asked for. */
export class DefinedNames {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly areas = new Map<string, NamedArea | undefined>();
  /** Names of sheets by their text before the "!". */
  private readonly sheets = new Map<string, string | undefined>();

  /** @param texts byte texts by name in lower case: `'Biểu 1'!$D$12:$F$14`, with the file's entities */
  constructor(texts: ReadonlyMap<string, string>) {
    this.texts = texts;
  }

  /** The area that a name refers to; undefined for lost cells (`#REF!`), constants, formulas and several areas. */
  get(name: string): NamedArea | undefined {
    const key = name.toLowerCase();
    const text = this.texts.get(key);
    if (text === undefined) return undefined;
    if (!this.areas.has(key)) this.areas.set(key, this.parse(text));
    return this.areas.get(key);
  }

  private parse(text: string): NamedArea | undefined {
    const mark = text.lastIndexOf("!");
    const area = mark === -1 ? undefined : areaOf(text.slice(mark + 1).trim());
    const sheet = area === undefined ? undefined : this.sheetOf(text.slice(0, mark));
    return sheet === undefined || area === undefined ? undefined : { sheet, area };
  }

  private sheetOf(text: string): string | undefined {
    if (!this.sheets.has(text)) {
      const found = SHEET.exec(resolveEntities(decodeByteText(text)).trim());
      this.sheets.set(text, found?.[1]?.replaceAll("''", "'") ?? found?.[2]);
    }
    return this.sheets.get(text);
  }
}

/** Reads `definedNames` of a workbook part given as byte text. A name of the whole workbook wins over one of a single sheet. */
export function readDefinedNames(scanner: XmlScanner): DefinedNames {
  const texts = new Map<string, string>();
  while (scanner.next()) {
    if (scanner.name === "definedNames" && scanner.closing) break;
    if (scanner.name !== "definedName" || scanner.closing || scanner.empty) continue;
    const name = scanner.attribute("name")?.toLowerCase();
    if (name === undefined || (texts.has(name) && scanner.rawAttribute("localSheetId") !== undefined)) continue;
    texts.set(name, scanner.rawText());
  }
  return new DefinedNames(texts);
}
