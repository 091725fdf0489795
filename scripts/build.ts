/** Bundles the program and the library into dist/. */
import { rm } from "node:fs/promises";
import { bundleInto } from "./bundle.js";

await rm("dist", { recursive: true, force: true });
await bundleInto("dist", { vanthu: "src/cli/main.ts", index: "src/index.ts" });
