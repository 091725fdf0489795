/** The columns of the tables of a version, as wide as what stands in them needs. */
import type { FlowBlock, FlowRow } from "../flow/flow.js";

/** Letters for which a column is made room: at least, at most. */
const ROOM = { least: 5, most: 30 } as const;
/** Letters that the edges of a cell take. */
const EDGES = 2;

const keyOf = ({ place: { sheet, table } }: FlowRow): string => `${sheet ?? ""} ${table ?? ""}`;

export class Tables {
  readonly #letters = new Map<string, number[]>();

  constructor(blocks: readonly FlowBlock[]) {
    for (const block of blocks) {
      if (block.kind !== "row") continue;
      const letters = this.#letters.get(keyOf(block)) ?? [];
      const take = (column: number, text: string): void => {
        for (let at = letters.length; at <= column; at++) letters.push(ROOM.least);
        letters[column] = Math.min(ROOM.most, Math.max(letters[column] ?? 0, text.length));
      };
      if (block.ordinal !== undefined) take(0, block.ordinal);
      // heads are broken between words, and one may stand above several columns
      for (const { column, text } of block.cells) take(column, block.header ? longestWord(text) : text);
      for (const [column, text] of block.heads) take(column, longestWord(text));
      this.#letters.set(keyOf(block), letters);
    }
  }

  /** Widths of the columns of a row's table, percent. */
  columnsOf(row: FlowRow): readonly number[] {
    const letters = (this.#letters.get(keyOf(row)) ?? []).map((one) => one + EDGES);
    const all = letters.reduce((sum, one) => sum + one, 0);
    return letters.map((one) => Math.round((1000 * one) / all) / 10);
  }
}

const longestWord = (text: string): string =>
  text.split(/\s+/u).reduce((longest, word) => (word.length > longest.length ? word : longest), "");
