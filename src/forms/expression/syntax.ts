/** The tree of an expression: what remains of the parser's once everything that is not whitelisted has been refused. */

/**
 * Where a reference looks: `prior` the locked closing of last year, `half` the six-month value of the same year,
 * `lastYear` the same period of last year, `p` parameters of the form set, `rows` the number of rows of a list form.
 * Without a table: a value of the return itself.
 */
export const REFERENCE_TABLES = ["prior", "half", "lastYear", "p", "rows"] as const;
export type ReferenceTable = (typeof REFERENCE_TABLES)[number];

/** What a reference stands for: `B05`, `A01.CP`, `prior.B05`, `p.soDangVienToiThieu`, `rows.B6`. */
export interface Reference {
  readonly table?: ReferenceTable;
  /** Key of a value, name of a parameter, id of a list form, or number of a column. */
  readonly key: string;
}

export const FUNCTIONS = ["sum", "min", "max", "abs", "present"] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export type ArithmeticOperator = "+" | "-" | "*" | "/";
export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";
export type LogicalOperator = "&&" | "||";
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | LogicalOperator;

/** How tightly an operator binds, as the parser is told and the printer relies on. */
export const PRECEDENCE: { readonly [O in BinaryOperator]: number } = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  "+": 4,
  "-": 4,
  "*": 5,
  "/": 5,
};

/** Every node knows the column of its first character, counted from 1. */
export type Expression =
  | { readonly kind: "number"; readonly value: number; readonly at: number }
  | ReferenceNode
  | PartsNode
  | { readonly kind: "unary"; readonly operator: "-" | "!"; readonly operand: Expression; readonly at: number }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      readonly kind: "call";
      readonly name: FunctionName;
      readonly operands: readonly Expression[];
      readonly at: number;
    };

export interface ReferenceNode {
  readonly kind: "reference";
  readonly reference: Reference;
  readonly at: number;
}

/** `sum(A01)`: the members of a broken-down indicator added up; replaced by them before use (`expandParts`). */
export interface PartsNode {
  readonly kind: "parts";
  readonly of: Reference;
  readonly at: number;
}

/** What an expression yields. */
export type ResultKind = "number" | "truth";

/** What is wrong with the text of an expression, and where. */
export interface ExpressionFault {
  readonly id:
    | "too-long"
    | "character"
    | "decimal-comma"
    | "single-equals"
    | "unfinished"
    | "unexpected"
    | "not-a-reference"
    | "not-a-function"
    | "function-arguments"
    | "needs-number"
    | "needs-truth"
    | "constant";
  /** Column of the expression, counted from 1. */
  readonly column: number;
  /** The text that it is about. */
  readonly text: string;
}

export type ParsedExpression =
  | { readonly expression: Expression; readonly result: ResultKind; readonly fault?: undefined }
  | { readonly fault: ExpressionFault; readonly expression?: undefined };
