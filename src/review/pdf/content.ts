/** What a PDF's pages show, as far as it is text and straight lines. Lengths in pt from the top left corner of the page. */

/** A run of text in one font, as the file draws it. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Index in the fonts of the content. */
  readonly font: number;
  /** Quarters of a turn, clockwise, by which its line is turned on the page; absent when it runs to the right. */
  readonly quarters?: 1 | 2 | 3;
}

/** A straight line, horizontal or vertical. */
export interface Rule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which the file draws them. */
  readonly runs: readonly Run[];
  readonly rules: readonly Rule[];
}

export interface PdfContent {
  readonly pages: readonly PdfPage[];
  /** Names of the fonts, with the prefix of their subset. */
  readonly fonts: readonly string[];
}

/** Why the text of a PDF cannot be had. */
export type PdfFault =
  | "empty"
  | "notPdf"
  | "broken"
  | "password"
  /** As a file. */
  | "tooLarge"
  | "tooManyPages"
  /** More text on its pages than any document has. */
  | "tooMuch"
  /** It keeps the reader busy without end. */
  | "tooSlow"
  /** Pages without a letter: a scan. */
  | "noText"
  /** The library that reads is missing. */
  | "notInstalled";

/** Bounds on a PDF from outside. */
export interface PdfLimits {
  /** Bytes of the file; scans of a hundred pages have tens of megabytes. */
  readonly file: number;
  readonly pages: number;
  /** Runs of text of all pages together. */
  readonly runs: number;
  /** Milliseconds from the start of reading. */
  readonly time: number;
  /** Milliseconds that one page may take. */
  readonly stall: number;
  /** Megabytes of memory that reading may take. */
  readonly memory: number;
}

const MEGABYTE = 1024 * 1024;

/** Used when the caller says nothing else. */
export const PDF_LIMITS: PdfLimits = {
  file: 128 * MEGABYTE,
  pages: 2_000,
  runs: 2_000_000,
  time: 120_000,
  stall: 10_000,
  memory: 1_024,
};
