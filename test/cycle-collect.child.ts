/** Collects an inbox in a process of its own, bundled as the program is, and prints what it told. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { collect, nodeInboxDisk } from "../src/cycle/collect/index.js";
import { openLedger } from "../src/cycle/ledger/index.js";
import { readBundledFormSet } from "../src/forms/bundled.js";
import type { UnitRegister } from "../src/organisation/register.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { formSetKey } from "../src/workbook/read/index.js";

const [folder = "", units = "", threads = "0"] = process.argv.slice(2);
const register = JSON.parse(readFileSync(units, "utf8")) as UnitRegister;
const formSet = await readBundledFormSet();
const now = (): Date => new Date("2026-05-26T02:00:00Z");
const { ledger } = await openLedger(folder, { now, host: "may-thu", pid: process.pid });
if (ledger === undefined) throw new Error("the ledger cannot be opened");
const inbox = join(folder, "hop-thu");
const { returns, others } = await collect([inbox], {
  disk: nodeInboxDisk,
  ledger,
  register,
  formSets: new Map([[formSetKey(formSet.id, formSet.version), formSet]]),
  kinds: PERIOD_KINDS,
  today: "2026-05-26",
  threads: Number(threads),
  show: (path) => path.slice(inbox.length),
});
await ledger.close();
process.stdout.write(JSON.stringify({ returns, others }));
