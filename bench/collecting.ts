/** Collects the inbox of a folder that `collect.ts` has made, and prints what it took. Bundled and started by it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { collect, nodeInboxDisk } from "../src/cycle/collect/index.js";
import { openLedger } from "../src/cycle/ledger/index.js";
import { readBundledFormSet } from "../src/forms/bundled.js";
import type { UnitRegister } from "../src/organisation/register.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { formSetKey } from "../src/workbook/read/index.js";

export interface CollectRun {
  readonly seconds: number;
  /** Of all threads, the garbage collector's included; what others do on the machine hardly touches it. */
  readonly cpuSeconds: number;
  /** Largest resident set of the process. */
  readonly megabytes: number;
  readonly recorded: number;
}

async function measure(folder: string, units: string): Promise<CollectRun> {
  const register = JSON.parse(readFileSync(units, "utf8")) as UnitRegister;
  const formSet = await readBundledFormSet();
  const now = (): Date => new Date("2026-05-26T02:00:00Z");
  const { ledger } = await openLedger(folder, { now, host: "bench", pid: process.pid });
  if (ledger === undefined) throw new Error("the ledger cannot be opened");
  const from = performance.now();
  const cpuFrom = process.cpuUsage();
  const { counts } = await collect([join(folder, "hop-thu")], {
    disk: nodeInboxDisk,
    ledger,
    register,
    formSets: new Map([[formSetKey(formSet.id, formSet.version), formSet]]),
    kinds: PERIOD_KINDS,
    today: "2026-05-26",
    show: (path) => path,
  });
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpuFrom);
  await ledger.close();
  // kilobytes, of the whole life of the process
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const cpuSeconds = (user + system) / 1_000_000;
  return { seconds, cpuSeconds, megabytes, recorded: counts.accepted + counts.explain + counts.correct };
}

const [folder, units] = process.argv.slice(2);
if (folder === undefined || units === undefined) throw new Error("a folder and a register of units are needed");
process.stdout.write(JSON.stringify(await measure(folder, units)));
