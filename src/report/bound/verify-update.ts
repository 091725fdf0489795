/** The last look at an updated draft: it must read as the old one but for its figures and the accepted sentences. */
import { isDeepStrictEqual } from "node:util";
import type { Block } from "../../model/block.js";
import type { Document } from "../../model/document.js";
import type { Inlines } from "../../model/inline.js";
import type { DraftUpdate } from "./update-draft.js";
import { boundFigures } from "./walk.js";

const words = (inlines: Inlines): string =>
  inlines
    .map((inline) => (inline.kind === "noteMark" ? "" : inline.text))
    .join("")
    .replace(/\s+/gu, " ");

/** The document with every figure's print struck out. */
function strikePrints(document: Document): Document {
  const copy = structuredClone(document);
  for (const { figure } of boundFigures(copy)) figure.text = "0";
  return copy;
}

const proseOf = (block: Block): Inlines | undefined =>
  block.kind === "heading" || block.kind === "paragraph" ? block.inlines : undefined;

/** Blocks that are equal, or differ by accepted sentences alone. */
function sameBlocks(
  before: readonly Block[],
  after: readonly Block[],
  [old, own]: readonly [readonly Block[], readonly Block[]],
  update: DraftUpdate,
): boolean {
  return (
    before.length === after.length &&
    before.every((block, index) => {
      const now = after[index];
      if (isDeepStrictEqual(block, now)) return true;
      const [printedBefore, printedAfter] = [old[index], own[index]].map((each) => each && proseOf(each));
      if (printedBefore === undefined || printedAfter === undefined || block.kind !== now?.kind) return false;
      let text = words(printedBefore);
      for (const { before: sentence, after: accepted } of update.accepted)
        text = text.replace(sentence, () => accepted);
      // numbers in the rest of the paragraph may have been put right as well
      const rest = (whole: string): string => whole.replace(/[\d.,%]+/gu, "#");
      return rest(text) === rest(words(printedAfter));
    })
  );
}

/**
 * Whether an updated draft reads as the old one, but for what the update says it did.
 *
 * @param before the draft as it was read
 * @param after the updated draft, read again
 */
export function isSameButFigures(before: Document, after: Document, update: DraftUpdate): boolean {
  const [struck, now] = [strikePrints(before), strikePrints(after)];
  const rest = ({ body: _, annexes: __, ...head }: Document): unknown => head;
  if (!isDeepStrictEqual(rest(struck), rest(now))) return false;
  if (!sameBlocks(struck.body, now.body, [before.body, after.body], update)) return false;
  return (
    struck.annexes.length === now.annexes.length &&
    struck.annexes.every((annex, index) => {
      const { blocks, ...head } = annex;
      const { blocks: own = [], ...other } = now.annexes[index] ?? {};
      const raw = [before.annexes[index]?.blocks ?? [], after.annexes[index]?.blocks ?? []] as const;
      return isDeepStrictEqual(head, other) && sameBlocks(blocks, own, raw, update);
    })
  );
}
