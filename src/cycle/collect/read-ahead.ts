/** Fetches workbooks some ahead of the one that is being judged. */
import type { Finding } from "../../findings/finding.js";
import { sha256Of } from "../ledger/index.js";
import type { ReadReturn } from "../returns.js";
import type { IncomingFile } from "./incoming.js";
import type { Readers } from "./readers.js";

/** A workbook with its hash; read already unless that was not worth it. */
export interface Fetched {
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly read?: Promise<ReadReturn>;
}

/** For each thread so many workbooks wait. */
const WAITING = 4;

export class ReadAhead {
  readonly #files: readonly IncomingFile[];
  readonly #readers: Readers;
  readonly #worthReading: (hash: string) => boolean;
  readonly #fetched = new Map<IncomingFile, Promise<Fetched | Finding>>();
  #next = 0;

  /**
   * @param files in the order in which they will be asked for
   * @param worthReading whether a file with a hash has to be read at all
   */
  constructor(files: readonly IncomingFile[], readers: Readers, worthReading: (hash: string) => boolean) {
    this.#files = files;
    this.#readers = readers;
    this.#worthReading = worthReading;
  }

  /** The workbook that is next, while those after it are being fetched. */
  take(file: IncomingFile): Promise<Fetched | Finding> {
    const last = this.#files.indexOf(file, Math.max(0, this.#next - this.#ahead - 1)) + this.#ahead;
    for (; this.#next <= last; this.#next += 1) {
      const next = this.#files[this.#next];
      if (next !== undefined) this.#fetched.set(next, this.#fetch(next));
    }
    const fetched = this.#fetched.get(file) ?? this.#fetch(file);
    this.#fetched.delete(file);
    return fetched;
  }

  get #ahead(): number {
    return this.#readers.threads * WAITING;
  }

  async #fetch(file: IncomingFile): Promise<Fetched | Finding> {
    const bytes = await file.load();
    if (!(bytes instanceof Uint8Array)) return bytes;
    const hash = sha256Of(bytes);
    if (this.#readers.threads === 0 || !this.#worthReading(hash)) return { bytes, hash };
    const read = this.#readers.read(bytes);
    // who asks for it hears of a failure; until then nobody does
    read.catch(() => {});
    return { bytes, hash, read };
  }
}
