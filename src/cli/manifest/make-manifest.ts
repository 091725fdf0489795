/** The manifest of what a call made. */
import { relative, sep } from "node:path";
import { assetPath, packageVersion, readFonts } from "../../assets.js";
import type { NormId } from "../../model/document.js";
import { NORMS } from "../../norms/choose.js";
import type { HashedFile, Manifest } from "../../review/manifest/manifest.js";
import { sha256Of } from "../../review/sha256.js";
import type { OutputFile } from "../environment.js";

export const MANIFEST_FILE = "manifest.json";
/** Begins the paths of files that travel with the program. */
export const OF_PROGRAM = "vanthu:";

const slashed = (path: string): string => (path === "" ? "." : path.split(sep).join("/"));

/** A path as a manifest has it. @param folder of the manifest */
export function pathInManifest(path: string, folder: string): string {
  const inProgram = relative(assetPath(), path);
  // an office may lie inside the program's folder, as the samples do; its templates and forms are the program's own
  const own = /^(?:templates|form-sets|fonts)(?:[/\\]|$)/u.test(inProgram);
  return own ? `${OF_PROGRAM}${slashed(inProgram)}` : slashed(relative(folder, path));
}

/** The rules of a norm as data. */
export const hashOfNorm = (id: NormId): string => sha256Of(JSON.stringify(NORMS.find((norm) => norm.id === id)));

export const fontHashes = (): HashedFile[] =>
  Object.entries(readFonts()).map(([face, bytes]) => ({ file: face, sha256: sha256Of(bytes) }));

/**
 * Makes a manifest.
 *
 * @param folder in which it will lie, absolute
 * @param inputs hashes by absolute path
 */
export function makeManifest(
  folder: string,
  work: Manifest["work"],
  norms: readonly NormId[],
  inputs: ReadonlyMap<string, string>,
  outputs: readonly OutputFile[],
): Manifest {
  const byName = (one: HashedFile, other: HashedFile): number =>
    one.file < other.file ? -1 : one.file > other.file ? 1 : 0;
  return {
    manifest: 1,
    tool: { name: "vanthu", version: packageVersion() },
    work,
    norms: NORMS.filter(({ id }) => norms.includes(id)).map(({ id, citation }) => ({
      id,
      citation,
      sha256: hashOfNorm(id),
    })),
    fonts: fontHashes(),
    inputs: [...inputs].map(([path, sha256]) => ({ file: pathInManifest(path, folder), sha256 })).sort(byName),
    outputs: outputs
      .map(({ path, bytes }) => ({ file: pathInManifest(path, folder), sha256: sha256Of(bytes), bytes: bytes.length }))
      .sort(byName),
  };
}
