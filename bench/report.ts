/**
 * Reports at scale: `npx tsx bench/report.ts 170 3321`. For each size a ledger gets the returns of two years; then all totals
 * of the later one are worked out, in a process that has done so before (warm). Seconds of the processor can be compared
 * where other work shares the machine. `--folder <dir>` keeps ledgers there for the next run.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger } from "../src/cycle/ledger/index.js";
import { type FormSet, readBundledFormSet } from "../src/forms/index.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import type { Period } from "../src/periods/period.js";
import { readPeriod } from "../src/periods/read-period.js";
import { annexWorkbook, buildAnnexes } from "../src/report/annexes/index.js";
import { Figures, type ReportContext } from "../src/report/totals/index.js";
import { fillLedger, registerOf } from "./report-ledger.js";
import { printTable } from "./table.js";

const SIZES = [170, 3321];
/** Seconds for all totals of a period, warm. */
const GOAL = 2;
const RUNS = 5;

const period = (id: string): Period => {
  const found = readPeriod(id, PERIOD_KINDS);
  if (found === undefined) throw new Error(`no period ${id}`);
  return found;
};

const PERIODS = [
  { period: period("2026-nam"), year: 1, locked: true },
  { period: period("2027-nam"), year: 2, locked: false },
] as const;

interface Timed<T> {
  readonly value: T;
  readonly cpu: number;
  readonly wall: number;
}

async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const from = performance.now();
  const cpuFrom = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(cpuFrom);
  return { value, cpu: (user + system) / 1_000_000, wall: (performance.now() - from) / 1000 };
}

/** Everything that a year-end report asks: totals of the whole and of areas, comparisons, targets, cumulative figures. */
function allTotals(context: ReportContext): number {
  const totals = new Figures(context).period("2027-nam");
  if (totals === undefined) throw new Error("no totals");
  let count = 0;
  const scopes = [...totals.scopes.values()].filter(({ kind }) => kind === "whole" || kind === "area");
  for (const key of totals.keys) {
    for (const scope of scopes) {
      for (const measure of ["actual", "estimate"] as const)
        count += totals.total(key, scope, measure).coverage.asked > 0 ? 1 : 0;
      count += totals.compare(key, scope).kind === "compared" ? 1 : 0;
      totals.cumulative(key, "plan", scope);
      totals.target(key, "plan", scope);
    }
  }
  return count;
}

const best = <T>(runs: readonly Timed<T>[]): Timed<T> => runs.reduce((a, b) => (b.cpu < a.cpu ? b : a));

async function measure(size: number, formSet: FormSet, folder: string): Promise<readonly string[]> {
  const register = registerOf(size);
  const place = join(folder, String(size));
  if (!existsSync(place)) {
    mkdirSync(place, { recursive: true });
    await (await fillLedger(place, formSet, register, PERIODS)).close();
  }
  const { ledger } = await openLedger(place, {
    now: () => new Date(),
    host: "bench",
    pid: process.pid,
    access: "read",
  });
  if (ledger === undefined) throw new Error("the ledger cannot be opened");
  const context = { ledger, formSet, register, kinds: PERIOD_KINDS, plan: { first: 2026, last: 2030 } };
  const runs: Timed<number>[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await timed(() => allTotals(context)));
  const totals = best(runs.slice(1));
  const trace = await timed(() => new Figures(context).resolve("vt:C06/tinh/2027-nam").figure?.trace());
  const period = new Figures(context).period("2027-nam");
  if (period === undefined) throw new Error("no totals");
  const tables = await timed(() => buildAnnexes(period));
  const workbook = await timed(() => annexWorkbook({ title: "Phụ lục", day: "2027-12-31", tables: tables.value }));
  await ledger.close();
  const say = ({ cpu, wall }: Timed<unknown>): string => `${cpu.toFixed(2)} (${wall.toFixed(2)})`;
  const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  return [
    ...[String(size), String(totals.value), say(runs[0] ?? totals), say(totals), totals.cpu < GOAL ? "yes" : "NO"],
    ...[say(trace), say(tables), say(workbook), memory],
  ];
}

const args = process.argv.slice(2);
const kept = args.indexOf("--folder");
const folder = kept < 0 ? mkdtempSync(join(tmpdir(), "vanthu-bench-")) : (args[kept + 1] ?? ".");
const sizes = args.filter((arg, index) => index !== kept + 1 && /^\d+$/u.test(arg)).map(Number);
const formSet = await readBundledFormSet();
const rows: (readonly string[])[] = [];
for (const size of sizes.length === 0 ? SIZES : sizes) rows.push(await measure(size, formSet, folder));
const heads = ["units", "figures", "cold", "warm", `< ${GOAL} s`, "one trace", "annexes", "workbook", "MB"];
process.stdout.write("Seconds of the processor (of the clock):\n");
printTable(heads, rows);
if (kept < 0) rmSync(folder, { recursive: true, force: true });
