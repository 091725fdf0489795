import { type BinaryOperator, type Expression, type FunctionName, PRECEDENCE, type Reference } from "./syntax.js";

/** Operators that Excel writes otherwise; the logical ones are functions there. */
const OPERATORS: { readonly [O in Exclude<BinaryOperator, "&&" | "||">]: string } = {
  "==": "=",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
  "+": "+",
  "-": "-",
  "*": "*",
  "/": "/",
};

const FUNCTION_NAMES: { readonly [F in FunctionName]: string } = {
  sum: "SUM",
  min: "MIN",
  max: "MAX",
  abs: "ABS",
  present: "ISNUMBER",
};

const UNARY_PRECEDENCE = 6;
const ATOM = 7;

interface Printed {
  readonly text: string;
  readonly precedence: number;
}

const atom = (text: string): Printed => ({ text, precedence: ATOM });
const bracket = ({ text, precedence }: Printed, least: number): string => (precedence < least ? `(${text})` : text);

/**
 * Prints an expression as an Excel formula without its leading "=", with English function names and commas as files
 * store them. Excel counts a blank cell as zero: who must tell them apart asks first whether all cells are numbers.
 *
 * @param expression with parts expanded
 * @param cellOf cell, name or number that stands for a reference
 * @returns undefined when a reference has no cell, or parts have not been expanded
 */
export function printExcel(
  expression: Expression,
  cellOf: (reference: Reference) => string | undefined,
): string | undefined {
  const printAll = (operands: readonly Expression[]): readonly Printed[] | undefined => {
    const printed = operands.map(print);
    return printed.every((operand) => operand !== undefined) ? printed : undefined;
  };
  const call = (name: string, operands: readonly Expression[]): Printed | undefined => {
    const printed = printAll(operands);
    return printed && atom(`${name}(${printed.map(({ text }) => text).join(",")})`);
  };
  function print(node: Expression): Printed | undefined {
    switch (node.kind) {
      case "number":
        return atom(String(node.value));
      case "reference": {
        const cell = cellOf(node.reference);
        return cell === undefined ? undefined : atom(cell);
      }
      case "parts":
        return undefined;
      case "call":
        return call(FUNCTION_NAMES[node.name], node.operands);
      case "unary": {
        if (node.operator === "!") return call("NOT", [node.operand]);
        const operand = print(node.operand);
        return operand && { text: `-${bracket(operand, ATOM)}`, precedence: UNARY_PRECEDENCE };
      }
      case "binary": {
        const { operator } = node;
        if (operator === "&&" || operator === "||")
          return call(operator === "&&" ? "AND" : "OR", [node.left, node.right]);
        const left = print(node.left);
        const right = print(node.right);
        if (left === undefined || right === undefined) return undefined;
        const precedence = PRECEDENCE[operator];
        // Excel counts from the left: the same precedence on the right needs brackets
        const text = `${bracket(left, precedence)}${OPERATORS[operator]}${bracket(right, precedence + 1)}`;
        return { text, precedence };
      }
    }
  }
  return print(expression)?.text;
}
