/**
 * Traces as the page carries them. A report of thousands of units rests on hundreds of thousands of cells, so cells stand
 * in columns (one figure of one period, unit after unit), what a unit sent is said once, and sums name column and units.
 */
import type { CellNode, MissingUnit, TraceNode } from "../totals/index.js";
import { encodeRuns } from "./runs.js";

/** What a unit sent: indexes of unit, period and file; number and day of the revision, absent of opening figures. */
export type ReturnData = readonly [unit: number, period: number, file: number, revision?: number, received?: string];

export interface ColumnData {
  readonly key: string;
  readonly measure: string;
  /** Index in `places` of most of its cells. */
  readonly at: number;
  /** Runs of indexes in `returns`, one for each value. */
  readonly from: readonly number[];
  readonly values: readonly number[];
  /** Places of other cells, by position in `values`. */
  readonly elsewhere?: Readonly<Record<number, number>>;
}

export type NodeData =
  | {
      readonly kind: "formula";
      readonly label: string;
      readonly formula: string;
      readonly value?: number;
      readonly word?: string;
      readonly operands: readonly (readonly [name: string, node: number])[];
    }
  | {
      readonly kind: "sum";
      readonly label: string;
      readonly value?: number;
      readonly parts: readonly number[];
      readonly missing?: number;
    }
  /** A sum of one column; `units` is an index in `lists`, of positions in the column's values. */
  | {
      readonly kind: "column";
      readonly label: string;
      readonly value?: number;
      readonly column: number;
      readonly units: number;
      readonly missing?: number;
    }
  | { readonly kind: "cell"; readonly column: number; readonly at: number }
  | { readonly kind: "declared"; readonly label: string; readonly value: number; readonly formSet: string }
  | { readonly kind: "absent"; readonly label: string; readonly reason: string };

export interface TraceData {
  readonly nodes: readonly NodeData[];
  readonly columns: readonly ColumnData[];
  readonly returns: readonly ReturnData[];
  /** Runs. */
  readonly lists: readonly (readonly number[])[];
  readonly missing: readonly (readonly MissingUnit[])[];
  readonly units: readonly (readonly [code: string, name: string])[];
  readonly periods: readonly string[];
  readonly files: readonly (readonly [sha256: string, name: string])[];
  readonly places: readonly (readonly [sheet: string, address: string])[];
}

/** A list in which equal items stand once. */
class Table<T> {
  readonly items: T[] = [];
  readonly #known = new Map<string, number>();

  /** @param name tells items apart */
  add(name: string, item: () => T): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const index = this.items.push(item()) - 1;
    this.#known.set(name, index);
    return index;
  }
}

interface Column {
  readonly key: string;
  readonly measure: string;
  readonly returns: number[];
  readonly places: number[];
  readonly values: number[];
  /** Position of a return. */
  readonly positions: Map<number, number>;
}

/** The place of most cells. */
function usual(places: readonly number[]): number {
  const counts = new Map<number, number>();
  let best = places[0] ?? 0;
  for (const place of places) {
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    if (count > (counts.get(best) ?? 0)) best = place;
  }
  return best;
}

export class TraceBook {
  readonly #nodes = new Table<NodeData>();
  readonly #columns = new Table<Column>();
  readonly #returns = new Table<ReturnData>();
  readonly #lists = new Table<readonly number[]>();
  readonly #missing = new Table<readonly MissingUnit[]>();
  readonly #units = new Table<readonly [string, string]>();
  readonly #periods = new Table<string>();
  readonly #files = new Table<readonly [string, string]>();
  readonly #places = new Table<readonly [string, string]>();

  #return({ unit, label, period, revision, file }: CellNode): number {
    return this.#returns.add(`${period}\n${unit}\n${file.sha256}\n${revision?.number ?? ""}`, () => {
      const heads = [
        this.#units.add(unit, () => [unit, label]),
        this.#periods.add(period, () => period),
        this.#files.add(file.sha256, () => [file.sha256, file.name]),
      ] as const;
      return revision === undefined ? heads : [...heads, revision.number, revision.received];
    });
  }

  /** Index of a column, and the position of the cell in it. */
  #cell(node: CellNode): { readonly column: number; readonly at: number } {
    const { key, measure, period, value, cell } = node;
    const column = this.#columns.add(`${period}\n${key}\n${measure}`, () => ({
      ...{ key, measure, returns: [], places: [], values: [] },
      positions: new Map(),
    }));
    const { returns, places, values, positions } = this.#columns.items[column] as Column;
    const from = this.#return(node);
    const known = positions.get(from);
    if (known !== undefined) return { column, at: known };
    const at = values.push(value) - 1;
    returns.push(from);
    places.push(this.#places.add(`${cell.sheet}\n${cell.address}`, () => [cell.sheet, cell.address]));
    positions.set(from, at);
    return { column, at };
  }

  /** Index of a list of missing units; undefined when it is empty. */
  missing(missing: readonly MissingUnit[]): number | undefined {
    if (missing.length === 0) return undefined;
    const name = missing.map(({ unit, reason, period }) => `${unit} ${reason} ${period}`).join("\n");
    return this.#missing.add(name, () => missing);
  }

  #missingOf(list: readonly MissingUnit[]): { readonly missing?: number } {
    const missing = this.missing(list);
    return missing === undefined ? {} : { missing };
  }

  /** A sum whose parts are cells of one column. */
  #overColumn(node: Extract<TraceNode, { kind: "sum" }>): NodeData | undefined {
    const { label, value, parts, missing } = node;
    const [first] = parts;
    if (parts.length < 2 || first?.kind !== "cell") return undefined;
    const alike = (part: TraceNode): part is CellNode =>
      part.kind === "cell" && part.key === first.key && part.measure === first.measure && part.period === first.period;
    if (!parts.every(alike)) return undefined;
    const cells = parts.map((part) => this.#cell(part));
    const runs = encodeRuns(cells.map(({ at }) => at));
    const units = this.#lists.add(runs.join(), () => runs);
    const { column } = cells[0] ?? { column: 0 };
    return {
      ...{ kind: "column", label, column, units },
      ...(value === undefined ? {} : { value }),
      ...this.#missingOf(missing),
    };
  }

  #write(node: TraceNode): NodeData {
    switch (node.kind) {
      case "cell":
        return { kind: "cell", ...this.#cell(node) };
      case "formula": {
        const operands = node.operands.map(({ name, node: each }) => [name, this.add(each)] as const);
        return { ...node, operands };
      }
      case "sum": {
        const { missing, parts, ...rest } = node;
        return (
          this.#overColumn(node) ?? {
            ...rest,
            parts: parts.map((part) => this.add(part)),
            ...this.#missingOf(missing),
          }
        );
      }
      default:
        return node;
    }
  }

  /** @returns index in `nodes`; equal traces have the same */
  add(node: TraceNode): number {
    const written = this.#write(node);
    return this.#nodes.add(JSON.stringify(written), () => written);
  }

  /** Everything that was added. */
  data(): TraceData {
    const columns = this.#columns.items.map(({ key, measure, returns, places, values }): ColumnData => {
      const at = usual(places);
      const others = places.flatMap((place, index) => (place === at ? [] : [[index, place] as const]));
      return {
        ...{ key, measure, at, from: encodeRuns(returns), values },
        ...(others.length === 0 ? {} : { elsewhere: Object.fromEntries(others) }),
      };
    });
    return {
      nodes: this.#nodes.items,
      columns,
      returns: this.#returns.items,
      lists: this.#lists.items,
      missing: this.#missing.items,
      units: this.#units.items,
      periods: this.#periods.items,
      files: this.#files.items,
      places: this.#places.items,
    };
  }
}
