/** Findings about a draft whose words or tables are not what the ledger says now. */

import type { Finding } from "../../../findings/finding.js";
import { reportBound } from "../../../findings/messages/bound.js";
import type { MadeReport } from "../made.js";
import { lineAt } from "../sentences.js";
import { followWording } from "./follow.js";

/**
 * What the template words otherwise now, and the cells of tables that are not what they should be.
 *
 * @param text of the draft
 * @param fresh the draft that would be made now
 * @param file name of the draft, for places
 */
export function findWording(text: string, made: MadeReport, fresh: string, file: string): readonly Finding[] {
  const { waiting, cells, edits } = followWording(text, made.text, fresh);
  const place = (at: number) => ({ file, line: lineAt(text, at), column: 1 });
  const edited = cells.filter((cell) => cell.edited);
  const [moved] = cells.filter((cell) => !cell.edited);
  const tables = cells.length === 0 ? 0 : cells.length - edited.length;
  return [
    ...waiting.map(({ before, after, at, byHand }) =>
      reportBound(byHand ? "bound/wording-by-hand" : "bound/wording", { before, after }, place(at)),
    ),
    ...edited.map(({ at, row, printed, now }) => reportBound("bound/cell-edited", { row, printed, now }, place(at))),
    ...(moved === undefined ? [] : [reportBound("bound/cells-moved", { count: tables, ...moved }, place(moved.at))]),
    ...(cells.length === 0 && edits.length > 0
      ? [reportBound("bound/annexes-moved", { count: edits.length }, place(edits[0]?.start ?? 0))]
      : []),
  ];
}
