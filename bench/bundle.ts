/** Bundles what is measured as scripts/build.mjs bundles the product: what is timed is what is shipped. */
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

export type Ours = typeof import("./ours.js");

const COLOUR_PROFILE = "sRGB_IEC61966_2_1.icc";

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
  await build({
    entryPoints: { ours: beside("ours.ts"), growing: beside("growing.ts") },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minify: !readable,
    keepNames: true,
    banner: {
      js: [
        'import { createRequire as vanthuRequire } from "node:module";',
        'import { fileURLToPath as vanthuPath } from "node:url";',
        "const require = vanthuRequire(import.meta.url);",
        'const __dirname = vanthuPath(new URL(".", import.meta.url));',
      ].join(""),
    },
    logLevel: "warning",
  });
  const require = createRequire(import.meta.url);
  const pdfkit = dirname(createRequire(require.resolve("pdfmake/package.json")).resolve("pdfkit"));
  await mkdir(join(folder, "data"));
  await copyFile(join(pdfkit, "data", COLOUR_PROFILE), join(folder, "data", COLOUR_PROFILE));
  const path = join(folder, "ours.mjs");
  return {
    path,
    growing: join(folder, "growing.mjs"),
    load: async () => (await import(pathToFileURL(path).href)) as Ours,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
