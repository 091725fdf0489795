/** A trace as lines for the terminal: formula, units, revision, file, sheet and cell, each below what it makes. */
import { sayDay } from "../../periods/index.js";
import { sayMissing } from "./coverage.js";
import { printFigure } from "./print-figure.js";
import type { TraceNode } from "./trace.js";

const INDENT = "  ";
/** Figures of a hash that a reader compares by eye. */
const SHORT_HASH = 12;

const number = (value: number | undefined): string =>
  value === undefined ? "chưa có" : printFigure(value, "", "table");

/** What a node says of itself. */
function headOf(node: TraceNode): string {
  switch (node.kind) {
    case "formula":
      return `${node.label}: ${node.word ?? number(node.value)} = ${node.formula}`;
    case "sum":
      return `${node.label}: ${number(node.value)} = tổng ${node.parts.length} số`;
    case "cell": {
      const { label, value, cell, file, revision } = node;
      const from = revision === undefined ? "số đầu kỳ" : `lần ${revision.number}, nhận ${sayDay(revision.received)}`;
      const hash = file.sha256.slice(0, SHORT_HASH);
      return `${label}: ${number(value)} – ${cell.sheet}!${cell.address}, ${file.name} (${from}, ${hash})`;
    }
    case "declared":
      return `${node.label}: ${number(node.value)} – bộ biểu mẫu ${node.formSet}`;
    case "absent":
      return `${node.label}: ${node.reason}`;
  }
}

/** The lines of a trace, from the figure down. */
export function sayTrace(node: TraceNode, depth = 0): readonly string[] {
  const indent = INDENT.repeat(depth);
  const head = `${indent}${headOf(node)}`;
  if (node.kind === "formula")
    return [
      head,
      ...node.operands.flatMap(({ name, node: operand }) => {
        const [first = "", ...rest] = sayTrace(operand, depth + 1);
        return [`${indent}${INDENT}${name}: ${first.trimStart()}`, ...rest];
      }),
    ];
  if (node.kind !== "sum") return [head];
  const missing = node.missing.map((unit) => `${indent}${INDENT}không có: ${sayMissing(unit)}`);
  return [head, ...node.parts.flatMap((part) => sayTrace(part, depth + 1)), ...missing];
}
