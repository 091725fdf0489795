import type { Expression, PartsNode, Reference, ReferenceNode } from "./syntax.js";

/** As written: `prior.B05`. */
export const printReference = ({ table, key }: Reference): string => (table === undefined ? key : `${table}.${key}`);

/** Every reference of an expression with its place, from left to right; `sum(A01)` counts as one to A01. */
export function referenceNodes(expression: Expression): readonly (ReferenceNode | PartsNode)[] {
  switch (expression.kind) {
    case "number":
      return [];
    case "reference":
    case "parts":
      return [expression];
    case "unary":
      return referenceNodes(expression.operand);
    case "binary":
      return [...referenceNodes(expression.left), ...referenceNodes(expression.right)];
    case "call":
      return expression.operands.flatMap(referenceNodes);
  }
}

/** What an expression refers to, each once, in the order of first use. Parts must be expanded to be listed one by one. */
export function references(expression: Expression): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const node of referenceNodes(expression)) {
    const reference = node.kind === "parts" ? node.of : node.reference;
    const name = printReference(reference);
    if (!found.has(name)) found.set(name, reference);
  }
  return [...found.values()];
}

/**
 * Puts the members of a broken-down indicator in the place of `sum(A01)`.
 *
 * @param partsOf keys of the members that add up to a key: `["A01.CP", "A01.TNHH"]`
 */
export function expandParts(expression: Expression, partsOf: (key: string) => readonly string[]): Expression {
  const expand = (inner: Expression): Expression => expandParts(inner, partsOf);
  switch (expression.kind) {
    case "number":
    case "reference":
      return expression;
    case "parts": {
      const { of, at } = expression;
      const operands = partsOf(of.key).map((key) => ({ kind: "reference" as const, reference: { ...of, key }, at }));
      return { kind: "call", name: "sum", operands, at };
    }
    case "unary":
      return { ...expression, operand: expand(expression.operand) };
    case "binary":
      return { ...expression, left: expand(expression.left), right: expand(expression.right) };
    case "call":
      return { ...expression, operands: expression.operands.map(expand) };
  }
}
