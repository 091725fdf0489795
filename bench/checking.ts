/** Checks one Word file again and again, warm, and prints what it took. Bundled and started by `check.ts`. */
import { readFileSync } from "node:fs";
import { check } from "../src/index.js";
import { median } from "./stopwatch.js";

export interface CheckRun {
  readonly median: number;
  readonly fastest: number;
  /** Processor time of one run, all threads. */
  readonly cpu: number;
  readonly findings: number;
}

const WARM_UP = 15;
const ROUNDS = 31;

async function measure(path: string): Promise<CheckRun> {
  const bytes = readFileSync(path);
  for (let round = 0; round < WARM_UP; round += 1) await check(bytes);
  const times: number[] = [];
  const before = process.cpuUsage();
  let findings = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    findings = (await check(bytes)).length;
    times.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((one, other) => one - other);
  return {
    median: median(times),
    fastest: times[0] ?? Number.NaN,
    cpu: (user + system) / 1000 / ROUNDS,
    findings,
  };
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("a Word file is needed");
process.stdout.write(JSON.stringify(await measure(path)));
