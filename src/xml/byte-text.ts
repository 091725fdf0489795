/**
 * Text with one character for each byte of UTF-8. Sheets are mostly digits and tags: scanned so they need half the memory
 * and no decoding; only the few texts that are taken out are decoded.
 */

/** A part's bytes as such text. A part in UTF-16 is turned into UTF-8 first. */
export function byteText(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "";
  const utf8 = wide === "" ? bytes : Buffer.from(new TextDecoder(wide).decode(bytes), "utf8");
  return Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength).toString("latin1");
}

const BEYOND_ASCII = /[\u0080-\u00FF]/u;

/** The text that a piece of byte text stands for. Must come before entities are resolved. */
export function decodeByteText(text: string): string {
  return BEYOND_ASCII.test(text) ? Buffer.from(text, "latin1").toString("utf8") : text;
}
