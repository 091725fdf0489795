/**
 * Unpacks at once what pdf.js asks `DecompressionStream` for: a PDF of a hundred pages holds hundreds of small streams, and
 * waiting for each in turn takes a third of the time that reading takes.
 */
import { inflateSync } from "node:zlib";

/** What unpacks to more is left to pdf.js, which does it piece by piece under the limits of its thread, bytes. */
const LARGEST = 64 * 1024 * 1024;
/** Bytes that are unpacked at a time. */
const PIECE = 64 * 1024;

/** As much of a `DecompressionStream` for "deflate" as pdf.js uses; only for a thread that reads PDFs and does nothing else. */
export class PromptInflate {
  #packed: Uint8Array = new Uint8Array();

  readonly writable = {
    getWriter: () => ({
      ready: Promise.resolve(),
      write: async (packed: Uint8Array): Promise<void> => {
        this.#packed = packed;
      },
      close: async (): Promise<void> => {},
    }),
  };

  /** Throws what zlib says of a broken stream: pdf.js then takes of it what it can. */
  readonly readable: Iterable<Uint8Array> = {
    [Symbol.iterator]: () => [inflateSync(this.#packed, { chunkSize: PIECE, maxOutputLength: LARGEST })].values(),
  };
}
