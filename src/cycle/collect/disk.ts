/** What collecting needs of a file system. It only reads: what lies in an inbox stays as it is. */
import type { Stats } from "node:fs";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { errorCode } from "../../system-error.js";

export interface DiskEntry {
  /** `lost`: a link that leads nowhere. `other`: pipes, devices. */
  readonly kind: "file" | "folder" | "lost" | "other";
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
}

/** Paths are absolute. Each may throw an error of the operating system, with its `code`. */
export interface InboxDisk {
  /** Undefined when there is nothing; links are followed. */
  readonly look: (path: string) => Promise<DiskEntry | undefined>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Where a path leads when all links are followed. */
  readonly real: (path: string) => Promise<string>;
  readonly read: (path: string) => Promise<Uint8Array>;
}

/** What a question says about a path; undefined when there is nothing. */
async function ask(path: string, question: (path: string) => Promise<Stats>): Promise<Stats | undefined> {
  try {
    return await question(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}

async function look(path: string): Promise<DiskEntry | undefined> {
  const status = await ask(path, stat);
  if (status === undefined) {
    const link = await ask(path, lstat);
    return link?.isSymbolicLink() ? { kind: "lost", size: 0, modified: link.mtime } : undefined;
  }
  const kind = status.isFile() ? "file" : status.isDirectory() ? "folder" : "other";
  return { kind, size: status.size, modified: status.mtime };
}

/** The real file system. */
export const nodeInboxDisk: InboxDisk = {
  look,
  list: async (folder) => (await readdir(folder)).sort(),
  real: (path) => realpath(path),
  read: (path) => readFile(path),
};
