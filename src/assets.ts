/** Files that travel with the program: fonts, templates, schemas, sample drafts. The only place that knows where they are. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Face } from "./layout/page.js";

const FONT_FILES: { readonly [F in Face]: string } = {
  regular: "Tinos-Regular.ttf",
  bold: "Tinos-Bold.ttf",
  italic: "Tinos-Italic.ttf",
  boldItalic: "Tinos-BoldItalic.ttf",
};

/** The package's root, seen from `src/` as from a bundle in `dist/` or deeper: the first folder upward with the fonts. */
function findRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "fonts", FONT_FILES.regular))) return folder;
    if (folder === dirname(folder)) throw new Error(`no folder above ${start} holds fonts/${FONT_FILES.regular}`);
  }
}

let root: string | undefined;

/**
 * Absolute path of a file or folder of the package.
 *
 * @param parts e.g. `"templates", "nha-nuoc"`
 * @throws Error when the package is incomplete (its fonts are missing)
 */
export function assetPath(...parts: readonly string[]): string {
  root ??= findRoot();
  return join(root, ...parts);
}

/**
 * The four faces that are embedded in a PDF, as TrueType files.
 *
 * @throws Error of the file system when one is missing
 */
export function readFonts(): Record<Face, Uint8Array> {
  const read = (face: Face): Uint8Array => readFileSync(assetPath("fonts", FONT_FILES[face]));
  return { regular: read("regular"), bold: read("bold"), italic: read("italic"), boldItalic: read("boldItalic") };
}

/**
 * The looks and the program of a report's page.
 *
 * @throws Error of the file system when one is missing
 */
export function readPageParts(): { readonly style: string; readonly script: string } {
  const read = (name: string): string => readFileSync(assetPath("templates", "trang-bao-cao", name), "utf8");
  return { style: read("trang.css"), script: read("trang.mjs") };
}

/** The version that the package declares. */
export function packageVersion(): string {
  const declared: unknown = JSON.parse(readFileSync(assetPath("package.json"), "utf8"));
  return typeof declared === "object" && declared !== null && "version" in declared ? String(declared.version) : "";
}
