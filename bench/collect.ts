/**
 * Collecting at scale: `npx tsx bench/collect.ts 170 3321`. For each size a province is made, and its returns are collected
 * in a process of its own: first into a ledger that has none of them, then once more. Seconds of the processor, over all
 * threads, can be compared where other work shares the machine.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleInto } from "../scripts/bundle.js";
import { assetPath } from "../src/assets.js";
import type { UnitRegister } from "../src/organisation/register.js";
import { Province, removeProvinces } from "../test/cycle-collect.sample.js";
import type { CollectRun } from "./collecting.js";
import { printTable } from "./table.js";

const SIZES = [170, 3321];
const GOALS: Readonly<Record<number, number>> = { 170: 5, 3321: 30 };
const MOST_MEGABYTES = 500;

const REGISTER_FILE = "don-vi.json";

/** Inside the package, so that the bundle finds what it does not hold. */
const FOLDER = assetPath("out", "bench-collect");

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const registerOf = (size: number): UnitRegister => ({
  units: Array.from({ length: size }, (_, index) => ({
    code: `x-${String(index).padStart(5, "0")}`,
    kind: "xa-phuong",
    names: [{ official: `Đảng uỷ xã Thử ${index}`, short: `Xã Thử ${index}` }],
  })),
  successions: [],
});

/** A province whose units have all sent what they must. */
async function makeProvince(size: number): Promise<string> {
  const province = await Province.open({ register: registerOf(size) });
  for (const { code } of province.register.units) {
    province.put(`2026-05-23/${code}.xlsx`, await province.return(code));
  }
  writeFileSync(join(province.folder, REGISTER_FILE), JSON.stringify(province.register));
  await province.ledger.close();
  return province.folder;
}

function runApart(folder: string): CollectRun {
  const child = spawnSync(process.execPath, [join(FOLDER, "collecting.js"), folder, join(folder, REGISTER_FILE)], {
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as CollectRun;
}

async function rowOf(size: number): Promise<string[]> {
  const folder = await makeProvince(size);
  const [first, again] = [runApart(folder), runApart(folder)];
  const goal = GOALS[size];
  const met = first.megabytes < MOST_MEGABYTES && (goal === undefined || first.seconds < goal);
  await removeProvinces();
  return [
    `${first.recorded} of ${size}`,
    first.seconds.toFixed(2),
    ((first.seconds * 1000) / size).toFixed(2),
    first.cpuSeconds.toFixed(2),
    ((first.cpuSeconds * 1000) / size).toFixed(2),
    first.megabytes.toFixed(0),
    again.seconds.toFixed(2),
    goal === undefined ? "" : `< ${goal} s, < ${MOST_MEGABYTES} MB`,
    met ? "yes" : "NO",
  ];
}

const wanted = process.argv.slice(2).map(Number).filter(Number.isInteger);
await bundleInto(FOLDER, {
  collecting: beside("collecting.ts"),
  "read-worker": beside("../src/cycle/collect/read-worker.ts"),
});
const rows: string[][] = [];
for (const size of wanted.length === 0 ? SIZES : wanted) rows.push(await rowOf(size));
printTable(["returns recorded", "s", "ms each", "CPU s", "CPU ms each", "MB", "again, s", "goal", "met?"], rows);
await rm(FOLDER, { recursive: true, force: true });
