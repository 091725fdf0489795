/** All measures in one run: `npm run bench`. Prints tables and judges; nothing fails because it is slow. */
import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, release } from "node:os";
import { assetPath, packageVersion, readFonts } from "../src/assets.js";
import { type Bundle, bundleOurs, type Ours } from "./bundle.js";
import { coldStarts, obstacle } from "./cold-start.js";
import { growth } from "./growth.js";
import { docx } from "./peers/docx.js";
import { docxtemplater } from "./peers/docxtemplater.js";
import { pdfmakeFlow } from "./peers/pdfmake.js";
import { typst } from "./peers/typst.js";
import { type Contender, median, race, type Timing } from "./stopwatch.js";
import { printTable } from "./table.js";

const PAGES = 10;
const WARM_UP = 25;
const ROUNDS = 41;
const LENGTHS = [10, 50, 100, 200];
const GROWTH_ROUNDS = 3;
/**
 * Growth is linear when the longest document takes no more a page than one of fifty, in time and in heap, but for this.
 * The fastest runs are compared: other work on the machine only ever adds time. Shorter ones carry the fixed costs.
 */
const LINEAR = 1.3;
const LINEAR_FROM = 50;
const COLD_GOAL = 1000;

const HEAD = ["what", "median ms", "min", "max", "ratio to peer", "goal", "met?"];
const ms = (value: number): string => value.toFixed(1);
const times = (value: number): string => `${value.toFixed(2)} ×`;
const verdict = (met: boolean): string => (met ? "yes" : "NO");
const spread = (sorted: readonly number[]): string[] => [
  ms(median(sorted)),
  ms(sorted[0] ?? Number.NaN),
  ms(sorted.at(-1) ?? Number.NaN),
];

/** Pages of a PDF whose page objects are not compressed. */
const pagesOf = (file: Uint8Array): number =>
  Buffer.from(file)
    .toString("latin1")
    .match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;

function described({ name, file }: Timing): string {
  const pages = pagesOf(file);
  const size = `${Math.round(file.length / 1024)} KiB`;
  return pages > 0 ? `${name} (${pages} pages, ${size})` : `${name} (${size})`;
}

function title(text: string): void {
  console.log(`\n## ${text}\n`);
}

function printEnvironment(): void {
  const version = (name: string): string => {
    const { version } = JSON.parse(readFileSync(assetPath("node_modules", name, "package.json"), "utf8")) as {
      readonly version: string;
    };
    return `${name} ${version}`;
  };
  const peers = ["docx", "pdfmake", "docxtemplater", "pizzip", "@myriaddreamin/typst-ts-node-compiler", "esbuild"];
  console.log(`vanthu ${packageVersion()}; Node ${process.version}; ${platform()} ${release()} ${arch()}`);
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? "?"}; load ${loadavg()
      .map((value) => value.toFixed(1))
      .join(" ")}`,
  );
  console.log(peers.map(version).join(", "));
  console.log(`Warm: ${WARM_UP} rounds not counted, ${ROUNDS} counted, everyone once a round, the order turned.`);
}

/** Our time as a multiple of the peer's is to be at most `most`. */
function judge(ours: Timing | undefined, peer: Timing | undefined, most: number): string[] {
  const ratio = median(ours?.times ?? []) / median(peer?.times ?? []);
  return [times(ratio), `≤ ${most} ×`, verdict(ratio <= most)];
}

async function compareDocx(ours: Ours): Promise<void> {
  const plan = ours.plan(PAGES);
  const fonts = readFonts();
  const contenders: Contender[] = [
    { name: "vanthu: model → style → DOCX", prepare: () => () => ours.toDocx(plan) },
    { name: "vanthu: render(), with preflight and pages", prepare: () => () => ours.toFile(plan, "docx", fonts) },
    await docxtemplater(plan, ours.toDocx),
    docx(plan),
  ];
  const [mine, whole, templater, library] = await race(contenders, WARM_UP, ROUNDS);
  if (!mine || !whole || !templater || !library) return;
  const ratio = (timing: Timing): string => times(median(timing.times) / median(templater.times));
  title(`Warm, ${PAGES}-page plan to DOCX; peer: docxtemplater`);
  printTable(HEAD, [
    [described(mine), ...spread(mine.times), ...judge(mine, templater, 2)],
    [described(whole), ...spread(whole.times), ratio(whole), "", ""],
    [described(templater), ...spread(templater.times), "1", "", ""],
    [described(library), ...spread(library.times), ratio(library), "", ""],
  ]);
}

async function comparePdf(ours: Ours): Promise<void> {
  const plan = ours.plan(PAGES);
  const fonts = readFonts();
  const face = (name: string): string => assetPath("fonts", `Tinos-${name}.ttf`);
  const contenders: Contender[] = [
    { name: "vanthu: model → style → pages → tagged PDF/A", prepare: () => () => ours.toPdf(plan, fonts) },
    { name: "vanthu: render(), with preflight", prepare: () => () => ours.toFile(plan, "pdf", fonts) },
    typst(plan, Object.values(fonts)),
    pdfmakeFlow(plan, {
      normal: face("Regular"),
      bold: face("Bold"),
      italics: face("Italic"),
      bolditalics: face("BoldItalic"),
    }),
  ];
  const [mine, whole, compiled, flow] = await race(contenders, WARM_UP, ROUNDS);
  if (!mine || !whole || !compiled || !flow) return;
  const ratio = (timing: Timing): string => times(median(timing.times) / median(compiled.times));
  const faster = median(flow.times) / median(mine.times);
  title(`Warm, ${PAGES}-page plan to tagged PDF; peer: typst, and for the last row vanthu`);
  printTable(HEAD, [
    [described(mine), ...spread(mine.times), ...judge(mine, compiled, 2)],
    [described(whole), ...spread(whole.times), ratio(whole), "", ""],
    [described(compiled), ...spread(compiled.times), "1", "", ""],
    [described(flow), ...spread(flow.times), times(faster), "vanthu ≥ 3 × faster", verdict(faster >= 3)],
  ]);
}

async function showGrowth(bundle: Bundle): Promise<void> {
  title("Growth: each length in processes of its own; heap above what is in use before the runs");
  const rows: string[][] = [];
  for (const format of ["docx", "pdf"] as const) {
    const all = await growth(bundle, LENGTHS, format, GROWTH_ROUNDS);
    const base = all.find(({ pages }) => pages === LINEAR_FROM);
    for (const one of all) {
      const slower = one.fastestPerPage / (base?.fastestPerPage ?? Number.NaN);
      const fatter = one.heapPerPage / (base?.heapPerPage ?? Number.NaN);
      const judged = one === all.at(-1);
      rows.push([
        `${format.toUpperCase()}, ${one.pages} pages`,
        ...spread(one.times),
        (median(one.times) / one.pages).toFixed(2),
        one.fastestPerPage.toFixed(2),
        times(slower),
        one.heap.toFixed(0),
        times(fatter),
        one.rss.toFixed(0),
        judged ? `both a page ≤ ${LINEAR} × those of ${LINEAR_FROM} pages` : "",
        judged ? verdict(slower <= LINEAR && fatter <= LINEAR) : "",
      ]);
    }
  }
  const time = ["median ms", "min", "max", "median a page", "fastest a page", `of ${LINEAR_FROM} pages'`];
  printTable(["what", ...time, "heap MiB", `a page, of ${LINEAR_FROM} pages'`, "rss MiB", "goal", "met?"], rows);
}

async function showColdStarts(ours: Ours): Promise<void> {
  title("Cold start: the command line in a process of its own");
  const reason = obstacle();
  if (reason !== undefined) {
    console.log(`!!! SKIPPED: ${reason}`);
    return;
  }
  try {
    const starts = await coldStarts(ours.draft(PAGES));
    const rows = starts.map(({ name, times: sorted }) => {
      const judged = name.includes("render");
      return [
        name,
        ...spread(sorted),
        "",
        judged ? `< ${COLD_GOAL} ms` : "",
        judged ? verdict(median(sorted) < COLD_GOAL) : "",
      ];
    });
    printTable(HEAD, rows);
  } catch (error) {
    console.log(`!!! SKIPPED: the command line failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const bundle = await bundleOurs();
try {
  const ours = await bundle.load();
  printEnvironment();
  await compareDocx(ours);
  await comparePdf(ours);
  await showGrowth(bundle);
  await showColdStarts(ours);
} finally {
  await bundle.remove();
}
