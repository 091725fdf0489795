/** What a report was made from, as the trace file that travels with it tells. */
import { z } from "zod";

/** As what each figure was printed when it was made, by its path. */
export type Base = ReadonlyMap<string, readonly string[]>;

const TraceHead = z.object({
  figures: z.array(z.object({ binding: z.string(), printed: z.array(z.string()) })),
});

/**
 * Reads the printed figures of a trace file.
 *
 * @param text JSON
 * @returns undefined when it is none
 */
export function readBase(text: string): Base | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = TraceHead.safeParse(data);
  return read.success ? new Map(read.data.figures.map(({ binding, printed }) => [binding, printed])) : undefined;
}
