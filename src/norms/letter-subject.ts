import type { Norm } from "./norm.js";
import { foldTone } from "./tone.js";

/** Openings that an author may have typed, of either family. */
const OPENINGS = ["v/v", "về việc", "về"].map(foldTone);

/**
 * The first line of a công văn's subject with the opening of its norm: `về việc` (HD05 5.2.3), `V/v` (NĐ30 II.5.b).
 * An opening that the author typed is kept, right or wrong.
 *
 * @param line first line of the subject
 * @param norm the layout norm
 */
export function openLetterSubject(line: string, norm: Norm): string {
  const folded = foldTone(line);
  const opened = OPENINGS.some((opening) => folded === opening || folded.startsWith(`${opening} `));
  const prefix = norm.letterSubjectPrefix.use;
  return opened || prefix === "" ? line : `${prefix} ${line}`;
}
