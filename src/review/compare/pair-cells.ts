/** Which cell of a row is which of the row that it has become. */
import { diffArrays } from "diff";
import type { FlowCell, FlowRow } from "../flow/flow.js";

type CellPair = readonly [FlowCell | undefined, FlowCell | undefined];

/** Which column of the new table is which of the old one, by their heads; undefined where these do not tell. */
export function columnsByHead(old: FlowRow, neu: FlowRow): ((column: number) => number) | undefined {
  const heads = ({ heads: own }: FlowRow): string[] => [...own.values()];
  const [before, after] = [heads(old), heads(neu)];
  const known =
    before.length > 0 &&
    after.length > 0 &&
    new Set(before).size === before.length &&
    new Set(after).size === after.length &&
    before.join("\n") !== after.join("\n");
  if (!known) return undefined;
  const columns = new Map([...neu.heads].map(([column, head]) => [head, column]));
  return (column) => columns.get(old.heads.get(column) ?? "") ?? column;
}

function pairByColumn(old: FlowRow, neu: FlowRow, columnOf: (column: number) => number): CellPair[] {
  const left = new Map(neu.cells.map((cell) => [cell.column, cell]));
  const pairs = old.cells.map((cell): CellPair => {
    const other = left.get(columnOf(cell.column));
    left.delete(columnOf(cell.column));
    return [cell, other];
  });
  const added = [...left.values()].map((cell): CellPair => [undefined, cell]);
  const place = ([one, other]: CellPair): number => (one === undefined ? (other?.column ?? 0) : columnOf(one.column));
  return [...pairs, ...added].sort((a, b) => place(a) - place(b));
}

const differing = (pairs: readonly CellPair[]): number =>
  pairs.filter(([one, other]) => one?.text !== other?.text).length;

/**
 * Cells of two rows that are one: those under one head, else those of one column, unless fewer differ when equal ones are
 * paired in their order.
 */
export function pairCells(old: FlowRow, neu: FlowRow): CellPair[] {
  const columnOf = columnsByHead(old, neu);
  if (columnOf !== undefined && !neu.header) return pairByColumn(old, neu, columnOf);
  const byColumn = pairByColumn(old, neu, (column) => column);
  if (differing(byColumn) <= 1) return byColumn;
  const inOrder = pairInOrder(old.cells, neu.cells);
  return differing(inOrder) < differing(byColumn) ? inOrder : byColumn;
}

/** Equal cells hold, between them those of one column, then in their order. */
function pairInOrder(old: readonly FlowCell[], neu: readonly FlowCell[]): CellPair[] {
  const pairs: CellPair[] = [];
  let [oldAt, newAt] = [0, 0];
  let [removed, added]: [FlowCell[], FlowCell[]] = [[], []];
  const close = (): void => {
    for (const cell of removed) {
      const index = added.findIndex(({ column }) => column === cell.column);
      pairs.push([cell, index === -1 ? undefined : added.splice(index, 1)[0]]);
    }
    for (const cell of added) pairs.push([undefined, cell]);
    [removed, added] = [[], []];
  };
  const texts = (cells: readonly FlowCell[]) => cells.map(({ text }) => text);
  for (const part of diffArrays(texts(old), texts(neu))) {
    if (part.removed) removed = old.slice(oldAt, oldAt + part.count);
    else if (part.added) added = neu.slice(newAt, newAt + part.count);
    else close();
    if (!part.added) oldAt += part.count;
    if (!part.removed) newAt += part.count;
  }
  close();
  return pairs;
}
