import type { ExpressionFault } from "./syntax.js";

/** Longest expression, in characters, and deepest nesting: a declaration is written by hand. */
const LONGEST = 2000;
const DEEPEST = 60;

const ALLOWED = /[\w.\s+\-*/()=!<>&|,]/u;

/**
 * What the parser would let pass or word badly: foreign characters, a comma outside a function's brackets (a decimal
 * comma), a single `=`.
 *
 * @returns the first fault
 */
export function scanText(text: string): ExpressionFault | undefined {
  if (text.trim() === "") return { id: "unfinished", column: 1, text };
  if (text.length > LONGEST) return { id: "too-long", column: LONGEST + 1, text: "" };
  /** Whether each open bracket belongs to a function. */
  const brackets: boolean[] = [];
  for (const [index, char] of [...text].entries()) {
    const column = index + 1;
    const before = text.slice(0, index);
    if (!ALLOWED.test(char) || /[^\S \t\n]/u.test(char)) return { id: "character", column, text: char };
    if (char === "(" && brackets.push(/\w\s*$/u.test(before)) > DEEPEST) return { id: "too-long", column, text: "" };
    if (char === ")" && brackets.pop() === undefined) return { id: "unexpected", column, text: char };
    if (char === "," && brackets.at(-1) !== true) return { id: "decimal-comma", column, text: char };
    if (char === "=" && text[index + 1] !== "=" && !/[=!<>]$/u.test(before)) {
      return { id: "single-equals", column, text: char };
    }
  }
  return undefined;
}
