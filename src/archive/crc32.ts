/** The checksum of zip parts: Node's own where it has one (20.15 on), else by table. */
import * as zlib from "node:zlib";

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function byTable(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const native: unknown = Reflect.get(zlib, "crc32");

/** CRC-32 of `bytes`, unsigned. */
export const crc32: (bytes: Uint8Array) => number =
  typeof native === "function" ? (bytes) => Number(native(bytes)) : byTable;
