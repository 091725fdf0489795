import { detach } from "../../../xml/detach.js";
import { XmlScanner } from "../../../xml/xml-scanner.js";
import { DefinedNames, readDefinedNames } from "./defined-names.js";

/** What the workbook part says. */
export interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly relationship: string }[];
  readonly names: DefinedNames;
  /** Days count from 1904. */
  readonly date1904: boolean;
}

/**
 * Reads the workbook part.
 *
 * @param xml as byte text
 */
export function readWorkbookPart(xml: string): WorkbookPart {
  const scanner = new XmlScanner(xml, 0, "bytes");
  const sheets: { name: string; relationship: string }[] = [];
  let names = new DefinedNames(new Map());
  let date1904 = false;
  while (scanner.next()) {
    if (scanner.closing) continue;
    if (scanner.name === "sheet") {
      sheets.push({ name: detach(scanner.attribute("name") ?? ""), relationship: scanner.rawAttribute("id") ?? "" });
    } else if (scanner.name === "definedNames" && !scanner.empty) {
      names = readDefinedNames(scanner);
    } else if (scanner.name === "workbookPr") {
      date1904 = /^(?:1|true|on)$/u.test(scanner.rawAttribute("date1904") ?? "");
    }
  }
  return { sheets, names, date1904 };
}
