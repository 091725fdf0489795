/** Zips of an inbox, opened within limits. Nothing is written to the disk, so no name in it can lead anywhere. */

import { type Archive, openArchive } from "../../archive/archive.js";
import type { Finding } from "../../findings/finding.js";
import { reportInbox } from "../../findings/messages/cycle.js";

const MEGABYTE = 1024 * 1024;

/** Bounds on a zip that was sent: packed size, entries, unpacked sizes. */
export const ZIP_LIMITS = {
  file: 512 * MEGABYTE,
  parts: 20_000,
  part: 96 * MEGABYTE,
  total: 2048 * MEGABYTE,
} as const;

/**
 * What returns pack to is hardly smaller than they are. So many times the packed size, and in a small zip as much as
 * this, is generous; beyond it the zip is made to fill disks.
 */
const HIGHEST_RATIO = 25;
const ALWAYS_ALLOWED = 256 * MEGABYTE;

/** Zips in zips: the outer one and one more. */
export const DEEPEST_ZIP = 2;

/** A file in a zip. */
export interface ZippedFile {
  /** Folders and name, as in the zip, with plain slashes. */
  readonly path: string;
  /** Unpacks it. */
  readonly load: () => Uint8Array | Finding;
}

export interface OpenedZip {
  readonly files: readonly ZippedFile[];
  readonly findings: readonly Finding[];
}

/** A path that would leave the folder into which it is unpacked. */
const leaves = (path: string): boolean =>
  /^(?:[a-z]:|\/)/iu.test(path) || path.split("/").includes("..") || path.includes("\0");

function zippedFile(archive: Archive, name: string, path: string, zip: string): ZippedFile {
  return {
    path,
    load: () => {
      const part = archive.part(name);
      if (typeof part !== "string") return part.bytes;
      const place = { file: `${zip} › ${path}` };
      if (part === "encrypted") return reportInbox("cycle/zip-password", {}, place);
      return reportInbox("cycle/zip-fault", { fault: part }, place);
    },
  };
}

/** The finding about a zip, or a file beside a workbook, that is too large to be opened; undefined when it is not. */
export function sizeFinding(size: number, shown: string, what: "zip" | "file" = "zip"): Finding | undefined {
  if (size <= ZIP_LIMITS.file) return undefined;
  const megabytes = Math.ceil(size / MEGABYTE);
  const id = what === "zip" ? "cycle/zip-too-large" : "cycle/attachment-too-large";
  return reportInbox(id, { megabytes, most: ZIP_LIMITS.file / MEGABYTE }, { file: shown });
}

/**
 * Lists the files of a zip.
 *
 * @param shown the zip as the user sees it
 */
export function openZip(bytes: Uint8Array, shown: string): OpenedZip {
  const archive = openArchive(bytes, ZIP_LIMITS);
  if (typeof archive === "string") {
    return { files: [], findings: [reportInbox("cycle/zip-fault", { fault: archive }, { file: shown })] };
  }
  const most = Math.max(ALWAYS_ALLOWED, HIGHEST_RATIO * bytes.length);
  if (archive.declaredSize > most) {
    const params = { megabytes: Math.ceil(archive.declaredSize / MEGABYTE), most: Math.floor(most / MEGABYTE) };
    return { files: [], findings: [reportInbox("cycle/zip-bomb", params, { file: shown })] };
  }
  const packed = archive.names.filter((name) => !/[\\/]$/u.test(name));
  // one word for the whole zip, not one for each file in it
  if (packed.length > 0 && packed.every((name) => archive.isEncrypted(name))) {
    return { files: [], findings: [reportInbox("cycle/zip-password", {}, { file: shown })] };
  }
  const findings: Finding[] = [];
  const files = archive.names.flatMap((name): readonly ZippedFile[] => {
    const path = name.replaceAll("\\", "/").normalize("NFC");
    if (path.endsWith("/") || path.startsWith("__MACOSX/")) return [];
    if (!leaves(path)) return [zippedFile(archive, name, path, shown)];
    findings.push(reportInbox("cycle/zip-path", { name: path.replaceAll("\0", "") }, { file: shown }));
    return [];
  });
  return { files, findings };
}
