/** PDFium's functions as its C interface names them: the package's own classes give neither places of letters nor paths. */

const NAMES = [
  "malloc",
  "free",
  "FPDF_LoadMemDocument",
  "FPDF_CloseDocument",
  "FPDF_GetLastError",
  "FPDF_GetPageCount",
  "FPDF_LoadPage",
  "FPDF_ClosePage",
  "FPDF_GetPageBoundingBox",
  "FPDFPage_GetRotation",
  "FPDFPage_CountObjects",
  "FPDFPage_GetObject",
  "FPDFPageObj_GetType",
  "FPDFPageObj_GetMatrix",
  "FPDFFormObj_CountObjects",
  "FPDFFormObj_GetObject",
  "FPDFPath_GetDrawMode",
  "FPDFPath_CountSegments",
  "FPDFPath_GetPathSegment",
  "FPDFPathSegment_GetType",
  "FPDFPathSegment_GetPoint",
  "FPDFTextObj_GetFont",
  "FPDFFont_GetBaseFontName",
  "FPDFText_LoadPage",
  "FPDFText_ClosePage",
  "FPDFText_CountChars",
  "FPDFText_GetUnicode",
  "FPDFText_IsGenerated",
  "FPDFText_GetTextObject",
  "FPDFText_GetFontSize",
  "FPDFText_GetMatrix",
  "FPDFText_GetCharOrigin",
  "FPDFText_GetLooseCharBox",
] as const;

type Calls = Readonly<Record<(typeof NAMES)[number], (...values: readonly number[]) => number>>;

/** Bytes for what a function answers through pointers. */
const ANSWER = 512;

/** PDFium, loaded: objects of it are numbers, 0 where there is none. */
export class Pdfium {
  /** Where functions write what they answer. */
  readonly answer: number;
  /** Bytes of memory that it may take. */
  most = Number.POSITIVE_INFINITY;
  #floats = new Float32Array();
  #doubles = new Float64Array();

  constructor(
    readonly calls: Calls,
    private readonly memory: WebAssembly.Memory,
  ) {
    this.answer = calls.malloc(ANSWER);
  }

  /** Bytes of its memory; gone when the memory grows. */
  bytes(from: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, from, length);
  }

  /** The number at an index of the answer, of 4 bytes. */
  float(index: number): number {
    if (this.#floats.buffer !== this.memory.buffer) this.#floats = new Float32Array(this.memory.buffer);
    return this.#floats[this.answer / 4 + index] ?? 0;
  }

  /** The number at an index of the answer, of 8 bytes. */
  double(index: number): number {
    if (this.#doubles.buffer !== this.memory.buffer) this.#doubles = new Float64Array(this.memory.buffer);
    return this.#doubles[this.answer / 8 + index] ?? 0;
  }

  integer(index: number): number {
    return new Int32Array(this.memory.buffer, this.answer, ANSWER / 4)[index] ?? 0;
  }

  /** A name of Latin letters. @param length with the 0 at its end */
  name(length: number): string {
    return new TextDecoder("latin1").decode(this.bytes(this.answer, Math.min(Math.max(length - 1, 0), ANSWER)));
  }

  /** Room for what functions answer through pointers, bytes. */
  get room(): number {
    return ANSWER;
  }
}

function callsOf(exported: object): Calls {
  const calls = NAMES.map((name) => {
    const call: unknown = Reflect.get(exported, name);
    if (typeof call !== "function") throw new Error(`This version of PDFium has no ${name}.`);
    return [name, call];
  });
  return Object.fromEntries(calls) as Calls;
}

/** Bytes of a page of its memory. */
const PAGE = 64 * 1024;

/** Lets the memory grow so far and no further: what asks for more, fails. */
function boundMemory(memory: WebAssembly.Memory, most: () => number): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * PAGE > most()) throw new RangeError("PDFium asks for too much memory.");
    return grow(pages);
  };
}

async function load(): Promise<Pdfium> {
  const { PDFiumModule } = await import("@hyzyla/pdfium");
  // what it prints is of no use to a clerk
  const silent = { print: () => {}, printErr: () => {} } as Parameters<typeof PDFiumModule>[0];
  const { wasmExports } = await PDFiumModule(silent);
  const memory: unknown = Reflect.get(wasmExports, "memory");
  const start: unknown = Reflect.get(wasmExports, "PDFium_Init");
  if (!(memory instanceof WebAssembly.Memory) || typeof start !== "function")
    throw new Error("This version of PDFium does not give its memory.");
  start();
  const pdfium = new Pdfium(callsOf(wasmExports), memory);
  boundMemory(memory, () => pdfium.most);
  return pdfium;
}

let loaded: Promise<Pdfium> | undefined;

/** PDFium, loaded once. @param most bytes of memory that it may take from now on */
export async function loadPdfium(most: number): Promise<Pdfium> {
  loaded ??= load();
  const pdfium = await loaded;
  pdfium.most = most;
  return pdfium;
}

/** Loads it anew the next time: after a failure inside of it, it cannot be used any more. */
export function dropPdfium(): void {
  loaded = undefined;
}
