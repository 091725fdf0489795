import type jsep from "jsep";
import { faultIndex, type LocatedNode, parseTree } from "./grammar.js";
import { scanText } from "./scan.js";
import {
  type BinaryOperator,
  type Expression,
  type ExpressionFault,
  FUNCTIONS,
  type FunctionName,
  type ParsedExpression,
  REFERENCE_TABLES,
  type Reference,
  type ReferenceNode,
  type ReferenceTable,
  type ResultKind,
} from "./syntax.js";

/** Stops the conversion of a tree; caught in `parse`, never seen outside. */
class Refused extends Error {
  constructor(readonly fault: ExpressionFault) {
    super(fault.id);
  }
}

const refuse = (id: ExpressionFault["id"], at: number, text: string): never => {
  throw new Refused({ id, column: at, text });
};

const isTable = (name: string | undefined): name is ReferenceTable => REFERENCE_TABLES.some((table) => table === name);
const isFunction = (name: string): name is FunctionName => FUNCTIONS.some((known) => known === name);
const isLogical = (operator: string): boolean => operator === "&&" || operator === "||";
const isComparison = (operator: string): boolean => /^[=!<>]/u.test(operator);

/** Fewest and most operands of a function. */
const ARITY: { readonly [F in FunctionName]: readonly [number, number] } = {
  sum: [1, 200],
  min: [2, 200],
  max: [2, 200],
  abs: [1, 1],
  present: [1, 1],
};

/** What an expression yields: by its outermost operation. */
export function resultOf(expression: Expression): ResultKind {
  if (expression.kind === "unary") return expression.operator === "!" ? "truth" : "number";
  if (expression.kind === "call") return expression.name === "present" ? "truth" : "number";
  if (expression.kind !== "binary") return "number";
  return isLogical(expression.operator) || isComparison(expression.operator) ? "truth" : "number";
}

function demand(expression: Expression, wanted: ResultKind, text: string): Expression {
  if (resultOf(expression) === wanted) return expression;
  return refuse(wanted === "number" ? "needs-number" : "needs-truth", expression.at, text);
}

/** The names of `a.b.c`, outermost first. */
function namesOf(node: LocatedNode): readonly string[] {
  if (node.type === "Identifier") return [String(node.name)];
  if (node.type !== "MemberExpression") return refuse("not-a-reference", node.at ?? 1, "");
  return [...namesOf(node.object as LocatedNode), ...namesOf(node.property as LocatedNode)];
}

function toReference(node: LocatedNode, at: number): ReferenceNode {
  const names = namesOf(node);
  const table = isTable(names[0]) ? names[0] : undefined;
  const keys = table === undefined ? names : names.slice(1);
  const most = table === "p" || table === "rows" ? 1 : 2;
  if (keys.length === 0 || keys.length > most) return refuse("not-a-reference", at, names.join("."));
  const reference: Reference = { ...(table === undefined ? {} : { table }), key: keys.join(".") };
  return { kind: "reference", reference, at };
}

/** What a figure in the text means: a constant, or in a column formula the number of a column. */
type FigureReader = (raw: string, value: number, at: number) => Expression;

const readConstant: FigureReader = (raw, value, at) =>
  /^\d{1,15}(?:\.\d{1,10})?$/u.test(raw) ? { kind: "number", value, at } : refuse("constant", at, raw);

/** As printed in the column-number row: one or two digits are a column, more are a constant (100). */
const readColumn: FigureReader = (raw, value, at) =>
  /^\d{1,2}$/u.test(raw) ? { kind: "reference", reference: { key: raw }, at } : readConstant(raw, value, at);

class Converter {
  constructor(private readonly readFigure: FigureReader) {}

  convert(node: LocatedNode, fallback: number): Expression {
    const at = node.at === undefined ? fallback : node.at + 1;
    switch (node.type) {
      case "Literal":
        return this.readFigure(String(node.raw), Number(node.value), at);
      case "Identifier":
      case "MemberExpression":
        return toReference(node, at);
      case "UnaryExpression":
        return this.convertUnary(node as jsep.UnaryExpression, at);
      case "BinaryExpression":
        return this.convertBinary(node as jsep.BinaryExpression, at);
      case "CallExpression":
        return this.convertCall(node as jsep.CallExpression & { at?: number }, at);
      default:
        // two expressions side by side: the second is one too many
        return refuse("unexpected", secondPlace(node) ?? at, "");
    }
  }

  private convertUnary(node: jsep.UnaryExpression, at: number): Expression {
    const operator = node.operator === "!" ? "!" : "-";
    const operand = this.convert(node.argument, at);
    return { kind: "unary", operator, operand: demand(operand, operator === "!" ? "truth" : "number", operator), at };
  }

  private convertBinary(node: jsep.BinaryExpression, at: number): Expression {
    const operator = node.operator as BinaryOperator;
    const wanted = isLogical(operator) ? "truth" : "number";
    const left = demand(this.convert(node.left, at), wanted, operator);
    const right = demand(this.convert(node.right, left.at), wanted, operator);
    return { kind: "binary", operator, left, right, at: left.at };
  }

  private convertCall(node: jsep.CallExpression, at: number): Expression {
    const name = node.callee.type === "Identifier" ? String(node.callee.name) : namesOf(node.callee).join(".");
    if (!isFunction(name)) return refuse("not-a-function", at, name);
    const operands = node.arguments.map((operand) => this.convert(operand, at));
    const [fewest, most] = ARITY[name];
    if (operands.length < fewest || operands.length > most) return refuse("function-arguments", at, name);
    const [first] = operands;
    if (name === "present" && first?.kind !== "reference") return refuse("function-arguments", at, name);
    if (name === "sum" && operands.length === 1) {
      if (first?.kind !== "reference") return refuse("function-arguments", at, name);
      return { kind: "parts", of: first.reference, at };
    }
    return { kind: "call", name, operands: operands.map((operand) => demand(operand, "number", name)), at };
  }
}

/** Where the second of several expressions in a row begins. */
function secondPlace(node: LocatedNode): number | undefined {
  const list = (node.body ?? node.expressions) as readonly LocatedNode[] | undefined;
  const at = list?.[1] && leftmost(list[1]);
  return at === undefined ? undefined : at + 1;
}

function leftmost(node: LocatedNode): number | undefined {
  return node.at ?? ((node.left ?? node.argument) as LocatedNode | undefined)?.at;
}

function parse(text: string, readFigure: FigureReader): ParsedExpression {
  const fault = scanText(text);
  if (fault !== undefined) return { fault };
  try {
    const expression = new Converter(readFigure).convert(parseTree(text), text.search(/\S/u) + 1);
    return { expression, result: resultOf(expression) };
  } catch (error) {
    if (error instanceof Refused) return { fault: error.fault };
    const index = faultIndex(error);
    if (index === undefined) throw error;
    const rest = text.slice(index).trimStart();
    return rest === ""
      ? { fault: { id: "unfinished", column: text.length + 1, text } }
      : { fault: { id: "unexpected", column: text.length - rest.length + 1, text: rest.slice(0, 1) } };
  }
}

/**
 * Reads an expression over indicators: `B05 == B01 + B02 - B04`. References are not looked up here.
 *
 * @returns the tree and what it yields, or the first fault with its column
 */
export const parseExpression = (text: string): ParsedExpression => parse(text, readConstant);

/**
 * Reads the formula of a form's column as printed in the column-number row, `4*100/5`: figures of one or two digits are
 * columns (references whose key is the number), longer ones constants.
 */
export const columnFormula = (text: string): ParsedExpression => parse(text, readColumn);
