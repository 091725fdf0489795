/** Small workbooks built by hand, part by part, to have every trait under control. */
import { strToU8, zipSync } from "fflate";

export interface HandMade {
  /** Rows of each sheet as XML, by name of the sheet. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly styles?: string;
  readonly names?: string;
  readonly workbookPr?: string;
  /** XML behind the rows. */
  readonly afterRows?: string;
  readonly parts?: Readonly<Record<string, Uint8Array | string>>;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export const relationships = (entries: readonly (readonly [string, string, string])[]): string =>
  `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

export function parts(made: HandMade): Record<string, Uint8Array | string> {
  const names = Object.keys(made.sheets);
  const links: [string, string, string][] = names.map((_, index) => [
    `r${index + 1}`,
    "worksheet",
    `worksheets/sheet${index + 1}.xml`,
  ]);
  if (made.strings !== undefined) links.push(["rs", "sharedStrings", "sharedStrings.xml"]);
  if (made.styles !== undefined) links.push(["rt", "styles", "styles.xml"]);
  const sheets = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`);
  return {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relationships([["r1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${made.workbookPr ?? ""}<sheets>${sheets.join("")}</sheets>${
      made.names === undefined ? "" : `<definedNames>${made.names}</definedNames>`
    }</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships(links),
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${made.sheets[name]}</sheetData>${made.afterRows ?? ""}</worksheet>`,
      ]),
    ),
    ...(made.strings === undefined ? {} : { "xl/sharedStrings.xml": made.strings }),
    ...(made.styles === undefined ? {} : { "xl/styles.xml": made.styles }),
    ...made.parts,
  };
}

export function zip(entries: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(entries).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

export const makeWorkbook = (made: HandMade): Uint8Array => zip(parts(made));

/** Marks parts as packed with a password, in the directory and before the part; without their password nobody sees more. */
export function encrypt(bytes: Uint8Array, which: (name: string) => boolean = () => true): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (!which(name) || name.endsWith("/")) continue;
    view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    const local = view.getUint32(at + 42, true) + 6;
    view.setUint16(local, view.getUint16(local, true) | 1, true);
  }
  return copy;
}

/** Changes every declared unpacked size of a zip's directory. */
export function declareSizes(bytes: Uint8Array, change: (size: number, name: string) => number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 <= copy.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    view.setUint32(at + 24, change(view.getUint32(at + 24, true), name), true);
  }
  return copy;
}
