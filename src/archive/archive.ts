/** Parts of a zip (a workbook, a Word file, what somebody packed), unpacked one by one when they are asked for, each within bounds. */
import * as zlib from "node:zlib";
import { Inflate } from "fflate";
import { crc32 } from "./crc32.js";
import type { ArchiveLimits } from "./limits.js";
import { readZipDirectory, type ZipEntry, type ZipFault } from "./zip-directory.js";

/** Why a part cannot be had; `tooLarge` also when it unpacks to more than it declares. */
export type PartFault = "missing" | "broken" | "tooLarge" | "encrypted";

/** A part's bytes, or the fault. */
export type Part =
  | { readonly bytes: Uint8Array /** Only the beginning was unpacked. */; readonly cut: boolean }
  | PartFault;

export interface Archive {
  /** Names of all parts as the zip has them. */
  readonly names: readonly string[];
  /** Unpacks a part. Names are compared without regard to case, as Excel does. */
  part(name: string): Part;
  /** Unpacks at most `most` bytes of a part, and says whether there was more. */
  beginning(name: string, most: number): Part;
  /** Whether a part can only be unpacked with a password. */
  isEncrypted(name: string): boolean;
  /** Bytes of all parts together, as the zip declares them; a part that unpacks to more is refused. */
  readonly declaredSize: number;
  /** Identifies a part's content without unpacking it; undefined when there is no such part. */
  fingerprint(name: string): string | undefined;
}

const LOCAL = 0x04034b50;

/** Packed bytes given to the incremental inflater at once: at deflate's highest ratio they become 8 MB. */
const STEP = 8 * 1024;

/**
 * Opens a zip.
 *
 * @returns a fault when it is cut off, contradicts itself or has too many parts
 */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits): Archive | ZipFault {
  const entries = readZipDirectory(bytes, limits.parts);
  if (typeof entries === "string") return entries;
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = keyOf(entry.name);
    // Readers disagree on which of two parts with one name counts.
    if (byName.has(key)) return "broken";
    byName.set(key, entry);
  }
  let spent = 0;

  const open = (name: string, most: number, whole: boolean): Part => {
    const entry = byName.get(keyOf(name));
    if (entry === undefined) return "missing";
    if (entry.encrypted) return "encrypted";
    const allowed = Math.min(most, limits.total - spent);
    if (allowed <= 0 || (whole && entry.size > allowed)) return "tooLarge";
    const packed = packedBytes(bytes, entry);
    if (packed === undefined) return "broken";
    const part = entry.size > allowed ? unpackBeginning(packed, entry, allowed) : unpack(packed, entry);
    if (typeof part !== "string") spent += part.bytes.length;
    return part;
  };
  return {
    names: entries.map(({ name }) => name),
    declaredSize: entries.reduce((sum, { size }) => sum + size, 0),
    isEncrypted: (name) => byName.get(keyOf(name))?.encrypted === true,
    part: (name) => open(name, limits.part, true),
    beginning: (name, most) => open(name, most, false),
    fingerprint: (name) => {
      const entry = byName.get(keyOf(name));
      return entry === undefined ? undefined : `${entry.crc}/${entry.size}/${entry.packedSize}`;
    },
  };
}

/** Some writers use backslashes, or a leading slash. */
function keyOf(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/u, "").toLowerCase();
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const { offset } = entry;
  if (offset + 30 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 30);
  if (view.getUint32(0, true) !== LOCAL) return undefined;
  const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.packedSize;
  return end > bytes.length ? undefined : bytes.subarray(start, end);
}

function unpack(packed: Uint8Array, entry: ZipEntry): Part {
  if (entry.method !== 0 && entry.method !== 8) return "broken";
  try {
    const bytes = entry.method === 0 ? packed : inflate(packed, entry.size);
    return bytes.length === entry.size && crc32(bytes) === entry.crc ? { bytes, cut: false } : "broken";
  } catch (fault) {
    return fault instanceof Error && "code" in fault && fault.code === "ERR_BUFFER_TOO_LARGE" ? "tooLarge" : "broken";
  }
}

/** One chunk as large as the whole spares copying; at least 64 bytes are demanded. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  return zlib.inflateRawSync(packed, { chunkSize: Math.max(64, size), maxOutputLength: Math.max(1, size) });
}

/** Unpacks until `most` bytes are there; the rest of the part, and so its checksum, is not looked at. */
function unpackBeginning(packed: Uint8Array, entry: ZipEntry, most: number): Part {
  if (entry.method === 0) return { bytes: packed.subarray(0, most), cut: true };
  if (entry.method !== 8) return "broken";
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && length < most; at += STEP) stream.push(packed.subarray(at, at + STEP));
  } catch {
    return "broken";
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)).subarray(0, most), cut: true };
}
