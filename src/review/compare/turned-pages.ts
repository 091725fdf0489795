/** Pages that lie on their side in one of the versions. */
import type { Flow } from "../flow/flow.js";
import type { Change } from "./change.js";

/** Compares which pages are turned. */
export function compareTurned(old: Flow, neu: Flow): Change[] {
  if (old.pages !== neu.pages) return [];
  const [before, after] = [new Set(old.turned), new Set(neu.turned)];
  const words = (turned: boolean): string => (turned ? "trang xoay" : "trang để thẳng");
  return [...new Set([...before, ...after])]
    .sort((a, b) => a - b)
    .filter((page) => before.has(page) !== after.has(page))
    .map((page) => ({
      kind: "margins",
      group: "looks",
      old: { page },
      new: { page },
      oldText: `trang ${page}: ${words(before.has(page))}`,
      newText: words(after.has(page)),
    }));
}
