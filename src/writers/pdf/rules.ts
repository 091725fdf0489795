/** Straight lines: the page's own, and the underlines of its text. */
import type { PlacedLine, Rule } from "../../layout/page.js";
import { colorOperands, num } from "./operators.js";

/** Depth of an underline below the baseline, and its thickness, in parts of the size (as Times New Roman has them). */
const UNDERLINE_DEPTH = 0.11;
const UNDERLINE_THICKNESS = 0.05;

interface ColoredRule extends Rule {
  readonly color?: string;
}

/** The underlines of a line of text. */
export function underlines(line: PlacedLine): ColoredRule[] {
  return line.segments
    .filter((segment) => segment.underline)
    .map(({ x, width, size, color }) => {
      const y = line.baseline + UNDERLINE_DEPTH * size;
      const rule = { x1: x, y1: y, x2: x + width, y2: y, width: UNDERLINE_THICKNESS * size };
      return color === undefined ? rule : { ...rule, color };
    });
}

/** Ground of highlighted text above and below the baseline, in parts of the size (ascent and descent of Times New Roman). */
const GROUND_ABOVE = 0.891;
const GROUND_BELOW = 0.216;
/** As Word's yellow. */
const GROUND = "1 1 0";

/**
 * The yellow ground of a line's highlighted text, in a coordinate system with its origin at the bottom left.
 *
 * @param height of the page, pt
 */
export function groundOperators({ segments, baseline }: PlacedLine, height: number): string {
  const grounds = segments
    .filter(({ highlight }) => highlight)
    .map(({ x, width, size }) => {
      const bottom = height - baseline - GROUND_BELOW * size;
      return `${num(x)} ${num(bottom)} ${num(width)} ${num((GROUND_ABOVE + GROUND_BELOW) * size)} re f\n`;
    });
  return grounds.length === 0 ? "" : `q ${GROUND} rg ${grounds.join("")}Q\n`;
}

/**
 * @param rules lines in pt from the top left corner
 * @param height of the page, pt
 * @returns operators that draw them, in a coordinate system with its origin at the bottom left
 */
export function ruleOperators(rules: readonly ColoredRule[], height: number): string {
  let operators = "";
  let width: number | undefined;
  let color: string | undefined;
  for (const rule of rules) {
    if (rule.width !== width) operators += `${num(rule.width)} w `;
    if (rule.color !== color) operators += `${colorOperands(rule.color)} RG `;
    ({ width, color } = rule);
    operators += `${num(rule.x1)} ${num(height - rule.y1)} m ${num(rule.x2)} ${num(height - rule.y2)} l S\n`;
  }
  return color === undefined ? operators : `${operators}0 0 0 RG\n`;
}
