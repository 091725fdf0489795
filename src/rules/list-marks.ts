/** Marks at the ends of the items of a list, against those of the norm. */
import type { ListMarks } from "../norms/closing-marks.js";

/**
 * The mark that an item ends with, where it is not the norm's.
 *
 * @param text the item, or its last line
 * @param isLast it ends the list
 * @param absentIsWrong a finished document without a mark is wrong; in a draft the layout adds it
 * @returns what stands there and what is due; undefined when there is nothing wrong
 */
export function wrongMark(
  text: string,
  isLast: boolean,
  marks: ListMarks,
  absentIsWrong: boolean,
): { readonly typed: string; readonly due: string } | undefined {
  const due = isLast ? marks.last : marks.separator;
  const typed = /(?:\.\/\.|[.,;:!?])$/u.exec(text.trimEnd())?.[0] ?? "";
  if (typed === due || (typed === "" && !absentIsWrong)) return undefined;
  return { typed, due };
}

/** How a finding names a mark. */
export const sayMark = (mark: string): string => (mark === "" ? "không có dấu" : `kết thúc bằng “${mark}”`);
