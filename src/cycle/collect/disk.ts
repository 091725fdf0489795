/** What collecting needs of a file system. It only reads: what lies in an inbox stays as it is. */
import { readdir, readFile, stat } from "node:fs/promises";
import { errorCode } from "../../system-error.js";

export interface DiskEntry {
  readonly kind: "file" | "folder" | "other";
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
}

/** Paths are absolute. Each may throw an error of the operating system, with its `code`. */
export interface InboxDisk {
  /** Undefined when there is nothing; links are followed. */
  readonly look: (path: string) => Promise<DiskEntry | undefined>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<Uint8Array>;
}

async function look(path: string): Promise<DiskEntry | undefined> {
  try {
    const status = await stat(path);
    const kind = status.isFile() ? "file" : status.isDirectory() ? "folder" : "other";
    return { kind, size: status.size, modified: status.mtime };
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}

/** The real file system. */
export const nodeInboxDisk: InboxDisk = {
  look,
  list: async (folder) => (await readdir(folder)).sort(),
  read: (path) => readFile(path),
};
