/** Place and date in a header, the day or more of it perhaps still open (HD05 4; NĐ30 PL.I II.4). */
import type { SigningDate } from "../../model/head.js";
import { parsePlaceDate } from "../../norms/date-read.js";
import type { Norm } from "../../norms/norm.js";

export interface PlaceDate {
  readonly place?: string;
  readonly date?: SigningDate;
}

/** Place names are short; more before the date makes it a sentence. */
const LONGEST_PLACE = 60;
/** What offices leave for a day that is to come. */
const BLANK = "[\\s.…_]*";
const OPEN = new RegExp(
  `^(.{0,${LONGEST_PLACE}}?)[\\s,]*ngày${BLANK}(\\d{0,2})${BLANK}tháng${BLANK}(\\d{0,2})${BLANK}năm${BLANK}(\\d{0,4})${BLANK}$`,
  "iu",
);

function openDate(day: string, month: string, year: string): SigningDate | undefined {
  if (!/^\d{4}$/u.test(year)) return undefined;
  const value = Number(month);
  const known = month !== "" && value >= 1 && value <= 12;
  const date = {
    year: Number(year),
    ...(known ? { month: value } : {}),
    ...(known && day !== "" && Number(day) > 0 ? { day: Number(day) } : {}),
  };
  return date;
}

/** Nothing but a proper name, perhaps with its level: "Sông Kim ngày 10/6/2026" is a header with a slip. */
const isNamed = (place: string | undefined): boolean =>
  /^(?:(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hành phố|[Tt]ỉnh|TP\.?|ĐK\.?) )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){0,4},?$/u.test(
    place ?? "",
  );

/**
 * Reads a line that is place and date and nothing else.
 *
 * @returns undefined for another line
 */
export function readPlaceDate(line: string, norm: Norm): PlaceDate | undefined {
  const printed = line.replace(/^[\s*_]+/u, "").replace(/[\s.]+$/u, "");
  const { date, place, faults } = parsePlaceDate(printed, norm);
  if (!faults.includes("unreadable")) {
    // "Hướng dẫn 36 ngày 03/4/2018" is no header: there the words ngày, tháng, năm or a comma behind the place are due
    const header = !faults.includes("shortForm") || /,\s*ngày/iu.test(printed) || isNamed(place);
    if (!header || (place?.length ?? 0) > LONGEST_PLACE) return undefined;
    return { ...(place === undefined ? {} : { place }), ...(date === undefined ? {} : { date }) };
  }
  const match = OPEN.exec(printed);
  if (match === null) return undefined;
  const [, typed = "", day = "", month = "", year = ""] = match;
  const open = openDate(day, month, year);
  return {
    ...(typed.trim() === "" ? {} : { place: typed.trim() }),
    ...(open === undefined ? {} : { date: open }),
  };
}
