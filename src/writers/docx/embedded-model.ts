/**
 * The model that a DOCX carries in a custom XML part, with a hash of the visible text: as long as nobody edits the text,
 * reading the file back is exact; after an edit the hash no longer fits, and the visible text is what counts.
 */
import { createHash } from "node:crypto";
import { mainDocument, type ReadableParts, relationshipsOf, textOfPart } from "./relationships.js";
import { unzipParts, visibleTextOf } from "./visible-text.js";
import { escapeXml, scanXml } from "./xml-scan.js";

const NAMESPACE = "urn:vanthu:model";
/** Version of what the part holds. A reader leaves alone a part of a version that it does not know. */
const VERSION = "1";
const ITEM = "customXml/item1.xml";
const ITEM_PROPERTIES = "customXml/itemProps1.xml";
const ITEM_ID = "{5C0F2B1E-7A34-4D7C-9E51-76616E746875}";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** SHA-256 of the visible text of a DOCX, hexadecimal. */
function hashVisibleText(parts: ReadableParts): string {
  const text = visibleTextOf(parts, "omitted");
  const stories = [text.body, text.notes, text.furniture].map((paragraphs) => paragraphs.join("\n"));
  return createHash("sha256").update(stories.join("\n\n"), "utf8").digest("hex");
}

/** The parts of an embedded model and the edits that make them known to the package. */
export interface ModelParts {
  readonly added: ReadonlyMap<string, string>;
  /** Element to add to [Content_Types].xml. */
  readonly contentType: string;
  /** Element to add to the relationships of the main document. */
  readonly relationship: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Parts that hold `model`, which must be plain JSON data, for a DOCX with these other parts. JSON writes control characters as escapes, so that the text
 * of the part is well-formed XML; U+FFFE and U+FFFF are escaped here.
 */
export function modelParts(model: unknown, parts: ReadableParts): ModelParts {
  const json = JSON.stringify(model).replace(/[\ufffe\uffff]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
  const item = `${DECLARATION}<vt:document xmlns:vt="${NAMESPACE}" version="${VERSION}" textHash="${hashVisibleText(parts)}">${escapeXml(json)}</vt:document>`;
  const properties = `${DECLARATION}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`;
  const relationships = `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`;
  return {
    added: new Map([
      [ITEM, item],
      [ITEM_PROPERTIES, properties],
      ["customXml/_rels/item1.xml.rels", relationships],
    ]),
    contentType: `<Override PartName="/${ITEM_PROPERTIES}" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>`,
    relationship: `<Relationship Id="rIdModel" Type="${OFFICE}/relationships/customXml" Target="../${ITEM}"/>`,
  };
}

interface Item {
  readonly hash: string;
  readonly json: string;
}

/** The content of a custom XML part, if it is ours and of a version that we read. */
function readItem(xml: string): Item | undefined {
  if (!xml.includes(NAMESPACE)) return undefined;
  let hash: string | undefined;
  let json = "";
  scanXml(xml, {
    start: (name, attribute) => {
      if (/^(?:[\w.-]+:)?document$/u.test(name) && attribute("version") === VERSION) hash = attribute("textHash");
    },
    text: (text) => {
      if (hash !== undefined) json += text;
    },
    end: () => {},
  });
  return hash === undefined ? undefined : { hash, json };
}

/** The model that a DOCX carries. `intact`: the visible text is still the one that was written with it. */
export interface EmbeddedModel {
  readonly model: unknown;
  readonly intact: boolean;
}

/**
 * Reads the embedded model of a DOCX, given as its bytes or its parts.
 *
 * @returns undefined when there is none, or none that can be read
 * @throws Error when the bytes are not a zip file with a main document
 */
export function readEmbeddedModel(source: Uint8Array | ReadableParts): EmbeddedModel | undefined {
  const parts = source instanceof Uint8Array ? unzipParts(source) : source;
  for (const { type, target } of relationshipsOf(parts, mainDocument(parts))) {
    const item = type === "customXml" ? readItem(textOfPart(parts, target)) : undefined;
    if (item === undefined) continue;
    const model = parseJson(item.json);
    if (model === undefined) return undefined;
    return { model, intact: hashVisibleText(parts) === item.hash };
  }
  return undefined;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
