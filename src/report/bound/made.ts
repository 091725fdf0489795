/** The draft as the program last wrote it, kept in the trace file: beside it one sees what a change of figures makes false. */
import { z } from "zod";

export interface MadeReport {
  readonly template: { readonly file: string; readonly source: string };
  /** Annexes with every unit, however many there are. */
  readonly allUnits: boolean;
  readonly text: string;
}

const Trace = z.object({
  made: z.object({
    template: z.object({ file: z.string(), source: z.string() }),
    allUnits: z.boolean(),
    text: z.string(),
  }),
});

/**
 * Reads it out of a trace file.
 *
 * @param text JSON
 * @returns undefined of a trace file without it
 */
export function readMade(text: string): MadeReport | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = Trace.safeParse(data);
  return read.success ? read.data.made : undefined;
}
