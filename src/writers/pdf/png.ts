/**
 * Reading PNG files (ISO/IEC 15948). PDFKit's reader decodes in the background, in an order that changes from run to
 * run, and a broken file ends the process; this one checks everything, and its result depends on the file alone.
 */
import { inflateSync } from "node:zlib";
import { ImageDataError } from "./errors.js";

export interface PngImage {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample. */
  readonly bits: number;
  /** Colour samples of a pixel, without alpha; 1 with a palette. */
  readonly channels: 1 | 3;
  readonly hasAlpha: boolean;
  /** Red, green and blue of each entry. */
  readonly palette?: Uint8Array;
  /** Alpha of the palette's first entries, or the one transparent colour, as the file holds them. */
  readonly transparency?: Uint8Array;
  readonly transparent: boolean;
  readonly interlaced: boolean;
  /** Filtered rows, compressed. */
  readonly compressed: Uint8Array;
  /** The same, uncompressed. */
  readonly rows: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GRAY = 0;
const PALETTE = 3;
const COLOR_CHANNELS: Readonly<Record<number, 1 | 3>> = { [GRAY]: 1, 2: 3, [PALETTE]: 1, 4: 1, 6: 3 };
const BITS: Readonly<Record<number, readonly number[]>> = {
  [GRAY]: [1, 2, 4, 8, 16],
  2: [8, 16],
  [PALETTE]: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
/** Largest image that is decoded, samples: a page at 600 dpi in colour with alpha. */
const MAX_SAMPLES = 160e6;
/** Start and step of the seven passes of an interlaced image: x, y, step in x, step in y. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A part of the image that is stored on its own: the whole image, or each eighth pixel of each eighth row. */
export interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
}

/** The parts of an image, in the order of the file. */
export function passesOf(width: number, height: number, interlaced: boolean): Pass[] {
  const starts = interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  return starts
    .map(([x, y, stepX, stepY]) => ({
      x,
      y,
      stepX,
      stepY,
      columns: Math.ceil((width - x) / stepX),
      rows: Math.ceil((height - y) / stepY),
    }))
    .filter((pass) => pass.columns > 0 && pass.rows > 0);
}

/** Whether the data is a PNG file. */
export function isPng(data: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => data[index] === byte);
}

function readChunks(data: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const chunks = new Map<string, Uint8Array>();
  const pieces: Uint8Array[] = [];
  for (let at = SIGNATURE.length; at + 12 <= data.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...data.subarray(at + 4, at + 8));
    if (at + 12 + length > data.length) throw new ImageDataError("tệp ảnh PNG bị cụt");
    const content = data.subarray(at + 8, at + 8 + length);
    if (type === "IDAT") pieces.push(content);
    else if (!chunks.has(type)) chunks.set(type, content);
    at += 12 + length;
  }
  chunks.set("IDAT", Buffer.concat(pieces));
  return chunks;
}

/**
 * Reads a PNG file and checks that all its rows are there.
 *
 * @throws ImageDataError when the file is broken or too large
 */
export function readPng(data: Uint8Array): PngImage {
  const chunks = readChunks(data);
  const header = chunks.get("IHDR");
  if (header === undefined || header.length < 13) throw new ImageDataError("tệp ảnh PNG không có phần đầu");
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  const [bits = 0, type = 0, , , interlace = 0] = header.subarray(8);
  const channels = COLOR_CHANNELS[type];
  if (channels === undefined || !BITS[type]?.includes(bits) || width === 0 || height === 0 || interlace > 1) {
    throw new ImageDataError("phần đầu của tệp ảnh PNG không hợp lệ");
  }
  const hasAlpha = type === 4 || type === 6;
  const samples = channels + (hasAlpha ? 1 : 0);
  if (width * height * samples > MAX_SAMPLES) throw new ImageDataError("ảnh quá lớn");
  const palette = type === PALETTE ? chunks.get("PLTE") : undefined;
  if (type === PALETTE && (palette === undefined || palette.length < 3 || palette.length % 3 !== 0)) {
    throw new ImageDataError("tệp ảnh PNG thiếu bảng màu");
  }
  const interlaced = interlace === 1;
  const compressed = chunks.get("IDAT") ?? new Uint8Array(0);
  const size = passesOf(width, height, interlaced).reduce(
    (sum, pass) => sum + pass.rows * (1 + Math.ceil((pass.columns * samples * bits) / 8)),
    0,
  );
  const rows = inflateRows(compressed, size);
  const transparency = hasAlpha ? undefined : chunks.get("tRNS");
  return {
    width,
    height,
    bits,
    channels,
    hasAlpha,
    ...(palette === undefined ? {} : { palette }),
    ...(transparency === undefined ? {} : { transparency }),
    transparent: hasAlpha || transparency !== undefined,
    interlaced,
    compressed,
    rows,
  };
}

function inflateRows(compressed: Uint8Array, size: number): Uint8Array {
  let rows: Uint8Array;
  try {
    rows = inflateSync(compressed, { maxOutputLength: size });
  } catch {
    throw new ImageDataError("dữ liệu ảnh PNG hỏng");
  }
  if (rows.length !== size) throw new ImageDataError("dữ liệu ảnh PNG thiếu dòng");
  return rows;
}
