/** How time and memory grow with the length of the document. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { assetPath } from "../src/assets.js";
import type { Bundle } from "./bundle.js";

const MEBIBYTE = 2 ** 20;
/** `Scavenge 78.0 (95.6) -> 63.5 (96.1) MB`: what is used just before a collection is a peak. */
const COLLECTION = /(?:Scavenge|Mark-Compact)(?: \([a-z ]+\))? ([\d.]+) \([\d.]+\) -> /gu;

export type Format = "docx" | "pdf";

export interface Growth {
  readonly pages: number;
  readonly format: Format;
  /** Milliseconds, ascending. */
  readonly times: readonly number[];
  /** The fastest run, milliseconds a page. */
  readonly fastestPerPage: number;
  /** Largest heap that was in use, less what was in use before the runs, MiB. */
  readonly heap: number;
  readonly heapPerPage: number;
  /** Largest resident size of the whole process, MiB. */
  readonly rss: number;
}

interface Sample {
  readonly times: readonly number[];
  readonly heap: number;
  readonly rss: number;
}

/** Makes documents of one length in a process of its own. */
async function sample(bundle: Bundle, pages: number, format: Format): Promise<Sample> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--expose-gc", "--trace-gc", bundle.growing, String(pages), format, assetPath("fonts")],
    { maxBuffer: 64 * MEBIBYTE },
  );
  const runs = stdout.slice(stdout.indexOf("MARK"));
  const json = runs.slice(runs.lastIndexOf('{"times"'));
  const { times, rest, rss } = JSON.parse(json.slice(0, json.indexOf("\n"))) as {
    readonly times: number[];
    readonly rest: number;
    readonly rss: number;
  };
  const peaks = [...runs.matchAll(COLLECTION)].map(([, used]) => Number(used));
  return { times, heap: Math.max(0, ...peaks) - rest / MEBIBYTE, rss: rss / MEBIBYTE };
}

function pooled(pages: number, format: Format, samples: readonly Sample[]): Growth {
  const times = samples.flatMap((one) => one.times).sort((a, b) => a - b);
  const heap = Math.max(...samples.map((one) => one.heap));
  const rss = Math.max(...samples.map((one) => one.rss));
  const fastestPerPage = (times[0] ?? Number.NaN) / pages;
  return { pages, format, times, fastestPerPage, heap, heapPerPage: heap / pages, rss };
}

/**
 * Measures every length in processes of its own, the lengths in turn in each round, so that drift hits all alike.
 *
 * @param lengths in pages
 * @param rounds processes of each length
 */
export async function growth(
  bundle: Bundle,
  lengths: readonly number[],
  format: Format,
  rounds: number,
): Promise<Growth[]> {
  const samples = new Map(lengths.map((pages) => [pages, [] as Sample[]]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? lengths : lengths.toReversed();
    for (const pages of order) samples.get(pages)?.push(await sample(bundle, pages, format));
  }
  return [...samples].map(([pages, all]) => pooled(pages, format, all));
}
