/** How the product is bundled: by `scripts/build.ts` into dist/, and by `bench/` for what it times. */
import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type BuildOptions, build } from "esbuild";

/**
 * Everything is bundled, because npm overrides (exceljs, docx) do not reach those who install the package; code is
 * split, so that a command loads only what it needs.
 */
const OPTIONS: BuildOptions = {
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // names stay: exceljs tells its classes apart by them
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  // a native library; pictures of the demo; a cloud client that unzipper asks for only when reading from that cloud
  external: ["libsql", "@hyzyla/pdfium", "@aws-sdk/client-s3"],
  // bundled CommonJS packages expect require and __dirname
  banner: {
    js: [
      'import { createRequire as vanthuRequire } from "node:module";',
      'import { fileURLToPath as vanthuPath } from "node:url";',
      "const require = vanthuRequire(import.meta.url);",
      'const __dirname = vanthuPath(new URL(".", import.meta.url));',
    ].join(""),
  },
  logLevel: "warning",
};

const COLOUR_PROFILE = "sRGB_IEC61966_2_1.icc";

/** The one file that pdfmake's PDFKit reads at run time: the colour profile of the PDF/A output intent. */
async function copyColourProfile(folder: string): Promise<void> {
  const require = createRequire(import.meta.url);
  const pdfkit = dirname(createRequire(require.resolve("pdfmake/package.json")).resolve("pdfkit"));
  await mkdir(join(folder, "data"), { recursive: true });
  await copyFile(join(pdfkit, "data", COLOUR_PROFILE), join(folder, "data", COLOUR_PROFILE));
}

/**
 * Bundles modules with what they need at run time.
 *
 * @param entryPoints paths by name of the output
 * @param own options of the caller's own
 */
export async function bundleInto(
  folder: string,
  entryPoints: Readonly<Record<string, string>>,
  own: Pick<BuildOptions, "outExtension" | "minifyWhitespace"> = {},
): Promise<void> {
  await build({ ...OPTIONS, ...own, entryPoints: { ...entryPoints }, outdir: folder });
  await copyColourProfile(folder);
}
