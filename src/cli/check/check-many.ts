/** Checks many files, on all cores where there are enough of them. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Environment } from "../environment.js";
import { nodeFiles } from "../node-files.js";
import { type Outcome, shownPath } from "../outcome.js";
import { progress } from "../print.js";
import { type CheckedFile, checkFile, type FileWishes, findSurroundings } from "./check-file.js";
import type { CheckAnswer, CheckerData, CheckRequest } from "./worker-messages.js";

/** Threads beside the main one, which checks as well. */
const MOST = 3;
/** Files from which on starting a thread pays. */
const ENOUGH = 24;

type Checked = Outcome<CheckedFile>;
type Check = (path: string) => Promise<Checked>;

/** The worker's file beside the bundle; where the program runs from its source there is none, and no threads. */
function workerFile(): string | undefined {
  const file = fileURLToPath(new URL("./check-worker.js", import.meta.url));
  return existsSync(file) ? file : undefined;
}

/** A thread that checks one file after another; where it breaks, its file is checked here. */
function startThread(file: string, data: CheckerData, here: Check): { check: Check; close: () => Promise<unknown> } {
  const worker = new Worker(file, { workerData: data });
  let settle: ((checked: Checked | undefined) => void) | undefined;
  let gone = false;
  const answer = (checked: Checked | undefined): void => {
    settle?.(checked);
    settle = undefined;
  };
  const end = (): void => {
    gone = true;
    answer(undefined);
  };
  worker.on("message", ({ checked }: CheckAnswer) => answer(checked));
  worker.on("error", end);
  worker.on("exit", end);
  let id = 0;
  const check: Check = async (path) => {
    if (gone) return here(path);
    id += 1;
    const request: CheckRequest = { id, path };
    const checked = await new Promise<Checked | undefined>((done) => {
      settle = done;
      worker.postMessage(request);
    });
    return checked ?? here(path);
  };
  return { check, close: () => worker.terminate() };
}

export interface ManyOptions {
  /** No line of progress. */
  readonly quiet: boolean;
  /** Beside the main one; as many as the machine bears when absent. */
  readonly threads?: number;
}

/**
 * Checks files, and says on the terminal how far it has come.
 *
 * @param paths absolute
 * @returns in the order of the paths
 */
export async function checkMany(
  paths: readonly string[],
  wishes: FileWishes & { readonly fix: boolean },
  environment: Environment,
  { quiet, threads }: ManyOptions,
): Promise<readonly Checked[]> {
  const { norm, only, fix } = wishes;
  const asked: FileWishes = { ...(norm === undefined ? {} : { norm }), ...(only === undefined ? {} : { only }) };
  const surroundings = findSurroundings(environment);
  const here: Check = (path) => checkFile(path, asked, surroundings, environment);
  // a thread has the real disk only, and what is to be corrected stays here
  const file = paths.length < ENOUGH || fix || environment.files !== nodeFiles ? undefined : workerFile();
  const count = file === undefined ? 0 : (threads ?? Math.min(MOST, availableParallelism() - 1));
  const { cwd, runner, env } = environment;
  const data: CheckerData = { wishes: asked, cwd, runner, env: { ...env } };
  const started = file === undefined ? [] : Array.from({ length: count }, () => startThread(file, data, here));
  const bar = progress(paths.length, quiet, environment);
  const checked: (Checked | undefined)[] = paths.map(() => undefined);
  let next = 0;
  let done = 0;
  const work = async (check: Check): Promise<void> => {
    for (let at = next; at < paths.length; at = next) {
      next += 1;
      const path = paths[at] ?? "";
      checked[at] = await check(path);
      done += 1;
      bar.step(done, shownPath(path, cwd));
    }
  };
  try {
    await Promise.all([here, ...started.map(({ check }) => check)].map(work));
  } finally {
    bar.done();
    await Promise.all(started.map(({ close }) => close()));
  }
  return checked.flatMap((one) => (one === undefined ? [] : [one]));
}
