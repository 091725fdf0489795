/** What stops the writer: faults of its input that an earlier stage should have refused. */
import type { Face } from "../../layout/page.js";

/** A character that the face cannot print. */
export class MissingGlyphError extends Error {
  override readonly name = "MissingGlyphError";

  /** @param codePoint the character's Unicode number */
  constructor(
    readonly codePoint: number,
    readonly face: Face,
  ) {
    const number = codePoint.toString(16).toUpperCase().padStart(4, "0");
    super(`Phông chữ (${face}) không có ký tự U+${number} "${String.fromCodePoint(codePoint)}"`);
  }
}

/** An image that cannot be put into the file. */
export class UnreadableImageError extends Error {
  override readonly name = "UnreadableImageError";

  /** @param reason what is wrong with it, Vietnamese */
  constructor(
    readonly alt: string,
    readonly reason: string,
  ) {
    super(`Không đưa được ảnh "${alt}" vào tệp PDF: ${reason}`);
  }
}

/** What is wrong with the data of an image; the message is Vietnamese. Becomes an `UnreadableImageError`. */
export class ImageDataError extends Error {
  override readonly name = "ImageDataError";
}
