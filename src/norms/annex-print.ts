import type { Document } from "../model/document.js";
import { printDate, printShortDate } from "./date.js";
import type { Norm } from "./norm.js";
import { printSymbol } from "./number-print.js";
import { printRoman } from "./numerals.js";
import { type PrintedPart, words } from "./parts.js";
import { typeBySlug } from "./types.js";

/**
 * The label of an annex: `Phụ lục` when it is the only one, else with the norm's numeral (HD05 PII.II.1.1, NĐ30 III.1.a).
 *
 * @param position counted from 1
 * @param count how many annexes the document has
 * @param norm the layout norm
 */
export function printAnnexLabel(position: number, count: number, norm: Norm): string {
  if (count < 2) return "Phụ lục";
  return `Phụ lục ${norm.annex.numerals === "roman" ? printRoman(position) : position}`;
}

/**
 * The kèm-theo line of an annex: `(Kèm theo Kế hoạch số 12-KH/TU, ngày 15/4/2026 của …)` of the Party,
 * `(Kèm theo Kế hoạch số 12/KH-UBND ngày 15 tháng 4 năm 2026 của …)` of the State.
 * A number and a day that wait are slots; a document without number or without author leaves those words out.
 *
 * @param document gives type, number, date and author
 * @param norm the layout norm
 */
export function composeAttachment(
  document: Pick<Document, "type" | "family" | "number" | "date" | "author">,
  norm: Norm,
): readonly PrintedPart[] {
  const type = typeBySlug(document.type, document.family);
  const { number, date, author } = document;
  const symbol = number === undefined ? [] : [words(" số "), ...printSymbol(number, type, norm)];
  const day = norm.annex.dateForm === "short" ? [words("ngày "), ...printShortDate(date, norm)] : printDate(date, norm);
  return joinWords([
    words(`(Kèm theo ${type?.name ?? "Văn bản"}`),
    ...symbol,
    words(norm.annex.commaBeforeDate ? ", " : " "),
    ...day,
    words(author === undefined ? ")" : ` của ${author})`),
  ]);
}

/** Joins neighbouring words, so that a part ends only where a slot begins. */
function joinWords(parts: readonly PrintedPart[]): readonly PrintedPart[] {
  const joined: PrintedPart[] = [];
  for (const part of parts) {
    const previous = joined.at(-1);
    if (previous?.kind === "text" && part.kind === "text") joined[joined.length - 1] = words(previous.text + part.text);
    else joined.push(part);
  }
  return joined;
}
