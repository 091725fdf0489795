/** The documents of a folder and those below it. */
import { join, relative, sep } from "node:path";
import type { Finding } from "../../findings/finding.js";
import type { FolderDocument } from "../../review/folders/pair-documents.js";
import type { Environment } from "../environment.js";
import { attempt, type Outcome } from "../outcome.js";
import type { ReadSide, Side } from "./read-side.js";

const DOCUMENT = /\.(?:md|docx|docm|pdf|xlsx|xlsm)$/iu;
/** What a folder says about itself; what Word leaves while a file is open. */
const LEFT = /^(?:readme\.md|[.~].*)$/iu;
/** Folders below folders. */
const DEEPEST = 6;

interface FoundPaths {
  readonly documents: string[];
  readonly others: string[];
}

async function pathsIn(folder: string, depth: number, environment: Environment): Promise<FoundPaths> {
  const { files } = environment;
  const found: FoundPaths = { documents: [], others: [] };
  for (const name of await files.list(folder)) {
    if (LEFT.test(name)) continue;
    const path = join(folder, name);
    if ((await files.kind(path)) === "file") found[DOCUMENT.test(name) ? "documents" : "others"].push(path);
    else if (depth < DEEPEST && (await files.kind(path)) === "folder") {
      const below = await pathsIn(path, depth + 1, environment);
      found.documents.push(...below.documents);
      found.others.push(...below.others);
    }
  }
  return found;
}

/** A document of a folder, and all that a comparison needs of it. */
export interface FolderSide extends FolderDocument {
  readonly side: Side;
}

export interface FolderReading {
  readonly documents: readonly FolderSide[];
  /** Files that could not be read. */
  readonly unread: readonly { readonly name: string; readonly findings: readonly Finding[] }[];
  /** Files of a sort that is not compared. */
  readonly skipped: readonly string[];
}

/** Reads the documents of a folder, in the order of their names. */
export async function readFolder(
  folder: string,
  shown: string,
  readSide: ReadSide,
  environment: Environment,
): Promise<Outcome<FolderReading>> {
  const paths = await attempt(shown, "read", () => pathsIn(folder, 0, environment));
  if (!paths.ok) return paths;
  const documents: FolderSide[] = [];
  const unread: { name: string; findings: readonly Finding[] }[] = [];
  const nameOf = (path: string): string => relative(folder, path).split(sep).join("/");
  for (const path of paths.value.documents) {
    const name = nameOf(path);
    const side = await readSide(path);
    if (side.ok) documents.push({ name, flow: side.value.flow, side: side.value });
    else unread.push({ name, findings: side.findings });
  }
  return { ok: true, value: { documents, unread, skipped: paths.value.others.map(nameOf) } };
}
