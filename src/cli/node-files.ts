import { constants } from "node:fs";
import { access, link, mkdir, open, readdir, readFile, realpath, rename, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { nodeProcesses } from "../cycle/ledger/processes.js";
import { errorCode } from "../system-error.js";
import type { FileSystem, OutputFile, PathKind } from "./environment.js";

let temporaries = 0;

/** Names this machine in names of temporary files: its processes can be asked whether they still run. */
const MACHINE = hostname().replace(/[^a-z0-9]/giu, "") || "x";
const TEMPORARY = /^\..+\.([a-z0-9]+)-(\d+)-\d+\.tmp$/iu;
const tidied = new Set<string>();

/** Once for each folder: removes what processes of this machine left half written when they were killed. */
async function tidy(folder: string): Promise<void> {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  for (const name of await readdir(folder)) {
    const [, machine, pid] = TEMPORARY.exec(name) ?? [];
    if (machine === MACHINE && !nodeProcesses.isRunning(Number(pid), undefined))
      await unlink(join(folder, name)).catch(() => {});
  }
}

/** Where a link leads, so that replacing a linked file keeps the link; the path itself when nothing is there yet. */
async function destinationOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

/** Writes the bytes beside their place and syncs them. */
async function stage(target: string, bytes: Uint8Array): Promise<string> {
  temporaries += 1;
  await tidy(dirname(target));
  const path = join(dirname(target), `.${basename(target)}.${MACHINE}-${process.pid}-${temporaries}.tmp`);
  const mode = await stat(target).then(
    (status) => status.mode & 0o777,
    () => 0o666,
  );
  const handle = await open(path, "wx", mode);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await unlink(path);
    throw error;
  }
  await handle.close();
  return path;
}

/** Codes by which a file system says that it has no hard links (FAT, some network shares). */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/** Gives the staged file its name; a link fails where something stands, even if it came a moment ago. */
async function settle(staged: string, target: string, mode: "create" | "replace"): Promise<void> {
  if (mode === "replace") return rename(staged, target);
  try {
    await link(staged, target);
  } catch (error) {
    if (!NO_LINKS.has(errorCode(error) ?? "")) throw error;
    if ((await kind(target)) !== undefined) throw Object.assign(new Error("exists"), { code: "EEXIST", path: target });
    return rename(staged, target);
  }
  await unlink(staged);
}

/** Makes the renaming itself durable. Where a folder cannot be opened (Windows) the system does it by itself. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // not supported here: the files themselves are synced
  }
}

async function writeAll(files: readonly OutputFile[], mode: "create" | "replace"): Promise<void> {
  const staged: { path: string; target: string }[] = [];
  const created: string[] = [];
  try {
    for (const file of files) {
      const target = mode === "replace" ? await destinationOf(file.path) : file.path;
      staged.push({ path: await stage(target, file.bytes), target });
    }
    for (const { path, target } of [...staged]) {
      await settle(path, target, mode);
      staged.shift();
      if (mode === "create") created.push(target);
    }
  } catch (error) {
    const leftovers = [...staged.map((entry) => entry.path), ...created];
    await Promise.allSettled(leftovers.map((path) => unlink(path)));
    throw error;
  }
  for (const folder of new Set(files.map((file) => dirname(file.path)))) await syncFolder(folder);
}

async function kind(path: string): Promise<PathKind | undefined> {
  try {
    const status = await stat(path);
    return status.isFile() ? "file" : status.isDirectory() ? "folder" : "other";
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return undefined;
    throw error;
  }
}

/**
 * About half a minute of patience. A lock that its holder has not touched for as long (its machine went down or to
 * sleep) is taken over; a holder needs some hundredths of a second.
 */
const LOCK = { retries: { retries: 400, factor: 1, minTimeout: 40, maxTimeout: 120, randomize: true }, stale: 30_000 };

async function lock(path: string): Promise<() => Promise<void>> {
  // a CommonJS package: bundled, it has a default export only
  const { default: lockfile } = await import("proper-lockfile");
  let lost = false;
  const release = await lockfile.lock(path, {
    ...LOCK,
    realpath: false,
    onCompromised: () => {
      lost = true;
    },
  });
  return async () => {
    if (!lost) await release();
  };
}

/** The real file system. */
export const nodeFiles: FileSystem = {
  read: (path) => readFile(path),
  kind,
  size: async (path) => (await stat(path)).size,
  list: async (folder) => (await readdir(folder)).sort(),
  createFolder: async (path) => {
    await mkdir(path, { recursive: true });
    await tidy(path);
  },
  checkWritable: (folder) => access(folder, constants.W_OK | constants.X_OK),
  writeAll,
  lock,
};
