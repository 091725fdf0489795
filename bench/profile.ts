/**
 * Where the time of our side goes: the functions with the most time of their own.
 * `tsx bench/profile.ts docx|pdf [runs] [pages]`
 */
import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { readFonts } from "../src/assets.js";
import { bundleOurs } from "./bundle.js";
import { printTable } from "./table.js";

const WARM_UP = 50;
const SHOWN = 20;
const CODE_SHOWN = 70;
const SAMPLING_MICROSECONDS = 500;

const [format = "docx", runs = "200", pages = "10"] = process.argv.slice(2);
if (format !== "docx" && format !== "pdf") throw new RangeError(`"${format}" is neither docx nor pdf`);

const bundle = await bundleOurs(true);
try {
  const ours = await bundle.load();
  const fonts = readFonts();
  const plan = ours.plan(Number(pages));
  const work = () => (format === "docx" ? ours.toDocx(plan) : ours.toPdf(plan, fonts));

  for (let run = 0; run < WARM_UP; run++) await work();
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: SAMPLING_MICROSECONDS });
  await session.post("Profiler.start");
  for (let run = 0; run < Number(runs); run++) await work();
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();

  const sources = new Map<string, string[]>();
  const codeAt = (url: string, line: number): string => {
    if (!url.startsWith("file:")) return url;
    let lines = sources.get(url);
    if (lines === undefined) {
      lines = readFileSync(new URL(url), "utf8").split("\n");
      sources.set(url, lines);
    }
    return (lines[line] ?? "").trim().slice(0, CODE_SHOWN);
  };

  const own = new Map<number, number>();
  const deltas = profile.timeDeltas ?? [];
  for (const [index, id] of (profile.samples ?? []).entries()) {
    own.set(id, (own.get(id) ?? 0) + (deltas[index] ?? 0));
  }
  const byFunction = new Map<string, { readonly name: string; readonly code: string; time: number }>();
  let total = 0;
  for (const { id, callFrame } of profile.nodes) {
    const time = own.get(id) ?? 0;
    total += time;
    const { functionName, url, lineNumber } = callFrame;
    const key = `${functionName} ${url}:${lineNumber}`;
    const known = byFunction.get(key);
    if (known !== undefined) known.time += time;
    else byFunction.set(key, { name: functionName || "(anonymous)", code: codeAt(url, lineNumber), time });
  }

  const hottest = [...byFunction.values()].sort((one, other) => other.time - one.time).slice(0, SHOWN);
  const perRun = (time: number): string => (time / 1000 / Number(runs)).toFixed(2);
  printTable(
    ["function", "code", "ms a run", "%"],
    hottest.map(({ name, code, time }) => [name, code, perRun(time), ((100 * time) / total).toFixed(1)]),
  );
} finally {
  await bundle.remove();
}
