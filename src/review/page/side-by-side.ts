/** Both versions line by line, as the page shows them. */
import { pairCells } from "../compare/block-changes.js";
import type { ChangeKind } from "../compare/change.js";
import type { Comparison, SideLine } from "../compare/compare-flows.js";
import { compareTexts } from "../compare/word-changes.js";
import { type FlowBlock, textOfBlock } from "../flow/flow.js";
import { KIND_NAMES } from "../report/words.js";

/** A piece of text on one side. */
export interface Piece {
  readonly text: string;
  readonly removed?: true;
  readonly added?: true;
}

/** One side of a line: its cells, one of a paragraph. */
export interface Side {
  readonly cells: readonly { readonly pieces: readonly Piece[] }[];
  readonly page?: number;
  readonly heading?: true;
  readonly row?: true;
}

/** A line of the view, or a run of unchanged ones that is folded. */
export interface ViewLine {
  readonly old?: Side;
  readonly new?: Side;
  /** Name of the line on the page, when something changed in it. */
  readonly id?: string;
  /** What changed, in words. */
  readonly labels: readonly string[];
  readonly kind?: ChangeKind;
}

export interface ViewRun {
  /** Unchanged lines that are folded away; absent when all are shown. */
  readonly folded?: number;
  readonly lines: readonly ViewLine[];
}

function textsOf(block: FlowBlock): readonly string[] {
  if (block.kind !== "row") return [block.text];
  const cells = block.cells.map(({ text }) => text);
  return block.ordinal === undefined ? cells : [block.ordinal, ...cells];
}

function sideOf(block: FlowBlock, cells: Side["cells"]): Side {
  const { page } = block.place;
  return {
    cells,
    ...(page === undefined ? {} : { page }),
    ...(block.kind === "heading" ? { heading: true } : {}),
    ...(block.kind === "row" ? { row: true } : {}),
  };
}

const plainSide = (block: FlowBlock): Side =>
  sideOf(
    block,
    textsOf(block).map((text) => ({ pieces: [{ text }] })),
  );

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
function changedSides(old: FlowBlock, neu: FlowBlock): readonly [Side, Side] {
  if (old.kind !== "row" || neu.kind !== "row") {
    const [before, after] = piecesOf(textOfBlock(old), textOfBlock(neu));
    return [sideOf(old, [{ pieces: before }]), sideOf(neu, [{ pieces: after }])];
  }
  const pairs = pairCells(old, neu).map(([before, after]) => piecesOf(before?.text ?? "", after?.text ?? ""));
  const ordinals = piecesOf(old.ordinal ?? "", neu.ordinal ?? "");
  const all = old.ordinal === undefined && neu.ordinal === undefined ? pairs : [ordinals, ...pairs];
  return [
    sideOf(
      old,
      all.map(([pieces]) => ({ pieces })),
    ),
    sideOf(
      neu,
      all.map(([, pieces]) => ({ pieces })),
    ),
  ];
}

const marked = (block: FlowBlock, mark: "removed" | "added"): Side =>
  sideOf(
    block,
    textsOf(block).map((text) => ({ pieces: [{ text, [mark]: true }] })),
  );

function viewLine(line: SideLine, index: number, comparison: Comparison, prefix: string): ViewLine {
  const old = line.old === undefined ? undefined : comparison.old.blocks[line.old];
  const neu = line.new === undefined ? undefined : comparison.new.blocks[line.new];
  const kinds = [...new Set(line.changes.flatMap((at) => comparison.changes[at]?.kind ?? []))];
  const [kind] = kinds;
  const head = {
    labels: kinds.map((one) => KIND_NAMES[one]),
    ...(kind === undefined ? {} : { id: `${prefix}${index + 1}`, kind }),
  };
  const changed = kind !== undefined;
  if (old !== undefined && neu !== undefined) {
    const [before, after] = changed ? changedSides(old, neu) : [plainSide(old), plainSide(neu)];
    return { ...head, old: before, new: after };
  }
  return {
    ...head,
    ...(old === undefined ? {} : { old: changed ? marked(old, "removed") : plainSide(old) }),
    ...(neu === undefined ? {} : { new: changed ? marked(neu, "added") : plainSide(neu) }),
  };
}

/** Unchanged lines that stay in sight beside a change. */
const CONTEXT = 1;
/** Shorter runs of unchanged lines are not folded. */
const SHORTEST_FOLD = 3;

/** The lines of the view, unchanged ones far from any change folded. */
export function sideBySide(comparison: Comparison, prefix: string): ViewRun[] {
  const lines = comparison.lines.map((line, index) => viewLine(line, index, comparison, prefix));
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ id }) => id !== undefined),
  );
  const runs: { folded?: number; lines: ViewLine[]; shown: boolean }[] = [];
  for (const [index, line] of lines.entries()) {
    const shown = near[index] === true;
    const last = runs.at(-1);
    if (last?.shown === shown) last.lines.push(line);
    else runs.push({ lines: [line], shown });
  }
  return runs.map(({ lines: own, shown }) => ({
    lines: own,
    ...(shown || own.length < SHORTEST_FOLD ? {} : { folded: own.length }),
  }));
}
