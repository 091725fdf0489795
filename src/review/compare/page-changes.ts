/** Which pages shifted: told where the text is equal, one change for all that shifted alike. */
import type { BlockPair } from "../align/align-blocks.js";
import { type Flow, type FlowBlock, textOfBlock } from "../flow/flow.js";
import { placeOfBlock } from "./block-changes.js";
import type { Change } from "./change.js";

/** Longest beginning of a text by which it is known. */
const BEGINNING = 70;

/** The first words of a block. */
export function beginningOf(block: FlowBlock): string {
  const text = textOfBlock(block);
  return text.length <= BEGINNING ? text : `${text.slice(0, BEGINNING).trimEnd()}…`;
}

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
        oldText: beginningOf(one),
        newText: beginningOf(other),
      });
    }
    shift = by;
  }
  if (changes.length === 0 && old.pages !== neu.pages) {
    changes.push({ kind: "pages", group: "pages", old: { page: old.pages }, new: { page: neu.pages } });
  }
  return changes;
}
