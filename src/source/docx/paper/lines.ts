import type { DocxBlock } from "../text.js";

/** A line of a text, and what it stands in: a cell, or the paragraphs between two tables. */
export interface PaperLine {
  readonly text: string;
  /** Index of the block. */
  readonly block: number;
  /** Lines of one cell have the same, and lines of paragraphs that follow each other. */
  readonly column: string;
}

/** Lines in reading order, cell by cell; empty ones left out. */
export function paperLines(blocks: readonly DocxBlock[]): readonly PaperLine[] {
  let run = 0;
  const lines = blocks.flatMap((block, index): PaperLine[] => {
    if (block.kind === "paragraph") {
      return block.text.split("\n").map((text) => ({ text, block: index, column: `p${run}` }));
    }
    run += 1;
    return block.rows.flatMap((row, r) =>
      row.flatMap((cell, c) => cell.split("\n").map((text) => ({ text, block: index, column: `t${index}/${r}/${c}` }))),
    );
  });
  return lines.filter(({ text }) => text.trim() !== "");
}
