/** Word files built by hand, part by part, to have every trait under control. */
import { strToU8, zipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/** Complete enough for LibreOffice to open the file. */
const CONTENT_TYPES = `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD_TYPE}.numbering+xml"/></Types>`;

export interface HandMadeDocx {
  /** XML of the body. */
  readonly body: string;
  /** XML of the styles. */
  readonly styles?: string;
  /** XML of the footnotes. */
  readonly footnotes?: string;
  /** XML of the automatic lists. */
  readonly numbering?: string;
  /** Prefix of the namespace; Word writes `w`. */
  readonly prefix?: string;
  readonly parts?: Readonly<Record<string, string>>;
}

const escapeXml = (text: string): string => text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;");

/** A run. */
export const run = (text: string, properties = ""): string =>
  `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of one run, or of the runs that are given. */
export const paragraph = (text: string, properties = "", runs = run(text)): string =>
  `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;

const links = (entries: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${entries
    .map(([type, target], index) => `<Relationship Id="r${index}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** A Word file. */
export function makeDocx(made: HandMadeDocx | string): Uint8Array {
  const {
    body,
    styles,
    footnotes,
    numbering,
    prefix = "w",
    parts = {},
  } = typeof made === "string" ? { body: made } : made;
  const named = (name: string, inner: string): string =>
    `<?xml version="1.0"?><w:${name} xmlns:w="${W}">${inner}</w:${name}>`
      .replace(/(<\/?)w:/gu, `$1${prefix}:`)
      .replace(/ (xmlns:)?w(:|=)/gu, (_, xmlns = "", sign: string) => ` ${xmlns}${prefix}${sign}`);
  const entries: Record<string, string> = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": links([["officeDocument", "word/document.xml"]]),
    "word/document.xml": named("document", `<w:body>${body}</w:body>`),
    "word/_rels/document.xml.rels": links([
      ...(styles === undefined ? [] : [["styles", "styles.xml"] as const]),
      ...(footnotes === undefined ? [] : [["footnotes", "footnotes.xml"] as const]),
      ...(numbering === undefined ? [] : [["numbering", "numbering.xml"] as const]),
    ]),
    ...(styles === undefined ? {} : { "word/styles.xml": named("styles", styles) }),
    ...(footnotes === undefined ? {} : { "word/footnotes.xml": named("footnotes", footnotes) }),
    ...(numbering === undefined ? {} : { "word/numbering.xml": named("numbering", numbering) }),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));
}

/** A báo cáo of plain paragraphs. */
export const report = (lines: readonly string[]): Uint8Array => makeDocx(lines.map((line) => paragraph(line)).join(""));
