/**
 * Bundles the program and the library into dist/. Everything is bundled, because npm overrides (exceljs, docx) do not
 * reach those who install the package; code is split, so that a command loads only what it needs.
 */
import { copyFile, mkdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: { vanthu: "src/cli/main.ts", index: "src/index.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minify: true,
  keepNames: true,
  legalComments: "linked",
  // pictures of the demo; and a cloud client that unzipper asks for only when reading from that cloud
  external: ["@hyzyla/pdfium", "@aws-sdk/client-s3"],
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
});

// the one file that pdfmake's PDFKit reads at run time: the colour profile of the PDF/A output intent
const require = createRequire(import.meta.url);
const pdfkit = dirname(createRequire(require.resolve("pdfmake/package.json")).resolve("pdfkit"));
await mkdir("dist/data", { recursive: true });
await copyFile(join(pdfkit, "data", "sRGB_IEC61966_2_1.icc"), "dist/data/sRGB_IEC61966_2_1.icc");
