/** The PDF writer: draws laid-out pages as they are. It knows no norm and does no layout. */
import { createHash } from "node:crypto";
import type { Page } from "../../layout/page.js";
import type { StyledDocument } from "../../layout/styled.js";
import { Drawing } from "./drawing.js";
import { Fonts } from "./fonts.js";
import { Images } from "./images.js";
import type { KitDocument } from "./kit.js";
import { openDocument, type PdfOptions } from "./open.js";
import { TagTree } from "./tags.js";

export { MissingGlyphError, UnreadableImageError } from "./errors.js";
export type { PdfOptions, PdfSource } from "./open.js";

const ID_BYTES = 16;

/** Ends the document and collects its bytes. */
function finish(kit: KitDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    kit.on("data", (chunk) => chunks.push(chunk));
    kit.on("end", () => resolve(Buffer.concat(chunks)));
    kit.on("error", reject);
    kit.end();
  });
}

/**
 * Writes the file's identifier, a hash of its contents, over the zeros that stand for it in the trailer. PDFKit's own
 * hashes the metadata alone, so that two drafts of one day would pass for one file (ISO 32000-1, 14.4).
 */
function identify(file: Buffer): Uint8Array {
  const id = createHash("sha256")
    .update(file)
    .digest("hex")
    .slice(0, 2 * ID_BYTES);
  file.write(`/ID [<${id}> <${id}>]`, file.lastIndexOf("/ID ["), "latin1");
  return file;
}

/**
 * Writes a document as PDF/A-2b (PDF/A-3b with an attachment), tagged and with bookmarks. The same input gives the same
 * bytes at any time and place.
 *
 * @param pages laid out, lengths in pt; at least one
 * @param document the styled document the pages were laid out from: title and language
 * @throws MissingGlyphError when a face lacks a character, UnreadableImageError when an image cannot be used,
 *   RangeError when there is no page
 */
export async function writePdf(
  pages: readonly Page[],
  document: StyledDocument,
  options: PdfOptions,
): Promise<Uint8Array> {
  const [first, ...others] = pages;
  if (first === undefined) throw new RangeError("A PDF needs at least one page");
  const kit = await openDocument(first, document, options);
  kit._id = Buffer.alloc(ID_BYTES);
  const tags = new TagTree(kit, options.tagged ?? true);
  const drawing = new Drawing(kit, tags, new Fonts(kit, options.fonts), new Images(kit));
  drawing.page(first);
  for (const page of others) {
    kit.addPage({ size: [page.width, page.height], margin: 0 });
    drawing.page(page);
  }
  return identify(await finish(kit));
}
