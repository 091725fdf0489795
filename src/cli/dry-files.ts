import type { FileSystem, OutputFile } from "./environment.js";

/**
 * A file system that reads the real one and keeps what is written to itself, so that a preview of several steps
 * goes the same way as the steps.
 */
export function dryFiles(real: FileSystem): FileSystem {
  const written = new Map<string, Uint8Array>();
  return {
    ...real,
    read: async (path) => written.get(path) ?? real.read(path),
    kind: async (path) => (written.has(path) ? "file" : real.kind(path)),
    size: async (path) => written.get(path)?.length ?? real.size(path),
    createFolder: async () => {},
    writeAll: async (files: readonly OutputFile[]) => {
      for (const { path, bytes } of files) written.set(path, bytes);
    },
    lock: async () => async () => {},
  };
}
