/** Reads a PDF beside the main thread. An entry of its own: it is started as a worker, never imported. */
import { parentPort, workerData } from "node:worker_threads";
import type { PdfLimits } from "./content.js";
import { PROGRESS } from "./in-thread.js";
import { readPdf } from "./read-pdf.js";

const { bytes, limits } = workerData as { readonly bytes: Uint8Array; readonly limits: PdfLimits };

parentPort?.postMessage(await readPdf(bytes, limits, () => parentPort?.postMessage(PROGRESS)));
