/** Whether what a draft prints is still what the ledger says. */
import { type ResolvedFigure, STATUS_WORDS } from "../totals/index.js";

const lower = (text: string): string => text.toLocaleLowerCase("vi-VN").trim();

/**
 * Whether a printed figure or word stands for a figure as it is now.
 *
 * Where nothing occurred a sentence has a word of its template's own choice ("chưa", "không"): any word without digits.
 */
export function standsFor(figure: ResolvedFigure, printed: string): boolean {
  const { status, value, printed: inProse, printedInTable } = figure;
  const typed = lower(printed);
  if (typed === lower(inProse) || typed === lower(printedInTable)) return true;
  if (status === "reported" && value === 0) return !/\d/u.test(typed);
  // X is for tables
  return status === "notAsked" && typed === lower(STATUS_WORDS.notReported);
}
