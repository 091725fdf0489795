import jsep from "jsep";
import { PRECEDENCE } from "./syntax.js";

/** A node of the parser's tree with the index at which it begins, where it begins with a name or a figure. */
export type LocatedNode = jsep.Expression & { readonly at?: number };

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const [operator, precedence] of Object.entries(PRECEDENCE)) jsep.addBinaryOp(operator, precedence);
jsep.addUnaryOp("-");
jsep.addUnaryOp("!");

const isDigit = (char: string): boolean => /^[\d.]$/u.test(char);
const isLetter = (char: string): boolean => /^[A-Za-z_]$/u.test(char);

// the parser keeps no places: names and figures are taken here, so that each can be given its own
jsep.hooks.add("gobble-token", function locate(env): void {
  const at = this.index;
  if (isDigit(this.char)) env.node = { ...(this.gobbleNumericLiteral() as jsep.Expression), at };
  else if (isLetter(this.char)) {
    env.node = { ...this.gobbleTokenProperty({ ...(this.gobbleIdentifier() as jsep.Expression), at }), at };
  }
});

/** Index at which the parser gave up. */
export function faultIndex(error: unknown): number | undefined {
  return error instanceof Error && "index" in error && typeof error.index === "number" ? error.index : undefined;
}

/**
 * The parser's tree of a text, limited to our operators.
 *
 * @throws Error with `index` (see `faultIndex`) when the text is not an expression
 */
export const parseTree = (text: string): LocatedNode => jsep(text);
