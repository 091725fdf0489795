/**
 * A process of its own that makes documents of one length; growth.ts starts it with `--expose-gc --trace-gc`.
 * Arguments: pages, format, folder of the fonts. Prints MARK before the runs and a line of JSON after them.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Face } from "../src/layout/page.js";
import { type Fonts, plan, toDocx, toPdf } from "./ours.js";

const [pages = "", format = "", folder = ""] = process.argv.slice(2);
const WARM_UP_PAGES = 10;
const WARM_UP = 30;
const RUNS = 7;

const face = (name: string): Uint8Array => readFileSync(join(folder, `Tinos-${name}.ttf`));
const fonts: Fonts = {
  regular: face("Regular"),
  bold: face("Bold"),
  italic: face("Italic"),
  boldItalic: face("BoldItalic"),
} satisfies Record<Face, Uint8Array>;
const make = (document: ReturnType<typeof plan>): Promise<Uint8Array> =>
  format === "docx" ? toDocx(document) : toPdf(document, fonts);

const short = plan(WARM_UP_PAGES);
for (let run = 0; run < WARM_UP; run++) await make(short);
const document = plan(Number(pages));
await make(document);

globalThis.gc?.();
const rest = process.memoryUsage().heapUsed;
console.log("MARK");
const times: number[] = [];
for (let run = 0; run < RUNS; run++) {
  globalThis.gc?.();
  const from = performance.now();
  await make(document);
  times.push(performance.now() - from);
}
console.log(JSON.stringify({ times: times.sort((a, b) => a - b), rest, rss: process.resourceUsage().maxRSS * 1024 }));
