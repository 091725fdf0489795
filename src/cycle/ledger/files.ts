/** What the ledger needs of a file system; passed in, so that tests can let the disk run full. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { errorCode } from "../../system-error.js";

/** Paths are absolute. Each may throw an error of the operating system, with its `code`. */
export interface LedgerFiles {
  /** With the folders above it; nothing happens when it is there. */
  readonly createFolder: (path: string) => Promise<void>;
  /** Makes a file (O_EXCL), writes and syncs it. When that fails, nothing is left at the path. */
  readonly writeNew: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Takes the place of what stands there. */
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Makes what was created or renamed in a folder durable. */
  readonly syncFolder: (path: string) => Promise<void>;
  /** Bytes; undefined when there is no file. */
  readonly size: (path: string) => Promise<number | undefined>;
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Nothing happens when it is gone already. */
  readonly remove: (path: string) => Promise<void>;
}

/** Folders cannot be opened (Windows) or synced (some shares) everywhere; there the system does it by itself. */
const NO_FOLDER_SYNC = new Set(["EPERM", "EACCES", "EISDIR", "EINVAL", "ENOTSUP", "ENOSYS", "EBADF"]);

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw error;
  }
  await handle.close();
}

async function syncFolder(path: string): Promise<void> {
  try {
    const handle = await open(path, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(errorCode(error) ?? "")) throw error;
  }
}

async function size(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}

/** The real file system. */
export const nodeLedgerFiles: LedgerFiles = {
  createFolder: async (path) => {
    await mkdir(path, { recursive: true });
  },
  writeNew,
  rename,
  syncFolder,
  size,
  read: (path) => readFile(path),
  list: (folder) => readdir(folder),
  remove: (path) => rm(path, { force: true }),
};
