/** Corrects what exceljs writes otherwise than Excel wants it, and what would differ between two builds. */
import { token } from "./tokens.js";

/** Parts of a package by path, as text. */
export type TextParts = Map<string, string>;

const STYLES = "xl/styles.xml";
const CORE = "docProps/core.xml";

/** CT_Font is a sequence to Microsoft's validator. */
const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
  "family",
  "charset",
  "scheme",
];

/** The font by which Excel measures columns: that of the style Normal. */
const NORMAL_FONT = '<font><sz val="11"/><name val="Times New Roman"/><family val="1"/></font>';

const elementName = (element: string): string => /^<([\w:]+)/u.exec(element)?.[1] ?? "";

function sortFont(inner: string): string {
  const children = inner.match(/<[\w:]+(?:\s[^<>]*)?\/>/gu) ?? [];
  return [...children].sort((a, b) => FONT_ORDER.indexOf(elementName(a)) - FONT_ORDER.indexOf(elementName(b))).join("");
}

function rewrite(parts: TextParts, path: string, change: (xml: string) => string): void {
  const xml = parts.get(path);
  if (xml === undefined) throw new Error(`${path} is missing: exceljs writes otherwise than expected`);
  parts.set(path, change(xml));
}

/** Rows of each sheet that grow with their text, by path of the part. */
export type GrowingRows = ReadonlyMap<string, ReadonlySet<number>>;

/** The table of styles with fonts as Microsoft's validator wants them, and that of the style Normal set. */
export const correctFonts = (xml: string): string =>
  xml
    .replace(/<font>(.*?)<\/font>/gsu, (_, inner: string) => `<font>${sortFont(inner)}</font>`)
    .replace(/(<fonts\b[^>]*>)<font>.*?<\/font>/su, (_, open: string) => `${open}${NORMAL_FONT}`);

/**
 * Corrects the parts in place.
 *
 * @param growing rows whose height is a start only: Excel takes any height that exceljs sets for fixed
 * @throws Error when a part is missing
 */
export function correctParts(parts: TextParts, growing: GrowingRows): void {
  rewrite(parts, STYLES, correctFonts);
  rewrite(parts, CORE, (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/gu, (_, open: string) => `${open}${token("created")}`),
  );
  for (const [path, rows] of growing) {
    rewrite(parts, path, (xml) =>
      xml.replace(/<row r="(\d+)"[^>]*>/gu, (row, number: string) =>
        rows.has(Number(number)) ? row.replace(' customHeight="1"', "") : row,
      ),
    );
  }
}
