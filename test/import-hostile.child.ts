/** Imports every hostile file in a process of its own and tells seconds and words, then the most memory it ever had. */
import { importDocx } from "../src/importing/index.js";
import { ENDURED, ODD } from "./import-hostile.files.js";

const told: Record<string, { readonly seconds: number; readonly words: number }> = {};
for (const [name, make] of Object.entries({ ...ODD, ...ENDURED })) {
  const bytes = make();
  const begun = performance.now();
  const outcome = await importDocx(bytes);
  const words = outcome.ok ? outcome.value.lost.length + outcome.value.invented.length : -1;
  told[name] = { seconds: (performance.now() - begun) / 1000, words };
}
console.log(JSON.stringify({ told, megabytes: process.resourceUsage().maxRSS / 1024 }));
