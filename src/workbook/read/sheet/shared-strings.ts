import { resolveCellText } from "../../../xml/entities.js";
import { XmlScanner } from "../../../xml/xml-scanner.js";
import { readRichText } from "./read-cell.js";

/** The table of texts that cells refer to by index. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  const scanner = new XmlScanner(xml);
  while (scanner.next()) {
    if (scanner.name !== "si" || scanner.closing) continue;
    strings.push(scanner.empty ? "" : resolveCellText(readRichText(scanner, "si")));
  }
  return strings;
}
