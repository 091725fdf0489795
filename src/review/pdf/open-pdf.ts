/** Reads PDFs in threads, which can be ended: a file may be made to keep its reader busy, or to fill the memory. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { PDF_LIMITS, type PdfContent, type PdfFault, type PdfLimits } from "./content.js";

/** The worker's file beside the bundle; where the program runs from its source there is none, and no thread. */
function workerFile(): string | undefined {
  const file = fileURLToPath(new URL("./pdf-worker.js", import.meta.url));
  return existsSync(file) ? file : undefined;
}

function readInThread(file: string, bytes: Uint8Array, limits: PdfLimits): Promise<PdfContent | PdfFault> {
  return new Promise((settle) => {
    const worker = new Worker(file, {
      workerData: { bytes, limits },
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
      // what pdf.js prints is of no use to a clerk
      stdout: true,
      stderr: true,
    });
    const finish = (result: PdfContent | PdfFault): void => {
      clearTimeout(timer);
      void worker.terminate();
      settle(result);
    };
    const timer = setTimeout(() => finish("tooSlow"), limits.time);
    worker.on("message", (result: PdfContent | PdfFault) => finish(result));
    worker.on("error", (error: NodeJS.ErrnoException) =>
      finish(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "tooMuch" : "broken"),
    );
    worker.on("exit", () => finish("broken"));
  });
}

/**
 * Reads text and lines of a PDF. Never throws for a fault of the file, and comes back within the limits' time.
 *
 * @param bytes any file at all
 */
export async function openPdf(bytes: Uint8Array, limits: PdfLimits = PDF_LIMITS): Promise<PdfContent | PdfFault> {
  if (bytes.length > limits.file) return "tooLarge";
  const file = workerFile();
  if (file !== undefined) return readInThread(file, bytes, limits);
  const { extractPdf } = await import("./extract.js");
  return extractPdf(bytes, limits);
}
