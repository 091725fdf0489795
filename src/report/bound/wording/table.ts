/** The cells of a generated table in a draft: what has moved since, and what somebody typed over. */
import { linksIn } from "../links.js";
import type { Unit } from "./units.js";

export interface CellChange {
  /** Offset of the row in the draft. */
  readonly at: number;
  /** As printed: the row's name, the cell as it stands, and as it is to be. */
  readonly row: string;
  readonly printed: string;
  readonly now: string;
  /** Typed by hand: neither as it was made nor as it is now. */
  readonly edited: boolean;
}

export interface FollowedTable {
  readonly text: string;
  readonly cells: readonly CellChange[];
  /** Rows came or went, and the table was changed by hand: somebody has to say whether the new one takes its place. */
  readonly reshaped: boolean;
}

interface Row {
  readonly at: number;
  readonly source: string;
  readonly cells: readonly string[];
  readonly key: string;
}

/** A stroke behind a backslash parts no cells. */
const STROKE = /(?<!(?<!\\)(?:\\\\)*\\)\|/u;
const NUMBER = /^[\d.,%\s–-]*\d[\d.,%\s–-]*$/u;

const plain = (cell: string): string =>
  cell
    .replace(/\[((?:\\[\s\S]|[^\\[\]])*)\]\(vt:[^)]*\)/gu, "$1")
    .replace(/(?<!\\)\*+/gu, "")
    .replace(/\\(?=[^\p{L}\p{N}\s])/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

const isFigure = (cell: string): boolean => plain(cell) === "X" || NUMBER.test(plain(cell));
const pathsOf = (cell: string): string =>
  linksIn(cell)
    .map(({ binding }) => binding)
    .join();
/** What tells rows apart: number and name. */
const LABELS = 2;

function rowsOf({ source, start }: Pick<Unit, "source" | "start">): readonly Row[] {
  const rows: Row[] = [];
  const seen = new Map<string, number>();
  let at = start;
  for (const line of source.split("\n")) {
    if (line.trimStart().startsWith("|")) {
      const cells = line
        .trim()
        .split(STROKE)
        .slice(1, -1)
        .map((cell) => cell.trim());
      const name = cells.slice(0, LABELS).map(plain).join("|");
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      rows.push({ at, source: line, cells, key: `${name}#${times}` });
    }
    at += line.length + 1;
  }
  return rows;
}

const keysOf = (rows: readonly Row[]): string => rows.map(({ key, cells }) => `${key}/${cells.length}`).join("\n");

/** One row brought up to date; what people write into other cells than figures stays. */
function followRow(
  own: Row,
  made: Row,
  fresh: Row,
): { readonly cells: readonly string[]; readonly changes: readonly CellChange[] } {
  const changes: CellChange[] = [];
  const cells = own.cells.map((cell, index) => {
    const [was = "", now = ""] = [made.cells[index], fresh.cells[index]];
    if (cell === now) return cell;
    const change = {
      at: own.at,
      row: plain(own.cells[1] ?? own.cells[0] ?? ""),
      printed: plain(cell),
      now: plain(now),
    };
    if (cell === was) {
      changes.push({ ...change, edited: false });
      return now;
    }
    // a bound figure is looked after wherever it stands
    if (pathsOf(cell) !== "" && pathsOf(cell) === pathsOf(now)) return cell;
    if (!isFigure(now) && !isFigure(cell)) return cell;
    changes.push({ ...change, edited: true });
    return now;
  });
  return { cells, changes };
}

/**
 * Brings a table of a draft up to the one that would be written now.
 *
 * @param own as it stands in the draft
 * @param made as it was written
 */
export function followTable(own: Unit, made: Unit, fresh: Unit): FollowedTable {
  const [mine, before, now] = [rowsOf(own), rowsOf(made), rowsOf(fresh)];
  if (own.source === fresh.source) return { text: own.source, cells: [], reshaped: false };
  if (keysOf(before) !== keysOf(now)) {
    const untouched =
      mine.length === before.length && mine.every(({ cells }, at) => cells.join("|") === before[at]?.cells.join("|"));
    if (!untouched) return { text: fresh.source, cells: [], reshaped: keysOf(mine) !== keysOf(now) };
    const change = {
      at: own.start,
      row: "",
      printed: `${before.length} dòng`,
      now: `${now.length} dòng`,
      edited: false,
    };
    return { text: fresh.source, cells: [change], reshaped: false };
  }
  const madeRows = new Map(before.map((row) => [row.key, row]));
  const freshRows = new Map(now.map((row) => [row.key, row]));
  const cells: CellChange[] = [];
  let text = own.source;
  for (const row of mine) {
    const [was, is] = [madeRows.get(row.key), freshRows.get(row.key)];
    // a row of the office's own
    if (was === undefined || is === undefined || is.cells.length !== row.cells.length) continue;
    const followed = followRow(row, was, is);
    if (followed.changes.length === 0) continue;
    cells.push(...followed.changes);
    text = text.replace(row.source, () => `| ${followed.cells.join(" | ")} |`);
  }
  return { text, cells, reshaped: false };
}
