/**
 * Running numbers of rows. Where rows came, went or moved, those behind them count on: that is no change of its own. A
 * number that counts wrongly in one of the versions is one.
 */
import type { FlowBlock, FlowRow } from "../flow/flow.js";

/** `3` and `1.3` and `III` and `c)`: what kind of number it is, and the how-manieth. */
interface Ordinal {
  readonly sort: string;
  readonly value: number;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanValue(text: string): number {
  const values = [...text].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** Vietnamese lists leave out f, j, w, z. */
const LETTERS = "abcdđeghiklmnopqrstuvxy";

function readOrdinal(text: string): Ordinal {
  const bare = text.replace(/[.)]$/u, "");
  const numbered = /^((?:\d+\.)*)(\d+)$/u.exec(bare);
  if (numbered !== null) return { sort: `number ${numbered[1]}`, value: Number(numbered[2]) };
  if (/^[IVXLC]+$/u.test(bare)) return { sort: "roman", value: romanValue(bare) };
  return { sort: bare === bare.toLowerCase() ? "letter" : "capital", value: LETTERS.indexOf(bare.toLowerCase()) + 1 };
}

/** Whether two rows stand in one table. */
const together = (one: FlowBlock | undefined, other: FlowRow): boolean =>
  one?.kind === "row" && one.place.table === other.place.table;

/**
 * The rows whose number is the next one of its sort, or begins anew behind a row of another sort.
 *
 * @returns indices of the blocks
 */
export function rightlyCounted(blocks: readonly FlowBlock[]): Set<number> {
  const right = new Set<number>();
  /** Numbers so far, by sort; all of them, since tables may count on. */
  const last = new Map<string, number>();
  let before: string | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== "row" || block.ordinal === undefined) {
      before = undefined;
      continue;
    }
    const { sort, value } = readOrdinal(block.ordinal);
    const begins = before !== sort || !together(blocks[index - 1], block);
    if (value === (last.get(sort) ?? 0) + 1 || (begins && value === 1)) right.add(index);
    last.set(sort, value);
    before = sort;
  }
  return right;
}
