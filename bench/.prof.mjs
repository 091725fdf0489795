import { build } from "esbuild"; import { mkdirSync, copyFileSync, readFileSync } from "node:fs";
const out = "/tmp/prof";
await build({ entryPoints: ["bench/ours.ts"], outfile: out + "/s.mjs", bundle: true, format: "esm", platform: "node", target: "node20", keepNames: true, banner: { js: 'import { createRequire as vanthuRequire } from "node:module";import { fileURLToPath as vanthuPath } from "node:url";const require = vanthuRequire(import.meta.url);const __dirname = vanthuPath(new URL(".", import.meta.url));' } });
mkdirSync(out + "/data", { recursive: true }); copyFileSync("node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc", out + "/data/sRGB_IEC61966_2_1.icc");
