/** One side of a line of the page: the text of a paragraph, or a row in the columns of its table, with what changed in it. */
import { pairCells } from "../compare/pair-cells.js";
import { compareTexts } from "../compare/word-changes.js";
import { type FlowBlock, type FlowRow, textOfBlock } from "../flow/flow.js";
import type { Tables } from "./tables.js";

/** A piece of text on one side. */
export interface Piece {
  readonly text: string;
  readonly removed?: true;
  readonly added?: true;
}

/** A cell of a row, or what stands in the place of one that is empty. */
export interface SideCell {
  readonly pieces: readonly Piece[];
  /** Head of its column. */
  readonly head?: string;
}

/** One side of a line. */
export interface Side {
  /** Of a paragraph. */
  readonly pieces?: readonly Piece[];
  /** Of a row: every column of its table, so that rows below each other stand in line. */
  readonly cells?: readonly SideCell[];
  /** Widths of the columns, percent. */
  readonly columns?: readonly number[];
  readonly page?: number;
  readonly heading?: true;
}

function sideOf(block: FlowBlock, pieces: readonly Piece[]): Side {
  const { page } = block.place;
  return {
    pieces,
    ...(page === undefined ? {} : { page }),
    ...(block.kind === "heading" ? { heading: true } : {}),
  };
}

/** A row in the columns of its table. @param piecesIn pieces of the cell in a column */
export function rowSide(row: FlowRow, tables: Tables, piecesIn: ReadonlyMap<number, readonly Piece[]>): Side {
  const { page } = row.place;
  const columns = tables.columnsOf(row);
  return {
    cells: columns.map((_, column) => {
      const head = row.header ? undefined : row.heads.get(column);
      return { pieces: piecesIn.get(column) ?? [], ...(head === undefined ? {} : { head }) };
    }),
    columns,
    ...(page === undefined ? {} : { page }),
    ...(row.header ? { heading: true } : {}),
  };
}

/** The texts of a row by column; its running number stands in the first. */
const textsOf = (row: FlowRow): (readonly [number, string])[] => [
  ...(row.ordinal === undefined ? [] : [[0, row.ordinal] as const]),
  ...row.cells.map(({ column, text }) => [column, text] as const),
];

/** A block of which all is one piece. */
export function wholeSide(block: FlowBlock, tables: Tables, mark?: "removed" | "added"): Side {
  const piece = (text: string): Piece => (mark === undefined ? { text } : { text, [mark]: true });
  if (block.kind !== "row") return sideOf(block, [piece(block.text)]);
  return rowSide(block, tables, new Map(textsOf(block).map(([column, text]) => [column, [piece(text)]])));
}

function piecesOf(old: string, neu: string): readonly [readonly Piece[], readonly Piece[]] {
  const { stretches } = compareTexts({ text: old }, { text: neu });
  return [
    stretches
      .filter(({ op }) => op !== "added")
      .map(({ op, text }) => ({ text, ...(op === "removed" ? { removed: true } : {}) })),
    stretches
      .filter(({ op }) => op !== "removed")
      .map(({ op, text }) => ({ text, ...(op === "added" ? { added: true } : {}) })),
  ];
}

/** Both sides of a block that was changed. */
export function changedSides(
  old: FlowBlock,
  neu: FlowBlock,
  oldTables: Tables,
  newTables: Tables,
): readonly [Side, Side] {
  if (old.kind !== "row" || neu.kind !== "row") {
    const [before, after] = piecesOf(textOfBlock(old), textOfBlock(neu));
    return [sideOf(old, before), sideOf(neu, after)];
  }
  const wholeCells = (row: FlowRow) =>
    new Map(textsOf(row).map(([column, text]): [number, readonly Piece[]] => [column, [{ text }]]));
  // what is the same in both is no pair
  const [before, after] = [wholeCells(old), wholeCells(neu)];
  const take = (
    one: { readonly column: number; readonly text: string } | undefined,
    other: { readonly column: number; readonly text: string } | undefined,
  ): void => {
    const [oldPieces, newPieces] = piecesOf(one?.text ?? "", other?.text ?? "");
    if (one !== undefined) before.set(one.column, oldPieces);
    if (other !== undefined) after.set(other.column, newPieces);
  };
  const ordinal = ({ ordinal: text }: FlowRow) => (text === undefined ? undefined : { column: 0, text });
  take(ordinal(old), ordinal(neu));
  for (const [one, other] of pairCells(old, neu)) take(one, other);
  return [rowSide(old, oldTables, before), rowSide(neu, newTables, after)];
}
