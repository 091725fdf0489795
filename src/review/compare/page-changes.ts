/** Which pages shifted: told where the text is equal, one change for all that shifted alike. */
import type { BlockPair } from "../align/align-blocks.js";
import { beginningOf } from "../flow/beginning.js";
import { type Flow, textOfBlock } from "../flow/flow.js";
import { placeOfBlock } from "./block-changes.js";
import type { Change } from "./change.js";

/** Compares the pages on which equal blocks begin. */
export function comparePages(old: Flow, neu: Flow, equal: readonly BlockPair[]): Change[] {
  if (old.pages === undefined || neu.pages === undefined) return [];
  const changes: Change[] = [];
  let shift = 0;
  for (const pair of [...equal].sort((a, b) => a.new - b.new)) {
    const [one, other] = [old.blocks[pair.old], neu.blocks[pair.new]];
    // notes stand where their marks do
    if (pair.moved || one === undefined || other === undefined || other.kind === "note") continue;
    if (other.place.part === "header" || other.place.part === "footer") continue;
    const [before, after] = [one.place.page, other.place.page];
    if (before === undefined || after === undefined) continue;
    const by = after - before;
    if (by !== shift && by !== 0) {
      changes.push({
        kind: "pages",
        group: "pages",
        old: placeOfBlock(one),
        new: placeOfBlock(other),
        oldText: beginningOf(textOfBlock(one)),
        newText: beginningOf(textOfBlock(other)),
      });
    }
    shift = by;
  }
  if (changes.length === 0 && old.pages !== neu.pages) {
    changes.push({ kind: "pages", group: "pages", old: { page: old.pages }, new: { page: neu.pages } });
  }
  return changes;
}
