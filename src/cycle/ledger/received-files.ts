/** Files as received, kept under the hash of their content: `tep/ab/abcdef….xlsx`. */
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { LedgerFiles } from "./files.js";

/** A file as it came. */
export interface ReceivedFile {
  readonly bytes: Uint8Array;
  /** Name or path under which it came; only the name is kept. */
  readonly name: string;
}

/** A file that the ledger keeps. */
export interface KeptFile {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** `.xlsx`, lower case; empty when it had none. */
  readonly suffix: string;
}

const FOLDER = "tep";
/** Beside the kept files, on the same disk; no two letters of a hash spell it. */
const STAGING = "tam";

/** The name without folders, whichever way they were separated, in NFC. */
export function receivedName(name: string): string {
  return basename(name.replaceAll("\\", "/")).normalize("NFC");
}

const suffixOf = (name: string): string => /\.[a-z0-9]{1,8}$/iu.exec(receivedName(name))?.[0].toLowerCase() ?? "";

/** Where a kept file stands, from the ledger's folder. */
export function keptPath({ sha256, suffix }: Pick<KeptFile, "sha256" | "suffix">): string {
  return join(FOLDER, sha256.slice(0, 2), sha256 + suffix);
}

/** SHA-256 in hexadecimal digits. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Puts files in their places. */
export interface FileKeeper {
  /** Removes what a killed process left half written. */
  readonly prepare: () => Promise<void>;
  /**
   * Writes a file beside its place, syncs and renames it. The name is durable only after `settle`.
   *
   * @param knownSuffix under which the same content is kept already
   */
  readonly keep: (file: ReceivedFile, knownSuffix?: string) => Promise<KeptFile>;
  /** Makes the names of all files kept so far durable. */
  readonly settle: () => Promise<void>;
  /** Every name is durable. */
  readonly settled: () => boolean;
}

/**
 * @param folder of the ledger, absolute
 */
export function fileKeeper(folder: string, files: LedgerFiles): FileKeeper {
  const root = join(folder, FOLDER);
  const staging = join(root, STAGING);
  const prepared = new Set<string>();
  /** Folders with names that are not durable yet. */
  const unsynced = new Set<string>();
  let syncing: Promise<void> | undefined;
  let staged = 0;

  const prepareFolder = async (path: string): Promise<void> => {
    if (prepared.has(path)) return;
    await files.createFolder(path);
    prepared.add(path);
    unsynced.add(dirname(path));
  };

  const place = async (bytes: Uint8Array, target: string): Promise<void> => {
    // what has its name was whole and synced before it got it
    if ((await files.size(target)) === bytes.length) return;
    staged += 1;
    const temporary = join(staging, `${basename(target)}.${staged}`);
    await files.writeNew(temporary, bytes);
    try {
      await files.rename(temporary, target);
    } catch (error) {
      await files.remove(temporary);
      throw error;
    }
  };

  const syncTaken = async (): Promise<void> => {
    const taken = [...unsynced];
    unsynced.clear();
    try {
      await Promise.all(taken.map((path) => files.syncFolder(path)));
    } catch (error) {
      for (const path of taken) unsynced.add(path);
      throw error;
    }
  };

  const settled = (): boolean => unsynced.size === 0 && syncing === undefined;

  return {
    prepare: async () => {
      await files.createFolder(staging);
      for (const name of await files.list(staging)) await files.remove(join(staging, name));
    },
    keep: async ({ bytes, name }, knownSuffix) => {
      const kept = { sha256: sha256Of(bytes), size: bytes.length, suffix: knownSuffix ?? suffixOf(name) };
      const target = join(folder, keptPath(kept));
      await prepareFolder(dirname(target));
      await place(bytes, target);
      unsynced.add(dirname(target));
      return kept;
    },
    settle: async () => {
      while (!settled()) {
        syncing ??= syncTaken().finally(() => {
          syncing = undefined;
        });
        await syncing;
      }
    },
    settled,
  };
}
