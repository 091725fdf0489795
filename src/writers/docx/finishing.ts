/** The last step: dates, mirrored margins, the embedded model, and a zip whose bytes depend on nothing else. */
import { strToU8, type Zippable, zipSync } from "fflate";
import { modelParts } from "./embedded-model.js";
import type { Parts } from "./package-parts.js";
import { textOfPart } from "./relationships.js";

const CONTENT_TYPES = "[Content_Types].xml";
const CORE_PROPERTIES = "docProps/core.xml";
const DOCUMENT_RELATIONSHIPS = "word/_rels/document.xml.rels";
const SETTINGS = "word/settings.xml";

/**
 * Noon of the first day that a zip can name. A zip states local time, and this is built from local time, so that every
 * time zone writes the same; no zone skips it.
 */
const zipTime = (): Date => new Date(1980, 0, 1, 12);

/** Compression of the zip: level 1 saves 0.2 ms of a 13-page document and costs 8% in size; level 9 gains nothing. */
const ZIP_LEVEL = 6;

export interface Finishing {
  /** Date of creation and of the last change. */
  readonly created: Date;
  /** Even pages have their left and right margins exchanged. */
  readonly mirrored: boolean;
  /** The model that the file carries; JSON data. */
  readonly model?: unknown;
}

/**
 * Changes the text of a part.
 *
 * @throws Error when the part is missing or the change finds nothing to change: `docx` writes otherwise than expected
 */
function rewrite(parts: Parts, path: string, change: (xml: string) => string): void {
  const xml = textOfPart(parts, path);
  const changed = change(xml);
  if (changed === xml) throw new Error(`${path} is not as expected`);
  parts.set(path, changed);
}

function setDates(parts: Parts, created: Date): void {
  const time = `${created.toISOString().slice(0, 19)}Z`;
  rewrite(parts, CORE_PROPERTIES, (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/gu, (_, tag: string) => `${tag}${time}`),
  );
}

/** CT_Settings is a sequence: mirrorMargins stands before the compatibility settings and the default tab stop. */
function mirrorMargins(parts: Parts): void {
  rewrite(parts, SETTINGS, (xml) => xml.replace("<w:defaultTabStop", "<w:mirrorMargins/><w:defaultTabStop"));
}

function embedModel(parts: Parts, model: unknown): void {
  const { added, contentType, relationship } = modelParts(model, parts);
  for (const [path, xml] of added) parts.set(path, xml);
  rewrite(parts, CONTENT_TYPES, (xml) => xml.replace("</Types>", `${contentType}</Types>`));
  rewrite(parts, DOCUMENT_RELATIONSHIPS, (xml) => xml.replace("</Relationships>", `${relationship}</Relationships>`));
}

/** The parts in the order of their names, the content types first as the package convention asks. */
function zipped(parts: Parts): Uint8Array {
  const rest = [...parts.keys()].filter((path) => path !== CONTENT_TYPES).sort();
  const files: Zippable = {};
  for (const path of [CONTENT_TYPES, ...rest]) {
    const content = parts.get(path) ?? "";
    files[path] = typeof content === "string" ? strToU8(content) : content;
  }
  return zipSync(files, { level: ZIP_LEVEL, mtime: zipTime() });
}

/** Finishes the parts of a document and zips them: equal parts and options give equal bytes. */
export function finishDocx(compiled: Parts, { created, mirrored, model }: Finishing): Uint8Array {
  const parts = new Map(compiled);
  setDates(parts, created);
  if (mirrored) mirrorMargins(parts);
  if (model !== undefined) embedModel(parts, model);
  return zipped(parts);
}
