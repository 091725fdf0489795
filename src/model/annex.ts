import { z } from "zod";
import { Block } from "./block.js";
import { Line, Lines } from "./text.js";

/** An annex on pages of its own: `Phụ lục 1`, title, kèm-theo line, content. */
export const Annex = z.object({
  /** Label as printed, `Phụ lục`, `Phụ lục 1`, `Phụ lục II`. */
  label: Line,
  title: Lines,
  /** The kèm-theo line as typed; composed from the document's number, date and author when absent. */
  attachment: Line.optional(),
  orientation: z.enum(["portrait", "landscape"]),
  blocks: z.array(Block),
});
export type Annex = z.infer<typeof Annex>;
