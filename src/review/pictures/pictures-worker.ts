/** Paints beside the main thread: compares strips of two PDFs, or finds the pages of one that are not blank. An entry of its own: it is started as a worker, never imported. */
import { parentPort, workerData } from "node:worker_threads";
import { PROGRESS } from "../pdf/in-thread.js";
import type { Band } from "./bands.js";
import { compareBands } from "./compare-bands.js";
import { inkedPages } from "./paint.js";

type Work =
  | { readonly old: Uint8Array; readonly neu: Uint8Array; readonly bands: readonly Band[] }
  | { readonly pdf: Uint8Array; readonly pages: readonly number[] };

const work = workerData as Work;
const onStep = (): void => parentPort?.postMessage(PROGRESS);

parentPort?.postMessage(
  "bands" in work
    ? await compareBands(work.old, work.neu, work.bands, onStep)
    : await inkedPages(work.pdf, work.pages, onStep),
);
