import { SigningDate } from "../model/head.js";
import { padDay, padMonth } from "./date.js";
import type { Norm } from "./norm.js";

/** What is wrong with a printed place-and-date line. */
export type DateFault =
  /** `Hà Nội ngày …`, or no place at all. */
  | "comma"
  /** `3/2/2026` or `03-02-2026` where the words ngày, tháng, năm are due. */
  | "shortForm"
  /** `ngày 3`, `tháng 2`. */
  | "unpadded"
  /** `tháng 05`. */
  | "overPadded"
  /** `31 tháng 4`. */
  | "impossible"
  | "unreadable";

export interface DateReading {
  readonly place?: string;
  readonly date?: SigningDate;
  readonly faults: readonly DateFault[];
}

const WORDS = /^(.*?)(,?)\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu;
const SHORT = /^(.*?)(,?)\s*(?:ngày\s+)?(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/iu;

/**
 * Reads the place-and-date line of a header and names what departs from the norm.
 *
 * @param text the line as printed
 * @param norm the layout norm
 * @returns the parts as far as they are readable, and the faults, none for a correct line
 */
export function parsePlaceDate(text: string, norm: Norm): DateReading {
  const line = text.normalize("NFC").trim();
  const match = WORDS.exec(line) ?? SHORT.exec(line);
  if (match === null) return { faults: ["unreadable"] };
  const [, place = "", comma, dayText = "", monthText = "", yearText] = match;
  const [day, month, year] = [Number(dayText), Number(monthText), Number(yearText)];
  const faults: DateFault[] = [];
  if (place.trim() === "" || comma === "") faults.push("comma");
  if (!WORDS.test(line)) faults.push("shortForm");
  if (!isDay(day, month, year)) return { ...placeOf(place), faults: [...faults, "impossible"] };
  const printed = [padDay(day), padMonth(month, norm)];
  const typed = [dayText, monthText];
  if (typed.some((part, index) => part.length < (printed[index]?.length ?? 0))) faults.push("unpadded");
  if (typed.some((part, index) => part.length > (printed[index]?.length ?? 0))) faults.push("overPadded");
  return { ...placeOf(place), date: { year, month, day }, faults };
}

function placeOf(place: string): { place?: string } {
  return place.trim() === "" ? {} : { place: place.trim() };
}

function isDay(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && SigningDate.safeParse({ year, month, day }).success;
}
