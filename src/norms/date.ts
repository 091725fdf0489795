import type { SigningDate } from "../model/head.js";
import type { Norm } from "./norm.js";
import { type PrintedPart, slot, words } from "./parts.js";

/**
 * A day as printed: below ten with a leading zero (HD05 4.2.2, NĐ30 PL.I II.4.b).
 *
 * @param day 1–31
 */
export function padDay(day: number): string {
  return String(day).padStart(2, "0");
}

/**
 * A month as printed: only January and February take a leading zero.
 *
 * @param month 1–12
 * @param norm names the months that are padded
 */
export function padMonth(month: number, norm: Norm): string {
  return norm.paddedMonths.use.includes(month) ? String(month).padStart(2, "0") : String(month);
}

/**
 * The date as the header prints it: `ngày 03 tháng 02 năm 2026`. Parts that are open stay slots.
 *
 * @param date undefined while not even the year is known
 * @param norm the layout norm
 */
export function printDate(date: SigningDate | undefined, norm: Norm): readonly PrintedPart[] {
  const { day, month, year } = dateSlots(date, norm);
  return [words("ngày "), day, words(" tháng "), month, words(" năm "), year];
}

/**
 * Địa danh và ngày, tháng, năm: `Hà Nội, ngày 03 tháng 02 năm 2026`.
 *
 * @param place printed as given; left out with its comma when undefined
 * @param date undefined while not even the year is known
 * @param norm the layout norm
 */
export function printPlaceDate(
  place: string | undefined,
  date: SigningDate | undefined,
  norm: Norm,
): readonly PrintedPart[] {
  return [...(place === undefined ? [] : [words(`${place}, `)]), ...printDate(date, norm)];
}

/**
 * The date as kèm-theo lines and citations of the Party print it, `15/4/2026`, with the padding of the header.
 *
 * @param date undefined while not even the year is known
 * @param norm the layout norm
 */
export function printShortDate(date: SigningDate | undefined, norm: Norm): readonly PrintedPart[] {
  const { day, month, year } = dateSlots(date, norm);
  return [day, words("/"), month, words("/"), year];
}

/**
 * The date inside a sentence, as far as it is known: `ngày 05 tháng 3 năm 2026`, `tháng 3 năm 2026`, `năm 2026`.
 *
 * @param date the date or what is known of it
 * @param norm the layout norm
 */
export function printDateInWords(date: SigningDate, norm: Norm): string {
  const parts = [`năm ${date.year}`];
  if (date.month !== undefined) parts.unshift(`tháng ${padMonth(date.month, norm)}`);
  if (date.month !== undefined && date.day !== undefined) parts.unshift(`ngày ${padDay(date.day)}`);
  return parts.join(" ");
}

function dateSlots(
  date: SigningDate | undefined,
  norm: Norm,
): { readonly [P in "day" | "month" | "year"]: PrintedPart } {
  return {
    day: slot("day", date?.day === undefined ? undefined : padDay(date.day)),
    month: slot("month", date?.month === undefined ? undefined : padMonth(date.month, norm)),
    year: slot("year", date === undefined ? undefined : String(date.year)),
  };
}
