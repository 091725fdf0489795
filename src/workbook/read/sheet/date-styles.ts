import { XmlScanner } from "../../../xml/xml-scanner.js";

/** Built-in formats that show a date or a time; 27 to 36 and 50 to 58 are those of East Asian editions. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a number format shows a date: a day, month, year, hour or second outside of literal text. */
function isDateFormat(code: string): boolean {
  const [positive = ""] = code.split(";");
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*./gu, "").replace(/\[(?![hms]+\])[^\]]*\]/giu, "");
  return /[ymdhs]/iu.test(bare.replace(/general|standard/giu, ""));
}

/** Whether each cell style (by index, `cellXfs`) shows dates. */
export function readDateStyles(xml: string): readonly boolean[] {
  const scanner = new XmlScanner(xml);
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inside = false;
  while (scanner.next()) {
    if (scanner.name === "cellXfs") {
      if (scanner.closing) break;
      inside = !scanner.empty;
    } else if (scanner.name === "numFmt" && !scanner.closing) {
      custom.set(Number(scanner.rawAttribute("numFmtId")), isDateFormat(scanner.attribute("formatCode") ?? ""));
    } else if (inside && scanner.name === "xf" && !scanner.closing) {
      const id = Number(scanner.rawAttribute("numFmtId") ?? 0);
      styles.push(custom.get(id) ?? isBuiltInDate(id));
    }
  }
  return styles;
}
