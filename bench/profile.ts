/**
 * Where the time of our side goes: the functions with the most time of their own.
 * `tsx bench/profile.ts docx|pdf [runs] [pages]`
 */
import { Session } from "node:inspector/promises";
import { relative } from "node:path";
import { readFonts } from "../src/assets.js";
import { bundleOurs } from "./bundle.js";
import { printTable } from "./table.js";

const SHOWN = 20;
const SAMPLING_MICROSECONDS = 200;

const [format = "docx", runs = "150", pages = "10"] = process.argv.slice(2);
if (format !== "docx" && format !== "pdf") throw new RangeError(`"${format}" is neither docx nor pdf`);

const bundle = await bundleOurs(true);
const ours = await bundle.load();
const fonts = readFonts();
const plan = ours.plan(Number(pages));
const work = () => (format === "docx" ? ours.toDocx(plan) : ours.toPdf(plan, fonts));

for (let run = 0; run < 30; run++) await work();
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.setSamplingInterval", { interval: SAMPLING_MICROSECONDS });
await session.post("Profiler.start");
for (let run = 0; run < Number(runs); run++) await work();
const { profile } = await session.post("Profiler.stop");
session.disconnect();
await bundle.remove();

const own = new Map<number, number>();
const deltas = profile.timeDeltas ?? [];
for (const [index, id] of (profile.samples ?? []).entries()) own.set(id, (own.get(id) ?? 0) + (deltas[index] ?? 0));

const byFunction = new Map<string, number>();
let total = 0;
for (const { id, callFrame } of profile.nodes) {
  const time = own.get(id) ?? 0;
  total += time;
  const file = callFrame.url.startsWith("file:")
    ? relative(bundle.path, new URL(callFrame.url).pathname).replace(/^\.\.\//u, "")
    : callFrame.url;
  const key = `${callFrame.functionName || "(anonymous)"} ${file}:${callFrame.lineNumber + 1}`;
  byFunction.set(key, (byFunction.get(key) ?? 0) + time);
}

const hottest = [...byFunction].sort(([, one], [, other]) => other - one).slice(0, SHOWN);
printTable(
  ["function", "ms a run", "%"],
  hottest.map(([name, time]) => [name, (time / 1000 / Number(runs)).toFixed(2), ((100 * time) / total).toFixed(1)]),
);
