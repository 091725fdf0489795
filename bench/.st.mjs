import { build } from "esbuild"; import { mkdirSync, copyFileSync, readFileSync } from "node:fs";
const keep = process.argv[2] !== "nokeep", patch = process.argv[3]==="patch", pages=Number(process.argv[4]??10);
const out = "/tmp/stg" + keep + patch;
const plugin = { name: "p", setup(b) { b.onLoad({ filter: /docx\/dist\/index\.mjs$/ }, () => {
  let t = readFileSync("node_modules/docx/dist/index.mjs", "utf8");
  const cut = (name, body) => { const s = t.indexOf("function " + name + "("); let d = 0, i = t.indexOf("{", s); for (;; i++) { if (t[i] === "{") d++; if (t[i] === "}" && --d === 0) break; } t = t.slice(0, s) + body + t.slice(i + 1); };
  cut("_objectSpread2", "function _objectSpread2(e) { for (var r = 1; r < arguments.length; r++) { var t = arguments[r]; if (t != null) Object.assign(e, t); } return e; }");
  cut("_defineProperty", "function _defineProperty(e, r, t) { e[r] = t; return e; }");
  return { contents: t, loader: "js" };
}); } };
await build({ entryPoints: ["bench/.stages.ts"], outfile: out + "/s.mjs", bundle: true, format: "esm", platform: "node", target: "node20", minify: true, keepNames: keep, plugins: patch ? [plugin] : [], banner: { js: 'import { createRequire as vanthuRequire } from "node:module";import { fileURLToPath as vanthuPath } from "node:url";const require = vanthuRequire(import.meta.url);const __dirname = vanthuPath(new URL(".", import.meta.url));' } });
mkdirSync(out + "/data", { recursive: true }); copyFileSync("node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc", out + "/data/sRGB_IEC61966_2_1.icc");
const m = await import(out + "/s.mjs");
const f = (n) => readFileSync(`fonts/Tinos-${n}.ttf`);
await m.stages(m.plan(pages), { regular: f("Regular"), bold: f("Bold"), italic: f("Italic"), boldItalic: f("BoldItalic") }, 160);
