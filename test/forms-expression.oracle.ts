/** Evaluation with exact fractions, written without regard to the product's evaluator; and a reader of Excel formulas. */
import type { Reference } from "../src/forms/expression.js";
import type { Tree } from "./forms-expression.arbitraries.js";

type Fraction = { readonly top: bigint; readonly bottom: bigint };
type Exact = Fraction | boolean | undefined;

const isFraction = (value: Exact): value is Fraction => typeof value === "object";
const fraction = (top: bigint, bottom = 1n): Fraction =>
  bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
const compare = (a: Fraction, b: Fraction): number => Number(a.top * b.bottom > b.top * a.bottom) * 2 - 1;
const equal = (a: Fraction, b: Fraction): boolean => a.top * b.bottom === b.top * a.bottom;
const order = (a: Fraction, b: Fraction): number => (equal(a, b) ? 0 : compare(a, b));
const add = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const negate = ({ top, bottom }: Fraction): Fraction => fraction(-top, bottom);

function combine(operator: string, a: Fraction, b: Fraction): Exact {
  if (operator === "+") return add(a, b);
  if (operator === "-") return add(a, negate(b));
  if (operator === "*") return fraction(a.top * b.top, a.bottom * b.bottom);
  if (operator === "/") return b.top === 0n ? undefined : fraction(a.top * b.bottom, a.bottom * b.top);
  const sign = order(a, b);
  if (operator === "==") return sign === 0;
  if (operator === "!=") return sign !== 0;
  if (operator === "<") return sign < 0;
  if (operator === "<=") return sign <= 0;
  return operator === ">" ? sign > 0 : sign >= 0;
}

export function exact(tree: Tree, lookUp: (reference: Reference) => number | undefined): Exact {
  const inner = (node: Tree): Exact => exact(node, lookUp);
  if (tree.kind === "number") return fraction(BigInt(tree.value));
  if (tree.kind === "reference") {
    const value = lookUp(tree.reference);
    return value === undefined ? undefined : fraction(BigInt(value));
  }
  if (tree.kind === "unary") {
    const operand = inner(tree.operand);
    if (tree.operator === "!") return operand === undefined ? undefined : !operand;
    return isFraction(operand) ? negate(operand) : undefined;
  }
  if (tree.kind === "binary") {
    const left = inner(tree.left);
    const right = inner(tree.right);
    if (tree.operator === "&&") {
      if (left === false || right === false) return false;
      return left === true && right === true ? true : undefined;
    }
    if (tree.operator === "||") {
      if (left === true || right === true) return true;
      return left === false && right === false ? false : undefined;
    }
    return isFraction(left) && isFraction(right) ? combine(tree.operator, left, right) : undefined;
  }
  const operands = tree.operands.map(inner);
  if (tree.name === "present") return operands[0] !== undefined;
  const fractions = operands.filter(isFraction);
  if (fractions.length < operands.length) return undefined;
  const sorted = fractions.toSorted(order);
  if (tree.name === "min") return sorted[0];
  if (tree.name === "max") return sorted.at(-1);
  if (tree.name === "sum") return fractions.reduce(add, fraction(0n));
  const [only] = fractions;
  return only && (only.top < 0n ? negate(only) : only);
}

/** As a number, to compare with the product's. */
export const plain = (value: Exact): number | boolean | undefined =>
  isFraction(value) ? Number(value.top) / Number(value.bottom) : value;

const FUNCTIONS: { readonly [name: string]: string } = {
  SUM: "sum",
  MIN: "min",
  MAX: "max",
  ABS: "abs",
  ISNUMBER: "present",
};

/** Reads an Excel formula by Excel's precedence: comparison, then + -, then * /, then the sign. */
export function readExcel(formula: string, referenceOf: (cell: string) => Reference): Tree {
  const tokens = formula.match(/[A-Za-z_][\w.]*|\d+|<>|<=|>=|[-+*/=<>(),]/gu) ?? [];
  if (tokens.join("") !== formula) throw new Error(`unread: ${formula}`);
  let next = 0;
  const take = (): string => tokens[next++] ?? "";
  const demand = (token: string): void => {
    const found = take();
    if (found !== token) throw new Error(`${token} expected, ${found} found in ${formula}`);
  };
  const level = (operators: readonly string[], below: () => Tree) => (): Tree => {
    let left = below();
    while (operators.includes(tokens[next] ?? "")) {
      const operator = take();
      const own = { "=": "==", "<>": "!=" }[operator] ?? operator;
      left = { kind: "binary", operator: own, left, right: below() };
    }
    return left;
  };
  const comparison = (): Tree => comparisons();
  const atom = (): Tree => {
    const token = take();
    if (token === "-") return { kind: "unary", operator: "-", operand: atom() };
    if (token === "(") {
      const inner = comparison();
      demand(")");
      return inner;
    }
    if (/^\d/u.test(token)) return { kind: "number", value: Number(token) };
    if (tokens[next] !== "(") return { kind: "reference", reference: referenceOf(token) };
    take();
    const operands = [comparison()];
    while (tokens[next] === ",") {
      take();
      operands.push(comparison());
    }
    demand(")");
    const [left, right] = operands as [Tree, Tree];
    if (token === "NOT") return { kind: "unary", operator: "!", operand: left };
    if (token === "AND" || token === "OR")
      return { kind: "binary", operator: token === "AND" ? "&&" : "||", left, right };
    return { kind: "call", name: FUNCTIONS[token] ?? token, operands };
  };
  const comparisons = level(["=", "<>", "<", "<=", ">", ">="], level(["+", "-"], level(["*", "/"], atom)));
  const tree = comparison();
  if (next !== tokens.length) throw new Error(`rest of ${formula}`);
  return tree;
}
