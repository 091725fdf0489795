/** A check's condition for people: with names of indicators in the place of codes, and live with their figures. */
import { PRECEDENCE } from "../../forms/expression/syntax.js";
import { type Expression, parseExpression, type Reference } from "../../forms/expression.js";
import type { Check, FormSet, Measure } from "../../forms/form-set.js";
import { nameOfKey } from "../../forms/indicators.js";
import { guarded, literal } from "./excel-text.js";
import type { Resolver } from "./resolve.js";
import { CHECK_SHEET, CONDITION } from "./wording.js";

const printNumber = (value: number | string): string => String(value).replace(".", ",");

function describeReference({ table, key }: Reference, formSet: FormSet): string {
  switch (table) {
    case undefined:
      return nameOfKey(formSet, key);
    case "p":
      return printNumber(formSet.parameters[key] ?? key);
    case "rows":
      return CONDITION.rows(formSet.forms.find(({ id }) => id === key)?.number ?? key);
    default:
      return CONDITION[table](nameOfKey(formSet, key));
  }
}

/** A piece of a condition: words, or a reference to be worded. */
type Piece = string | { readonly reference: Reference; readonly parts: boolean };

function joined(lists: readonly (readonly Piece[])[], separator: string): readonly Piece[] {
  return lists.flatMap((pieces, index) => (index === 0 ? pieces : [separator, ...pieces]));
}

/** A condition as pieces in reading order, with brackets where it needs them. */
function piecesOf(node: Expression): readonly Piece[] {
  switch (node.kind) {
    case "number":
      return [printNumber(node.value)];
    case "reference":
      return [{ reference: node.reference, parts: false }];
    case "parts":
      return [{ reference: node.of, parts: true }];
    case "unary": {
      const operand = piecesOf(node.operand);
      return node.operator === "!" ? [`${CONDITION.not} (`, ...operand, ")"] : ["−", ...operand];
    }
    case "call":
      if (node.name === "sum") return ["(", ...joined(node.operands.map(piecesOf), " + "), ")"];
      return [`${CONDITION.functions[node.name]} (`, ...joined(node.operands.map(piecesOf), "; "), ")"];
    case "binary": {
      const own = PRECEDENCE[node.operator];
      const side = (operand: Expression, least: number): readonly Piece[] =>
        operand.kind === "binary" && PRECEDENCE[operand.operator] < least
          ? ["(", ...piecesOf(operand), ")"]
          : piecesOf(operand);
      return [...side(node.left, own), ` ${CONDITION.operators[node.operator]} `, ...side(node.right, own + 1)];
    }
  }
}

/** The condition as a sentence of names and signs; the text itself when it cannot be read. */
export function describeCondition({ holds }: Check, formSet: FormSet): string {
  const { expression } = parseExpression(holds);
  if (expression === undefined) return holds;
  return piecesOf(expression)
    .map((piece) => {
      if (typeof piece === "string") return piece;
      const name = describeReference(piece.reference, formSet);
      return piece.parts ? CONDITION.parts(name) : name;
    })
    .join("");
}

/**
 * The condition with figures in the place of names, as an Excel formula: "12 = 10 + 2".
 *
 * @param condition with parts expanded
 */
export function describeFigures(condition: Expression, measure: Measure, resolver: Resolver): string {
  const noValue = literal(CHECK_SHEET.noValue);
  const texts: string[] = [];
  let words = "";
  for (const piece of piecesOf(condition)) {
    if (typeof piece === "string") {
      words += piece;
      continue;
    }
    if (words !== "") texts.push(literal(words));
    words = "";
    const printed = resolver.print({ kind: "reference", reference: piece.reference, at: 1 }, measure);
    texts.push(printed === undefined ? noValue : guarded(`ROUND(${printed.text},2)`, printed.cells, noValue));
  }
  if (words !== "") texts.push(literal(words));
  return texts.join("&");
}
