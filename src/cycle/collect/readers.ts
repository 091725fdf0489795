/** Threads that read workbooks, where there are many and the machine has more than one core. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type FormSets, readWorkbook } from "../../workbook/read/index.js";
import type { ReadReturn } from "../returns.js";
import type { ReadAnswer, ReaderData, ReadRequest } from "./reader-messages.js";

/** More do not help: one thread judges and records. */
const MOST = 3;
/** Workbooks from which on starting threads pays. */
const ENOUGH = 40;

export interface Readers {
  /** How many workbooks are read at once; 0 where they are read when they are asked for. */
  readonly threads: number;
  readonly read: (bytes: Uint8Array) => Promise<ReadReturn>;
  readonly close: () => Promise<void>;
}

/** The worker's file beside the bundle; where the program runs from its source there is none, and no threads. */
function workerFile(): string | undefined {
  const file = fileURLToPath(new URL("./read-worker.js", import.meta.url));
  return existsSync(file) ? file : undefined;
}

interface Waiting {
  readonly bytes: Uint8Array;
  readonly settle: (read: ReadReturn) => void;
  readonly fail: (error: Error) => void;
}

class Reader {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #formSets: FormSets;
  #last = 0;
  #gone: Error | undefined;

  constructor(file: string, formSets: FormSets) {
    const data: ReaderData = { formSets };
    this.#formSets = formSets;
    this.#worker = new Worker(file, { workerData: data });
    this.#worker.on("message", ({ id, read }: ReadAnswer) => {
      this.#waiting.get(id)?.settle(read);
      this.#waiting.delete(id);
      // a run that was broken off must not wait for an idle thread
      if (this.#waiting.size === 0) this.#worker.unref();
    });
    this.#worker.on("error", (error: Error) => this.#end(error));
    this.#worker.on("exit", () => this.#end(new Error("the reader has ended")));
    this.#worker.unref();
  }

  get load(): number {
    return this.#waiting.size;
  }

  read(bytes: Uint8Array): Promise<ReadReturn> {
    return new Promise((settle, fail) => {
      const waiting = { bytes, settle, fail };
      if (this.#gone !== undefined) return this.#readHere(waiting);
      this.#last += 1;
      this.#waiting.set(this.#last, waiting);
      const request: ReadRequest = { id: this.#last, bytes };
      this.#worker.ref();
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #readHere({ bytes, settle, fail }: Waiting): void {
    try {
      settle(readWorkbook(bytes, this.#formSets));
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** What broke the thread is not tried once more here; what only waited behind it is read after all. */
  #end(error: Error): void {
    this.#gone ??= error;
    const [first, ...others] = this.#waiting.values();
    this.#waiting.clear();
    first?.fail(error);
    for (const waiting of others) this.#readHere(waiting);
  }
}

/**
 * Starts readers for so many workbooks.
 *
 * @param wanted threads; as many as the machine bears when absent
 */
export function startReaders(formSets: FormSets, workbooks: number, wanted?: number): Readers {
  const file = workbooks < ENOUGH ? undefined : workerFile();
  const threads = file === undefined ? 0 : (wanted ?? Math.min(MOST, availableParallelism() - 1));
  if (file === undefined || threads <= 0) {
    return { threads: 0, read: async (bytes) => readWorkbook(bytes, formSets), close: async () => {} };
  }
  const readers = Array.from({ length: threads }, () => new Reader(file, formSets));
  return {
    threads,
    read: (bytes) => {
      const [idlest] = [...readers].sort((a, b) => a.load - b.load);
      return (idlest as Reader).read(bytes);
    },
    close: async () => {
      await Promise.all(readers.map((reader) => reader.close()));
    },
  };
}
