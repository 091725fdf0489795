/** Compares pictures beside the main thread. An entry of its own: it is started as a worker, never imported. */
import { parentPort, workerData } from "node:worker_threads";
import { PROGRESS } from "../pdf/in-thread.js";
import type { Band } from "./bands.js";
import { compareBands } from "./compare-bands.js";

const { old, neu, bands } = workerData as {
  readonly old: Uint8Array;
  readonly neu: Uint8Array;
  readonly bands: readonly Band[];
};

parentPort?.postMessage(await compareBands(old, neu, bands, () => parentPort?.postMessage(PROGRESS)));
