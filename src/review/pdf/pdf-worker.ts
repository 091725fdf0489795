/** Reads a PDF beside the main thread. An entry of its own: it is started as a worker, never imported. */
import { parentPort, workerData } from "node:worker_threads";
import type { PdfLimits } from "./content.js";
import { PROGRESS } from "./in-thread.js";
import { readPdf } from "./read-pdf.js";

const { bytes, limits } = workerData as { readonly bytes: Uint8Array; readonly limits: PdfLimits };

/** Milliseconds between two signs of progress. */
const PACE = 200;
let said = performance.now();

function sayProgress(): void {
  if (performance.now() - said < PACE) return;
  said = performance.now();
  parentPort?.postMessage(PROGRESS);
}

parentPort?.postMessage(await readPdf(bytes, limits, sayProgress));
