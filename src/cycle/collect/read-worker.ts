/** Reads workbooks beside the main thread. An entry of its own: it is started as a worker, never imported. */
import { parentPort, workerData } from "node:worker_threads";
import { readWorkbook } from "../../workbook/read/index.js";
import type { ReadAnswer, ReaderData, ReadRequest } from "./reader-messages.js";

const { formSets } = workerData as ReaderData;

parentPort?.on("message", ({ id, bytes }: ReadRequest) => {
  const answer: ReadAnswer = { id, read: readWorkbook(bytes, formSets) };
  parentPort?.postMessage(answer);
});
