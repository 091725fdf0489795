/** Bundles what is measured as the product is bundled: what is timed is what is shipped. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleInto } from "../scripts/bundle.js";

export type Ours = typeof import("./ours.js");

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export interface Bundle {
  /** Path of the bundled module. */
  readonly path: string;
  /** Path of the program that growth.ts starts. */
  readonly growing: string;
  readonly load: () => Promise<Ours>;
  readonly remove: () => Promise<void>;
}

/** @param readable keeps the names of functions, for a profile; the code is otherwise the same */
export async function bundleOurs(readable = false): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), "vanthu-bench-"));
  await bundleInto(
    folder,
    { ours: beside("ours.ts"), growing: beside("growing.ts") },
    { outExtension: { ".js": ".mjs" }, minifyWhitespace: !readable },
  );
  const path = join(folder, "ours.mjs");
  return {
    path,
    growing: join(folder, "growing.mjs"),
    load: async () => (await import(pathToFileURL(path).href)) as Ours,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
