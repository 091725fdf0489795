import type { Inlines } from "../model/inline.js";

/** The marks of a list: after each item, and after the last. A norm's `recipients`, `legalBases` and `addressees` fit. */
export interface ListMarks {
  readonly separator: string;
  readonly last: string;
}

const END_MARK = /[.,;:!?…]$/u;

/**
 * The mark that an item lacks.
 *
 * @param text the item, or its last line
 * @param isLast it ends the list
 * @param marks the list's marks in the norm, e.g. `norm.recipients`
 * @returns "" when the author typed a mark, right or wrong: what is typed is kept, and judged elsewhere
 */
export function missingEndMark(text: string, isLast: boolean, marks: ListMarks): string {
  if (END_MARK.test(text.trimEnd())) return "";
  return isLast ? marks.last : marks.separator;
}

/**
 * An item of a list with its end mark.
 *
 * @param text the item, or its last line
 * @param isLast it ends the list
 * @param marks the list's marks in the norm, e.g. `norm.recipients`
 */
export function closeItem(text: string, isLast: boolean, marks: ListMarks): string {
  const mark = missingEndMark(text, isLast, marks);
  return mark === "" ? text : `${text.trimEnd()}${mark}`;
}

/**
 * An item of formatted text with its end mark, in the look of the last run but never superscript.
 *
 * @param inlines the item
 * @param isLast it ends the list
 * @param marks the list's marks in the norm, e.g. `norm.legalBases`
 */
export function closeInlines(inlines: Inlines, isLast: boolean, marks: ListMarks): Inlines {
  const text = inlines.map((inline) => (inline.kind === "noteMark" ? "" : inline.text)).join("");
  const mark = missingEndMark(text, isLast, marks);
  if (mark === "" || text.trim() === "") return inlines;
  const last = inlines.at(-1);
  if (last?.kind === "text" && last.superscript === undefined) {
    return [...inlines.slice(0, -1), { ...last, text: `${last.text.trimEnd()}${mark}` }];
  }
  return [...inlines, { kind: "text", text: mark }];
}
