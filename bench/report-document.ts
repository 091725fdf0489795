/**
 * The whole of `vanthu report` at scale: `npx tsx bench/report-document.ts 170 3321`. A workspace gets the returns of two
 * years; then the year-end report is made, draft, DOCX, PDF, workbook, trace and page, once cold and once warm in the same
 * process. `--folder <dir>` keeps workspaces there for the next run; `--annexes all` prints every row in the document;
 * `--one` makes a document of one annex with a row a unit, and nothing else.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFonts } from "../src/assets.js";
import { findDesk, withLedger } from "../src/cli/cycle/desk.js";
import type { Environment } from "../src/cli/environment.js";
import { nodeFiles } from "../src/cli/node-files.js";
import { makeReport } from "../src/cli/report/make-report.js";
import { formSetOf, totalsOf } from "../src/cli/report/period-material.js";
import { keepMemorySmall } from "../src/cli/small-memory.js";
import { readBundledFormSet } from "../src/forms/index.js";
import { PERIOD_KINDS } from "../src/periods/kinds.js";
import { readPeriod } from "../src/periods/read-period.js";
import { render } from "../src/render.js";
import { annexForms, annexInDocument, buildAnnex, MOST_UNITS } from "../src/report/annexes/index.js";
import { parseDraft } from "../src/source/draft/index.js";
import { writeAnnex } from "../src/writers/draft/blocks.js";
import { fillLedger, registerOf } from "./report-ledger.js";
import { printTable } from "./table.js";

const PERIOD = "2027-nam";
/** Seconds for draft, DOCX and PDF, warm; megabytes of the process. */
const GOAL = { seconds: 15, megabytes: 700 };

const OFFICE = `hệ thống: Đảng
cơ quan cấp trên: TỈNH UỶ HÀ TRUNG
cơ quan ban hành: BAN TỔ CHỨC
mã cơ quan: BTCTU
địa danh: Hà Trung
tác giả: Ban Tổ chức Tỉnh uỷ
giai đoạn: 2026-2030
`;

const HEADER = `---
thể loại: Báo cáo
cơ quan cấp trên: TỈNH UỶ HÀ TRUNG
cơ quan ban hành: BAN TỔ CHỨC
ký hiệu: BC/BTCTU
địa danh: Hà Trung
ngày: 2027
trích yếu: kết quả năm
---
`;

const period = (id: string) => {
  const found = readPeriod(id, PERIOD_KINDS);
  if (found === undefined) throw new Error(`no period ${id}`);
  return found;
};

async function workspaceOf(size: number, folder: string): Promise<string> {
  const root = join(folder, `report-${size}`);
  if (existsSync(join(root, "vanthu.yaml"))) return root;
  mkdirSync(root, { recursive: true });
  const register = registerOf(size);
  const units = register.units.map(({ code, kind, area, names: [name] }) =>
    [
      `  - mã: ${code}`,
      `    loại: ${kind}`,
      `    tên: ${name?.official}`,
      `    tên ngắn: ${name?.short}`,
      `    khu vực: ${area}`,
    ].join("\n"),
  );
  const areas = [...new Set(register.units.map(({ area }) => `  - ${area}`))];
  writeFileSync(join(root, "don-vi.yaml"), `khu vực:\n${areas.join("\n")}\n\nđơn vị:\n${units.join("\n")}\n`);
  const years = [
    { period: period("2026-nam"), year: 1, locked: true },
    { period: period(PERIOD), year: 2, locked: false },
  ];
  await (await fillLedger(root, await readBundledFormSet(), register, years)).close();
  writeFileSync(join(root, "vanthu.yaml"), OFFICE);
  return root;
}

const environmentIn = (cwd: string): Environment => ({
  cwd,
  env: {},
  isTTY: false,
  now: () => new Date("2027-12-26T02:00:00Z"),
  stdout: process.stdout,
  stderr: process.stderr,
  files: nodeFiles,
  runner: { host: "bench", pid: process.pid, user: "bench" },
});

interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly pages: number;
  readonly steps: readonly string[];
  readonly sizes: string;
}

async function makeOnce(root: string, options: Readonly<Record<string, string>>): Promise<Run> {
  const environment = environmentIn(root);
  const desk = await findDesk(environment);
  if (!desk.ok) throw new Error(desk.findings.map(({ found }) => found).join("; "));
  const [from, cpuFrom] = [performance.now(), process.cpuUsage()];
  const marks: { what: string; at: number }[] = [];
  let run: Run | undefined;
  await withLedger(desk.value, "read", environment, async (ledger) => {
    const call = { args: [PERIOD], options };
    const step = (_: number, what: string): void => {
      marks.push({ what, at: performance.now() });
    };
    const { made, findings } = await makeReport(PERIOD, root, call, desk.value, ledger, environment, step);
    if (made === undefined) throw new Error(findings.map(({ found }) => found).join("; "));
    const end = performance.now();
    const { user, system } = process.cpuUsage(cpuFrom);
    run = {
      wall: (end - from) / 1000,
      cpu: (user + system) / 1_000_000,
      pages: made.pages,
      steps: marks.map(({ what, at }, index) => `${what} ${(((marks[index + 1]?.at ?? end) - at) / 1000).toFixed(1)}`),
      sizes: [...made.files].map(([name, bytes]) => `${name} ${(bytes.length / 1024).toFixed(0)}`).join(", "),
    };
    return { exit: 0, findings: [], lines: [], result: {} };
  });
  if (run === undefined) throw new Error("no report");
  return run;
}

/** The report's text with one form of all units, as DOCX and PDF: what a long annex costs by itself. */
async function printOneAnnex(root: string): Promise<Run> {
  const environment = environmentIn(root);
  const desk = await findDesk(environment);
  if (!desk.ok) throw new Error(desk.findings.map(({ found }) => found).join("; "));
  let run: Run | undefined;
  await withLedger(desk.value, "read", environment, async (ledger) => {
    const formSet = await formSetOf(PERIOD, desk.value, ledger, environment);
    if (!formSet.ok) throw new Error("no form set");
    const { totals } = totalsOf(PERIOD, formSet.value, desk.value, ledger);
    const [from, cpuFrom] = [performance.now(), process.cpuUsage()];
    const [form] = annexForms(formSet.value, totals.period.kind);
    if (form === undefined) throw new Error("no form");
    const table = buildAnnex(form, totals);
    const annex = writeAnnex(annexInDocument(table, "Phụ lục")).join("\n\n");
    const { document } = await parseDraft(`${HEADER}Báo cáo.\n\n${annex}\n`);
    if (document === undefined) throw new Error("no document");
    const made = await render({ document }, { formats: ["docx", "pdf"], asDraft: true, fonts: readFonts() });
    const { user, system } = process.cpuUsage(cpuFrom);
    run = {
      wall: (performance.now() - from) / 1000,
      cpu: (user + system) / 1_000_000,
      pages: made.pages,
      steps: [`${table.rows.length} rows of ${table.columns.length} columns`],
      sizes: made.files.map(({ format, bytes }) => `${format} ${(bytes.length / 1024).toFixed(0)}`).join(", "),
    };
    return { exit: 0, findings: [], lines: [], result: {} };
  });
  if (run === undefined) throw new Error("no document");
  return run;
}

const args = process.argv.slice(2);
const optionOf = (name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const kept = optionOf("--folder");
const annexes = optionOf("--annexes");
const one = args.includes("--one") && args.splice(args.indexOf("--one"), 1).length > 0;
const runs = Number(optionOf("--runs") ?? 2);
const folder = kept ?? mkdtempSync(join(tmpdir(), "vanthu-bench-"));
const rows: (readonly string[])[] = [];
for (const size of (args.length === 0 ? ["170", "3321"] : args).map(Number)) {
  const root = await workspaceOf(size, folder);
  // as the command does before work on thousands of rows
  if (size > MOST_UNITS) keepMemorySmall();
  const all: Run[] = [];
  for (let run = 0; run < runs; run += 1)
    all.push(one ? await printOneAnnex(root) : await makeOnce(root, annexes === undefined ? {} : { annexes }));
  const [cold, warm] = [all[0], all.at(-1)];
  if (cold === undefined || warm === undefined) continue;
  const memory = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${size}: ${warm.steps.join("; ")}; KB: ${warm.sizes}\n`);
  rows.push([
    ...[String(size), String(warm.pages), `${cold.wall.toFixed(1)} (${cold.cpu.toFixed(1)})`],
    ...[`${warm.wall.toFixed(1)} (${warm.cpu.toFixed(1)})`, memory.toFixed(0)],
    warm.wall < GOAL.seconds && memory < GOAL.megabytes ? "yes" : "NO",
  ]);
}
printTable(
  ["units", "pages", "cold s (CPU)", "warm s (CPU)", "MB", `< ${GOAL.seconds} s, < ${GOAL.megabytes} MB`],
  rows,
);
if (kept === undefined) rmSync(folder, { recursive: true, force: true });
