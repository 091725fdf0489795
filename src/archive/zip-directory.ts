/** The central directory of a zip, read without unpacking anything. Sizes are what the file declares, not to be trusted. */

/** One part as the directory declares it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; others are not used by workbooks. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly offset: number;
}

/** `cut`: the end is missing, as of a half-copied file; `broken`: the directory contradicts itself. */
export type ZipFault = "cut" | "broken" | "tooManyParts";

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const UNKNOWN = 0xffffffff;

/** Length of the end record without its comment, and of the longest comment. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * Lists the parts of a zip.
 *
 * @param limit most parts that are accepted
 */
export function readZipDirectory(bytes: Uint8Array, limit: number): readonly ZipEntry[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return "cut";
  const { count, start } = directoryAt(view, end);
  if (count > limit) return "tooManyParts";
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== ENTRY) return "broken";
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) return "broken";
    entries.push(entryAt(bytes, view, at, nameLength, extraLength));
    at = next;
  }
  return entries;
}

/** The end record: the last one whose comment reaches exactly to the end of the file. */
function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength) return at;
  }
  return undefined;
}

function directoryAt(view: DataView, end: number): { count: number; start: number } {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const locator = end - 20;
  if ((count !== 0xffff && start !== UNKNOWN) || locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) {
    return { count, start };
  }
  const record = long(view, locator + 8);
  if (record + 56 > end || view.getUint32(record, true) !== END_64) return { count, start };
  return { count: long(view, record + 32), start: long(view, record + 48) };
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const sizes = largeSizes(view, at, at + 46 + nameLength, extraLength);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    ...sizes,
  };
}

/** Sizes and offset; those too large for 32 bits, or written so, stand in the zip64 extra field in this order. */
function largeSizes(view: DataView, at: number, extra: number, extraLength: number) {
  const sizes = {
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  let field = zip64Field(view, extra, extra + extraLength);
  if (field === undefined) return sizes;
  for (const key of ["size", "packedSize", "offset"] as const) {
    if (sizes[key] !== UNKNOWN || field + 8 > extra + extraLength) continue;
    sizes[key] = long(view, field);
    field += 8;
  }
  return sizes;
}

function zip64Field(view: DataView, from: number, to: number): number | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return undefined;
}

/** Eight bytes as a number; beyond 2^53 it is only "too much", whichever it is. */
function long(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
