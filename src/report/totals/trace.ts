/**
 * Where a figure came from, down to cells. Every node can be recomputed from those below it: a formula over its operands
 * by name, a sum over its parts.
 */
import type { CellPlace } from "../../cycle/returns.js";
import type { Measure, ValueKey } from "../../forms/index.js";
import type { MissingUnit } from "./coverage.js";

/** A formula over other figures. Operands carry the names that stand in its text. */
export interface FormulaNode {
  readonly kind: "formula";
  readonly label: string;
  readonly formula: string;
  /** Absent where an operand is missing, or for a word. */
  readonly value?: number;
  readonly word?: string;
  readonly operands: readonly { readonly name: string; readonly node: TraceNode }[];
}

/** A sum over units, years or sources. */
export interface SumNode {
  readonly kind: "sum";
  readonly label: string;
  readonly value?: number;
  readonly parts: readonly TraceNode[];
  /** Units without the figure: they are not in the sum. */
  readonly missing: readonly MissingUnit[];
}

/** A cell of a file that the ledger keeps. */
export interface CellNode {
  readonly kind: "cell";
  /** Name of the unit. */
  readonly label: string;
  readonly unit: string;
  readonly key: ValueKey;
  readonly measure: Measure;
  readonly period: string;
  readonly value: number;
  /** Absent for a figure out of a file of opening figures. */
  readonly revision?: { readonly id: number; readonly number: number; readonly received: string };
  readonly file: { readonly sha256: string; readonly name: string };
  readonly cell: CellPlace;
}

/** A number that the form set itself gives: a parameter, a target that it fixes. */
export interface DeclaredNode {
  readonly kind: "declared";
  readonly label: string;
  readonly value: number;
  /** `xd-to-chuc-dang 2026-1`. */
  readonly formSet: string;
}

/** Nothing is there. */
export interface AbsentNode {
  readonly kind: "absent";
  readonly label: string;
  /** Why, in words: "chưa có số liệu". */
  readonly reason: string;
}

export type TraceNode = FormulaNode | SumNode | CellNode | DeclaredNode | AbsentNode;

/** Value of a node; undefined where there is none. */
export const valueOfNode = (node: TraceNode): number | undefined => (node.kind === "absent" ? undefined : node.value);

/** All cells that a figure rests on, each once, in the order of the tree. */
export function cellsOfTrace(node: TraceNode): readonly CellNode[] {
  const found = new Map<string, CellNode>();
  const follow = (each: TraceNode): void => {
    if (each.kind === "cell") {
      const name = `${each.file.sha256}/${each.cell.sheet}!${each.cell.address}/${each.unit}/${each.key}/${each.period}`;
      if (!found.has(name)) found.set(name, each);
    } else if (each.kind === "formula") for (const operand of each.operands) follow(operand.node);
    else if (each.kind === "sum") each.parts.forEach(follow);
  };
  follow(node);
  return [...found.values()];
}
