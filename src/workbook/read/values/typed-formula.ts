/**
 * Formulas that a unit typed into a cell for a figure: `=5+3`, `=SUM(D12:D14)`. Their saved results are not trusted; what
 * can be worked out again with sums and the four operations is.
 */
import { evaluate, parseExpression } from "../../../forms/expression.js";
import type { WorkbookPackage } from "../package/open-package.js";
import { type Area, areaOf, cellKey } from "../sheet/address.js";
import { formulaText } from "../sheet/cell.js";

/** References with or without a sheet, functions, and names; in this order. */
const TOKENS =
  /(?<![\p{L}\p{N}_.])(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.(])|([A-Za-z][A-Za-z.]*)\(|([\p{L}_\\][\p{L}\p{N}_.\\]*)/gu;

/** Most cells of a range, deepest chain of formulas, and most cells for one figure, that are followed. */
const CELLS = 400;
const DEPTH = 16;
const FOLLOWED = 4000;

/** What following the formulas behind one figure has met. */
interface Trail {
  readonly depth: number;
  /** Values of cells by sheet and place; a cell that is being worked out has none, so that a circle ends. */
  readonly known: Map<string, number | undefined>;
}

/** Another workbook: `[1]Sheet1!A1`. */
const ELSEWHERE = /\[\d+\]/u;

/** Number of the linked workbook that a formula takes figures from; undefined when it stays in its own. */
export function linkIn(formula: string): number | undefined {
  const found = ELSEWHERE.exec(formula.replace(/"(?:[^"]|"")*"/gu, ""));
  return found === null ? undefined : Number(found[0].slice(1, -1));
}

/**
 * Works a formula out.
 *
 * @param sheet the sheet that it stands on
 * @returns undefined when it uses anything but numbers, `+ - * /`, SUM and ABS over cells with numbers
 */
export function evaluateTyped(formula: string, sheet: string, workbook: WorkbookPackage): number | undefined {
  return follow(formula, sheet, workbook, { depth: 0, known: new Map() });
}

function follow(formula: string, sheet: string, workbook: WorkbookPackage, trail: Trail): number | undefined {
  if (trail.depth > DEPTH || trail.known.size > FOLLOWED || formula.length > 1000 || ELSEWHERE.test(formula))
    return undefined;
  const operands = new Map<string, number | undefined>();
  const operand = (value: number | undefined): string => {
    const name = `c${operands.size}`;
    operands.set(name, value);
    return name;
  };
  const cells = (area: Area, on: string): string => {
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > CELLS) return operand(undefined);
    const names: string[] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        names.push(operand(valueAt(row, column, on, workbook, trail)));
      }
    }
    return names.join(",");
  };
  const text = formula.replace(TOKENS, (_, quoted, bare, reference, called, name) => {
    if (reference !== undefined) {
      const area = areaOf(reference);
      return area === undefined ? "?" : cells(area, quoted?.replaceAll("''", "'") ?? bare ?? sheet);
    }
    if (called !== undefined) return FUNCTIONS[called.toUpperCase()] ?? "?(";
    const area = workbook.names.get(name);
    return area === undefined ? "?" : cells(area.area, area.sheet);
  });
  const { expression } = parseExpression(text.replace(/^\s*\+/u, ""));
  if (expression === undefined) return undefined;
  const result = evaluate(expression, { resolve: ({ key }) => operands.get(key) });
  return typeof result === "number" ? Number(result.toPrecision(15)) : undefined;
}

/** The expression language takes `sum` of one operand for the parts of an indicator: there are always two. */
const FUNCTIONS: Readonly<Record<string, string>> = { SUM: "sum(0,", ABS: "abs(" };

/** To Excel a blank cell in a calculation is zero. */
function valueAt(
  row: number,
  column: number,
  sheet: string,
  workbook: WorkbookPackage,
  { depth, known }: Trail,
): number | undefined {
  const grid = workbook.sheet(sheet);
  if (typeof grid === "string") return undefined;
  const key = cellKey(row, column);
  const cell = grid.cells.get(key);
  if (cell === undefined) return 0;
  if (cell.formula === undefined) return cell.content.kind === "number" ? cell.content.value : undefined;
  const name = `${key} ${sheet}`;
  if (!known.has(name)) {
    known.set(name, undefined);
    known.set(name, follow(formulaText(cell.formula), sheet, workbook, { depth: depth + 1, known }));
  }
  return known.get(name);
}
