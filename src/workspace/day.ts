import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import type { SigningDate } from "../model/head.js";

dayjs.extend(customParseFormat);

/** A whole day. */
export type Day = Required<SigningDate>;

/** Without strict formats dayjs rolls 31/02 over to March. */
const FORMATS = ["D/M/YYYY", "DD/M/YYYY", "D/MM/YYYY", "DD/MM/YYYY", "YYYY-MM-DD"];

/**
 * Reads a day as clerks write it, `15/4/2026`, or as a table program may save it, `2026-04-15`.
 *
 * @returns undefined for anything else, a day that does not exist included
 */
export function readDay(text: string): Day | undefined {
  const day = dayjs(text.trim(), FORMATS, true);
  return day.isValid() ? { year: day.year(), month: day.month() + 1, day: day.date() } : undefined;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** `05/02/2026`, `15/4/2026`: days below ten and the months January and February take a zero (HD05 PII.I.4.2.2). */
export function printDay({ year, month, day }: Day): string {
  return `${two(day)}/${month < 3 ? two(month) : month}/${year}`;
}

/** `2026-04-15`: sorts as days follow each other. */
export function isoDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/**
 * The first and the last day (ISO) that a date may mean whose day, or day and month, are still open.
 */
export function daysMeant({ year, month, day }: SigningDate): { readonly first: string; readonly last: string } {
  return {
    first: isoDay({ year, month: month ?? 1, day: day ?? 1 }),
    last: isoDay({ year, month: month ?? 12, day: day ?? 31 }),
  };
}
