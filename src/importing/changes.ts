/** What the norm prints otherwise than the original has it. */
import type { Document } from "../model/document.js";
import { composeAttachment } from "../norms/annex-print.js";
import { printPlaceDate } from "../norms/date.js";
import type { Norm } from "../norms/norm.js";
import { printNumber } from "../norms/number-print.js";
import { textOf } from "../norms/parts.js";
import { typeBySlug } from "../norms/types.js";
import type { ImportChange, Original } from "./imported.js";
import { wordsOf } from "./words.js";

const tidy = (text: string): string => text.replace(/\s+/gu, " ").trim();
const sameWords = (one: string, other: string): boolean => wordsOf(one).join(" ") === wordsOf(other).join(" ");

type Comparison = (document: Document, printed: Original["printed"], norm: Norm) => readonly ImportChange[];

const change = (component: string, from: string, to: string): ImportChange[] => [{ component, from, to }];

/** One for each part that the norm composes itself. */
const COMPARISONS: readonly Comparison[] = [
  (document, { number }, norm) => {
    if (document.number === undefined) return [];
    const to = tidy(textOf(printNumber(document.number, typeBySlug(document.type, document.family), norm), ""));
    if (number === undefined) return change("Số và ký hiệu", "", to);
    return tidy(number) === to ? [] : change("Số và ký hiệu", number, to);
  },
  (document, { placeDate }, norm) => {
    if (typeBySlug(document.type, document.family)?.dated === false) {
      return placeDate === undefined ? [] : change("Địa danh, ngày tháng", placeDate, "");
    }
    const to = tidy(textOf(printPlaceDate(document.place, document.date, norm), ""));
    if (placeDate !== undefined && tidy(placeDate) === to) return [];
    return change("Địa danh, ngày tháng", placeDate ?? "", to);
  },
  (_document, { national = [] }, norm) => {
    const from = national.join(" / ");
    const to = norm.titles.national.join(" / ");
    return sameWords(from, to) ? [] : change("Tiêu đề", from, to);
  },
  (document, { title }) => {
    const type = typeBySlug(document.type, document.family);
    const to = type === undefined || type.letter ? "" : type.name.toLocaleUpperCase("vi-VN");
    return sameWords(title ?? "", to) ? [] : change("Tên loại", title ?? "", to);
  },
  (document, { draftMark }) =>
    draftMark === undefined || sameWords(draftMark, document.draftMark ?? "")
      ? []
      : change("Chữ dự thảo", draftMark, document.draftMark ?? ""),
  (document, { recipientsLabel = false }, norm) => {
    const printed = document.recipients !== undefined || document.drafter !== undefined;
    const label = `${norm.recipients.label}:`;
    if (recipientsLabel === printed) return [];
    return printed ? change("Nơi nhận", "", label) : change("Nơi nhận", label, "");
  },
  (_document, { unlabelledAnnexes = [] }) =>
    unlabelledAnnexes.map((label) => ({ component: "Nhãn phụ lục", from: "", to: label })),
  (document, _printed, norm) =>
    document.annexes
      .filter(({ attachment }) => attachment === undefined)
      .map(({ label }) => ({
        component: `Dòng “Kèm theo” của ${label}`,
        from: "",
        to: tidy(textOf(composeAttachment(document, norm), "")),
      })),
];

/** Lists what will be printed otherwise than it stood in the original. */
export function listChanges({ document, printed }: Pick<Original, "document" | "printed">, norm: Norm): ImportChange[] {
  return COMPARISONS.flatMap((compare) => compare(document, printed, norm));
}
