/** Files as they lie together: on the disk, or in a zip. */
import { basename, dirname, posix } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportInbox } from "../../findings/messages/cycle.js";
import { errorCode } from "../../system-error.js";
import type { Receipt } from "../ledger/index.js";
import type { InboxDisk } from "./disk.js";
import type { DiskFile } from "./find-files.js";
import type { ZippedFile } from "./open-zip.js";

/** A file that may be part of a return. */
export interface IncomingFile {
  readonly shown: string;
  readonly name: string;
  /** Where it lies: files with the same place lie together. */
  readonly place: string;
  /** The places around that place, the nearest first. */
  readonly around: readonly string[];
  /** Names of the folder and of the zip that it lies in, the nearest first. */
  readonly folders: readonly string[];
  /** Bytes; not known of what is still packed. */
  readonly size?: number;
  readonly receipt: Receipt;
  /** Files are taken in the order of their own times, so that the last revision is the newest. */
  readonly modified: number;
  readonly load: () => Promise<Uint8Array | Finding>;
}

/** Folders around a folder, up to the one that was given. */
function foldersAround(folder: string, root: string): readonly string[] {
  const around: string[] = [];
  for (let inner = folder; inner !== root && inner !== dirname(inner); inner = dirname(inner))
    around.push(dirname(inner));
  return around;
}

/** A file of the disk. */
export function fromDisk(file: DiskFile, receipt: Receipt, disk: InboxDisk): IncomingFile {
  const { path, shown, root, size, modified } = file;
  const folder = dirname(path);
  return {
    shown,
    name: basename(path).normalize("NFC"),
    place: folder,
    around: foldersAround(folder, root),
    folders: [basename(folder).normalize("NFC")],
    size,
    receipt,
    modified: modified.getTime(),
    load: async () => {
      try {
        return await disk.read(path);
      } catch (error) {
        const code = errorCode(error);
        if (code === undefined) throw error;
        return reportInbox("cycle/unreadable-path", { code }, { file: shown });
      }
    },
  };
}

/** A file in a zip: it came with the zip. */
export function fromZip({ path, load }: ZippedFile, zip: IncomingFile): IncomingFile {
  const folders = path.split("/").slice(0, -1);
  const place = `${zip.place}/${zip.name}!`;
  const placeAt = (depth: number): string => [place, ...folders.slice(0, depth)].join("/");
  const depth = folders.length;
  const zipName = zip.name.replace(/\.zip$/iu, "");
  return {
    shown: `${zip.shown} › ${path}`,
    name: posix.basename(path),
    place: placeAt(depth),
    around: [...folders.map((_, index) => placeAt(depth - 1 - index)), zip.place, ...zip.around],
    folders: depth === 0 ? [zipName, ...zip.folders] : [folders[depth - 1] ?? "", zipName],
    receipt: zip.receipt,
    modified: zip.modified,
    load: async () => load(),
  };
}

/** Names of all folders and zips that a file lies in, the nearest first, up to the folder that was given. */
export const placeNames = ({ place, around }: Pick<IncomingFile, "place" | "around">): readonly string[] =>
  [place, ...around].map((path) =>
    basename(path)
      .normalize("NFC")
      .replace(/(?:\.zip)?!$/iu, ""),
  );
