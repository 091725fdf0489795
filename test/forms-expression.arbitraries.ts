import fc from "fast-check";
import type { Expression, Reference } from "../src/forms/expression.js";

/** An expression's tree without places. */
export type Tree =
  | { kind: "number"; value: number }
  | { kind: "reference"; reference: Reference }
  | { kind: "unary"; operator: string; operand: Tree }
  | { kind: "binary"; operator: string; left: Tree; right: Tree }
  | { kind: "call"; name: string; operands: Tree[] };

export function withoutPlaces(node: Expression): Tree {
  switch (node.kind) {
    case "number":
      return { kind: "number", value: node.value };
    case "reference":
      return { kind: "reference", reference: node.reference };
    case "parts":
      throw new Error("parts");
    case "unary":
      return { kind: "unary", operator: node.operator, operand: withoutPlaces(node.operand) };
    case "binary": {
      const { operator, left, right } = node;
      return { kind: "binary", operator, left: withoutPlaces(left), right: withoutPlaces(right) };
    }
    case "call":
      return { kind: "call", name: node.name, operands: node.operands.map(withoutPlaces) };
  }
}

export const KEYS = ["A01", "A01.CP", "B05", "B05a", "C02", "C06"] as const;

const reference = fc.oneof(
  fc.constantFrom(...KEYS).map((key): Reference => ({ key })),
  fc
    .constantFrom("prior", "half", "lastYear")
    .chain((table) => fc.constantFrom("B05", "C02").map((key): Reference => ({ table: table as "prior", key }))),
  fc.constantFrom<Reference>({ table: "p", key: "nguong" }, { table: "rows", key: "B6" }),
);
const leaf = fc.oneof(
  reference.map((found): Tree => ({ kind: "reference", reference: found })),
  fc.integer({ min: 0, max: 40 }).map((value): Tree => ({ kind: "number", value })),
);

const binary = (operators: readonly string[], side: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc
    .tuple(fc.constantFrom(...operators), side, side)
    .map(([operator, left, right]) => ({ kind: "binary", operator, left, right }));

const call = (name: string, least: number, operand: fc.Arbitrary<Tree>): fc.Arbitrary<Tree> =>
  fc.array(operand, { minLength: least, maxLength: 3 }).map((operands) => ({ kind: "call", name, operands }));

export function numberTree(depth: number): fc.Arbitrary<Tree> {
  if (depth === 0) return leaf;
  const inner = numberTree(depth - 1);
  return fc.oneof(
    leaf,
    binary(["+", "-", "*", "/"], inner),
    inner.map((operand): Tree => ({ kind: "unary", operator: "-", operand })),
    call("sum", 2, inner),
    call("min", 2, inner),
    call("max", 2, inner),
    inner.map((operand): Tree => ({ kind: "call", name: "abs", operands: [operand] })),
  );
}

export function truthTree(depth: number): fc.Arbitrary<Tree> {
  const comparison = binary(["==", "!=", "<", "<=", ">", ">="], numberTree(Math.min(depth, 2)));
  const present = reference.map(
    (found): Tree => ({ kind: "call", name: "present", operands: [{ kind: "reference", reference: found }] }),
  );
  if (depth === 0) return fc.oneof(comparison, present);
  const inner = truthTree(depth - 1);
  return fc.oneof(
    comparison,
    present,
    binary(["&&", "||"], inner),
    inner.map((operand): Tree => ({ kind: "unary", operator: "!", operand })),
  );
}

/** The text of a tree with every bracket that can be written. */
export function write(tree: Tree): string {
  switch (tree.kind) {
    case "number":
      return String(tree.value);
    case "reference":
      return [tree.reference.table, tree.reference.key].filter(Boolean).join(".");
    case "unary":
      return `${tree.operator}(${write(tree.operand)})`;
    case "binary":
      return `(${write(tree.left)}) ${tree.operator} (${write(tree.right)})`;
    case "call":
      return `${tree.name}(${tree.operands.map(write).join(", ")})`;
  }
}
