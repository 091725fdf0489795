/** Zip packages from parts of which most were compressed once for all copies (PKWARE APPNOTE 4.3). */
import { deflateSync } from "fflate";
import { crc32 } from "../../archive/crc32.js";

/** A part as a zip holds it. */
export interface PackedPart {
  readonly path: Uint8Array;
  readonly packed: Uint8Array;
  readonly crc: number;
  /** Length before compression. */
  readonly size: number;
}

/** Compression of what is packed once, and for each unit: 4 takes three quarters of the time and makes 3% more. */
export const LEVELS = { once: 9, each: 4 } as const;

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const VERSION = 20;
/** Names are UTF-8. */
const UTF8_FLAG = 0x0800;
const DEFLATED = 8;
/** Noon of 1 January 1980, the first day that a zip can name: the same for every build. */
const TIME = 12 << 11;
const DAY = (1 << 5) | 1;

const encoder = new TextEncoder();

/** Compresses a part. Deterministic: fflate is the same on every machine, zlib is not. */
export function packPart(path: string, content: Uint8Array, level: 4 | 9): PackedPart {
  return {
    path: encoder.encode(path),
    packed: deflateSync(content, { level }),
    crc: crc32(content),
    size: content.length,
  };
}

/** Fields that the local and the central header share, from "version needed" on. */
function writeShared(view: DataView, at: number, { crc, packed, size, path }: PackedPart): void {
  const fields: readonly (readonly [offset: number, value: number, bytes: 2 | 4])[] = [
    [0, VERSION, 2],
    [2, UTF8_FLAG, 2],
    [4, DEFLATED, 2],
    [6, TIME, 2],
    [8, DAY, 2],
    [10, crc, 4],
    [14, packed.length, 4],
    [18, size, 4],
    [22, path.length, 2],
  ];
  for (const [offset, value, bytes] of fields) {
    if (bytes === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
}

/** Puts packed parts into one zip, in the order given. */
export function zipParts(parts: readonly PackedPart[]): Uint8Array {
  const bodies = parts.reduce((sum, { path, packed }) => sum + LOCAL_SIZE + path.length + packed.length, 0);
  const directory = parts.reduce((sum, { path }) => sum + CENTRAL_SIZE + path.length, 0);
  const bytes = new Uint8Array(bodies + directory + END_SIZE);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let central = bodies;
  for (const part of parts) {
    view.setUint32(central, CENTRAL_HEADER, true);
    view.setUint16(central + 4, VERSION, true);
    writeShared(view, central + 6, part);
    view.setUint32(central + 42, at, true);
    bytes.set(part.path, central + CENTRAL_SIZE);
    central += CENTRAL_SIZE + part.path.length;
    view.setUint32(at, LOCAL_HEADER, true);
    writeShared(view, at + 4, part);
    bytes.set(part.path, at + LOCAL_SIZE);
    bytes.set(part.packed, at + LOCAL_SIZE + part.path.length);
    at += LOCAL_SIZE + part.path.length + part.packed.length;
  }
  view.setUint32(central, END_OF_DIRECTORY, true);
  view.setUint16(central + 8, parts.length, true);
  view.setUint16(central + 10, parts.length, true);
  view.setUint32(central + 12, directory, true);
  view.setUint32(central + 16, bodies, true);
  return bytes;
}
