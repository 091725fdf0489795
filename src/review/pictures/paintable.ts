/** What pages are painted from, and why they could not be. */
import type { PdfContent } from "../pdf/content.js";
import type { ThreadFault, ThreadLimits } from "../pdf/in-thread.js";

/** A version whose pages can be painted. */
export interface PaintableVersion {
  readonly pdf: Uint8Array;
  readonly content: PdfContent;
}

/** Why pages were not compared: nothing on this machine paints them, or one is larger than any sheet. */
export type BandFault = "notInstalled" | "tooLarge";

/** Why pictures were not compared. */
export type PictureFault = ThreadFault | BandFault;

/** A PDF that paints without end is left. */
export const LIMITS: ThreadLimits = { time: 300_000, stall: 10_000, memory: 1_024 };
