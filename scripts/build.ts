/** Bundles the program and the library into dist/. */
import { rm } from "node:fs/promises";
import { bundleInto } from "./bundle.js";

await rm("dist", { recursive: true, force: true });
await bundleInto("dist", {
  vanthu: "src/cli/main.ts",
  index: "src/index.ts",
  // started as a thread by collecting, which looks for it beside itself under this name
  "read-worker": "src/cycle/collect/read-worker.ts",
  // and by checking many files
  "check-worker": "src/cli/check/check-worker.ts",
  // the same for PDFs that are compared
  "pdf-worker": "src/review/pdf/pdf-worker.ts",
  "pictures-worker": "src/review/pictures/pictures-worker.ts",
});
