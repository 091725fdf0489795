/**
 * Comparing at length: `npx tsx bench/diff.ts 100`, after `npm run build`. Two versions of a plan with known changes, as DOCX
 * and PDF, through the bundled program in a process of its own (cold). Beside it, where they are installed, what a
 * programmer would take: pdftotext and git's word diff for the text, pdftoppm and ImageMagick's compare for the looks.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assetPath, readFonts } from "../src/assets.js";
import { paginate } from "../src/layout/paginate/index.js";
import { style } from "../src/layout/style/index.js";
import type { Document } from "../src/model/document.js";
import { chooseNorm } from "../src/norms/choose.js";
import { render } from "../src/render.js";
import { planOfPages } from "./plan.js";
import { printTable } from "./table.js";

const PAGES = Number(process.argv[2] ?? 100);
const RUNS = 3;
/** Seconds. */
const GOALS = { text: 2, looks: 30 } as const;
const MEGABYTE = 1024 * 1024;

const countOf = (document: Document): number => paginate(style(document, chooseNorm(document))).length;

/** Every fortieth block of text gets other words, and figures in between change. */
function edited(document: Document): Document {
  const body = document.body.map((block, index) => {
    if (block.kind !== "paragraph" || index % 20 !== 7) return block;
    const inlines = block.inlines.map((inline) =>
      inline.kind === "text"
        ? { ...inline, text: inline.text.replace(/\d+/u, "77").replace("chi bộ", "các chi bộ") }
        : inline,
    );
    return { ...block, inlines };
  });
  return { ...document, body };
}

interface Run {
  readonly seconds: number;
  /** Of the processor, of all threads together. */
  readonly cpu?: number;
  /** Megabytes at most, where it was measured. */
  readonly memory?: number;
  readonly output: string;
}

/** What the process took, its threads included: seconds of the processor can be compared on a busy machine. */
const WATCH = `data:text/javascript,let%20m=0;setInterval(()=>{m=Math.max(m,process.memoryUsage.rss())},20).unref();process.on("exit",()=>{const%20u=process.resourceUsage();process.stderr.write("rss="+m+"%20cpu="+(u.userCPUTime+u.systemCPUTime))})`;

function call(command: string, args: readonly string[], cwd: string): Run {
  const from = performance.now();
  const { stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  const memory = /rss=(\d+)/u.exec(stderr ?? "")?.[1];
  const cpu = /cpu=(\d+)/u.exec(stderr ?? "")?.[1];
  return {
    seconds: (performance.now() - from) / 1000,
    ...(cpu === undefined ? {} : { cpu: Number(cpu) / 1_000_000 }),
    ...(memory === undefined ? {} : { memory: Number(memory) / MEGABYTE }),
    output: stdout ?? "",
  };
}

const has = (tool: string): boolean => spawnSync("which", [tool]).status === 0;
const shell = (script: string, cwd: string): Run => call("sh", ["-c", script], cwd);

async function prepare(folder: string): Promise<void> {
  const old = planOfPages(PAGES, countOf);
  for (const [name, document] of [
    ["cu", old],
    ["moi", edited(old)],
  ] as const) {
    const { files } = await render({ document }, { formats: ["docx", "pdf"], fonts: readFonts() });
    for (const { format, bytes } of files) writeFileSync(join(folder, `${name}.${format}`), bytes);
  }
}

const best = (work: () => Run): Run =>
  Array.from({ length: RUNS }, work).reduce((one, other) => (other.seconds < one.seconds ? other : one));

const folder = mkdtempSync(join(tmpdir(), "vanthu-diff-"));
try {
  await prepare(folder);
  const program = assetPath("dist", "vanthu.js");
  const ours = (...args: string[]): Run =>
    best(() => call(process.execPath, ["--import", WATCH, program, "diff", ...args], folder));
  const rows: string[][] = [];
  const add = (what: string, { seconds, cpu, memory, output }: Run, goal?: number): void => {
    const met = goal === undefined ? "" : seconds < goal ? "yes" : "NO";
    const found = output.split("\n")[0] ?? "";
    rows.push([
      what,
      seconds.toFixed(2),
      cpu === undefined ? "" : cpu.toFixed(2),
      memory === undefined ? "" : memory.toFixed(0),
      goal === undefined ? "" : `< ${goal} s`,
      met,
      found.length > 70 ? "" : found,
    ]);
  };
  add("DOCX, text", ours("cu.docx", "moi.docx", "--ignore-layout"), GOALS.text);
  add("PDF, text", ours("cu.pdf", "moi.pdf", "--ignore-layout"), GOALS.text);
  add("PDF, text and looks", ours("cu.pdf", "moi.pdf"), GOALS.looks);
  add("PDF, looks of equal versions", ours("cu.pdf", "cu.pdf"), GOALS.looks);
  add("DOCX, redline", ours("cu.docx", "moi.docx", "--ignore-layout", "--redline", "r.docx", "--force"));
  if (has("pdftotext") && has("git")) {
    const script =
      "pdftotext cu.pdf a.txt && pdftotext moi.pdf b.txt && git diff --no-index --word-diff=porcelain a.txt b.txt | grep -c '^[-+]'";
    const run = best(() => shell(script, folder));
    add("peer: pdftotext, git word diff", { ...run, output: `${run.output.trim()} lines, unsorted` });
  }
  if (has("pdftoppm") && has("compare")) {
    const script =
      "pdftoppm -r 96 -png cu.pdf a && pdftoppm -r 96 -png moi.pdf b && for p in a-*.png; do compare -metric AE $p b-$(basename $p | cut -c3-) null: 2>/dev/null; done; true";
    add("peer: pdftoppm, compare (not aligned)", shell(script, folder));
  }
  console.log(`\n## Two versions of ${PAGES} pages, best of ${RUNS} (${readdirSync(folder).length} files)\n`);
  printTable(["what", "s", "CPU s", "MB", "goal", "met?", "found"], rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
