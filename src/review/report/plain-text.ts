/** A version as plain text, a line each paragraph and row, its empty cells kept: what `git diff` compares by its textconv. */
import { type Flow, textOfBlock, textsByColumn } from "../flow/flow.js";

/** The lines of a version, the same for the same words. */
export const plainLines = ({ blocks }: Flow): string[] =>
  blocks.map((block) =>
    block.kind === "row"
      ? [...(block.ordinal === undefined ? [] : [block.ordinal]), ...textsByColumn(block)].join(" | ")
      : textOfBlock(block),
  );
