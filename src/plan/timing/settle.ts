/** Times counted from the plan's own signing: once the day of signing is known, they are days. */
import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import type { Length, Timing, TimingTerm } from "../../model/timing.js";
import { foldInPlace } from "../../norms/tone.js";
import type { Day } from "../../organisation/register.js";
import { addDays } from "../../periods/day.js";
import { weekday } from "./calendar.js";

dayjs.extend(utc);

const PLAN = "(?:bản )?(?:kế hoạch|chương trình|văn bản|chỉ thị|quyết định)(?: này)?";
const SIGNED = "(?:ký|ban hành|ký,? ban hành|ký và ban hành)";
/** "ngày ký", "ngày ban hành Kế hoạch", "ngày Kế hoạch này được ký ban hành", "khi ban hành Kế hoạch". */
const SIGNING = new RegExp(
  `^(?:ngày|khi|thời điểm) (?:${SIGNED}(?: ${PLAN})?|${PLAN} (?:được |có )?(?:${SIGNED}|hiệu lực))$`,
  "u",
);

const isWorkingDay = (day: Day): boolean => weekday(day) !== 0 && weekday(day) !== 6;

/** Holidays are nobody's to guess: working days are those from Monday to Friday. */
function addWorkingDays(day: Day, count: number): Day {
  let last = day;
  for (let left = count; left > 0; ) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}

/** The day of counting is not counted: fifteen days from the 10th end on the 25th (Civil Code 2015, article 147). */
function addLength(day: Day, { count, unit }: Length): Day | undefined {
  switch (unit) {
    case "day":
      return addDays(day, count);
    case "workingDay":
      return addWorkingDays(day, count);
    case "week":
      return addDays(day, count * 7);
    case "month":
    case "year":
      return dayjs.utc(day).add(count, unit).format("YYYY-MM-DD");
    case "hour":
      return undefined;
  }
}

function settleTerm(term: TimingTerm, signed: Day): TimingTerm {
  if (term.kind !== "relative" || term.side !== "after" || term.length === undefined) return term;
  if (term.event === undefined || !SIGNING.test(foldInPlace(term.event).replace(/\s+/gu, " ").trim())) return term;
  const day = addLength(signed, term.length);
  return day === undefined ? term : { ...term, day };
}

/**
 * Gives terms that count from the plan's signing their day: "trong 15 ngày kể từ ngày ký".
 *
 * @param signed the plan's day
 */
export function settleTiming(timing: Timing, signed: Day): Timing {
  return { ...timing, terms: timing.terms.map((term) => settleTerm(term, signed)) };
}
