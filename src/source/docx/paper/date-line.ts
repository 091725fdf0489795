/** Place and date in the header of a paper (HD05 4; NĐ30 PL.I II.4). */

import { parsePlaceDate } from "../../../norms/date-read.js";
import { HD05 } from "../../../norms/hd05.js";
import type { Day } from "../../../organisation/register.js";

/** A date as a paper prints it. */
export interface PrintedDate {
  readonly printed: string;
  /** Absent while the day is open, and where there is no such day. */
  readonly day?: Day;
  /** A blank is left for the day or the month. */
  readonly open: boolean;
}

/** Place names are short; more before the date makes it a sentence. */
const LONGEST_PLACE = 60;
const OPEN =
  /^.{0,60}?[,\s*]*ngày[\s.…_]*(?:\d{1,2})?[\s.…_]*tháng[\s.…_]*(?:\d{1,2})?[\s.…_]*năm[\s.…_]*(?:\d{2,4})?[\s.…_]*$/iu;
const pad = (value: number): string => String(value).padStart(2, "0");

/** Reads a line that is place and date and nothing else. */
export function readDateLine(line: string): PrintedDate | undefined {
  const printed = line.replace(/^[\s*_-]+/u, "").replace(/[\s.]+$/u, "");
  const { date, place = "", faults } = parsePlaceDate(printed, HD05);
  if (faults.includes("unreadable")) return OPEN.test(printed) ? { printed, open: true } : undefined;
  // "Hướng dẫn 36 ngày 03/4/2018" is no header: there the words ngày, tháng, năm or a comma behind the place are due
  const header = !faults.includes("shortForm") || /,\s*ngày/iu.test(printed);
  if (!header || place.length > LONGEST_PLACE) return undefined;
  if (date?.month === undefined || date.day === undefined) return { printed, open: false };
  return { printed, open: false, day: `${date.year}-${pad(date.month)}-${pad(date.day)}` };
}
