/** Work on a file from outside in a thread, which can be ended: a file may be made to keep its reader busy, or to fill the memory. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** Why a thread gave no result. */
export type ThreadFault = "tooSlow" | "tooMuch" | "broken";

export interface ThreadLimits {
  /** Milliseconds from beginning to end. */
  readonly time: number;
  /** Milliseconds without a sign of progress. */
  readonly stall: number;
  /** Megabytes. */
  readonly memory: number;
}

/**
 * A thread's file beside the bundle; where the program runs from its source there is none, and no thread.
 *
 * @param name as in `scripts/build.ts`
 */
export function threadFile(name: string): string | undefined {
  const file = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  return existsSync(file) ? file : undefined;
}

/** What a thread sends when a step of its work is done. */
export const PROGRESS = "progress";

/** How often the memory is looked at, ms. */
const WATCH = 100;
const MEGABYTE = 1024 * 1024;

/** Runs a thread to its result, the one message beside those of progress. What streams unpack to lies outside of a thread's own limit, and is watched here. */
export function runThread<T>(file: string, workerData: unknown, limits: ThreadLimits): Promise<T | ThreadFault> {
  return new Promise((settle) => {
    const worker = new Worker(file, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
      // what libraries print is of no use to a clerk
      stdout: true,
      stderr: true,
    });
    const finish = (result: T | ThreadFault): void => {
      clearTimeout(timer);
      clearTimeout(stall);
      clearInterval(watch);
      void worker.terminate();
      settle(result);
    };
    const timer = setTimeout(() => finish("tooSlow"), limits.time);
    const most = process.memoryUsage.rss() + limits.memory * MEGABYTE;
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) finish("tooMuch");
    }, WATCH);
    let stall = setTimeout(() => finish("tooSlow"), limits.stall);
    worker.on("message", (message: T | typeof PROGRESS) => {
      if (message !== PROGRESS) return finish(message);
      clearTimeout(stall);
      stall = setTimeout(() => finish("tooSlow"), limits.stall);
    });
    worker.on("error", (error: NodeJS.ErrnoException) =>
      finish(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "tooMuch" : "broken"),
    );
    worker.on("exit", () => finish("broken"));
  });
}
