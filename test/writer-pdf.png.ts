/** Makes PNG files for the tests of the PDF writer. */
import { deflateSync } from "node:zlib";

export interface PngSpec {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  /** Colour type of the format: 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly type: number;
  /** Rows, each with its filter number in front; of an interlaced image, those of all passes. */
  readonly rows: readonly (readonly number[])[];
  readonly interlaced?: boolean;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.write(type, 4, "latin1");
  return Buffer.concat([frame, data, Buffer.alloc(4)]);
}

/** A PNG file with empty checksums, which no reader here looks at. */
export function makePng(spec: PngSpec): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(spec.width, 0);
  header.writeUInt32BE(spec.height, 4);
  header.set([spec.bits, spec.type, 0, 0, spec.interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    ...(spec.palette === undefined ? [] : [chunk("PLTE", Buffer.from(spec.palette))]),
    ...(spec.transparency === undefined ? [] : [chunk("tRNS", Buffer.from(spec.transparency))]),
    chunk("IDAT", deflateSync(Buffer.from(spec.rows.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A signature of a few strokes: black with an alpha channel, 60 by 20. */
export function signaturePng(): Uint8Array {
  const rows = Array.from({ length: 20 }, (_, y) => [
    0,
    ...Array.from({ length: 60 }, (_, x) => [0, 0, 90, Math.abs(10 + 7 * Math.sin(x / 5) - y) < 1.5 ? 255 : 0]).flat(),
  ]);
  return makePng({ width: 60, height: 20, bits: 8, type: 6, rows });
}
