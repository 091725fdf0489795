/** Checks files beside the main thread. An entry of its own: it is started as a worker, never imported. */
import { parentPort, workerData } from "node:worker_threads";
import type { Environment } from "../environment.js";
import { nodeFiles } from "../node-files.js";
import { checkFile, findSurroundings } from "./check-file.js";
import type { CheckAnswer, CheckerData, CheckRequest } from "./worker-messages.js";

const { wishes, ...given } = workerData as CheckerData;
const silent = { write: (): void => {} };
const environment: Environment = {
  ...given,
  stdout: silent,
  stderr: silent,
  isTTY: false,
  files: nodeFiles,
  now: () => new Date(),
};
const surroundings = findSurroundings(environment);

parentPort?.on("message", async ({ id, path }: CheckRequest) => {
  const checked = await checkFile(path, wishes, surroundings, environment);
  if (!checked.ok) return parentPort?.postMessage({ id, checked } satisfies CheckAnswer);
  // functions cannot be handed over, and nothing is corrected here
  const { draft: _, ...value } = checked.value;
  return parentPort?.postMessage({ id, checked: { ok: true, value } } satisfies CheckAnswer);
});
