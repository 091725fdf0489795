/** Traces worked out again from below. */
import { evaluate, parseExpression } from "../src/forms/expression.js";
import { type TraceNode, valueOfNode } from "../src/report/totals/index.js";

/** Recomputes a trace from below and gives what does not add up. */
export function faultsOfTrace(node: TraceNode): readonly string[] {
  if (node.kind === "sum") {
    const sum = node.parts.reduce((total, part) => total + (valueOfNode(part) ?? Number.NaN), 0);
    const own = node.parts.length > 0 && Math.abs(sum - (node.value ?? Number.NaN)) > 1e-9 ? [node.label] : [];
    return [...(Number.isNaN(sum) ? [`${node.label}: NaN`] : own), ...node.parts.flatMap(faultsOfTrace)];
  }
  if (node.kind !== "formula") return [];
  const inner = node.operands.flatMap((operand) => faultsOfTrace(operand.node));
  const { expression } = parseExpression(node.formula);
  if (expression === undefined || node.word !== undefined) return inner;
  const values = new Map(node.operands.map(({ name, node: operand }) => [name, valueOfNode(operand)]));
  const value = evaluate(expression, {
    resolve: ({ table, key }) => values.get(table === undefined ? key : `${table}.${key}`),
  });
  const same =
    value === node.value || (typeof value === "number" && Math.abs(value - (node.value ?? Number.NaN)) < 1e-9);
  return same ? inner : [...inner, `${node.label}: ${node.formula} = ${value}, not ${node.value}`];
}
