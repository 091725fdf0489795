import { deflateSync } from "node:zlib";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const GREY = 0;
const RGB = 2;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let code = index;
  for (let bit = 0; bit < 8; bit++) code = code & 1 ? 0xedb88320 ^ (code >>> 1) : code >>> 1;
  return code >>> 0;
});

function crc(bytes: Uint8Array): number {
  let code = 0xffffffff;
  for (const byte of bytes) code = (CRC_TABLE[(code ^ byte) & 0xff] ?? 0) ^ (code >>> 8);
  return (code ^ 0xffffffff) >>> 0;
}

/** Length, type, data, checksum (PNG 1.2 §3.2). */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** A page without colour is stored with one byte a pixel. */
function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  }
  return true;
}

/**
 * Writes a picture as PNG, 8 bits a channel.
 *
 * @param pixels four bytes each, red, green, blue and one that is left out, row by row
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const channels = isGrey(pixels) ? 1 : 3;
  const rowLength = 1 + width * channels;
  const rows = new Uint8Array(rowLength * height);
  for (let y = 0; y < height; y++) {
    // the first byte of a row is its filter: none
    let to = y * rowLength + 1;
    for (let from = y * width * 4; from < (y + 1) * width * 4; from += 4) {
      rows.set(pixels.subarray(from, from + channels), to);
      to += channels;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, channels === 1 ? GREY : RGB, 0, 0, 0], 8);
  const parts = [SIGNATURE, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", new Uint8Array())];
  return Uint8Array.from(Buffer.concat(parts));
}
