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

async function pathsIn(folder: string, depth: number, environment: Environment): Promise<string[]> {
  const { files } = environment;
  const paths: string[] = [];
  for (const name of await files.list(folder)) {
    if (LEFT.test(name)) continue;
    const path = join(folder, name);
    if (DOCUMENT.test(name) && (await files.kind(path)) === "file") paths.push(path);
    else if (depth < DEEPEST && (await files.kind(path)) === "folder")
      paths.push(...(await pathsIn(path, depth + 1, environment)));
  }
  return paths;
}

/** A document of a folder, and all that a comparison needs of it. */
export interface FolderSide extends FolderDocument {
  readonly side: Side;
}

export interface FolderReading {
  readonly documents: readonly FolderSide[];
  /** Files that could not be read. */
  readonly unread: readonly { readonly name: string; readonly findings: readonly Finding[] }[];
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
  for (const path of paths.value) {
    const name = relative(folder, path).split(sep).join("/");
    const side = await readSide(path);
    if (side.ok) documents.push({ name, flow: side.value.flow, side: side.value });
    else unread.push({ name, findings: side.findings });
  }
  return { ok: true, value: { documents, unread } };
}
