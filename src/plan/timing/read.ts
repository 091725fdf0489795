/** A whole value of time: what stands behind "Thời gian thực hiện:", in the cell of a table. */
import type { Timing, TimingTerm } from "../../model/timing.js";
import { Cursor, fold, words } from "./fold.js";
import { ProblemError, type TimingContext, type TimingProblem } from "./problem.js";
import { LEAD, type ReadTerm, readTerm } from "./terms.js";

/** What the words say, or why they say nothing that can be used. */
export type TimingReading =
  | { readonly timing: Timing; readonly problem?: never }
  | { readonly problem: TimingProblem; readonly timing?: never };

const SEPARATOR = /[;,.]/uy;
const COLON = /:/uy;
const AND = words("và|hoặc");
const OPEN = /\(/uy;
const CLOSE = /\)/uy;
const END = /[.;,)]*$/uy;

/** Words that a condition begins with. */
const CONDITION = words(
  "theo|khi|nếu|tuỳ|tại|kết hợp|gắn|trừ|căn cứ|phù hợp|cùng|đồng thời|để|cho|đối với|bảo đảm|đảm bảo|ít nhất|tối thiểu|" +
    "sau khi|trong trường hợp|trên cơ sở|và (?:theo|khi|tuỳ)",
);

/** Reads statements one after the other, with what may part them. */
export function readTerms(cursor: Cursor): ReadTerm[] {
  const terms: ReadTerm[] = [];
  for (;;) {
    const term = cursor.attempt((at) => {
      if (terms.length > 0) {
        const parted = at.eat(SEPARATOR) !== undefined;
        const joined = at.eat(AND) !== undefined;
        if (!parted && !joined && !at.sees(OPEN)) return undefined;
      }
      const bracket = at.eat(OPEN) !== undefined;
      const read = withLead(at);
      return read === undefined || (bracket && at.eat(CLOSE) === undefined) ? undefined : read;
    });
    if (term === undefined) return terms;
    terms.push(term);
  }
}

/** "Hoàn thành", "thực hiện" and the like before a statement; words that begin one are left to it. */
function withLead(cursor: Cursor): ReadTerm | undefined {
  for (;;) {
    const term = readTerm(cursor);
    if (term !== undefined) return term;
    if (cursor.eat(LEAD) === undefined) return undefined;
    cursor.eat(COLON);
  }
}

/** Reckons statements, and says which of them cannot be. */
export function resolveTerms(
  cursor: Cursor,
  terms: readonly ReadTerm[],
  context: TimingContext,
): { readonly terms: TimingTerm[] } | { readonly problem: TimingProblem } {
  const resolved: TimingTerm[] = [];
  for (const term of terms) {
    try {
      resolved.push(...term.resolve(context));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { problem: { kind: error.kind, words: cursor.words(term.start, term.end) } };
    }
  }
  return { terms: resolved };
}

/** What is left behind the statements: a condition, or nothing. */
function conditionOf(cursor: Cursor): string | undefined {
  return cursor.attempt((at) => {
    at.eat(SEPARATOR);
    const bracket = at.eat(OPEN) !== undefined;
    const start = at.folded.text[at.at] === " " ? at.at + 1 : at.at;
    if (at.eat(CONDITION) === undefined) return undefined;
    const tail = bracket ? /[\s.;)]+$/u : /[\s.;,]+$/u;
    at.at = at.folded.text.length;
    return at.words(start).replace(tail, "");
  });
}

/**
 * Reads a whole value of time.
 *
 * @param text as printed, in whatever Unicode form, case and style of tone marks
 * @param context the year of days, months and quarters that name none; without it they are a problem
 * @returns the timing, or what keeps it from being one; nothing is corrected
 */
export function readTiming(text: string, context: TimingContext = {}): TimingReading {
  const cursor = new Cursor(fold(text));
  const printed = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  const terms = readTerms(cursor);
  if (terms.length === 0) return { problem: { kind: "unreadable", words: printed } };
  const end = cursor.at;
  const condition = conditionOf(cursor);
  const resolved = resolveTerms(cursor, terms, context);
  if ("problem" in resolved) return resolved;
  if (condition === undefined && cursor.eat(END) === undefined) {
    return { problem: { kind: "unreadable", words: cursor.words(end, cursor.folded.text.length) } };
  }
  return {
    timing: { printed, terms: resolved.terms, ...(condition === undefined ? {} : { condition }) },
  };
}
