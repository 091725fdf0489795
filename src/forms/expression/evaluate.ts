import type {
  ArithmeticOperator,
  BinaryOperator,
  ComparisonOperator,
  Expression,
  FunctionName,
  Reference,
} from "./syntax.js";

/** Where an expression finds its values. */
export interface Scope {
  /** The value of a reference; undefined when there is none: not reported, not locked, unknown. */
  readonly resolve: (reference: Reference) => number | undefined;
}

type Value = number | boolean | undefined;

/** Shares are quotients: two that differ by less than this part of their size are the same. */
const TOLERANCE = 1e-9;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));

const ARITHMETIC: { readonly [O in ArithmeticOperator]: (a: number, b: number) => number | undefined } = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => (b === 0 ? undefined : a / b),
};

const COMPARISON: { readonly [O in ComparisonOperator]: (a: number, b: number) => boolean } = {
  "==": same,
  "!=": (a, b) => !same(a, b),
  "<": (a, b) => a < b && !same(a, b),
  "<=": (a, b) => a <= b || same(a, b),
  ">": (a, b) => a > b && !same(a, b),
  ">=": (a, b) => a >= b || same(a, b),
};

const AGGREGATES: { readonly [F in Exclude<FunctionName, "present">]: (values: readonly number[]) => number } = {
  sum: (values) => values.reduce((total, value) => total + value, 0),
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  abs: (values) => Math.abs(values[0] ?? 0),
};

const isArithmetic = (operator: BinaryOperator): operator is ArithmeticOperator => operator in ARITHMETIC;
const isComparison = (operator: BinaryOperator): operator is ComparisonOperator => operator in COMPARISON;
const isNumber = (value: Value): value is number => typeof value === "number";

/** A missing operand leaves `&&` and `||` open only where it could still decide. */
function decide(operator: "&&" | "||", left: Value, right: Value): boolean | undefined {
  const settling = operator === "||";
  if (left === settling || right === settling) return settling;
  return left === undefined || right === undefined ? undefined : !settling;
}

function evaluateBinary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (isArithmetic(operator)) {
    const result = isNumber(left) && isNumber(right) ? ARITHMETIC[operator](left, right) : undefined;
    return result !== undefined && Number.isFinite(result) ? result : undefined;
  }
  if (isComparison(operator)) {
    return isNumber(left) && isNumber(right) ? COMPARISON[operator](left, right) : undefined;
  }
  return decide(operator, left, right);
}

/**
 * The value of an expression.
 *
 * @param expression with parts expanded (`expandParts`)
 * @returns undefined when an operand that matters is missing, or a divisor is zero
 * @throws Error when `sum(A01)` has not been expanded
 */
export function evaluate(expression: Expression, scope: Scope): number | boolean | undefined {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "reference":
      return scope.resolve(expression.reference);
    case "parts":
      throw new Error(`sum(${expression.of.key}) must be expanded before evaluation`);
    case "unary": {
      const operand = evaluate(expression.operand, scope);
      if (expression.operator === "!") return operand === undefined ? undefined : !operand;
      return isNumber(operand) ? -operand : undefined;
    }
    case "binary":
      return evaluateBinary(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case "call": {
      const values = expression.operands.map((operand) => evaluate(operand, scope));
      if (expression.name === "present") return values[0] !== undefined;
      if (!values.every(isNumber)) return undefined;
      const result = AGGREGATES[expression.name](values);
      return Number.isFinite(result) ? result : undefined;
    }
  }
}
