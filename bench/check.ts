/**
 * Checking Word files: `npx tsx bench/check.ts`. A plan of 10 pages is checked warm, as ours and as a file that nothing
 * tells to be ours; then 200 files in one call of the command line, on one core and on all of them.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync, zipSync } from "fflate";
import { bundleInto } from "../scripts/bundle.js";
import { assetPath } from "../src/assets.js";
import type { CheckRun } from "./checking.js";
import { plan, toDocx } from "./ours.js";
import { printTable } from "./table.js";

const PAGES = 10;
const FILES = 200;
const GOAL = 100;

/** Inside the package, so that the bundle finds what it does not hold. */
const FOLDER = assetPath("out", "bench-check");
const INBOX = join(FOLDER, "van-ban");

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** The same file without the model that it carries. */
function asAnybodys(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith("customXml/"));
  return zipSync(Object.fromEntries(parts));
}

function runApart(path: string): CheckRun {
  const child = spawnSync(process.execPath, [join(FOLDER, "checking.js"), path], { encoding: "utf8" });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as CheckRun;
}

function warmRow(name: string, bytes: Uint8Array): string[] {
  const path = join(FOLDER, "mot.docx");
  writeFileSync(path, bytes);
  const { median, fastest, cpu, findings } = runApart(path);
  const figures = [median, fastest, cpu].map((value) => value.toFixed(1));
  return [name, ...figures, String(findings), `≤ ${GOAL} ms`, median <= GOAL ? "yes" : "NO"];
}

/** Seconds of the clock for all files in one call; one core is what the system gives with `taskset`. */
function callRow(name: string, before: readonly string[]): string[] {
  const words = [...before, process.execPath, join(FOLDER, "vanthu.js"), "check", INBOX, "--format", "json"];
  const [program = "", ...rest] = words;
  const from = performance.now();
  const { stdout, status, stderr } = spawnSync(program, rest, { encoding: "utf8", maxBuffer: 2 ** 28 });
  const seconds = (performance.now() - from) / 1000;
  if (status === null || status > 1) throw new Error(stderr);
  const { files } = JSON.parse(stdout) as { files: readonly unknown[] };
  return [name, String(files.length), seconds.toFixed(2), ((seconds * 1000) / FILES).toFixed(1)];
}

mkdirSync(INBOX, { recursive: true });
await bundleInto(FOLDER, {
  checking: beside("checking.ts"),
  vanthu: beside("../src/cli/main.ts"),
  "check-worker": beside("../src/cli/check/check-worker.ts"),
});
try {
  const bytes = await toDocx(plan(PAGES));
  printTable(
    ["what", "median ms", "fastest", "CPU ms", "findings", "goal", "met?"],
    [warmRow(`plan of ${PAGES} pages, ours`, bytes), warmRow("the same as anybody's", asAnybodys(bytes))],
  );
  for (let index = 0; index < FILES; index += 1) writeFileSync(join(INBOX, `van-ban-${index}.docx`), asAnybodys(bytes));
  printTable(
    ["one call", "files", "s", "ms a file"],
    [callRow("one core", ["taskset", "-c", "0"]), callRow("all cores", [])],
  );
} finally {
  await rm(FOLDER, { recursive: true, force: true });
}
