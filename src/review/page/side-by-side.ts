/** Both versions line by line, as the page shows them. */

import type { ChangeKind } from "../compare/change.js";
import type { Comparison, SideLine } from "../compare/compare-flows.js";
import type { FlowBlock, FlowRow } from "../flow/flow.js";

import { KIND_NAMES } from "../report/words.js";
import { changedSides, rowSide, type Side, wholeSide } from "./sides.js";
import { Tables } from "./tables.js";

/** A line of the view. */
export interface ViewLine {
  readonly old?: Side;
  readonly new?: Side;
  /** Name of the line on the page, when something changed in it. */
  readonly id?: string;
  /** What changed, in words. */
  readonly labels: readonly string[];
  /** The line to which the words went from here. */
  readonly movedTo?: string;
  readonly kind?: ChangeKind;
  /** A row with too many columns to stand beside its other version. */
  readonly wide?: true;
  /** Heads of columns, repeated above rows that are shown without them. */
  readonly heads?: true;
}

/** Lines that are shown, or a run of unchanged ones that is folded. */
export interface ViewRun {
  /** Unchanged lines that are folded away; absent when all are shown. */
  readonly folded?: number;
  readonly lines: readonly ViewLine[];
}

/** Words of a line whose text went elsewhere, and of the line where it came. */
export const MOVED = { from: "Chuyển đi chỗ khác", to: "Chuyển đến đây" } as const;

/** More columns than this, and both versions of a row stand below each other. */
const MOST_BESIDE = 6;

const isWide = (...sides: readonly (Side | undefined)[]): boolean =>
  sides.some((side) => (side?.columns?.length ?? 0) > MOST_BESIDE);

/** The lines of the view one by one, with the table that each belongs to. */
class LineViews {
  readonly #oldTables: Tables;
  readonly #newTables: Tables;
  readonly #lines: { readonly view: ViewLine; readonly rows: readonly (FlowRow | undefined)[] }[] = [];
  /** Where the words of moved blocks stood: after the line of which old block. */
  readonly #left = new Map<number, ViewLine[]>();

  constructor(
    private readonly comparison: Comparison,
    private readonly prefix: string,
  ) {
    this.#oldTables = new Tables(comparison.old.blocks);
    this.#newTables = new Tables(comparison.new.blocks);
  }

  build(): readonly { readonly view: ViewLine; readonly rows: readonly (FlowRow | undefined)[] }[] {
    const { lines } = this.comparison;
    for (const [index, line] of lines.entries()) if (this.#isMoved(line)) this.#leave(line, index);
    for (const view of this.#left.get(-1) ?? []) this.#lines.push({ view, rows: [] });
    for (const [index, line] of lines.entries()) {
      this.#lines.push(this.#lineOf(line, index));
      if (line.old === undefined || this.#isMoved(line)) continue;
      for (const view of this.#left.get(line.old) ?? []) this.#lines.push({ view, rows: [] });
    }
    return this.#lines;
  }

  #isMoved({ old, new: neu, changes }: SideLine): boolean {
    return (
      old !== undefined && neu !== undefined && changes.some((at) => this.comparison.changes[at]?.kind === "moved")
    );
  }

  /** Notes a moved block at its old place: after the nearest block before it that stayed. */
  #leave(line: SideLine, index: number): void {
    const [old, neu] = this.#blocksOf(line);
    if (line.old === undefined || old === undefined || neu === undefined) return;
    const stayed = new Set(
      this.comparison.lines.flatMap((one) => (one.old === undefined || this.#isMoved(one) ? [] : [one.old])),
    );
    let after = line.old - 1;
    while (after >= 0 && !stayed.has(after)) after -= 1;
    const [before] = changedSides(old, neu, this.#oldTables, this.#newTables);
    const view: ViewLine = {
      labels: [],
      kind: "moved",
      movedTo: `${this.prefix}${index + 1}`,
      old: before,
      ...(isWide(before) ? { wide: true } : {}),
    };
    this.#left.set(after, [...(this.#left.get(after) ?? []), view]);
  }

  #blocksOf({ old, new: neu }: SideLine): readonly [FlowBlock | undefined, FlowBlock | undefined] {
    return [
      old === undefined ? undefined : this.comparison.old.blocks[old],
      neu === undefined ? undefined : this.comparison.new.blocks[neu],
    ];
  }

  #lineOf(line: SideLine, index: number) {
    const [old, neu] = this.#blocksOf(line);
    const kinds = [...new Set(line.changes.flatMap((at) => this.comparison.changes[at]?.kind ?? []))];
    const [kind] = kinds;
    const isMoved = this.#isMoved(line);
    const [before, after] = this.#sidesOf(old, neu, kind !== undefined);
    const view: ViewLine = {
      labels: kinds.map((one) => (one === "moved" ? MOVED.to : KIND_NAMES[one])),
      ...(kind === undefined ? {} : { id: `${this.prefix}${index + 1}`, kind }),
      ...(before === undefined || isMoved ? {} : { old: before }),
      ...(after === undefined ? {} : { new: after }),
      ...(isWide(before, after) ? { wide: true } : {}),
    };
    return { view, rows: [old, neu].map((block) => (block?.kind === "row" ? block : undefined)) };
  }

  #sidesOf(
    old: FlowBlock | undefined,
    neu: FlowBlock | undefined,
    changed: boolean,
  ): readonly [Side | undefined, Side | undefined] {
    const [oldTables, newTables] = [this.#oldTables, this.#newTables];
    if (old !== undefined && neu !== undefined && changed) return changedSides(old, neu, oldTables, newTables);
    return [
      old === undefined ? undefined : wholeSide(old, oldTables, changed ? "removed" : undefined),
      neu === undefined ? undefined : wholeSide(neu, newTables, changed ? "added" : undefined),
    ];
  }

  /** The heads of a row's columns as a line of their own. */
  headsAbove(rows: readonly (FlowRow | undefined)[]): ViewLine | undefined {
    const [before, after] = rows.map((row, side) => {
      if (row === undefined || row.heads.size === 0) return undefined;
      const cells = new Map([...row.heads].map(([column, text]) => [column, [{ text }]]));
      return rowSide({ ...row, header: true }, side === 0 ? this.#oldTables : this.#newTables, cells);
    });
    if (before === undefined && after === undefined) return undefined;
    return {
      labels: [],
      heads: true,
      ...(before === undefined ? {} : { old: before }),
      ...(after === undefined ? {} : { new: after }),
      ...(isWide(before, after) ? { wide: true } : {}),
    };
  }
}

/** Unchanged lines that stay in sight beside a change. */
const CONTEXT = 1;
/** Shorter runs of unchanged lines are not folded. */
const SHORTEST_FOLD = 3;

/** Which table a line belongs to; undefined for text. */
const tableOf = (rows: readonly (FlowRow | undefined)[]): string | undefined => {
  const row = rows.find((one) => one !== undefined);
  return row === undefined ? undefined : `${row.place.sheet ?? ""} ${row.place.table ?? ""}`;
};

/** The lines of the view, unchanged ones far from any change folded. */
export function sideBySide(comparison: Comparison, prefix: string): ViewRun[] {
  const views = new LineViews(comparison, prefix);
  const lines = views.build();
  const isChange = ({ view }: (typeof lines)[number]): boolean => view.kind !== undefined;
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(isChange));
  const runs: { lines: (typeof lines)[number][]; shown: boolean }[] = [];
  for (const [index, line] of lines.entries()) {
    const shown = near[index] === true;
    const last = runs.at(-1);
    if (last?.shown === shown) last.lines.push(line);
    else runs.push({ lines: [line], shown });
  }
  let table: string | undefined;
  return runs.map(({ lines: own, shown }) => {
    const isFolded = !shown && own.length >= SHORTEST_FOLD;
    if (isFolded) table = undefined;
    const all = own.flatMap(({ view, rows }) => {
      const [before, here] = [table, tableOf(rows)];
      table = here;
      const isHead = rows.some((row) => row?.header === true);
      // heads that are folded away are told again
      const heads = here === undefined || here === before || isHead ? undefined : views.headsAbove(rows);
      return heads === undefined ? [view] : [heads, view];
    });
    if (isFolded) table = undefined;
    return { lines: all, ...(isFolded ? { folded: own.length } : {}) };
  });
}
