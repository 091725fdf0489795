/** The DOCX writer. */
import type { StyledDocument } from "../../layout/styled.js";
import { buildDocx, type Properties } from "./build.js";
import { finishDocx } from "./finishing.js";
import { partsOf } from "./package-parts.js";
import { PlainRows } from "./plain-rows.js";

export interface DocxOptions extends Properties {
  /** Date of creation and of the last change that the file states. */
  readonly created: Date;
  /** The visible model, JSON data; written into the file, so that reading the file back is exact. */
  readonly model?: unknown;
}

/**
 * Writes a styled document as DOCX. The same document and options give the same bytes, at any time and place.
 *
 * @returns the bytes of the file
 */
export async function writeDocx(document: StyledDocument, options: DocxOptions): Promise<Uint8Array> {
  const plainRows = new PlainRows();
  const parts = await partsOf(buildDocx(document, options, plainRows));
  await plainRows.putInto(parts);
  return finishDocx(parts, {
    created: options.created,
    mirrored: document.sections.some((section) => section.mirrored),
    model: options.model,
  });
}

export { COMPATIBILITY_MODE } from "./compatibility.js";
export { type EmbeddedModel, readEmbeddedModel } from "./embedded-model.js";
export { readVisibleText } from "./visible-text.js";
