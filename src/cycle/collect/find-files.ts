/** Lists the files under the paths that were given. */
import { basename, dirname, join } from "node:path";
import type { Finding } from "../../findings/finding.js";
import { reportInbox } from "../../findings/messages/cycle.js";
import { errorCode } from "../../system-error.js";
import { LEDGER_FOLDER } from "../ledger/index.js";
import type { InboxDisk } from "./disk.js";
import { purposeByName } from "./kinds-of-files.js";

/** More than any inbox has; a path given by mistake (a whole disk) ends here. */
const MOST_FILES = 100_000;
/** Folders in folders. */
const DEEPEST = 24;

export interface DiskFile {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  /** The folder that was given, or that of the file that was given. */
  readonly root: string;
  readonly size: number;
  readonly modified: Date;
}

export interface FoundFiles {
  /** Each once, in the order of the paths and of names. */
  readonly files: readonly DiskFile[];
  readonly findings: readonly Finding[];
}

/** What is looked for, and what was found so far. */
class Search {
  readonly files = new Map<string, DiskFile>();
  readonly findings: Finding[] = [];
  /** Folders that were listed, by their real paths. */
  private readonly folders = new Set<string>();

  constructor(
    private readonly disk: InboxDisk,
    private readonly show: (path: string) => string,
  ) {}

  async visit(path: string, root: string | undefined, depth: number): Promise<void> {
    if (this.files.size >= MOST_FILES) return;
    try {
      const entry = await this.disk.look(path);
      if (entry === undefined) {
        // a file that went away while the folder was listed is not missed
        if (root === undefined) this.findings.push(reportInbox("cycle/not-found", {}, { file: this.show(path) }));
      } else if (entry.kind === "file") {
        this.add({ path, root: root ?? dirname(path), size: entry.size, modified: entry.modified });
      } else if (entry.kind !== "folder") {
        const id = entry.kind === "lost" ? "cycle/lost-link" : "cycle/not-a-file";
        this.findings.push(reportInbox(id, {}, { file: this.show(path) }));
      } else if (depth >= DEEPEST) {
        this.findings.push(reportInbox("cycle/too-deep", { most: DEEPEST }, { file: this.show(path) }));
      } else if (await this.isNew(path)) {
        for (const name of await this.disk.list(path)) {
          if (name === LEDGER_FOLDER || purposeByName(name) === "junk") continue;
          await this.visit(join(path, name), root ?? path, depth + 1);
        }
      }
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined) throw error;
      this.findings.push(reportInbox("cycle/unreadable-path", { code }, { file: this.show(path) }));
    }
  }

  /** A folder is listed once: links may lead back to a folder around them, or to one that was listed. */
  private async isNew(folder: string): Promise<boolean> {
    const place = await this.disk.real(folder);
    if (this.folders.has(place)) return false;
    this.folders.add(place);
    return true;
  }

  private add(file: Omit<DiskFile, "shown">): void {
    if (this.files.has(file.path) || purposeByName(basename(file.path)) === "junk") return;
    this.files.set(file.path, { ...file, shown: this.show(file.path) });
    if (this.files.size === MOST_FILES) {
      this.findings.push(reportInbox("cycle/too-many-files", { most: MOST_FILES }, { file: this.show(file.root) }));
    }
  }
}

/**
 * Finds all files under some paths; what cannot be read is reported, and the rest goes on.
 *
 * @param paths absolute
 */
export async function findFiles(
  paths: readonly string[],
  disk: InboxDisk,
  show: (path: string) => string,
): Promise<FoundFiles> {
  const search = new Search(disk, show);
  for (const path of paths) await search.visit(path, undefined, 0);
  return { files: [...search.files.values()], findings: search.findings };
}
